"""Read a bullet by its dependency parse, with UD or ClearNLP labels.

Only what the two schemes share is used: heads, part-of-speech tags, ``conj`` and the objects.
Openers are found by their words, as the other reader does; which acts and nouns stand under
them, and which verbs and objects are joined, comes from the parse.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from reframe.core.bullet import VerbForm
from reframe.core.frames import Opener, find_opener, skip_lead
from reframe.core.lexicon import Reading
from reframe.core.line import Line
from reframe.core.parts import Act, Part

_OBJECTS = frozenset({"obj", "dobj"})
_PASSIVE = frozenset({"aux:pass", "auxpass", "nsubj:pass", "nsubjpass"})
_FORMS: dict[str, VerbForm] = {
    "VBD": "past",
    "VBN": "participle",
    "VBG": "gerund",
    "VBZ": "third",
    "VB": "base",
    "VBP": "base",
}
_ADNOMINAL = frozenset({"amod", "compound", "aux", "aux:pass", "auxpass", "cop"})


class Token(Protocol):
    """What a spaCy token offers here."""

    @property
    def i(self) -> int: ...
    @property
    def idx(self) -> int: ...
    @property
    def dep_(self) -> str: ...
    @property
    def tag_(self) -> str: ...
    @property
    def lemma_(self) -> str: ...
    @property
    def head(self) -> "Token": ...


@dataclass(frozen=True, slots=True)
class Tree:
    """A parse over the words of a line: for each its head (itself at a root), label and tag."""

    heads: tuple[int, ...]
    labels: tuple[str, ...]
    tags: tuple[str, ...]
    children: tuple[tuple[int, ...], ...]

    def is_verb(self, i: int) -> bool:
        """Return whether a word stands as a verb, not as a describing participle."""
        return self.tags[i] in _FORMS and self.labels[i] not in _ADNOMINAL

    def joined(self, i: int) -> list[int]:
        """Return a word and all that is joined to it by conjunctions, in order."""
        found, seen = [i], {i}
        for at in found:
            for child in self.children[at]:
                if self.labels[child] == "conj" and child not in seen:
                    seen.add(child)
                    found.append(child)
        return sorted(found)

    def roots(self) -> Iterator[int]:
        """Yield the heads of the sentences."""
        return (i for i, head in enumerate(self.heads) if head == i)


def tree_of(line: Line, tokens: Iterable[Token]) -> Tree | None:
    """Return the parse over the words of a line, or None when a word has no token of its own.

    A word of several tokens ("Cycle-counted") stands for the one whose head is outside of it.
    """
    word_of: dict[int, int] = {}
    owners: list[list[Token]] = [[] for _ in line.words]
    at = 0
    for token in tokens:
        while at + 1 < line.size and line.words[at + 1].start <= token.idx:
            at += 1
        if at < line.size and line.words[at].start <= token.idx < line.words[at].end:
            word_of[token.i] = at
            owners[at].append(token)
    heads, labels, tags = [], [], []
    for i, own in enumerate(owners):
        if not own:
            return None
        chief = next((t for t in own if word_of.get(t.head.i) != i or t.head.i == t.i), own[-1])
        heads.append(word_of.get(chief.head.i, i))
        labels.append(chief.dep_)
        tags.append(chief.tag_)
    children: list[list[int]] = [[] for _ in heads]
    for i, head in enumerate(heads):
        if head != i:
            children[head].append(i)
    return Tree(tuple(heads), tuple(labels), tuple(tags), tuple(tuple(c) for c in children))


def read_tree(line: Line, tree: Tree) -> list[Part]:
    """Return the parts of a line as its parse tells them."""
    if not line.size:
        return []
    parts: list[Part] = []
    opener = _opener(line, 0)
    outer = sorted({v for root in tree.roots() for v in tree.joined(root)})
    if opener is not None:
        taken = _framed(line, tree, opener, parts)
        outer = [v for v in outer if v >= opener.end and v not in taken]
    for verb in outer:
        if not tree.is_verb(verb) or any(verb < part.end for part in parts if part.opener):
            continue
        opener = _opener(line, verb)
        if opener is not None:
            _framed(line, tree, opener, parts)
            continue
        if not parts or parts[-1].opener is not None:
            parts.append(Part(verb, None))
        parts[-1].acts.append(_act(line, tree, verb))
    _share_objects(line, parts)
    return parts


def _opener(line: Line, start: int) -> Opener | None:
    opener = find_opener(line, start)
    return opener if opener is not None and not opener.frame.verb else None


def _framed(line: Line, tree: Tree, opener: Opener, parts: list[Part]) -> set[int]:
    """Add the part under an opener; return the words that belong to it."""
    part = Part(opener.start, opener, end=opener.end)
    parts.append(part)
    at = skip_lead(line, opener.end)
    while at < line.size and line.kind(at) == "mark":
        at += 1
    if at >= line.size:
        return set()
    if tree.is_verb(at):
        acts = [v for v in tree.joined(at) if tree.is_verb(v)]
        form = tree.tags[at]
        own = [v for v in acts if v == at or tree.tags[v] == form or form in ("VB", "VBP")]
        part.acts = [_act(line, tree, v) for v in own]
        return set(own)
    top = at
    while tree.heads[top] != top and tree.heads[top] >= opener.end:
        top = tree.heads[top]
    nouns = [n for n in tree.joined(top) if not tree.is_verb(n) or n == top]
    part.nouns = tuple(nouns)
    return set(nouns)


def _act(line: Line, tree: Tree, verb: int) -> Act:
    form = _FORMS[tree.tags[verb]]
    passive = any(tree.labels[c] in _PASSIVE for c in tree.children[verb])
    if form == "participle" and not passive and line.read(verb, "past"):
        form = "past"
    reading = line.read(verb, form) or next(iter(line.reads(verb)), None)
    if reading is None:
        reading = Reading(line.low(verb), form, nominal=True, guessed=True)
    heads = [
        noun
        for child in tree.children[verb]
        if tree.labels[child] in _OBJECTS and child > verb
        for noun in tree.joined(child)
        if not tree.is_verb(noun)
    ]
    return Act(verb, reading, form, tuple(sorted(heads)))


def _share_objects(line: Line, parts: list[Part]) -> None:
    """Give the object behind the last of several verbs in a row to each of them."""
    for part in parts:
        for first, second in zip(part.acts[-2::-1], part.acts[:0:-1], strict=True):
            between = range(first.verb + 1, second.verb)
            plain = all(
                line.kind(n) in ("conjunction", "adverb") or line.low(n) in (",", first.particle)
                for n in between
            )
            if not plain or first.reading.lemma in line.lexicon.words("intransitive"):
                continue
            if first.objects and not second.objects and first.objects[0] > second.verb:
                second.objects = first.objects
            elif second.objects and not first.objects:
                first.objects = second.objects


def same(first: list[Part], second: list[Part]) -> bool:
    """Return whether two readings tell of the same acts, objects, openers and nouns."""
    return _gist(first) == _gist(second)


def _gist(parts: list[Part]) -> list[object]:
    gist: list[object] = []
    for part in parts:
        if part.opener is not None:
            gist.append((part.opener.frame.name, part.opener.end, () if part.acts else part.nouns))
        gist += [(act.verb, frozenset(act.objects)) for act in part.acts]
    return gist
