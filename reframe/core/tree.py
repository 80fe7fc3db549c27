"""Read a bullet by its dependency parse, with UD or ClearNLP labels.

Only what the two schemes share is used: heads, part-of-speech tags, ``conj`` and the objects.
Openers are found by their words, as the other reader does; which acts and nouns stand under
them, and which verbs and objects are joined, comes from the parse.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
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
    def text(self) -> str: ...
    @property
    def dep_(self) -> str: ...
    @property
    def tag_(self) -> str: ...
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
    """Return the parse over the words of a line, or None when tokens and words do not meet.

    A word of several tokens ("Cycle-counted") stands for the one whose head is outside of it;
    words inside one token ("and/or") hang on the first of them.
    """
    word_of: dict[int, int] = {}
    owners: list[list[Token]] = [[] for _ in line.words]
    covering: list[Token | None] = [None] * line.size
    at = 0
    for token in tokens:
        end = token.idx + len(token.text)
        while at < line.size and line.words[at].end <= token.idx:
            at += 1
        for i in range(at, line.size):
            if line.words[i].start >= end:
                break
            covering[i] = token
        if at < line.size and line.words[at].start < end:
            word_of[token.i] = at
            owners[at].append(token)
    heads, labels, tags = [], [], []
    for i, own in enumerate(owners):
        outward = (t for t in own if word_of.get(t.head.i) != i or t.head.i == t.i)
        chief = next(outward, None) or covering[i]
        if chief is None:
            return None
        heads.append(word_of.get(chief.head.i, i) if own else word_of.get(chief.i, i))
        labels.append(chief.dep_ if own else "fixed")
        tags.append(chief.tag_ if own else "")
    children: list[list[int]] = [[] for _ in heads]
    for i, head in enumerate(heads):
        if head != i:
            children[head].append(i)
    for i, below in enumerate(children):
        if tags[i] not in _FORMS and any(labels[c] in _OBJECTS for c in below if c > i):
            tags[i] = _verbal_tag(line, i) or tags[i]
    return Tree(tuple(heads), tuple(labels), tuple(tags), tuple(tuple(c) for c in children))


def _verbal_tag(line: Line, i: int) -> str:
    """Return the tag of a verb for a word that the tagger calls a noun and the parser gives an
    object ("Responsible for *filing* invoices"); "" where no table knows it as a verb."""
    forms = {reading.form for reading in line.reads(i)}
    return next((tag for tag, form in _FORMS.items() if form in forms), "")


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
    if at >= line.size or line.joint(at)[0] > at:
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
        for noun in tree.joined(_counted(line, tree, child))
        if not tree.is_verb(noun)
    ]
    return Act(verb, reading, form, tuple(sorted(heads)))


def _counted(line: Line, tree: Tree, noun: int) -> int:
    """Return what an amount is of ("an average of 50 tickets"), or the noun itself."""
    if line.has(noun, "amount_nouns") and line.low(noun + 1) == "of":
        return next((child for child in tree.children[noun] if child > noun + 1), noun)
    return noun


def _share_objects(line: Line, parts: list[Part]) -> None:
    """Give the object behind verbs in a row to each of them, whichever of them it hangs on."""
    for part in parts:
        rows: list[list[Act]] = []
        for act in part.acts:
            if rows and _adjacent(line, rows[-1][-1], act):
                rows[-1].append(act)
            else:
                rows.append([act])
        for row in rows:
            last = row[-1].verb
            shared = next((a.objects for a in row if a.objects and a.objects[0] > last), ())
            for act in row:
                if not act.objects:
                    act.objects = shared
    for part, following in pairwise(parts):
        if part.opener is not None and not part.acts and not part.nouns and following.acts:
            part.nouns = following.acts[0].objects  # "Supported and developed the site"


def _adjacent(line: Line, first: Act, second: Act) -> bool:
    return first.reading.lemma not in line.lexicon.words("intransitive") and all(
        line.kind(n) in ("conjunction", "adverb") or line.low(n) == "," or line.has(n, "particles")
        for n in range(first.verb + 1, second.verb)
    )


def same(line: Line, by_words: list[Part], by_tree: list[Part], *, certain: bool) -> bool:
    """Return whether two readings tell of the same openers, acts, objects and first nouns.

    A bare -ing word under an opener may be called a noun or an act; that changes nothing. What a
    parse joins to an object across a preposition ("reports to managers and *staff*") is left
    out: there the words, which join it to what is nearest, are the better judge. Where the words
    are ``certain``, it is enough that the readings share an object, and that the parse calls the
    object of an act under an opener a noun ("Responsible for *filing invoices*").
    """
    first, second = _gist(by_words), _gist(by_tree)
    return len(first) == len(second) and all(
        _meet(line, one, two, certain=certain) for one, two in zip(first, second, strict=True)
    )


@dataclass(frozen=True, slots=True)
class _Point:
    """An opener (by its end and name), or an act or noun with its objects."""

    at: int
    name: str = ""
    objects: tuple[int, ...] = ()


def _gist(parts: list[Part]) -> list[_Point]:
    gist: list[_Point] = []
    for part in parts:
        if part.opener is not None and not part.opener.frame.verb:
            gist.append(_Point(part.opener.end, part.opener.frame.name))
            if part.nouns:
                gist.append(_Point(part.nouns[0]))
        gist += [_Point(act.verb, objects=act.objects) for act in part.acts]
    return gist


def _meet(line: Line, one: _Point, two: _Point, *, certain: bool) -> bool:
    if certain and two.at in one.objects and not two.objects:
        return True
    if one.at != two.at or one.name != two.name:
        return False
    end = line.size
    if one.objects:
        behind = range(max(one.objects) + 1, line.size)
        end = next((n for n in behind if line.kind(n) == "preposition" or line.low(n) == "("), end)
    kept = {n for n in two.objects if n < end or n in one.objects}
    return set(one.objects) == kept or (certain and bool(kept & set(one.objects)))
