"""Advertisements as they are pasted: which lines ask for something, and how much."""

import pytest

from reframe.bundled import bundled
from reframe.formats.target_advert import read_advertisement
from reframe.tables.target import load_target_table

TABLE = load_target_table()


def read(text: str, lexicon) -> list[str]:
    return [f"{r.weight}: {r.text}" for r in read_advertisement(text, lexicon, TABLE)]


def test_the_sample(lexicon, golden):
    text = bundled("data", "samples", "mara-okonski.advertisement.txt").read_text(encoding="utf-8")
    golden("target/advertisement.txt", "\n".join(read(text, lexicon)) + "\n")


def test_parts_are_known_by_their_headings_and_lines_by_their_own_words(lexicon):
    text = """
**Warehouse Clerk**

### Key Responsibilities:
• Pick and pack orders
• Count stock every Friday; report differences to the supervisor

REQUIREMENTS
* Forklift licence (preferred)
* Experience with a warehouse
management system
* Lift 20 kg

Desirable:
* German
* A clean driving licence is required

Benefits
* Free lunch
* Must love dogs
"""
    assert read(text, lexicon) == [
        "duty: Pick and pack orders",
        "duty: Count stock every Friday",
        "duty: report differences to the supervisor",
        "nice: Forklift licence (preferred)",
        "must: Experience with a warehouse management system",
        "must: Lift 20 kg",
        "nice: German",
        "must: A clean driving licence is required",
    ]


def test_prose_is_read_by_its_cue_words(lexicon):
    text = (
        "We have made candles since 1911. You will pour wax and pack boxes. You must be able to "
        "lift 15 kg. Experience with kilns would be a plus. Pay is $18 per hour. Our founder had "
        "a cat."
    )
    assert read(text, lexicon) == [
        "duty: You will pour wax and pack boxes",
        "must: You must be able to lift 15 kg",
        "nice: Experience with kilns would be a plus",
    ]


def test_what_follows_a_list_is_not_part_of_it(lexicon):
    text = "Requirements\n- Excel\n- Polish\nAcme Candles\nWe are a family firm in its third generation.\n"
    assert read(text, lexicon) == ["must: Excel", "must: Polish"]


def test_abbreviations_end_no_sentence(lexicon):
    text = "Requirements\n- A ledger system, e.g. Xero or Sage\n"
    assert read(text, lexicon) == ["must: A ledger system, e.g. Xero or Sage"]


@pytest.mark.parametrize("text", ["", "\n\n", "Come and join us!", "x" * 200_000, "- \n-\n***\n"])
def test_nothing_asked_for_is_nothing_found(text, lexicon):
    assert read(text, lexicon) == []
