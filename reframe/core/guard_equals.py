"""A draft worded as its source, where an editor takes the one wording for the other.

Whether two words are equal depends on what they are said of, and it does not chain: "picked" is
"selected" of a menu and "gathered" of apples. So no word is ever put in a third one: a wording of
the draft that the source lacks gives way to the one in the same row that the source has and the
draft lacks. What was moved or claimed besides is then judged on the words that both texts share.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from reframe.core.bullet import VerbForm
from reframe.core.equal_rows import WORD, Row, Wording, dictionary_forms, rows_at, verbs_at
from reframe.core.guard_plain import Plain, as_written, put_at
from reframe.core.inflect import inflect
from reframe.core.lexicon import Lexicon

_GAP = 3
"""The most words that stand between a verb and its particle."""
_BLANK = 5
"""The most words that stand for a blank of a wording."""
_PASSES = 2
"""A wording may stand in the blank of another ("dice 40 kilos of leeks")."""
_REACH = 8
_FORMS: tuple[VerbForm, ...] = ("past", "participle", "gerund", "third", "base")
_NEAR = 4


@dataclass(frozen=True, slots=True)
class _Text:
    """A line in words: each with where it stands, in lower case, and what it may be a form of."""

    text: str
    spans: tuple[tuple[int, int], ...]
    lows: tuple[str, ...]
    nouns: tuple[frozenset[str], ...]

    def joined(self, first: int, last: int) -> bool:
        """Whether nothing but blanks and the marks of one phrase parts a word from another."""
        between = self.text[self.spans[first][1] : self.spans[last][0]]
        return not any(mark in between for mark in ",;:.()")


@dataclass(frozen=True, slots=True)
class _Met:
    """Where a text has a wording: the first and last word, and the words for its blanks."""

    row: Row
    wording: Wording
    first: int
    last: int
    blanks: tuple[tuple[str, str], ...]
    apart: bool
    way: str


def as_source(before: str, after: str, lexicon: Lexicon) -> Plain:
    """Return a draft with the wordings of its source, where the tables take them for equal."""
    plain = as_written(after)
    source = _read(before, lexicon)
    was = tuple(_met(source, lexicon))
    for _ in range(_PASSES):
        worded = _worded(source, was, plain, lexicon)
        if worded.text == plain.text:
            break
        plain = worded
    return plain


def _worded(source: _Text, was: tuple[_Met, ...], plain: Plain, lexicon: Lexicon) -> Plain:
    """Return a draft with each wording that it has too many of put as the source has it."""
    draft = _read(plain.text, lexicon)
    now = tuple(_met(draft, lexicon))
    edits: list[tuple[int, int, str]] = []
    taken: set[int] = set()
    for met in now:
        if taken & set(range(met.first, met.last + 1)):
            continue
        if _count(met.wording, now) <= _count(met.wording, was):
            continue
        for own in was:
            if not _may_stand(met, own):
                continue
            if _count(own.wording, was) > _count(own.wording, now):
                start, end = draft.spans[met.first][0], draft.spans[met.last][1]
                edits.append((start, end, _reworded(met, own, draft, source, lexicon)))
                taken |= set(range(met.first, met.last + 1))
                break
    for start, end, text in sorted(edits, reverse=True):
        plain = put_at(plain, start, end, text)
    return plain


def _may_stand(met: _Met, own: _Met) -> bool:
    """Whether a row lets a wording of a draft stand for one of its source."""
    if own.row is not met.row or own.wording is met.wording or own.way != met.way:
        return False
    if {name for name, _ in own.blanks} != {name for name, _ in met.blanks}:
        return False
    return not own.row.one_way or own.wording is own.row.wordings[0]


def _read(text: str, lexicon: Lexicon) -> _Text:
    found = tuple(WORD.finditer(text))
    lows = tuple(match.group().casefold() for match in found)
    return _Text(
        text,
        tuple(match.span() for match in found),
        lows,
        tuple(dictionary_forms(low, lexicon) for low in lows),
    )


def _count(wording: Wording, met: tuple[_Met, ...]) -> int:
    return len({(m.first, m.last) for m in met if m.wording == wording})


def _met(text: _Text, lexicon: Lexicon) -> Iterator[_Met]:
    """Yield every wording of the tables that a text has, from left to right, the longest first;
    of one row no wording inside another ("register" in "cash register")."""
    reached: dict[int, int] = {}
    for at, low in enumerate(text.lows):
        acts = sorted(f"~{verb}" for verb in verbs_at(low, lexicon))
        keys = (*acts, *sorted(text.nouns[at]))
        for row, wording in rows_at(keys, lexicon):
            met = _met_at(text, at, row, wording, lexicon)
            if met is None or met.last <= reached.get(id(row), -1):
                continue
            if _stands(met, text, lexicon):
                reached[id(row)] = met.last
                yield met


def _met_at(text: _Text, at: int, row: Row, wording: Wording, lexicon: Lexicon) -> _Met | None:
    """Return where a wording stands that begins at a word, or None."""
    here, blanks, apart = at, [], False
    if not wording.act and not _is_word(text, at, wording.words, 0):
        return None
    for index in range(1, len(wording.words)):
        word = wording.words[index]
        if word.isdigit():
            span = _blank(text, here, wording.words[index + 1 : index + 2], lexicon)
            if span is None:
                return None
            blanks.append((word, text.text[text.spans[here + 1][0] : text.spans[span][1]]))
            here = span
            continue
        there = here + 1
        articles = lexicon.words("articles")
        while there < len(text.lows) and text.lows[there] in articles and word not in articles:
            there += 1
        gap = wording.act and index == 1 and word in lexicon.words("particles")
        if gap and not (there < len(text.lows) and text.lows[there] == word):
            ahead = range(there + 1, min(there + 1 + _GAP, len(text.lows)))
            there = next((i for i in ahead if text.lows[i] == word), len(text.lows))
            apart = True
        if there >= len(text.lows) or not text.joined(here, there):
            return None
        if not _is_word(text, there, wording.words, index):
            return None
        here = there
    if apart and len(wording.words) > len("ab"):
        return None
    behind = text.lows[here + 1] if here + 1 < len(text.lows) else ""
    way = behind if wording.act and behind in lexicon.words("act_ways") else ""
    return _Met(row, wording, at, here, tuple(blanks), apart, way)


def _is_word(text: _Text, at: int, words: tuple[str, ...], index: int) -> bool:
    """Whether a word is the one of a wording; a noun in any number."""
    return text.lows[at] == words[index] or words[index] in text.nouns[at]


def _blank(text: _Text, here: int, after: tuple[str, ...], lexicon: Lexicon) -> int | None:
    """Return the last word that a blank behind a word stands for, or None."""
    stops = lexicon.words("place_words") | (frozenset() if after else lexicon.words("act_joints"))
    end = here
    for at in range(here + 1, min(here + 2 + _BLANK, len(text.lows))):
        if not text.joined(at - 1, at):
            break
        if text.nouns[at].intersection(after):
            return end if end > here else None
        if text.lows[at] in stops:
            break
        end = at
    return end if end > here and not after else None


def _stands(met: _Met, text: _Text, lexicon: Lexicon) -> bool:
    """Whether the words that a row asks for stand beside a wording, and none that it bars."""
    row = met.row
    if not row.beside and not row.barred:
        return True
    found: set[str] = set()
    if met.wording.act:
        stops = lexicon.words("place_words") - {"of"}
        for at in range(met.first + 1, min(met.last + 1 + _REACH, len(text.lows))):
            if at > met.last and text.lows[at] in stops and found:
                break
            found |= text.nouns[at]
        for at in range(max(0, met.first - _NEAR), met.first):
            found |= text.nouns[at]
    else:
        for at in range(max(0, met.first - _NEAR), min(met.last + 1 + _NEAR, len(text.lows))):
            if not met.first <= at <= met.last:
                found |= text.nouns[at]
    return (not row.beside or bool(found & row.beside)) and not found & row.barred


def _reworded(met: _Met, own: _Met, draft: _Text, source: _Text, lexicon: Lexicon) -> str:
    """Return the wording of the source in the form that the draft's has."""
    first = draft.text[draft.spans[met.first][0] : draft.spans[met.first][1]]
    said = source.text[source.spans[own.first][0] : source.spans[own.last][1]]
    if met.wording.act:
        text = _act(met, own, draft, source, lexicon)
    elif _many(met, draft) == _many(own, source) or not _counts(met, own, lexicon):
        opens = source.spans[own.first][0] == 0 and not said[1:2].isupper()
        text = said[:1].lower() + said[1:] if opens else said
    else:
        text = own.wording.text
        if _many(met, draft):
            text = lexicon.maps["other_plurals"].get(text, f"{text}s")
    if met.apart:
        between = draft.spans[met.first][1], draft.spans[met.last][0]
        text += draft.text[slice(*between)].rstrip()
    at_start = draft.spans[met.first][0] == 0 or first[:1].isupper()
    return text[:1].upper() + text[1:] if at_start else text


