"""What a dependency parse says of the words of a line, with UD or ClearNLP labels.

Only what the two schemes share is used: heads, part-of-speech tags, ``conj``, the objects and
what describes a noun. Arcs count for more than tags: a word that has an object is a verb.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from reframe.core.bullet import FINITE_FORMS, VerbForm
from reframe.core.line import Line, Sight

_OBJECTS = frozenset({"obj", "dobj"})
_FORMS: dict[str, VerbForm] = {
    "VBD": "past",
    "VBN": "participle",
    "VBG": "gerund",
    "VBZ": "third",
    "VB": "base",
    "VBP": "base",
}
_DESCRIBING = frozenset({"amod", "compound", "nn"})
_NOMINAL = _OBJECTS | {"amod", "compound", "nmod", "obl", "nsubj", "pobj", "nn"}
_ADNOMINAL = frozenset({"amod", "compound", "aux", "aux:pass", "auxpass", "cop"})


class Token(Protocol):
    """What a spaCy token offers here."""

    @property
    def i(self) -> int:
        """Its place among the tokens."""

    @property
    def idx(self) -> int:
        """Where it begins in the text."""

    @property
    def text(self) -> str:
        """Its letters."""

    @property
    def dep_(self) -> str:
        """What it is to its head: the label of a dependency."""

    @property
    def tag_(self) -> str:
        """Its part of speech and form."""

    @property
    def head(self) -> "Token":
        """The token that it hangs from; the root hangs from itself."""


@dataclass(frozen=True, slots=True)
class Tree:
    """A parse over the words of a line: for each its head (itself at a root), label and tag.
    ``retagged`` are the words whose arcs make them verbs against what the tagger says."""

    heads: tuple[int, ...]
    labels: tuple[str, ...]
    tags: tuple[str, ...]
    children: tuple[tuple[int, ...], ...]
    retagged: frozenset[int] = frozenset()

    def is_verb(self, i: int) -> bool:
        """Return whether a word stands as a verb, not as a describing participle."""
        if self.tags[i] not in _FORMS or self.labels[i] in _ADNOMINAL:
            return False
        return self.labels[i] != "conj" or not self._shares_noun(i)

    def describes(self, i: int) -> bool:
        """Return whether a word describes the noun behind it: "*docking* stations"."""
        return self.labels[i] in _DESCRIBING and self.heads[i] > i

    def _shares_noun(self, i: int) -> bool:
        """Whether a joined word describes what the word before it does: "new and *existing*
        customers"."""
        head = self.heads[i]
        return self.labels[head] == "amod" and self.heads[head] > i and not self.objects(i)

    def form(self, i: int) -> VerbForm | None:
        """Return the form of a verb by its tag; None for other words."""
        return _FORMS.get(self.tags[i])

    def objects(self, i: int) -> list[int]:
        """Return the words behind a word that hang on it as its objects."""
        return [c for c in self.children[i] if c > i and self.labels[c] in _OBJECTS]

    def lean(self, i: int) -> int:
        """Return 2 where a word stands as a verb, 1 where only its arcs tell so and not its tag,
        -1 where it names or describes, 0 elsewhere."""
        if self.is_verb(i) and (self.labels[i] not in _OBJECTS or self.objects(i)):
            return 1 if i in self.retagged else 2
        return -1 if self.labels[i] in _NOMINAL or self.tags[i][:2] in ("NN", "JJ") else 0

    def joined(self, i: int) -> list[int]:
        """Return a word and all that is joined to it by conjunctions, in order."""
        found, seen = [i], {i}
        for at in found:
            for child in self.children[at]:
                if self.labels[child] == "conj" and child not in seen:
                    seen.add(child)
                    found.append(child)
        return sorted(found)

    def row_up_to(self, i: int) -> list[int]:
        """Return a word and those that it is joined to, up to the first of the row."""
        found = [i]
        while self.labels[found[-1]] == "conj" and self.heads[found[-1]] not in found:
            found.append(self.heads[found[-1]])
        return found

    def roots(self) -> Iterator[int]:
        """Yield the heads of the sentences."""
        return (i for i, head in enumerate(self.heads) if head == i)


def sight_of(tree: Tree) -> Sight:
    """Return what the reader by words asks of a parse."""
    size = range(len(tree.heads))
    described = [-1] * len(tree.heads)
    for i in size:
        if tree.describes(i):
            for n in tree.joined(i):  # "wound, ostomy and continence clinics"
                described[n] = max(described[n], tree.heads[i] if n < tree.heads[i] else -1)
    main = frozenset(n for root in tree.roots() for n in tree.joined(root) if tree.is_verb(n))
    return Sight(
        leans=tuple(tree.lean(i) for i in size),
        described=tuple(described),
        main=main,
        beside={
            i: tree.heads[i]
            for i in main
            if tree.form(i) == "gerund"
            and tree.labels[i] == "conj"
            and tree.heads[i] in main
            and tree.form(tree.heads[i]) in FINITE_FORMS
        },
    )


def tree_of(line: Line, tokens: Iterable[Token]) -> Tree | None:
    """Return the parse over the words of a line, or None when tokens and words do not meet.

    A word of several tokens ("Cycle-counted") stands for the one whose head is outside of it;
    words inside one token ("and/or") hang on the first of them.
    """
    spans = [(word.start, word.end) for word in line.words]
    size = len(spans)
    rows: list[tuple[int, str, str]] = []
    word_of: dict[int, int] = {}
    owners: list[list[int]] = [[] for _ in spans]
    covering = [-1] * size
    at = 0
    # Each token is asked once: every answer of a parse is made anew.
    for n, token in enumerate(tokens):
        start = token.idx
        end = start + len(token.text)
        rows.append((token.head.i, token.dep_, token.tag_))
        while at < size and spans[at][1] <= start:
            at += 1
        for i in range(at, size):
            if spans[i][0] >= end:
                break
            covering[i] = n
        if at < size and spans[at][0] < end:
            word_of[n] = at
            owners[at].append(n)
    heads, labels, tags = [], [], []
    for i, own in enumerate(owners):
        outward = (n for n in own if word_of.get(rows[n][0]) != i or rows[n][0] == n)
        chief = next(outward, covering[i])
        if chief < 0:
            return None
        head, label, tag = rows[chief]
        heads.append(word_of.get(head, i) if own else word_of.get(chief, i))
        labels.append(label if own else "fixed")
        tags.append(tag if own else "")
    children: list[list[int]] = [[] for _ in heads]
    for i, head in enumerate(heads):
        if head != i:
            children[head].append(i)
    retagged: set[int] = set()
    for i, below in enumerate(children):
        if tags[i] not in _FORMS and any(labels[c] in _OBJECTS for c in below if c > i):
            tag = _verbal_tag(line, i)
            if tag:
                tags[i] = tag
                retagged.add(i)
        if tags[i] == "VBG" and line.any_row(i, "set_nouns") > i:
            tags[i] = "NN"  # "candidates and *hiring* managers"
    below_each = tuple(tuple(below) for below in children)
    return Tree(tuple(heads), tuple(labels), tuple(tags), below_each, frozenset(retagged))


def _verbal_tag(line: Line, i: int) -> str:
    """Return the tag of a verb for a word that the tagger calls a noun and the parser gives an
    object ("Responsible for *filing* invoices"); "" where no table knows it as a verb."""
    forms = {reading.form for reading in line.reads(i)}
    return next((tag for tag, form in _FORMS.items() if form in forms), "")
