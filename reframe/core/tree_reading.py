"""Read the acts off a parse, where the words have found some that the parse speaks against.

The openers are those that the words tell; what an opener hides hangs on it or on its object.
"""

from collections.abc import Container, Iterable, Iterator, Sequence

from reframe.core.lexicon import Reading
from reframe.core.line import Line
from reframe.core.parts import Act, Part
from reframe.core.tree import Tree

_HIDDEN = frozenset({"xcomp", "ccomp", "advcl", "acl", "obj", "dobj", "pcomp"})
_BESIDE = frozenset({"conj", "parataxis"})
_RELATIVES = frozenset({"WDT", "WP"})
_PARTICLES = frozenset({"compound:prt", "prt"})


def read_tree(line: Line, parts: Sequence[Part], tree: Tree) -> list[Part]:
    """Return the parts of a reading by words, with the acts of the parse in place of its own; an
    opener under which the parse finds none keeps what the words found."""
    found = acts_of(parts, tree)
    told: list[Part] = []
    for at, part in enumerate(parts):
        first = 0 if at == 0 else part.start
        after = parts[at + 1].start if at + 1 < len(parts) else line.size
        verbs = [verb for verb in found if first <= verb < after]
        if part.opener and not part.opener.frame.verb and not verbs:
            told.append(part)  # "Helped patients with bathing, dressing": names of acts, or acts
            continue
        ends = [*verbs[1:], max(part.end, part.start)]
        acts = [
            _act(line, tree, verb, found[verb], max(end, verb + 1))
            for verb, end in zip(verbs, ends, strict=False)
        ]
        told.append(Part(part.start, part.opener, acts, () if acts else part.nouns, part.end))
    return told


def acts_of(parts: Sequence[Part], tree: Tree) -> dict[int, tuple[int, ...]]:
    """Return the verbs that act by the parse, in order, each with the heads of its objects."""
    openers = {
        n
        for part in parts
        if part.opener and not part.opener.frame.verb  # "Handled" is an act itself
        for n in range(part.start, part.opener.end)
    }
    verbs: set[int] = set()
    told = {
        act.verb for part in parts if not part.opener or part.opener.frame.verb for act in part.acts
    }
    for root in tree.roots():
        for head in _chain(tree, root, _BESIDE, told):
            if head in openers:
                verbs.update(_hidden(tree, openers))
            elif tree.is_verb(head):
                verbs.add(head)
    return {verb: _objects(tree, verb, verbs) for verb in sorted(verbs)}


def _chain(tree: Tree, start: int, labels: Iterable[str], told: Container[int] = ()) -> list[int]:
    """Return a word and what is joined to it by these labels, in order. A gerund is joined to
    gerunds alone: behind "Fitted doors, sanding edges *and sealing* joints" it tells the means,
    unless the words have ``told`` that it is an act."""
    found = [start]
    means = tree.form(start) != "gerund" and tree.is_verb(start)
    for at in found:
        found += [
            child
            for child in tree.children[at]
            if child > at
            and tree.labels[child] in labels
            and not (means and tree.form(child) == "gerund" and child not in told)
            and not _is_relative(tree, child)
        ]
    return sorted(found)


def _is_relative(tree: Tree, verb: int) -> bool:
    """Whether "who" or "which" is a verb's subject, wherever the parse has joined it to."""
    return any(
        tree.tags[child] in _RELATIVES and tree.labels[child].startswith("nsubj")
        for child in tree.children[verb]
    )


def _hidden(tree: Tree, openers: set[int]) -> Iterator[int]:
    parents = openers | {n for at in openers for n in tree.objects(at)}
    for parent in parents:
        for child in tree.children[parent]:
            hangs = child > parent and child not in openers and tree.labels[child] in _HIDDEN
            if hangs and tree.is_verb(child):
                yield from (n for n in _chain(tree, child, {"conj"}) if tree.is_verb(n))


def _objects(tree: Tree, verb: int, verbs: set[int]) -> tuple[int, ...]:
    """Return a verb's own objects, or those that it shares with the first of its row."""
    own = tree.objects(verb)
    if not own and tree.labels[verb] == "conj" and tree.heads[verb] in verbs:
        own = [noun for noun in tree.objects(tree.heads[verb]) if noun > verb]
    return tuple(n for noun in own for n in tree.joined(noun) if not tree.is_verb(n))


def _act(line: Line, tree: Tree, verb: int, objects: tuple[int, ...], end: int) -> Act:
    form = tree.form(verb)
    readings = line.reads(verb)
    known = next((r for r in readings if r.form == form), next(iter(readings), None))
    reading = known or Reading(line.low(verb), "base", nominal=False, guessed=True)
    joined = verb + 1 < line.size and tree.labels[verb + 1] in _PARTICLES
    particle = line.low(verb + 1) if joined else ""
    return Act(verb, reading, reading.form, objects, end, particle)
