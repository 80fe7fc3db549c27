"""Noun phrases: where one ends, and its head."""

import pytest

from reframe.core.chunks import chunk
from reframe.core.line import Line
from reframe.core.words import split
from tests.core.reading import lexicon


@pytest.mark.parametrize(
    ("text", "phrase", "head"),
    [
        ("the new client files in the archive", "the new client files", "files"),
        ("files weekly", "files", "files"),
        ("over 50 staff", "over 50 staff", "staff"),
        ("10-15 new hires", "10-15 new hires", "hires"),
        ("libraries used by 2,000 developers", "libraries", "libraries"),
        ("company-owned vehicles", "company-owned vehicles", "vehicles"),
        ("standard operating procedures", "standard operating procedures", "procedures"),
        ("store five days a week", "store", "store"),
        ("96% of existing clients", "96%", "96%"),
        ("Windows 10 laptops", "Windows 10 laptops", "laptops"),
        ("day to day operations", "day to day operations", "operations"),
        ("security patching, and", "security patching", "patching"),
        ("IT systems", "IT systems", "systems"),
        ("them", "them", "them"),
    ],
)
def test_a_phrase_ends_before_what_describes_it(text, phrase, head):
    line = Line(text, split(text), lexicon())
    found = chunk(line, 0)
    assert found is not None
    assert text[: line.words[found.end - 1].end] == phrase
    assert line.words[found.head].text == head


@pytest.mark.parametrize("text", ["on time", "and files", "", ", files", "they understand"])
def test_elsewhere_there_is_none(text):
    assert chunk(Line(text, split(text), lexicon()), 0) is None
