"""The "and" between the last two of what commas alone part: names ("tools like Excel, Word"), two
plurals ("searched by authors, titles."), two sides of one thing ("offshore, nearshore crews")."""

from collections.abc import Iterator, Sequence

from reframe.core.lexicon import Lexicon
from reframe.core.mechanics_series import is_thing, items_of
from reframe.core.noun_starts import is_noun_start, lists_openly
from reframe.core.suggestion import LIST_AND, Edit, repaired
from reframe.core.words import Word, looks_plural

_BOTH = "They are two kinds, and no thing is both."
_MANNER = "Two adjectives that each describe it are parted by a comma."
_PAIR = 'Two things are joined by "and".'
_WORDS = 4
_MANY = 4
_FEW = 3
_SIGNS = frozenset({"/", "-", "+", "#", "."})


def pair_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the "and" that two things, or the last of several names, lack."""
    yield from _manners(words, lexicon)
    commas = [word.i for word in words if word.text == ","]
    if not commas:
        return
    yield from _sides(words, commas, lexicon)
    yield from _names(words, lexicon)
    if len(commas) == 1:
        yield from _plurals(words, commas[0], lexicon)


def _manners(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the comma between two adjectives of one manner: "in a polite, helpful manner"."""
    manners = lexicon.words("manner_adjectives")
    for noun in words[3:]:
        if noun.text == "manner" and {words[noun.i - 1].text, words[noun.i - 2].text} <= manners:
            end = words[noun.i - 2].end
            if words[noun.i - 3].low in lexicon.words("articles"):
                yield repaired(end, end, ",", _MANNER)


def _sides(words: Sequence[Word], commas: Sequence[int], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the "and" of two opposites in front of one noun."""
    for at in commas:
        if not 0 < at < len(words) - 2:
            continue
        comma, one, two = words[at], words[at - 1], words[at + 1]
        if f"{one.low}/{two.low}" not in lexicon.words("opposite_sides"):
            continue
        if at > 1 and words[at - 2].text == ",":
            continue  # "local, inbound, outbound calls"
        if is_noun_start(words, at + 2, lexicon):
            yield repaired(comma.start, comma.end, " and", _BOTH)


def _names(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the "and" in front of the last of a row of names: of two behind "like" and "such as", of
    three behind "using", of four behind "in", where the sentence ends or goes on."""
    for lead in words[1:-3]:
        such = lead.text == "as" and words[lead.i - 1].text == "such"
        if not such and lead.text not in lexicon.words("leads_to_names"):
            continue
        items, end = _row(words, lead.i + 1)
        if lead.text == "like" or such:
            fewest = 2
        else:
            fewest = _MANY if lead.text in lexicon.words("leads_to_many_names") else _FEW
        if len(items) < fewest or items[-1][-1].text in lexicon.words("firm_endings"):
            continue
        stopped = end < len(words) and (
            words[end].text == "."
            or (fewest == 2 and words[end].low in lexicon.words("closes_names"))
        )
        places = lexicon.words("states") | lexicon.words("lands") | lexicon.words("lands_with_the")
        named = any(" ".join(word.text for word in item) in places for item in items)
        if not stopped or (named and len(items) < _MANY) or _is_joined(words, end):
            continue
        last = items[-1][0]
        if len(items) == 2:
            comma = words[last.i - 1]
            yield repaired(comma.start, comma.end, " and", _PAIR)
        else:
            yield repaired(last.start, last.start, "and ", LIST_AND)


def _is_joined(words: Sequence[Word], end: int) -> bool:
    """Whether "and" goes on with one more name: "like Excel, Word and *Access*"."""
    return end + 1 < len(words) and words[end].low == "and" and not words[end + 1].text.islower()


def _row(words: Sequence[Word], start: int) -> tuple[list[list[Word]], int]:
    """Return the names that commas part from a word on, and where they end."""
    items: list[list[Word]] = [[]]
    at = start
    while at < len(words):
        word = words[at]
        if word.text == ",":
            if not items[-1]:
                return [], at
            items.append([])
        elif _is_named(word) or (items[-1] and word.number) or (items[-1] and _is_sign(words, at)):
            items[-1].append(word)
            if len(items[-1]) > _WORDS:
                return [], at
        else:
            break
        at += 1
    return ([], at) if not items[-1] else (items, at)


def _is_named(word: Word) -> bool:
    return not word.mark and not word.number and any(letter.isupper() for letter in word.text)


def _is_sign(words: Sequence[Word], at: int) -> bool:
    """Whether a sign stands inside a name and ends no sentence: "TCP/IP"."""
    sign = words[at]
    inside = at + 1 < len(words) and not words[at + 1].spaced and not sign.spaced
    return sign.text in _SIGNS and inside


def _plurals(words: Sequence[Word], at: int, lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the "and" for the only comma of a line that ends in two plurals behind a preposition or
    the act that it begins with."""
    body = list(words)
    if body[-1].low == ".":
        body.pop()
    if any(word.mark and word.i != at for word in body) or lists_openly(body, lexicon):
        return
    joints = (
        lexicon.words("conjunctions") | lexicon.words("relatives") | lexicon.words("subordinators")
    )
    front, second = items_of(body)
    first: list[Word] = []
    for word in reversed(front):
        if word.low in lexicon.words("prepositions") or (word.i == 0 and _is_past(word, lexicon)):
            break
        first.insert(0, word)
    else:
        return
    if any(word.low in joints and word.low != "as" for word in body):
        return
    if not first or first[0].i == 0 or not second:
        return
    if lexicon.is_gerund(second[0].low):
        return  # "cut grooves, *using chisels*"
    if all(is_thing(item, lexicon) and looks_plural(item[-1].low) for item in (first, second)):
        comma = words[at]
        yield repaired(comma.start, comma.end, " and", _PAIR)


def _is_past(word: Word, lexicon: Lexicon) -> bool:
    return bool(lexicon.lemmas(word.low, "past", "base", "third"))
