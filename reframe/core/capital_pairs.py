"""A capital on the first half of what names nothing: "led *Quality* assurance", "the POS *System*".

What has a name has its capitals on every word of it; one on the first word of a set pair, or behind
the letters of a kind of thing, is a slip.
"""

from collections.abc import Iterator, Sequence

from reframe.core.acts_of import is_act
from reframe.core.lexicon import Lexicon
from reframe.core.words import Word

_JOINTS = frozenset({",", "&"})
_ANDS = frozenset({"and", "or"})


def half_capitals(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Word]:
    """Yield the words whose capital is a slip for what stands around them."""
    texts = [word.text for word in words]
    pairs, kinds = lexicon.words("plain_pairs"), lexicon.words("kinds_behind_letters")
    for word in words[1:-1]:
        if not word.text.istitle() or not word.text.isalpha():
            continue
        behind = words[word.i + 1]
        if not behind.text.islower() and not (behind.mark and word.low in kinds):
            continue
        if texts.count(word.text) > 1:
            continue  # "Accounts payable and Accounts Receivable"
        said = f"{word.low} {behind.low}"
        paired = said in pairs or said.removesuffix("s") in pairs
        kind = word.low in kinds and behind.low != "(" and _is_kind(words, word.i - 1, lexicon)
        kind = kind and behind.low not in lexicon.words("kinds_of_groups") | {"team"}
        paired = paired and _goes_on(words, word.i, lexicon) and _ends(words, word.i + 2, lexicon)
        if kind or paired:
            yield word
        if paired and _is_lead(words, word.i - 1, lexicon):
            yield words[word.i - 1]


def _goes_on(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether a sentence goes on at a word: behind small letters, a number, a comma, or the act that
    a line begins with; and not with a list whose members have capitals ("Data Mining, *Neural*
    networks")."""
    before = words[at - 1]
    if at == 1:
        readings = lexicon.readings.get(before.low, ())
        named = before.low in lexicon.words("gerund_nouns")
        acting = is_act(before, lexicon) and not named
        return acting or (bool(readings) and all(not r.nominal for r in readings))
    if _is_lead(words, at - 1, lexicon):
        return True
    if before.text in _JOINTS or before.low in _ANDS:
        return at < 2 or not words[at - 2].text.istitle()
    return before.text.islower() or before.number


def _is_lead(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether a word with a capital only tells how much of it, behind small letters: "the *Complete*
    Software development"."""
    told = words[at].text.istitle() and words[at].low in lexicon.words("plain_leads")
    return told and at > 0 and words[at - 1].text.islower()


def _ends(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether no name goes on behind a pair: "Social media *Today*", "Human resources *and
    Payroll*", "Quality control *department*"."""
    if at >= len(words):
        return True
    joined = words[at].low in _ANDS and at + 1 < len(words)
    behind = words[at + 1 if joined else at]
    ordinary = lexicon.words("plain_nouns") | lexicon.words("plain_plurals")
    named = behind.text.istitle() and behind.low not in ordinary
    return not named and words[at].low not in lexicon.words("kinds_of_groups")


def _is_kind(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether letters tell the kind of a thing, and stand behind small letters: "a *CRM*"."""
    letters = words[at].text in lexicon.words("letters_of_kinds")
    return letters and at > 0 and words[at - 1].text.islower()
