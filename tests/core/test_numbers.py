"""Figures are compared by value, whatever their spelling."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reframe.core.lexicon import Lexicon
from reframe.core.numbers import read_figures
from reframe.tables.lexicon import load_lexicon

LEXICON = load_lexicon()


@pytest.fixture
def lexicon() -> Lexicon:
    return LEXICON


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("twelve", "12"),
        ("a dozen", "12"),
        ("two dozen", "24"),
        ("$1.2M", "$1,200,000"),
        ("$1.2 million", "1.2 million dollars"),
        ("50 percent", "50%"),
        ("fifty percent", "50 per cent"),
        ("15K", "15,000"),
        ("3x", "3-fold"),
        ("20-30", "20 to 30"),
        ("five to ten", "5-10"),
        ("5% to 10%", "5-10%"),
        ("one hundred and twenty", "120"),
        ("about 40", "approx. 40"),
        ("~40", "roughly forty"),
        ("40+", "more than 40"),
        ("up to 90", "as many as 90"),
        ("twenty-five", "25"),
        ("five hundred thousand", "500,000"),
    ],
)
def test_one_value_has_many_spellings(one: str, other: str, lexicon: Lexicon) -> None:
    (first,), (second,) = read_figures(one, lexicon), read_figures(other, lexicon)
    assert (first.worth, first.bound) == (second.worth, second.bound)


def test_numerals_side_by_side_are_two_figures(lexicon: Lexicon) -> None:
    values = [figure.values for figure in read_figures("one five-axis mill", lexicon)]
    assert values == [(1,), (5,)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("12", "13"),
        ("50", "50%"),
        ("$40", "£40"),
        ("$4M", "$4B"),
        ("20-30", "30"),
        ("3x", "3"),
        ("over 40", "40"),
        ("about 40", "over 40"),
        ("up to 40", "at least 40"),
    ],
)
def test_other_values_units_and_bounds_differ(one: str, other: str, lexicon: Lexicon) -> None:
    (first,), (second,) = read_figures(one, lexicon), read_figures(other, lexicon)
    assert (first.worth, first.bound) != (second.worth, second.bound)


def test_a_change_is_two_figures_and_no_range(lexicon: Lexicon) -> None:
    keys = [figure.key for figure in read_figures("cut waits from 20 to 12 minutes", lexicon)]
    assert keys == ["20", "12"]


@pytest.mark.parametrize(
    "text", ["COVID-19", "Q3", "24/7", "no one", "one-on-one", "21st century", "hundreds", "MP3"]
)
def test_digits_of_a_word_are_no_figure(text: str, lexicon: Lexicon) -> None:
    assert read_figures(text, lexicon) == ()


def test_places_cover_the_words_of_the_bound(lexicon: Lexicon) -> None:
    text = "Sorted more than 1,500 parcels"
    (figure,) = read_figures(text, lexicon)
    assert text[figure.start : figure.end] == "more than 1,500"


@settings(deadline=None)
@given(st.integers(min_value=0, max_value=10**9))
def test_separators_do_not_change_a_value(number: int) -> None:
    plain, grouped = read_figures(f"{number} units", LEXICON), read_figures(f"{number:,}", LEXICON)
    assert [f.worth for f in plain] == [f.worth for f in grouped]


@settings(deadline=None)
@given(st.text(alphabet="0123456789,.-%$+~ xkM to about dozen", max_size=40))
def test_any_text_is_read_without_overlap(text: str) -> None:
    at = 0
    for figure in read_figures(text, LEXICON):
        assert at <= figure.start < figure.end <= len(text)
        at = figure.end
