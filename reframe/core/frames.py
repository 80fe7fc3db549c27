"""Find the weak opener that stands at a place of a line; ``data/tables/frames.toml`` lists them.

Optional words are taken when they are there, and a noun phrase inside an opener is as short as
the rest of the pattern allows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reframe.core.bullet import FINITE_FORMS, VerbForm
from reframe.core.lexicon import Frame, Lexicon
from reframe.core.line import Line
from reframe.core.once import once_for
from reframe.core.verbs import base_is_verb, gerund_is_verb

_NOUN_PHRASE = 12
_LEAD = 7


@dataclass(frozen=True, slots=True)
class Opener:
    """A frame found: its words run from ``start`` to before ``end``.

    ``forms`` are the forms that its own verb can stand in (empty for "Responsible for" and "Duties
    included", whose verb is not the client's);
    ``needs`` is what the pattern demands behind it: base, ing, verb or "".
    ``phrase`` is the noun phrase inside it ("customers" of "Helped customers find").
    """

    frame: Frame
    start: int
    end: int
    forms: frozenset[VerbForm]
    needs: str
    phrase: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class _Path:
    at: int
    verb: int | None = None
    phrase: tuple[int, int] | None = None
    needs: str = ""


def find_opener(line: Line, start: int) -> Opener | None:
    """Return the longest opener that stands at ``start``, behind a subject, auxiliaries and
    adverbs if there are any, or None."""
    lead = skip_lead(line, start)
    best: Opener | None = None
    for at in {start, lead}:
        for pattern in _candidates(line, at):
            path = _walk(line, pattern.steps, 0, _Path(at))
            if path is not None and (best is None or _better(line, path, best)):
                best = _opener(line, pattern.frame, start, path)
    return best


def _better(line: Line, path: _Path, best: Opener) -> bool:
    """An act that a person was helped to do outweighs what stands behind it ("Helped customers
    *find* items with a map")."""
    if path.phrase and best.phrase and path.needs != best.needs:
        if best.needs == "base" and path.phrase[1] > best.end and line.lean(best.end) == 2:
            return False
        if path.needs == "base" and best.phrase[1] > path.at and line.lean(path.at) == 2:
            return True
    return _longer(path, best)


def _longer(path: _Path, best: Opener) -> bool:
    """A met demand ("Helped | plan and carry out") outweighs words swallowed on the way to one."""
    if path.needs and best.needs:
        return path.at < best.end
    return path.at > best.end or (path.at == best.end and path.needs > best.needs)


def skip_lead(line: Line, start: int) -> int:
    """Return the position behind "I", "was", "also", "successfully" and the like."""
    at = line.any_row(start, "shared_subject_phrases")
    while at < start + _LEAD and (
        line.has(at, "subjects")
        or line.kind(at) == "adverb"
        or (line.kind(at) == "auxiliary" and not line.reads(at))
        or line.has(at, "openers")
    ):
        at += 1
        if line.low(at) == "," and at == start + 1 and line.kind(start) == "adverb":
            at += 1  # "Additionally, trained staff"
    return at


def skip_openers(line: Line, start: int) -> int:
    """Return the position behind "also", "then", "later" and the like."""
    at = start
    while line.kind(at) == "adverb" or line.has(at, "openers"):
        at += 1
    return at


def _opener(line: Line, frame: Frame, start: int, path: _Path) -> Opener:
    forms: frozenset[VerbForm] = frozenset()
    if path.verb is not None and path.verb == skip_lead(line, start):
        forms = frozenset(reading.form for reading in line.reads(path.verb))
    return Opener(frame, start, path.at, forms, path.needs, path.phrase)


def _candidates(line: Line, at: int) -> Iterator[_Pattern]:
    """Yield the patterns that can begin with this word and whose other words the line has, in
    the order of the table."""
    index = _index(line.lexicon)
    found = {*index.by_first.get(line.low(at), ()), *index.by_first.get("", ())}
    for lemma in line.lemmas(at):
        found.update(index.by_first.get("~" + lemma, ()))
    for n in sorted(found):
        pattern = index.patterns[n]
        if not any(map(line.lows.isdisjoint, pattern.needed)):
            yield pattern


@dataclass(frozen=True, slots=True)
class _Step:
    """One element of a pattern: its ``kind`` is "" for a word that is one of ``words`` or a form
    of one of ``lemmas``, else the element itself. ``names_act`` tells that a lemma stands in it."""

    kind: str
    optional: bool
    words: frozenset[str]
    lemmas: frozenset[str]
    names_act: bool


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A pattern of a frame. Of each set of words in ``needed`` it has one."""

    frame: Frame
    steps: tuple[_Step, ...]
    needed: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class _Index:
    """Every pattern, and by first word ("~" before a lemma) which of them may begin with it;
    those under "" may begin with anything."""

    patterns: tuple[_Pattern, ...]
    by_first: Mapping[str, tuple[int, ...]]


@once_for
def _index(lexicon: Lexicon) -> _Index:
    patterns = tuple(
        _pattern(frame, opener.split(), lexicon)
        for frame in lexicon.frames
        for opener in frame.openers
    )
    by_first: dict[str, tuple[int, ...]] = {}
    for n, pattern in enumerate(patterns):
        for step in pattern.steps:
            firsts = {*step.words, *("~" + lemma for lemma in step.lemmas)}
            for first in [""] if step.kind else sorted(firsts):
                by_first[first] = (*by_first.get(first, ()), n)
            if not step.optional:
                break
    return _Index(patterns, by_first)


def _pattern(frame: Frame, elements: Sequence[str], lexicon: Lexicon) -> _Pattern:
    steps = tuple(_step(element, lexicon) for element in elements)
    fixed = (step for step in steps if not (step.kind or step.optional or step.lemmas))
    return _Pattern(frame, steps, tuple(step.words for step in fixed))


def _step(element: str, lexicon: Lexicon) -> _Step:
    optional = element.endswith("?")
    element = element.removesuffix("?")
    if element[0] in "*.@":
        return _Step(element, optional, frozenset(), frozenset(), names_act=False)
    if element.startswith("<"):
        words = lexicon.words(element[1:-1])
        return _Step("", optional, words, frozenset(), names_act=False)
    options = element.split("|")
    words = frozenset(option for option in options if not option.startswith("~"))
    lemmas = frozenset(option[1:] for option in options if option.startswith("~"))
    return _Step("", optional, words, lemmas, names_act="~" in element)


def _walk(line: Line, steps: tuple[_Step, ...], n: int, path: _Path) -> _Path | None:
    """Return the first way through the steps from ``n`` on, or None."""
    while n < len(steps):
        step = steps[n]
        n += 1
        if step.kind == "...":
            for end in _phrase_ends(line, path.at, places=_only_with(steps[n:])):
                found = _walk(line, steps, n, _Path(end, path.verb, (path.at, end)))
                if found is not None:
                    return found
            return None
        if step.kind.startswith("@"):
            return _demanded(line, step.kind[1:], path)
        taken = _taken(line, step, path)
        if taken is None:
            if not step.optional:
                return None
        elif step.optional:
            # An optional word is taken when it is there, unless the rest then fails.
            found = _walk(line, steps, n, taken)
            if found is not None:
                return found
        else:
            path = taken
    return path


def _only_with(steps: Sequence[_Step]) -> bool:
    return len(steps) == 1 and steps[0].words == {"with"} and not steps[0].optional


def _demanded(line: Line, need: str, path: _Path) -> _Path | None:
    """Return the way with what its pattern demands behind it, or None where that is not there."""
    if need == "end":
        return path if line.kind(path.at) not in ("noun", "adjective") else None
    if _follows(line, path.at, need, behind_phrase=path.phrase is not None):
        return _Path(path.at, path.verb, path.phrase, need)
    return None


def _taken(line: Line, step: _Step, path: _Path) -> _Path | None:
    """Return the way over the word or the adverbs of a step, or None."""
    at = path.at
    if step.kind:
        over = line.over_adverbs(at)
        return _Path(over, path.verb, path.phrase) if over > at else None
    if line.low(at) in step.words or (step.lemmas and not step.lemmas.isdisjoint(line.lemmas(at))):
        verb = at if step.names_act and path.verb is None else path.verb
        return _Path(at + 1, verb, path.phrase)
    return None


def _phrase_ends(line: Line, start: int, *, places: bool) -> Iterator[int]:
    """Yield where a short noun phrase that begins at ``start`` may end; with ``places`` it may
    tell where as well ("customers *on the sales floor and over the phone*")."""
    if not line.starts_noun_phrase(start) or line.only_verb(start):
        return
    for end in range(start + 1, start + 1 + _NOUN_PHRASE):
        yield end
        acts = line.read(end + 1, "gerund") and line.starts_strongly(end + 2)
        if line.kind(end) == "conjunction" and acts:
            return  # "Assisting nurses *and providing* a range of care with"
        of = line.low(end) in ("of", "for") or line.kind(end) == "conjunction" or _lists(line, end)
        of = of or (places and _tells_where(line, start, end))
        of = of or (line.kind(end) == "adverb" and line.kind(end + 1) in ("noun", "adjective"))
        if not of and line.kind(end) not in ("noun", "adjective", "number", "time", "article"):
            return


def _tells_where(line: Line, start: int, at: int) -> bool:
    """Whether a place follows persons that were helped, and no act that they were helped to do
    ("customers *on* the floor", but "find items in the store")."""
    if not line.has(at, "place_prepositions") or line.read(at + 1, "gerund"):
        return False
    return not any(line.lean(n) > 0 or base_is_verb(line, n, strict=True) for n in range(start, at))


def _lists(line: Line, at: int) -> bool:
    """Whether a comma goes on with a list of nouns ("brokers, inspectors and attorneys")."""
    if line.low(at) != "," or line.kind(at + 1) != "noun" or line.only_verb(at + 1):
        return False
    bare = not line.reads(at + 1) or line.plural(at + 1) or line.joins(at + 2) > at + 2
    if bare and any(line.joins(n) > n for n in range(at + 2, at + 4)):
        return line.read(at + 1, "past") is None  # "with product, sales and an agency"
    return line.plural(at - 1) and line.plural(at + 1) and not line.read(at + 1, "past")


def _follows(line: Line, at: int, need: str, *, behind_phrase: bool) -> bool:
    at = line.over_adverbs(at)
    if need == "ing":
        reading = line.read(at, "gerund")
        return reading is not None and gerund_is_verb(line, at)
    if need == "base":
        return base_is_verb(line, at, strict=behind_phrase and line.low(at - 1) != "to")
    return any(line.read(at, form) for form in FINITE_FORMS)
