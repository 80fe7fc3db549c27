"""What a word can be as a verb."""

import pytest

from reframe.core.readings import can_be, readings
from tests.core.reading import lexicon


@pytest.mark.parametrize(
    ("word", "form", "lemma"),
    [
        ("Drafted", "past", "draft"),
        ("led", "past", "lead"),
        ("inputted", "past", "input"),
        ("input", "past", "input"),
        ("Installed", "past", "install"),
        ("travelled", "past", "travel"),
        ("QA’d", "past", "qa"),
        ("cross-trained", "past", "cross-train"),
        ("reimaged", "past", "reimage"),
        ("re-taught", "past", "re-teach"),
        ("processes", "third", "process"),
        ("Filing", "gerund", "file"),
        ("swabbed", "past", "swab"),
    ],
)
def test_forms_lead_back_to_their_lemma(word, form, lemma):
    reading = can_be(word, form, lexicon())
    assert reading is not None
    assert reading.lemma == lemma


def test_a_word_that_is_a_noun_too_says_so():
    assert can_be("process", "base", lexicon()).nominal
    assert can_be("bar", "base", lexicon()).nominal
    assert not can_be("drafted", "past", lexicon()).nominal


def test_an_unlisted_past_form_is_a_marked_guess():
    reading = can_be("zorbified", "past", lexicon())
    assert (reading.lemma, reading.guessed) == ("zorbify", True)


@pytest.mark.parametrize("word", ["customer", "system", "the", "", "1,200", "client"])
def test_other_words_are_no_verbs(word):
    assert readings(word, lexicon()) == ()
