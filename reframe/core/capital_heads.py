"""A capital on one word beside an ordinary noun in small letters: "cured *Surgical* patients", "sold
connected *Services*".

What has a name has its capitals on every word of it; of "Overseas customers" or "new Systems" the
other word shows that none is meant.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reframe.core.lexicon import Lexicon
from reframe.core.noun_starts import small_words
from reframe.core.words import Word

_AND = frozenset({",", "and", "or"})


def firsts_of_heads(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Word]:
    """Yield the capital in front of a noun in small letters that no name ends with."""
    firsts, heads = lexicon.words("head_firsts"), lexicon.words("plain_heads")
    texts = [word.text for word in words]
    for word, head in pairwise(words[1:]):
        if word.low not in firsts or not word.text.istitle() or head.text not in heads:
            continue
        before = words[word.i - 1]
        opens = before.i == 0 and lexicon.is_verb_alone(before.low)
        alone = texts.count(word.text) == 1 and head.spaced
        if alone and (before.text.islower() or opens) and not _joined(words, word.i, lexicon):
            yield word


def _joined(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether a word is told beside a name: "the *Interim* and Annual audits", or a name goes on
    behind its noun: "Web design *Studio*"."""
    before = words[at - 1]
    if before.low in _AND and at > 1 and words[at - 2].text[:1].isupper():
        return True
    behind = words[at + 2] if at + 2 < len(words) else None
    grouped = lexicon.words("kinds_of_groups") | lexicon.words("kinds_with_names")
    return behind is not None and (behind.text[:1].isupper() or behind.low in grouped)


def heads_behind(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Word]:
    """Yield the capital of an ordinary noun behind an adjective in small letters, and of the nouns
    in a list with it: "checked internal *Networks*, *Systems* and doors"."""
    heads = lexicon.words("heads_with_capitals")
    for word in words[2:]:
        if word.low not in heads or not word.text.istitle() or not word.spaced:
            continue
        before = words[word.i - 1]
        described = before.low in lexicon.words("adjectives") | lexicon.words("before_heads")
        if not before.text.islower() or not described:
            continue
        run = _list(words, word.i, heads)
        if run and _ends(words, run[-1].i + 1, lexicon):
            yield from run


def _list(words: Sequence[Word], at: int, heads: frozenset[str]) -> list[Word]:
    """Return the nouns with a capital in a list that begins at a word; none where another name is
    in it."""
    run = [words[at]]
    here = at + 1
    while here < len(words) and words[here].low in _AND:
        here += 1
        if here < len(words) and words[here].text[:1].isupper():
            if words[here].low not in heads or not words[here].text.istitle():
                return []
            run.append(words[here])
            here += 1
    return run


def _ends(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether a noun ends here, and no name goes on."""
    if at >= len(words):
        return True
    behind = words[at]
    if behind.mark:
        return behind.text in {".", ",", ";", ")"}
    return behind.text.islower() and behind.low in small_words(lexicon)


def several_things(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Word]:
    """Yield "Various" and the like inside a line, and the ordinary words that follow it with their
    capitals: "repair of *Various Electrical Drives*"; "Various Adobe Products" keeps two."""
    known = lexicon.words("head_firsts") | lexicon.words("heads_with_capitals")
    several = lexicon.words("several_with_capital")
    for word in words[1:-1]:
        if word.text not in several:
            continue
        before = words[word.i - 1]
        opens = before.i == 0 and lexicon.is_verb_alone(before.low)
        if not (before.text.islower() or opens):
            continue
        yield word
        run: list[Word] = []
        for other in words[word.i + 1 :]:
            if other.mark or not other.text[:1].isupper() or not other.spaced:
                break
            run.append(other)
        plain = known | lexicon.words("several_heads")
        end = words[run[-1].i + 1] if run and run[-1].i + 1 < len(words) else None
        named = end is not None and end.text in lexicon.words("naming_marks") - {"("}
        if run and not named and all(w.text.istitle() and w.low in plain for w in run):
            yield from run
