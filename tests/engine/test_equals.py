"""Wordings that an editor takes for equal: where they stand for each other and where not."""

import pytest

from reframe.core.equal_rows import rows_at
from reframe.core.guard_equals import as_source
from reframe.core.lexicon import Lexicon
from reframe.engine.resources import Resources

_LISTS = ("equal_acts", "equal_words")


@pytest.fixture(scope="module")
def words(reframer: Resources) -> Lexicon:
    return reframer.wide


@pytest.mark.parametrize(
    ("source", "draft", "worded"),
    [
        ("Repaired sinks", "Fixed sinks", "Repaired sinks"),
        ("Repairing sinks daily", "Fixed sinks daily", "Repaired sinks daily"),
        ("Wrote tickets on a beat", "Issued tickets on a beat", "Wrote tickets on a beat"),
        ("Sowed 40 ha of rye", "Sowed 40 hectares of rye", "Sowed 40 ha of rye"),
        # The words stand apart, and turned round.
        ("Filled intake forms out", "Completed intake forms", "Filled out intake forms"),
        ("Completed intake forms", "Filled intake forms out", "Completed intake forms"),
        ("Put jars on shelves", "Stocked shelves with jars", "Put jars on shelves"),
        ("Diced leeks and beets", "Cut leeks and beets into cubes", "Diced leeks and beets"),
        # The longer wording holds the shorter one.
        ("Counted the till", "Counted the cash drawer", "Counted the till"),
        # Verbs that no table lists go by the regular rules.
        ("Unclogged sinks", "Unblocked sinks", "Unclogged sinks"),
    ],
)
def test_a_draft_takes_the_wording_of_its_source(
    source: str, draft: str, worded: str, words: Lexicon
) -> None:
    assert as_source(source, draft, words).text == worded


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        # The object decides.
        ("Wrote code for kiosks", "Issued code for kiosks"),
        ("Picked apples", "Selected apples"),
        # No row leads on to another: "gathered" apples, "picked" apples, "picked" a menu.
        ("Gathered the menu", "Selected the menu"),
        # What both texts have stays, and what the source lacks too.
        ("Repaired and fixed sinks", "Repaired and fixed sinks"),
        ("Inspected sinks", "Fixed sinks"),
        # One way only: whoever handled calls need not have taken them over.
        ("Handled radio traffic", "Took over radio traffic"),
    ],
)
def test_a_draft_keeps_its_own_wording(source: str, draft: str, words: Lexicon) -> None:
    assert as_source(source, draft, words).text == draft


def test_what_is_found_is_told_of_the_draft_itself(reframer: Resources) -> None:
    found = reframer.check("Repaired sinks in one school", "Fixed all the sinks in one school")
    assert {f.text for f in found if f.kind == "unlicensed"} <= {"all", "all the", "all the "}
    assert not reframer.check("Repaired sinks in one school", "Fixed sinks in one school")


def test_every_row_reads(words: Lexicon) -> None:
    lines = [line for name in _LISTS for line in words.phrases(name)]
    assert len(lines) == len(set(lines))
    for name in _LISTS:
        mark = "~" if name == "equal_acts" else ""
        for line in words.phrases(name):
            members = line.partition(": ")[0].partition(" ! ")[0].replace(" > ", ", ").split(", ")
            assert len(members) == len(set(members)) > 1, line
            for row, wording in rows_at([mark + line.split()[0].rstrip(",:").lower()], words):
                assert wording.words, line
                assert len(row.wordings) > 1, line


def test_every_kind_is_named(words: Lexicon) -> None:
    named = {
        word[1:] for name in _LISTS for line in words.phrases(name) for word in line.split() if "@" in word
    }  # fmt: skip
    kept = {
        name.removeprefix("said_of_") for name in words.word_lists if name.startswith("said_of_")
    }
    assert named == kept
