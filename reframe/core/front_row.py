"""Find the verbs in a row that an unsure line opens with, where words and parse agree on them.

"Train and develop associates on tills and sales tactics" may be unsure in its objects; that both
verbs are acts in the present, and that no other verb would have to move with them, is not. The
row is found whole or not at all.
"""

from collections.abc import Sequence
from itertools import pairwise

from reframe.core.bullet import FINITE_FORMS, VerbForm
from reframe.core.chunks import chunk, names_act
from reframe.core.lexicon import Reading
from reframe.core.line import Line
from reframe.core.parts import Part
from reframe.core.rows import items_beside
from reframe.core.tree import Tree

_UNFINISHED: tuple[VerbForm, ...] = ("base", "third", "gerund")


def front_row(line: Line, parts: Sequence[Part], tree: Tree) -> tuple[tuple[int, Reading], ...]:
    """Return the verbs of the row, in order, each with its reading; empty where there is no row
    of two or more, or where anything speaks against one."""
    first = line.over_adverbs(0)
    opener = parts[0].opener if parts else None
    if opener is not None and not opener.frame.verb:
        return ()  # what "Helped" governs is not beside it
    roots = [root for root in tree.roots() if tree.is_verb(root)]
    form = next((f for f in _UNFINISHED if line.read(first, f)), None)
    if roots != [first] or form is None or line.low(first + 1) == "/":
        return ()
    row = [n for n in tree.joined(first) if tree.is_verb(n)]
    found = [(n, line.read(n, form)) for n in row]
    told = [(n, reading) for n, reading in found if reading is not None]
    if len(told) < len(found) or (len(told) == 1 and line.read(first, "past")):
        return ()  # "Found the firm an office"
    named = [reading.lemma for _, reading in told if reading.nominal]
    if len(set(named)) < len(named):
        return ()  # "timepieces, *watch* cases, and *watch* bands"
    shared = any(noun > row[-1] for n in row for noun in tree.objects(n))
    if not all(_acts(line, tree, n, reading, shared=shared) for n, reading in told):
        return ()
    if (len(row) > 1 and not _is_whole(line, tree, row)) or _another(line, tree, row, form):
        return ()
    if any(_ends_list(line, before, n) for before, n in pairwise(row)):
        return ()
    return tuple(told)


def _acts(line: Line, tree: Tree, at: int, reading: Reading, *, shared: bool) -> bool:
    """Whether a word of a row can be nothing but an act in the present here; ``shared`` tells
    that an object behind the row is one of its verbs'."""
    past = line.read(at, "past")
    if (past and past.lemma == reading.lemma) or reading.guessed or tree.lean(at) < 2:
        return False  # "Set", "put"
    known = line.is_known_verb(reading.lemma)
    if not known and reading.lemma not in line.lexicon.forms:
        return False
    if reading.form == "gerund" and line.low(at + 1) == "of":
        return False  # "Updating of accounts" may name a task
    joined = line.joint(at + 1)[0] > at + 1
    if not reading.nominal or line.starts_strongly(at + 1) or line.has(at + 1, "act_complements"):
        return True
    if at > 0 and reading.form == "gerund":
        led = line.kind(at + 1) == "preposition" and line.low(at + 1) != "of"
        return joined or led or tree.objects(at) != []
    if line.has(at, "seldom_verbs") or line.has(at, "front_nouns") or line.has(at, "objectless"):
        return False
    if joined or not known:
        return known  # "Train and *develop* associates"
    behind = chunk(line, at + 1)
    if behind is None:
        return False
    light = reading.lemma in line.lexicon.words("light_verbs")
    named = names_act(line, behind.head) and not line.plural(behind.head)
    return (shared or tree.objects(at) != []) and (light or not named)


def _is_whole(line: Line, tree: Tree, row: Sequence[int]) -> bool:
    """Whether a joint stands in front of each verb behind the first, "and" in front of the last,
    and nothing between them that a verb could belong to instead."""
    joints = [line.before_adverbs(n) for n in row[1:]]
    if not all(_joins(line, n) for n in joints):
        return False
    if line.low(joints[-1]) == ",":
        return False  # "Train tellers, *mortgage* loan processors"
    for at in range(row[0] + 1, row[-1]):
        if at in row:
            continue
        behind = line.over_adverbs(at + 1)
        purposed = line.low(at) == "to" and line.read(behind, "base") and tree.is_verb(behind)
        if purposed or line.kind(at) in ("relative", "auxiliary"):
            return False  # "to receive calls, assess tickets, and *distribute* them"
        if line.low(at) in ("(", ":"):
            return False
    return True


