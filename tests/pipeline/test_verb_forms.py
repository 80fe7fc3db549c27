"""The form table is what its generator writes."""

import tomllib

import pytest

from reframe.bundled import bundled
from reframe.pipeline.verb_forms import generate, regular

TABLES = bundled("data", "tables")


@pytest.mark.parametrize(
    ("lemma", "doubled", "past", "gerund", "third"),
    [
        ("palletize", False, "palletized", "palletizing", "palletizes"),
        ("prep", True, "prepped", "prepping", "preps"),
        ("notify", False, "notified", "notifying", "notifies"),
        ("fax", False, "faxed", "faxing", "faxes"),
        ("dye", False, "dyed", "dyeing", "dyes"),
    ],
)
def test_regular_forms(lemma, doubled, past, gerund, third):
    forms = regular(lemma, doubled=doubled)
    assert (forms["past"], forms["gerund"], forms["third"]) == (past, gerund, third)


def test_the_tables_on_disk_are_fresh():
    pytest.importorskip("lemminflect")
    overrides = tomllib.loads((TABLES / "verb_overrides.toml").read_text(encoding="utf-8"))
    lines, adjectives = generate(overrides)
    assert (TABLES / "verb_forms.tsv").read_text(encoding="utf-8").splitlines() == lines
    assert (TABLES / "adjectives.txt").read_text(encoding="utf-8").split() == adjectives
