"""Dependency trees as nested values, so that cutting and joining needs no arithmetic on heads."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

ROOT = "ROOT"


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence: ``head`` is the index of its head, -1 for the root.

    ``space`` tells whether a space follows.
    """

    form: str
    upos: str
    xpos: str
    feats: str
    head: int
    dep: str
    lemma: str = ""
    space: bool = True


Sentence = tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """A word with its dependents, those before it and those after it, in order.

    ``joined`` tells that no space stands before the word.
    """

    form: str
    upos: str
    xpos: str
    dep: str = ROOT
    feats: str = ""
    lemma: str = ""
    joined: bool = False
    left: tuple["Node", ...] = ()
    right: tuple["Node", ...] = ()

    def under(self, dep: str, *before: "Node") -> "Node":
        """Return the tree as a dependent, with ``before`` (a marker, a comma) in front of it."""
        return replace(self, dep=dep, left=(*before, *self.left))

    def then(self, *after: "Node") -> "Node":
        """Return the tree with further dependents at its end."""
        return replace(self, right=(*self.right, *after))


def walk(node: Node) -> Iterator[Node]:
    """Yield every word of a tree in the order of the sentence."""
    for child in node.left:
        yield from walk(child)
    yield node
    for child in node.right:
        yield from walk(child)


def size(node: Node) -> int:
    """Return the number of words."""
    return sum(1 for _ in walk(node))


def flatten(root: Node) -> Sentence:
    """Return the words of a tree with the indices of their heads."""
    nodes: list[Node] = []
    heads: dict[int, int] = {}

    def visit(node: Node) -> int:
        before = [visit(child) for child in node.left]
        here = len(nodes)
        nodes.append(node)
        after = [visit(child) for child in node.right]
        heads.update(dict.fromkeys((*before, *after), here))
        return here

    visit(root)
    joined = [node.joined for node in nodes[1:]] + [False]
    return tuple(
        Word(n.form, n.upos, n.xpos, n.feats, heads.get(i, -1), n.dep, n.lemma, not joined[i])
        for i, n in enumerate(nodes)
    )


def nest(sentence: Sequence[Word]) -> Node | None:
    """Return the tree of a sentence, or None where branches cross or the root is not one."""
    children: dict[int, list[int]] = {}
    for i, word in enumerate(sentence):
        children.setdefault(word.head, []).append(i)
    roots = children.get(-1, [])
    if len(roots) != 1:
        return None
    order: list[int] = []

    def build(i: int) -> Node:
        kids = children.get(i, [])
        left = tuple(build(k) for k in kids if k < i)
        order.append(i)
        right = tuple(build(k) for k in kids if k > i)
        word = sentence[i]
        joined = i > 0 and not sentence[i - 1].space
        return Node(
            word.form, word.upos, word.xpos, word.dep, word.feats, word.lemma, joined, left, right
        )

    root = build(roots[0])
    return root if order == list(range(len(sentence))) else None


def comma() -> Node:
    """Return a comma that hangs on what follows it."""
    return Node(",", "PUNCT", ",", "punct", joined=True)


def conjunction(form: str = "and") -> Node:
    """Return a coordinating conjunction that hangs on what follows it."""
    return Node(form, "CCONJ", "CC", "cc")


def coordinate(parts: Sequence[Node], *, word: str = "and", serial: bool = False) -> Node:
    """Join trees as a coordination: the first is the head, the others its ``conj``.

    Args:
        parts: The trees, in order.
        word: The conjunction before the last; empty for a list of commas only.
        serial: Put a comma before the conjunction of three or more.
    """
    head, *others = parts
    joined: list[Node] = []
    for i, part in enumerate(others):
        last = i == len(others) - 1
        before: list[Node] = []
        if not last or not word or (serial and len(others) > 1):
            before.append(comma())
        if last and word:
            before.append(conjunction(word))
        joined.append(part.under("conj", *before))
    return head.then(*joined)


def with_stop(root: Node) -> Node:
    """Return the sentence with a full stop, if it has none."""
    if root.right and root.right[-1].form == ".":
        return root
    return root.then(Node(".", "PUNCT", ".", "punct", joined=True))
