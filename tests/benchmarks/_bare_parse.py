"""Read acts off a parse alone, in either label scheme: the floor that the engine stands above.

Nothing is asked of the tables but which words are weak openers. The labels may be those of
Universal Dependencies (ours) or of ClearNLP (``en_core_web_sm``).
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from reframe.core.bullet import Clause, ParsedBullet, Segment, Span
from reframe.core.claims import Participation
from reframe.core.lexicon import Lexicon
from reframe.core.readings import readings
from reframe.pipeline.actions import Openers

OBJECTS = frozenset({"obj", "dobj"})
CLAUSES = frozenset({"xcomp", "ccomp", "advcl", "acl", "pcomp"})


def read_bare(doc: Doc, lexicon: Lexicon, weak: Openers, *, skip: int = 0) -> ParsedBullet:
    """Return what a parse alone says of a bullet whose text begins ``skip`` characters in."""
    heads = [t for s in doc.sents for t in _joined(s.root) if t.idx >= skip]
    framed = [head for head in heads if _is_weak(head, weak)]
    acts: list[Token] = []
    for head in heads:
        acts += _hidden(head) if head in framed else [head] if _acts(head) else []
    clauses = tuple(_clause(act, lexicon, skip) for act in dict.fromkeys(acts))
    text = doc.text[skip:]
    frame = framed[0].lower_ if framed else None
    segment = Segment((0, len(text)), frame, None, Participation.DID, clauses, ())
    return ParsedBullet(text, (segment,), (), (), confident=True, doubts=())


def _joined(token: Token) -> Iterator[Token]:
    yield token
    for child in token.children:
        if child.dep_ in ("conj", "parataxis") and child.i > token.i:
            yield from _joined(child)


def _is_weak(token: Token, weak: Openers) -> bool:
    low = token.lower_
    return low in weak.others or low in weak.duties or low in weak.verbs


def _acts(token: Token) -> bool:
    return token.pos_ == "VERB" or any(child.dep_ in OBJECTS for child in token.children)


def _hidden(head: Token) -> Iterator[Token]:
    """Yield the acts under a weak opener: in a clause of its own, or behind a preposition."""
    for child in head.children:
        if child.i < head.i:
            continue
        if child.dep_ in CLAUSES and _acts(child):
            yield from (verb for verb in _joined(child) if _acts(verb))
        elif child.dep_ == "prep" or child.dep_ in OBJECTS:
            yield from _hidden(child)


def _clause(verb: Token, lexicon: Lexicon, skip: int) -> Clause:
    own = [child for child in verb.children if child.dep_ in OBJECTS]
    if not own and verb.dep_ == "conj":
        own = [c for c in verb.head.children if c.dep_ in OBJECTS and c.i > verb.i]
    objects = [head for child in own for head in _joined(child)]
    known = readings(verb.text, lexicon)
    span = _span(verb, skip, known[0].lemma if known else verb.lower_)
    return Clause(
        verb=span,
        objects=tuple(_span(noun, skip) for noun in objects),
        participation=Participation.DID,
        form="past",
        extent=(span.start, span.end),
    )


def _span(token: Token, skip: int, lemma: str = "") -> Span:
    return Span(token.idx - skip, token.idx - skip + len(token), token.text, lemma)
