"""A misspelling is mended where one slip makes a common word of it, and nothing else is touched."""

import pytest

from reframe.core.phrases import words_of
from reframe.core.spelling import correction, is_known, spelling
from reframe.core.suggestion import Edit, Piece
from reframe.core.variants import introduced, locale_of, respelled
from reframe.tables.spelling import load_vocabulary
from tests.core.reading import lexicon

VOCABULARY = load_vocabulary()


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("recieved", "received"),
        ("seperate", "separate"),
        ("maintainence", "maintenance"),
        ("commision", "commission"),
        ("humanites", "humanities"),
        ("develpment", "development"),
        ("inventroy", "inventory"),
        ("liasion", "liaison"),
        ("supervsion", "supervision"),
        ("develope", "develop"),
        # a known word that took its ending by the wrong rule
        ("takeing", "taking"),
        ("runing", "running"),
        ("transfering", "transferring"),
        ("sweeped", "swept"),
        ("deliverys", "deliveries"),
        ("completly", "completely"),
        ("mechanicly", "mechanically"),
    ],
)
def test_one_slip_from_a_common_word(wrong, right):
    assert correction(wrong, lexicon(), VOCABULARY) == right


@pytest.mark.parametrize(
    "word",
    ["intubation", "denturists", "singulation", "tomographs", "swarf", "weldment", "redis", "numpy", "upskilling", "timesheets", "organise", "colour", "palletizing", "backcountry", "drived", "travelling", "labelled", "costed", "reflowing", "decanting"],
)  # fmt: skip
def test_a_rare_word_is_left(word):
    assert is_known(word, lexicon(), VOCABULARY) or not correction(word, lexicon(), VOCABULARY)


@pytest.mark.parametrize(
    "line",
    ["Trained staff at Recieve and Seperate", "Used PYHTON and Jirra", "Ran McKinsley's shop"],
)
def test_a_name_is_never_touched(line):
    assert not [e for e in spelling(words_of(line), lexicon(), VOCABULARY) if isinstance(e, Edit)]


def test_a_word_that_lost_its_blank_is_parted():
    line = "Used to develop theapplication"
    (edit,) = spelling(words_of(line), lexicon(), VOCABULARY)
    assert edit.text == "the application"


@pytest.mark.parametrize(
    ("american", "british", "canadian"),
    [
        ("organized", "organised", "organized"),
        ("analyzing", "analysing", "analyzing"),
        ("colors", "colours", "colours"),
        ("labored", "laboured", "laboured"),
        ("center", "centre", "centre"),
        ("traveling", "travelling", "travelling"),
        ("labeled", "labelled", "labelled"),
        ("enrollment", "enrolment", "enrolment"),
        ("defense", "defence", "defence"),
        ("fulfill", "fulfil", "fulfil"),
        ("catalog", "catalogue", "catalogue"),
        ("supervised", "supervised", "supervised"),
        ("advertise", "advertise", "advertise"),
        ("sized", "sized", "sized"),
        ("honorary", "honorary", "honorary"),
        ("filling", "filling", "filling"),
        ("check", "check", "check"),
        ("program", "program", "program"),
        ("tour", "tour", "tour"),
    ],
)
def test_one_word_in_three_countries(american, british, canadian):
    def spelled(word: str, locale) -> str:
        return respelled(word, locale, lexicon(), VOCABULARY)

    for word in (american, british, canadian):
        assert spelled(word, "us") == american
        assert spelled(word, "uk") == british
    assert spelled(american, "ca") == canadian
    assert spelled(british, "ca") == canadian


def test_british_alone_for_what_american_does_not_tell():
    assert respelled("cheque", "us", lexicon(), VOCABULARY) == "check"
    assert respelled("programmes", "us", lexicon(), VOCABULARY) == "programs"
    assert respelled("cheque", "ca", lexicon(), VOCABULARY) == "cheque"
    assert respelled("programmes", "ca", lexicon(), VOCABULARY) == "programs"


@pytest.mark.parametrize(
    ("lines", "locale"),
    [
        (["Organised the centre's programme"], "uk"),
        (["Organized the center's color labels"], "us"),
        (["Organized labour at the centre"], "ca"),
        (["Filed reports"], None),
    ],
)
def test_the_spelling_of_a_resume(lines, locale):
    assert locale_of(lines, lexicon(), VOCABULARY) == locale


def test_words_that_come_in_are_spelled_as_the_resume_spells():
    edit = Edit(0, 4, (Piece("Organized ", "inflected"), Piece("color", "source")), "why")
    (found,) = introduced([edit], "uk", lexicon(), VOCABULARY)
    assert found.text == "Organised color"
