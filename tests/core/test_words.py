"""Words as a reader of bullets sees them."""

import pytest

from reframe.core.words import split


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Cycle-counted 1,200 SKUs", ["Cycle-counted", "1,200", "SKUs"]),
        ("QA'd releases", ["QA'd", "releases"]),
        ("A/B tested pages", ["A/B", "tested", "pages"]),
        ("from $1.2M to £3,400", ["from", "$1.2M", "to", "£3,400"]),
        ("a 30-soldier platoon", ["a", "30-soldier", "platoon"]),
        ("earned 4.8/5, 96% and 20+", ["earned", "4.8/5", ",", "96%", "and", "20+"]),
        ("a $1000-per-shelf store", ["a", "$", "1000-per-shelf", "store"]),
        ("24 x 7 support in C#", ["24 x 7", "support", "in", "C#"]),
        ("R&D (U.S.)", ["R&D", "(", "U.S.", ")"]),
    ],
)
def test_what_belongs_together_is_one_word(text, words):
    assert [word.text for word in split(text)] == words


def test_a_word_knows_where_it_stands():
    text = "  Filed  the client’s taxes"
    assert all(text[word.start : word.end] == word.text for word in split(text))
    assert split(text)[2].low == "client's"
