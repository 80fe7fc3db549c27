"""Where a draft stands in its line: in place of the words that it is about, or behind them all.

What followed those words keeps following them; a draft that has no such place may still add what
it tells as an act of its own at the end of the line.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reframe.core.drafts import Draft
from reframe.core.evidence import FIGURES
from reframe.core.lexicon import Lexicon
from reframe.core.phrases import words_of
from reframe.core.suggestion import FUNCTION, INFLECTED, Edit, Piece
from reframe.core.wording import Tense

_AND = " and "
_TIED_FIGURE = re.compile(r"\{\{\s*object\s*\}\} \w+ \{\{\s*(\w+)\s*\}\}")
_PARTING = ("conjunctions", "relatives", "adverbs", "determiners", "subordinators", "time_words")
_SHORT = 5
_OWN = 2
"""So many words at most tell the source's own act behind "and": "and *helped with* training"."""


@dataclass(frozen=True, slots=True)
class _Parts:
    """What a draft says up to its object, what stands by that ("(40 people)", "to 12 guests"), and
    one more act behind it ("and wrote the slides")."""

    head: tuple[Piece, ...]
    near: tuple[Piece, ...]
    far: tuple[Piece, ...]
    held: bool
    """Whether the object stands in the head at all."""


def place(
    text: str, draft: Draft, edits: Sequence[Edit], lexicon: Lexicon, *, opener_start: int | None
) -> tuple[Edit, ...] | None:
    """Return ``edits`` with the draft in place of its core, or None where it does not fit.

    What followed the core keeps following the draft's object; a further act of the draft stands
    behind that. It does not fit where the line would say the same relation twice, or where words
    of the object would be cut off from it.
    """
    start, end = draft.hit.core
    if opener_start is not None:
        start = min(start, opener_start)
    stop = draft.hit.unit.extent[1]
    parts = _parts(draft)
    near, far = _arranged(text, draft, parts, lexicon)
    if near is None:
        return None
    pieces = [*parts.head, *near]
    lead = text[:start]
    if lead.strip():
        pieces = _inside(pieces)
        joint = re.search(r"(,? and |,? & )$", lead)
        if joint and draft.joins:
            start = joint.start()
            pieces.insert(0, Piece(", ", FUNCTION))
    # A later draft may have turned the "and" behind this one into a comma already.
    follow = text.startswith(_AND, end) and all(edit.start != end for edit in edits)
    if follow and (", " in draft.text or draft.joins):
        pieces.append(Piece(",", FUNCTION))
    if any(e.start < start < e.end or e.start < end < e.end for e in edits):
        return None
    # "Aided with the onboarding of clerks": what took its "of" away was another wording of it.
    kept = [e for e in edits if e.end <= start or (e.start >= end and (e.text or e.start > end))]
    placed = [Edit(start, end, tuple(pieces), draft.hit.rule.why)]
    if far:
        if any(e.start <= stop <= e.end for e in kept) or text[:stop].rstrip().endswith(","):
            return None
        placed.append(Edit(stop, stop, tuple(far), draft.hit.rule.why))
    return tuple(sorted((*kept, *placed), key=lambda e: (e.start, e.end)))


def keeps_rest(text: str, draft: Draft, lexicon: Lexicon) -> bool:
    """Return whether what follows a draft's core hangs on the same words as before: it follows
    the object, at most behind a figure in brackets, or nothing follows."""
    if not text[draft.hit.core[1] : draft.hit.unit.extent[1]].strip(" .;,"):
        return True
    parts = _parts(draft)
    near, _ = _arranged(text, draft, parts, lexicon)
    return parts.held and near is not None and (not near or _is_bracket(near))


def append(
    text: str, draft: Draft, edits: Sequence[Edit], lexicon: Lexicon, tense: Tense
) -> tuple[Edit, ...] | None:
    """Return ``edits`` with the act that a draft adds to the source's own at the end of the line
    ("..., and set up the filing system"), or None where it adds none, or no line of one sentence
    in the tense of the role ends there."""
    added = _added(draft)
    stop = len(text.rstrip(" .;"))
    words = [word for word in words_of(text) if word.start < stop]
    broken = any(word.low in lexicon.words("sentence_ends") or word.low == ";" for word in words)
    if not added or broken or not words or text[stop - 1 : stop] in ",:-–—&/(":
        return None
    if any(edit.end >= stop for edit in edits) or not _opens_in(text, edits, lexicon, tense):
        return None
    listed = any(word.low in (",", "and", "&") for word in words)
    joint = Piece(f"{',' if listed else ''}{_AND}", FUNCTION)
    return (*edits, Edit(stop, stop, (joint, *added), draft.hit.rule.why))


def _opens_in(text: str, edits: Sequence[Edit], lexicon: Lexicon, tense: Tense) -> bool:
    """Whether a line begins with a verb in the tense of the role, so that one more act in it is
    in its form."""
    first = next((e for e in edits if e.start == 0 and e.text), None)
    words = words_of(first.text if first else text)
    form = "past" if tense == "past" else "base"
    return bool(words) and bool(lexicon.lemmas(words[0].low, form))


