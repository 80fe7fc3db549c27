"""The quick questions about phrases answer as the slow ones do."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reframe.core.phrases import (
    dictionary_forms,
    find_phrase,
    first_words,
    forms_of,
    is_among,
    keys_of,
    same_word,
    words_of,
)
from reframe.tables.lexicon import load_lexicon

LEXICON = load_lexicon()
WORDS = sorted(
    {*list(LEXICON.plurals)[:300], *list(LEXICON.domains)[:300], *list(LEXICON.readings)[:600]}
)
WORD = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(WORDS).map(lambda word: word + "s"),
    st.sampled_from(WORDS).map(lambda word: word + "es"),
    st.from_regex(r"[a-z]{1,6}(s|es|ies)?", fullmatch=True),
)


@given(WORD, st.frozensets(WORD, max_size=6))
def test_a_word_is_among_those_that_it_is_the_same_as(word: str, wanted: frozenset[str]) -> None:
    same = any(same_word(word, one, LEXICON) for one in wanted)
    assert is_among(word, wanted, LEXICON) == same
    if same:
        assert forms_of(word, LEXICON) & dictionary_forms(wanted, LEXICON)


@pytest.mark.parametrize("one", ["box", "boxes", "child", "children", "filing", "files"])
def test_a_word_is_among_its_own_forms(one: str) -> None:
    assert is_among(one, frozenset({one}), LEXICON)


@given(
    st.lists(WORD, min_size=1, max_size=8),
    st.frozensets(st.lists(WORD, min_size=1, max_size=2).map(" ".join), max_size=4),
)
def test_what_first_words_rule_out_does_not_stand(text: Sequence[str], phrases: set[str]) -> None:
    words = words_of(" ".join(text))
    stands = any(find_phrase(words, phrase, LEXICON) for phrase in phrases)
    if keys_of(words, LEXICON).isdisjoint(first_words(frozenset(phrases), LEXICON)):
        assert not stands
