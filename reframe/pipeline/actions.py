"""Read the actions off a parse, for scoring a pipeline on its own.

The engine's reading weighs the parse against the lexicon; this one believes the parse, so that
a score tells what the parser learned.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from spacy.tokens import Doc, Token

from reframe.pipeline.words import Inflector

Extent = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Act:
    """A verb and the heads of its objects, as character offsets."""

    verb: Extent
    objects: tuple[Extent, ...]


@dataclass(frozen=True, slots=True)
class Openers:
    """The weak openers that hide an act: forms of verbs with the words that lead to the act."""

    verbs: Mapping[str, frozenset[str]]
    others: frozenset[str]
    duties: frozenset[str]


def openers(frames: Mapping[str, Any], inflect: Inflector) -> Openers:
    """Return the openers of ``templates.toml`` that hide an act, with their forms."""
    verbs: dict[str, frozenset[str]] = {}
    for entry in (*frames["verbs"], *frames["passive"]):
        if entry.get("hides", True):
            steps = {word for after in entry["after"].split() for word in after.split(">")}
            for tag in ("VB", "VBZ", "VBD", "VBG", "VBN"):
                verbs[(inflect(entry["lemma"], tag) or "").lower()] = frozenset(steps)
    duties = {
        form
        for lemma in frames["duties"]["nouns"].split()
        for form in (lemma, inflect(lemma, "NNS") or lemma)
    }
    others = {entry["form"] for entry in frames["adjectives"]} | {"charge"}
    return Openers(verbs, frozenset(others), frozenset(duties))


def acts(doc: Doc, weak: Openers) -> list[Act]:
    """Return the acts of a bullet, left to right; an opener's own verb is one of them."""
    found: dict[int, Token] = {}
    for sentence in doc.sents:
        for head in _chain(sentence.root, {"conj", "parataxis"}):
            for token in _opened(head, weak):
                found.setdefault(token.i, token)
    verbs = [found[i] for i in sorted(found)]
    return [Act(_extent(verb), tuple(_extent(o) for o in _objects(verb, verbs))) for verb in verbs]


def _chain(token: Token, labels: set[str]) -> Iterator[Token]:
    yield token
    for child in token.children:
        if child.dep_ in labels and child.i > token.i:
            yield from _chain(child, labels)


def _opened(head: Token, weak: Openers) -> Iterator[Token]:
    """Yield the head's own act, and those that its opener hides."""
    subject = any(c.dep_ == "nsubj" and c.lower_ in weak.duties for c in head.children)
    if head.lower_ in weak.others or (subject and not _is_base(head)):
        if _is_verb(head):
            yield head
        yield from _hidden(head, None)
    elif head.lower_ in weak.duties and not _is_verb(head):
        yield from _hidden(head, None)
    elif _is_verb(head):
        yield head
        words = weak.verbs.get(head.lower_)
        if words is not None:
            yield from _hidden(head, words)


def _hidden(head: Token, words: frozenset[str] | None) -> Iterator[Token]:
    parents = [head, *(c for c in head.children if c.dep_ == "obj")]
    for child in (c for parent in parents for c in parent.children if c.i > head.i):
        if child.dep_ not in {"xcomp", "ccomp", "advcl", "acl", "obj"} or not _is_verb(child):
            continue
        marks = [c.lower_ for c in child.children if c.dep_ in {"mark", "case"}]
        if child.dep_ == "advcl" and not marks:
            continue
        if words is None or not marks or marks[-1] in words:
            yield from (verb for verb in _chain(child, {"conj"}) if _is_verb(verb))


def _is_verb(token: Token) -> bool:
    """Return whether a token acts: tagged so, or with an object, which no noun has.

    "drafting policies and training staff": the tagger may hear a noun where the parser does not.
    """
    return token.pos_ == "VERB" or any(child.dep_ == "obj" for child in token.children)


def _is_base(token: Token) -> bool:
    return _is_verb(token) and any(c.dep_ == "cop" for c in token.children)


def _objects(verb: Token, verbs: list[Token]) -> list[Token]:
    """Return the object heads: the verb's own, or those it shares with its coordination."""
    own = [c for c in verb.children if c.dep_ == "obj"]
    if not own and verb.dep_ == "conj" and verb.head in verbs:
        own = [c for c in verb.head.children if c.dep_ == "obj" and c.i > verb.i]
    return [head for o in own for head in _chain(o, {"conj"}) if not _is_verb(head)]


def _extent(token: Token) -> Extent:
    return token.idx, token.idx + len(token)