def _parts(draft: Draft) -> _Parts:
    pieces = draft.pieces
    ends = draft.hit.object_text
    at = next(
        (
            n
            for n, piece in enumerate(pieces)
            if piece.origin == "source" and piece.text and ends.endswith(piece.text)
        ),
        None,
    )
    if at is None:
        return _Parts(tuple(pieces), (), (), held=False)
    near = list(pieces[at + 1 :])
    for n, piece in enumerate(near):
        # "(40 people) and wrote the slides": the act begins behind the bracket.
        begin = 0 if n == 0 else piece.text.find(")") + 1
        if piece.text.startswith(_AND, begin) and (n == 0 or begin):
            front = Piece(piece.text[:begin], piece.origin)
            act = Piece(piece.text[begin:], piece.origin)
            return _Parts(
                tuple(pieces[: at + 1]),
                (*near[:n], *([front] if front.text else [])),
                (act, *near[n + 1 :]),
                held=True,
            )
    return _Parts(tuple(pieces[: at + 1]), tuple(near), (), held=True)


def _arranged(
    text: str, draft: Draft, parts: _Parts, lexicon: Lexicon
) -> tuple[tuple[Piece, ...] | None, tuple[Piece, ...]]:
    """Return what of a draft stands by its object and what behind the words that follow that; None
    for the first where they leave it no place."""
    near, far = parts.near, parts.far
    end, stop = draft.hit.core[1], draft.hit.unit.extent[1]
    rest = [word.low for word in words_of(text) if end <= word.start < stop]
    if not rest:
        return (*near, *far), ()
    last = not text[stop:].strip(" .;")
    if not parts.held:
        # "Ran risk analyses" for "performed assessments *of* threats": of what, nothing tells.
        return (None if rest[0] == "of" or _clashes(rest[0], parts.head, lexicon) else ()), ()
    if far and not last:
        near, far = (*near, *far), ()
    elif far and not {",", "and", "&"}.isdisjoint(rest):
        far = (Piece(",", FUNCTION), *far)  # "to check stock and orders, *and* led counts"
    if not near:
        return near, far
    if rest[0] not in lexicon.words("phrase_stops") and _goes_on(rest[0], lexicon):
        return None, ()  # "opened the store *operations*"
    if _is_bracket(near):
        return (None if rest[0] == "(" else near), far
    if any(rest[n] == "," and rest[n + 1] in ("and", "or") for n in range(len(rest) - 1)):
        return None, ()  # a list goes on
    if not far and _describes(rest[0], lexicon):
        # "harnesses *used in turbines* with a yield of 98%"
        return ((), near) if last and len(rest) <= _SHORT else (None, ())
    if not _clashes(rest[0], near, lexicon):
        return near, far
    bracket = _bracketed(rest[0], near) if _tells_figure(draft) else ()
    return bracket or None, far


def _clashes(lead: str, pieces: Sequence[Piece], lexicon: Lexicon) -> bool:
    """Whether words of a rule leave no place for what follows: they hold its preposition already,
    or a list that would go on with it."""
    own = _said([piece for piece in pieces if piece.origin.startswith("rule:")])
    again = lead in lexicon.words("phrase_stops") and lead != "of"
    return ", " in own or (again and lead in {word.low for word in words_of(own)})


def _goes_on(low: str, lexicon: Lexicon) -> bool:
    """Whether a word goes on with the noun in front of it: a noun, and nothing that parts."""
    loose = frozenset[str]().union(*(lexicon.words(name) for name in _PARTING))
    return (
        low.isalpha()
        and not low.endswith("ly")
        and low not in loose
        and not lexicon.readings.get(low)
    )


def _describes(low: str, lexicon: Lexicon) -> bool:
    """Whether a word begins what tells more of the noun in front of it: "used in", "that save"."""
    return bool(lexicon.lemmas(low, "participle")) or low in lexicon.words("relative_words")


def _added(draft: Draft) -> list[Piece]:
    """Return the act that a draft sets in front of the source's own or behind it, without any of
    the source's words: "*set up the filing system* and filed reports"."""
    parts = _parts(draft)
    if parts.far and not parts.near:
        act, *others = parts.far
        found = [Piece(act.text.removeprefix(_AND), act.origin), *others]
    else:
        at = next((n for n, p in enumerate(draft.pieces) if p.origin in ("source", INFLECTED)), 0)
        found = list(draft.pieces[:at])
        last = found[-1] if found else None
        front, joint, own = last.text.rpartition(_AND) if last else ("", "", "")
        if parts.near or parts.far or last is None or not joint or len(own.split()) > _OWN:
            return []
        found[-1] = Piece(front, last.origin)
    found = [piece for piece in found if piece.text]
    own_words = any(piece.origin in ("source", INFLECTED) for piece in found)
    if own_words or len(_said(found).split()) < 2:
        return []  # "built and maintained sites": what was built stands behind
    return _inside(found)


def _inside(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces of a draft as they stand inside a line: its first letter is small."""
    first, *others = pieces
    return [Piece(first.text[:1].lower() + first.text[1:], first.origin), *others]


def _said(pieces: Sequence[Piece]) -> str:
    return "".join(piece.text for piece in pieces)


def _is_bracket(pieces: Sequence[Piece]) -> bool:
    said = _said(pieces).strip()
    return said.startswith("(") and said.endswith(")")


def _tells_figure(draft: Draft) -> bool:
    """Whether a preposition and a figure follow the object of a draft."""
    figures = {ask.name for ask in draft.hit.rule.asks if ask.kind in FIGURES}
    slot = _TIED_FIGURE.search(draft.say.draft)
    return slot is not None and slot[1] in figures


def _bracketed(lead: str, near: Sequence[Piece]) -> tuple[Piece, ...]:
    """Return a figure in brackets for one behind the preposition that follows the core too:
    "service to 40 guests a day" -> "service (40 guests a day)"."""
    tie, *others = near
    if tie.text.strip().casefold() != lead or not others or ", " in _said(others):
        return ()
    return (Piece(" (", tie.origin), *others, Piece(")", tie.origin))