def _act(met: _Met, own: _Met, draft: _Text, source: _Text, lexicon: Lexicon) -> str:
    """Return an act of the source in the form of the draft's, with what the draft has for its
    blanks."""
    verb = inflect(own.wording.words[0], _form(met, draft, lexicon), lexicon)
    if own.apart:
        return f"{verb} {' '.join(own.wording.words[1:])}"
    behind = source.text[source.spans[own.first][1] : source.spans[own.last][1]]
    for (_, said), (_, now) in zip(sorted(own.blanks), sorted(met.blanks), strict=True):
        behind = behind.replace(said, now, 1)
    return verb + behind


def _form(met: _Met, draft: _Text, lexicon: Lexicon) -> VerbForm:
    """Return the form that a verb of the draft stands in."""
    low, verb = draft.lows[met.first], met.wording.words[0]
    forms = {r.form for r in lexicon.readings.get(low, ()) if r.lemma == verb}
    if not forms:
        forms = {form for form in _FORMS if inflect(verb, form, lexicon) == low}
    before = draft.lows[met.first - 1] if met.first else ""
    if "participle" in forms and before in lexicon.words("auxiliaries"):
        return "participle"
    if "base" in forms and before in lexicon.words("modals"):
        return "base"
    return next((form for form in _FORMS if form in forms), "base")


def _many(met: _Met, text: _Text) -> bool:
    return text.lows[met.last] != met.wording.words[-1]


def _counts(met: _Met, own: _Met, lexicon: Lexicon) -> bool:
    """Whether both wordings have a number to tell apart."""
    alone = lexicon.words("numberless") | lexicon.words("countless")
    return not any(m.wording.words[-1] in alone for m in (met, own))