def _ends_list(line: Line, before: int, at: int) -> bool:
    """Whether a word that is a noun too may close a list of objects with the noun behind it
    ("Analyze records, notes, or *test* results")."""
    nominal = any(r.nominal for r in line.reads(at)) and not line.starts_strongly(at + 1)
    front = line.before_adverbs(at)
    if line.joins(front) == front + 1 and line.low(front - 1) == ",":
        front -= 1  # the comma in front of "or" alone makes no list
    return nominal and any(line.low(n) == "," for n in range(before + 1, front))


def _joins(line: Line, at: int) -> bool:
    return line.low(at) in (",", ";") or line.joins(at) == at + 1


def _another(line: Line, tree: Tree, row: Sequence[int], form: VerbForm) -> bool:
    """Whether another word may be a verb that would have to move too, or tells of another time;
    what stands behind "to" is a purpose and stays."""
    purposed = False
    for at in range(row[0] + 1, line.size):
        if at in row:
            continue
        front = line.before_adverbs(at)
        if line.low(front) == "to" and line.read(at, "base"):
            purposed = at > row[-1]
            continue
        if line.kind(at) == "auxiliary":
            return True
        if tree.is_verb(at) and tree.form(at) in FINITE_FORMS and not _describes(line, tree, at):
            aimed = purposed and line.joins(front) == front + 1 and line.low(front - 1) != ","
            if not (aimed and line.read(at, "base")):
                return True  # "to match them, *and apply* mixtures" may be an act beside the first
            continue
        joined = _joins(line, front) or line.low(front) in ("/", "-")
        if joined and _may_act(line, tree, at, form) and not _names(line, tree, row, at):
            return True
        named = tree.lean(at) < 0 and not line.words[at].text.islower()  # "Google maps"
        plain = any(r.form in ("third", "past", form) and not r.nominal for r in line.reads(at))
        if plain and not (named or tree.describes(at) or _describes(line, tree, at)):
            return True
    return False


def _names(line: Line, tree: Tree, row: Sequence[int], at: int) -> bool:
    """Whether a joined word is a noun for certain, beside the one verb of a line: the parse takes
    it for one, and so does the list that it stands in ("deodorizers, *hand* towels, and soap"),
    or it is hardly ever a verb ("sales and *budget* forecasts")."""
    if len(row) > 1 or tree.lean(at) >= 0 or not tree.tags[at].startswith("NN"):
        return False
    if line.before_adverbs(at) <= row[0] + 2 and line.joint(row[0] + 1)[0] > row[0] + 1:
        return False  # "Order and *purchase* frames"
    beside = [*items_beside(line, at)]
    front = line.before_adverbs(at)
    if not beside and line.joins(front) == front + 1 and line.low(front - 1) == ",":
        return False  # "Mix oils or powders, and *dump* batches"
    reading = line.read(at, "base")
    seldom = line.has(at, "seldom_verbs") or not (reading and line.is_known_verb(reading.lemma))
    return seldom or any(line.reads(n) == () for n in beside)


def _may_act(line: Line, tree: Tree, at: int, form: VerbForm) -> bool:
    if line.read(at, "gerund"):
        alike = form == "gerund" and not tree.describes(at)  # "Filing, *copying* and sorting mail"
        return alike or tree.lean(at) > 0 or line.starts_strongly(at + 1)
    reading = line.read(at, form)
    if reading is None:
        return False
    return not reading.nominal or line.starts_noun_phrase(at + 1)


def _describes(line: Line, tree: Tree, at: int) -> bool:
    """Whether a word is a participle that describes a noun ("for payments *received*")."""
    if line.read(at, "past") is None or line.read(at, "participle") is None:
        return False
    hangs = tree.labels[at].startswith(("acl", "advcl"))
    hangs = hangs and not _joins(line, line.before_adverbs(at))
    return tree.form(at) == "participle" or tree.lean(at) < 0 or hangs
