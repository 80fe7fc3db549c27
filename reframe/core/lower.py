"""The finite verbs of clauses that hang on an act: "made sure that orders *ship* on time".

They follow their act into the past; what is said of a thing does not, as "plans that *meet* needs"
tells of no needs that were met. A verb counts where the parse gives it a subject inside such a
clause and the words can read it in that form, so that both readers agree.
"""

from collections.abc import Iterator

from reframe.core.bullet import VerbForm
from reframe.core.lexicon import Reading
from reframe.core.line import Line
from reframe.core.tree import Tree

_CLAUSES = frozenset({"ccomp", "advcl"})
_HELPING = frozenset({"aux", "cop", "aux:pass", "auxpass"})
_FORMS: dict[str, VerbForm] = {"VBZ": "third", "VBP": "base", "VB": "base"}


def lower_verbs(line: Line, tree: Tree) -> Iterator[tuple[int, Reading]]:
    """Yield the verbs in the present that stand in clauses under others, in order."""
    yield from sorted({**_behind_one(line), **dict(_parsed(line, tree))}.items())


def _behind_one(line: Line) -> dict[int, Reading]:
    """Return the verbs that must be the ones of a clause, whatever the parse says: behind one
    person, the plural can be no noun ("after each patient *leaves*")."""
    leads, ones = line.lexicon.words("moments"), line.lexicon.words("ones")
    found = {}
    for at, word in enumerate(line.words[3:], 3):
        lead, one, person = line.words[at - 3 : at]
        if lead.low not in leads or one.low not in ones or not word.text.islower():
            continue
        if person.low in line.lexicon.words("people"):
            reading = line.read(at, "third")
            if reading is not None and not reading.guessed:
                found[at] = reading
    return found


def _parsed(line: Line, tree: Tree) -> Iterator[tuple[int, Reading]]:
    """Yield the verbs that the parse puts into a clause with a subject of its own."""
    for at, tag in enumerate(tree.tags):
        form = _FORMS.get(tag)
        if form is None or not line.words[at].text.islower():
            continue
        reading = line.read(at, form)
        if tag == "VB" and not _joined_to_finite(tree, at):
            continue
        if reading is None or reading.guessed:
            continue
        row = tree.row_up_to(tree.heads[at] if tree.labels[at] in _HELPING else at)
        told = any(tree.labels[c].startswith("nsubj") for n in row for c in tree.children[n])
        if told and tree.labels[row[-1]] in _CLAUSES:
            yield at, reading


def _joined_to_finite(tree: Tree, at: int) -> bool:
    """Whether a plain form goes on with a finite verb ("as they come in and *offer* help"), and
    with no "to" or "can" of its own."""
    led = any(tree.labels[c] in ("mark", "aux") for c in tree.children[at])
    head = tree.heads[at]
    helped = [c for c in tree.children[head] if tree.labels[c] in _HELPING]
    finite = any(tree.tags[n] in ("VBZ", "VBP") for n in (head, *helped))
    return tree.labels[at] == "conj" and not led and finite
