"""Understand a bullet: read it by its words, and by its parse where there is one."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from reframe.core.bullet import Clause, ParsedBullet, Segment, Span
from reframe.core.claims import Participation
from reframe.core.front_row import front_row
from reframe.core.hedges import hedges
from reframe.core.joints import PURPOSE
from reframe.core.lead_in import FRONT
from reframe.core.lexicon import Lexicon, Reading
from reframe.core.line import Line
from reframe.core.lower import lower_verbs
from reframe.core.objects import EITHER, NO_CONJUNCTION, SUBJECT
from reframe.core.opening import DENIED, MAY_NAME, POSSIBLE, SOMEONE_ELSE, TITLED, UNLISTED
from reframe.core.parts import Act, Part
from reframe.core.phrases import words_of
from reframe.core.quantities import quantities
from reframe.core.reader import NO_OBJECT, NO_VERB, RUN_ON, TASKS_AMONG, UNGOVERNED, read
from reframe.core.support import ANOTHER, NOUN, UNCONFIRMED, objections, tells_the_same
from reframe.core.tree import Token, sight_of, tree_of
from reframe.core.tree_reading import read_tree
from reframe.core.verbs import INSIDE, MAY_DESCRIBE, MAY_NAME_TASK, PARALLEL, PERSON, SELDOM

_LONG = 25
_LASTING = frozenset(
    {
        DENIED,
        EITHER,
        FRONT,
        INSIDE,
        MAY_DESCRIBE,
        MAY_NAME,
        MAY_NAME_TASK,
        NO_CONJUNCTION,
        NO_OBJECT,
        NO_VERB,
        PARALLEL,
        PERSON,
        POSSIBLE,
        PURPOSE,
        RUN_ON,
        SELDOM,
        SOMEONE_ELSE,
        SUBJECT,
        TASKS_AMONG,
        TITLED,
        UNGOVERNED,
        UNLISTED,
    }
)
# Where the parse speaks against an act itself it is right far more often than the words are;
# against an object, or in a line without acts, it is not (docs/adr/0020).
_BY_PARSE = frozenset({ANOTHER, NOUN, PARALLEL})


class Document(Protocol):
    """What a spaCy ``Doc`` offers here."""

    @property
    def text(self) -> str:
        """The whole text."""

    def __iter__(self) -> Iterator[Token]: ...


def parse(doc: Document, lexicon: Lexicon, *, trees: bool) -> ParsedBullet:
    """Return what a bullet says.

    Args:
        doc: A spaCy ``Doc``; a blank pipeline's is enough when ``trees`` is False.
        lexicon: The tables.
        trees: Whether the document carries a dependency parse to check the reading against.
    """
    return _read(doc.text, lexicon, doc if trees else None)


def skim(text: str, lexicon: Lexicon) -> ParsedBullet:
    """Return what a text says by its words alone."""
    return _read(text, lexicon, None)


def _read(text: str, lexicon: Lexicon, doc: Document | None) -> ParsedBullet:
    line = Line(text, words_of(text), lexicon)
    tree = tree_of(line, doc) if doc is not None else None
    sight = sight_of(tree) if tree is not None else None
    line.sight = sight
    parts = read(line)
    doubts = tuple(line.doubts)
    if tree is not None and sight is not None:
        kept = tuple(why for why in doubts if why in _LASTING)
        if doubts == (NO_VERB,) and not sight.main:
            kept = ()  # two readers find nothing but names
        against = objections(line, parts, tree)
        if not (against or tells_the_same(line, parts, tree)):
            against = (UNCONFIRMED,)
        if not _BY_PARSE.isdisjoint((*doubts, *against)):
            parts = read_tree(line, parts, tree)
        doubts = (*doubts, *against) if against else kept
    elif doc is not None:
        doubts = (*doubts, "the parse does not fit the words")
    elif line.size > _LONG:
        doubts = (*doubts, "the line is long and has no parse to check it against")
    if tree is None:
        return build(line, parts, doubts)
    row = front_row(line, parts, tree) if doubts else ()
    return build(line, parts, doubts, row=row, lower=tuple(lower_verbs(line, tree)))


def build(
    line: Line,
    parts: list[Part],
    doubts: tuple[str, ...],
    *,
    row: Sequence[tuple[int, Reading]] = (),
    lower: Sequence[tuple[int, Reading]] = (),
) -> ParsedBullet:
    """Return the parsed bullet that a reading amounts to."""
    segments = tuple(_segment(line, part) for part in parts)
    return ParsedBullet(
        text=line.text,
        segments=segments,
        hedges=hedges(line, parts),
        quantities=quantities(line, parts),
        confident=not doubts and bool(segments),
        doubts=doubts,
        row=tuple(line.words[at].span(reading.lemma) for at, reading in row),
        lower=tuple(line.words[at].span(reading.lemma) for at, reading in lower),
    )


def _segment(line: Line, part: Part) -> Segment:
    opener = part.opener
    frame = opener.frame if opener else None
    named = frame is not None and not frame.verb
    did = frame.participation if frame else _part_of_subject(line, part)
    participation = frame.noun_participation if frame and part.nouns and not part.acts else did
    start, end = _offset(line, part.start), _end(line, part.end)
    return Segment(
        extent=(start, max(start, end)),
        frame=frame.name if frame and named else None,
        opener=_between(line, opener.start, opener.end) if opener and named else None,
        participation=participation,
        clauses=tuple(_clause(line, act, did) for act in part.acts),
        nouns=tuple(line.words[i].span(line.lexicon.singular(line.low(i))) for i in part.nouns),
    )


def _part_of_subject(line: Line, part: Part) -> Participation:
    """Return shared behind "we", did otherwise."""
    lead = range(part.start, part.acts[0].verb) if part.acts else range(0)
    if line.any_row(part.start, "shared_subject_phrases") > part.start:
        return Participation.SHARED  # "My team and I"
    shared = any(line.has(n, "shared_subjects") for n in lead)
    return Participation.SHARED if shared else Participation.DID


def _clause(line: Line, act: Act, participation: Participation) -> Clause:
    verb = line.words[act.verb]
    start, text = verb.start, verb.text
    if (
        act.verb
        and "/" in line.words[act.verb - 1].text
        and line.words[act.verb - 1].text[0].isalpha()
    ):
        start = line.words[act.verb - 1].start
        text = line.text[start : verb.end]
    return Clause(
        verb=Span(start, verb.end, text, act.reading.lemma),
        objects=tuple(line.words[i].span(line.lexicon.singular(line.low(i))) for i in act.objects),
        participation=participation,
        form=act.form,
        extent=(start, max(verb.end, _end(line, act.end))),
        particle=act.particle,
    )


def _between(line: Line, start: int, end: int) -> Span:
    first, last = _offset(line, start), _end(line, end)
    return Span(first, last, line.text[first:last])


def _offset(line: Line, i: int) -> int:
    return line.words[i].start if i < line.size else len(line.text)


def _end(line: Line, i: int) -> int:
    return line.words[min(i, line.size) - 1].end if i > 0 and line.size else 0
