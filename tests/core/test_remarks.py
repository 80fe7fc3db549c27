"""Every check of remarks carries its own proof: what it must find, and what it must leave alone."""

import pytest

from reframe.core.remark import Place
from reframe.core.remark_phrases import line_remarks
from reframe.core.remark_posts import post_remarks
from reframe.engine.remarking import post_of
from reframe.tables.checks import entries, load_checks

BOOK = load_checks()
ENTRIES = [(code, entry) for _, code, entry in entries() if code != "limits"]


def on_line(code, text, lexicon):
    check = BOOK.checks[code]
    places = [Place(text, where) for where in sorted(check.where)]
    return {r.code for place in places for r in line_remarks(place, BOOK, lexicon, country="us")}


def on_post(example, reframer):
    places = [Place(text, "bullets", number=n) for n, text in enumerate(example["bullets"], 1)]
    post = post_of(places, "held" if example.get("held") else "ended", reframer)
    found = [r for p in places for r in line_remarks(p, BOOK, reframer.lexicon)]
    return [*found, *post_remarks(post, BOOK, reframer.lexicon)]


def codes_of(code, example, reframer):
    if isinstance(example, str):
        return on_line(code, example, reframer.lexicon)
    return {r.code for r in on_post(example, reframer)}


@pytest.mark.parametrize(("code", "entry"), ENTRIES, ids=[code for code, _ in ENTRIES])
def test_a_check_finds_its_examples_and_is_silent_where_it_says(code, entry, reframer):
    missed = [e for e in entry["examples"] if code not in codes_of(code, e, reframer)]
    wrong = [e for e in entry["silent_on"] if code in codes_of(code, e, reframer)]
    assert (missed, wrong) == ([], [])


@pytest.mark.parametrize(("code", "entry"), ENTRIES, ids=[code for code, _ in ENTRIES])
def test_a_check_says_why_and_what_to_do_in_whole_sentences(code, entry):
    for key in ("reason", "alternative"):
        assert entry[key].endswith((".", '."', '".')), (code, key)
    assert entry["silent_on"]
