"""What always holds, whatever the line: it replays, it passes the guard, it never crashes."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reframe import apply
from reframe.core.evidence import Evidence
from reframe.core.phrases import words_of
from tests.core.guard_pairs import read_pairs

GOLD = Path(__file__).parents[1] / "corpus" / "gold" / "gold_dev.jsonl"
TEXTS = [json.loads(line)["text"] for line in GOLD.read_text().splitlines()]


def holds(reframer, suggestion) -> None:
    assert apply(suggestion.before, suggestion.edits) == suggestion.after
    covered = "".join(suggestion.after[p.start : p.end] for p in suggestion.provenance)
    assert covered == suggestion.after
    for wording in suggestion.alternatives:
        assert apply(suggestion.before, wording.edits) == wording.text
    if suggestion.changed:
        # An unsure line changes in the forms of its words; without answers it is given no acts.
        assert suggestion.confident or not suggestion.rule_ids
        assert not reframer.check(suggestion.before, suggestion.after)


@pytest.mark.parametrize("current", [False, True], ids=["past", "current"])
def test_every_bullet_of_the_gold_set_holds(reframer, current):
    for suggestion in reframer.suggest_all(TEXTS, current=current):
        holds(reframer, suggestion)
        assert suggestion.questions


@pytest.mark.parametrize("current", [False, True], ids=["past", "current"])
def test_no_act_of_the_client_is_told_as_done_to_them(reframer, lexicon, current):
    """Neither "I was filing" as "I was filed", nor "Baking of bread" as "Baked of bread"."""
    lines = [pair.before for name in ("edited", "free", "dev") for pair in read_pairs(name)]
    for suggestion in reframer.suggest_all(lines, current=current):
        before, after = (words_of(text) for text in (suggestion.before, suggestion.after))
        assert _in_the_past(after, lexicon) <= _in_the_past(before, lexicon)


def _in_the_past(words, lexicon):
    """Return the verbs that stand in the past behind a form of "be" or in front of "of"."""
    beside = [two for one, two in pairwise(words) if one.low in lexicon.words("be_forms")]
    beside += [one for one, two in pairwise(words) if two.low == "of"]
    found = (lexicon.lemmas(word.low, "past") - lexicon.lemmas(word.low, "base") for word in beside)
    return set().union(*found)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(max_size=300))
def test_any_text_holds(reframer, text):
    holds(reframer, reframer.suggest(text))


WORDS = st.sampled_from(
    [
        "Responsible",
        "for",
        "helped",
        "with",
        "assisted",
        "in",
        "filing",
        "the",
        "reports",
        "and",
        "trained",
        ",",
        "new",
        "staff",
        "12",
        "%",
        "managed",
        "by",
        "I",
        "was",
        "our",
        "&",
        "team",
        "daily",
        "to",
        "Led",
        "-",
        ";",
        ".",
        "as",
        "well",
        "as",
        "in",
        "order",
        "to",
        "on",
        "a",
        "daily",
        "basis",
    ]
)


@settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(WORDS, max_size=25))
def test_any_jumble_of_its_own_words_holds(reframer, words):
    holds(reframer, reframer.suggest(" ".join(words)))


def test_the_same_input_gives_the_same_output(reframer):
    first = list(reframer.suggest_all(TEXTS[:60], ledger=Evidence()))
    assert list(reframer.suggest_all(TEXTS[:60], ledger=Evidence())) == first


def test_alone_or_in_a_batch_a_bullet_comes_out_alike(reframer):
    batch = list(reframer.suggest_all(TEXTS[:40]))
    assert [reframer.suggest(text) for text in TEXTS[:40]] == batch
