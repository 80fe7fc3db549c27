"""Ask a dependency parse whether it bears out a reading, and where it speaks against it.

A parse is wrong in its own ways, so each of its objections is heard with the words beside it: a
word that can be nothing but a verb stays one, and a verb inside a relative clause is no act.
"""

from collections.abc import Container, Iterable, Iterator, Sequence

from reframe.core.chunks import chunk
from reframe.core.line import Line
from reframe.core.parts import Act, Part
from reframe.core.tree import Tree
from reframe.core.tree_reading import acts_of

NOUN = "the parse takes an act for a noun"
ANOTHER = "the parse finds another act"
OBJECT = "the parse finds another object"
APART = "the parse joins an object to other words"
NAMED = "the parse finds an act among nouns"
UNCONFIRMED = "the parse does not find the same acts and objects"
_JOINED = frozenset({"ROOT", "conj", "parataxis"})


def objections(line: Line, parts: Sequence[Part], tree: Tree) -> tuple[str, ...]:
    """Return what the parse holds against a reading, once each; empty where it bears it out."""
    found = [
        *_acts_as_nouns(line, parts, tree),
        *_further_acts(line, parts, tree),
        *_objects(line, parts, tree),
    ]
    return tuple(dict.fromkeys(found))


def tells_the_same(line: Line, parts: Sequence[Part], tree: Tree) -> bool:
    """Return whether the parse by itself finds the very acts and objects of a reading; to hold
    nothing against them is less.

    Behind an opener the words know more than the parse: it makes acts of what somebody else did
    ("Helped a client *move*"), or leaves aside an act right behind the opener or in a row with
    one that it finds ("drafting documents *and training* staff"), unless the words left that open.
    """
    told = {act.verb: _things(line, act.objects) for act in _acts(parts)}
    found = {
        _passive_act(tree, verb, told): _things(line, nouns)
        for verb, nouns in acts_of(parts, tree).items()
        if verb in told or line.reads(verb)
    }
    if told == found:
        return True
    openers = [p.opener for p in parts if p.opener and not p.opener.frame.verb]
    if not openers or line.doubts:
        return False
    behind = {line.over_adverbs(opener.end) for opener in openers}
    forms = {act.form for act in _acts(parts) if act.verb in found}
    left = {act.verb for act in _acts(parts) if act.verb not in found and act.form not in forms}
    return not told or (found.keys() <= told.keys() and left <= behind)


def _passive_act(tree: Tree, verb: int, told: Container[int]) -> int:
    """Return the word that the words take for the act where a passive has two ("*get* set up")."""
    helping = (c for c in tree.children[verb] if tree.labels[c] in ("aux:pass", "auxpass"))
    return next((c for c in helping if c in told), verb)


def _things(line: Line, nouns: Iterable[int]) -> set[int]:
    return {noun for noun in nouns if not _measures(line, noun)}


def _acts(parts: Sequence[Part]) -> list[Act]:
    return [act for part in parts for act in part.acts]


def _acts_as_nouns(line: Line, parts: Sequence[Part], tree: Tree) -> Iterator[str]:
    for act in _acts(parts):
        if tree.lean(act.verb) >= 0 or act.particle:
            continue
        if line.plain_verb(act.verb) or line.starts_strongly(act.verb + 1):
            continue
        beside = any(o.form == act.form and tree.lean(o.verb) > 0 for o in _acts(parts))
        known = line.lexicon.verb(act.reading.lemma) or act.form == "past"
        if not (beside and known):
            yield NOUN


def _further_acts(line: Line, parts: Sequence[Part], tree: Tree) -> Iterator[str]:
    acts = _acts(parts)
    verbs = {act.verb for act in acts}
    openers = {n for p in parts if p.opener for n in range(p.start, p.opener.end)}
    forms = {act.form for act in acts}
    for at in range(line.size):
        if at in verbs or at in openers or tree.lean(at) <= 0 or tree.labels[at] not in _JOINED:
            continue
        known = {reading.form for reading in line.reads(at)}
        if not known or (forms and not known & forms) or _lower(line, at, verbs):
            continue
        result = line.low(at - 1) == "," or line.kind(at - 1) == "preposition"
        if "gerund" in known and (result or line.read(at - 2, "gerund")) and not verbs:
            continue  # "Assisted customers daily, providing advice"
        if not tree.objects(at) and "participle" in known and line.kind(at + 1) == "preposition":
            continue  # "a database of bloggers, sorted by region"
        yield ANOTHER if acts else NAMED


def _lower(line: Line, at: int, verbs: set[int]) -> bool:
    """Whether a relative word, or "to", stands between the act before and a word."""
    for n in range(at - 1, -1, -1):
        if n in verbs:
            return False
        if line.kind(n) == "relative" or (line.low(n) == "to" and line.read(n + 1, "base")):
            return True
    return False


def _objects(line: Line, parts: Sequence[Part], tree: Tree) -> Iterator[str]:
    acts = _acts(parts)
    verbs = {act.verb for act in acts}
    told = {n for act in acts for n in act.objects} | {n for part in parts for n in part.nouns}
    for act in acts:
        for noun in act.objects:
            head = tree.heads[noun]
            if tree.labels[noun] in ("compound", "amod") and noun < head and head not in told:
                yield APART
        end = _reach(line, act)
        for child in tree.objects(act.verb):
            for noun in tree.joined(child):
                if noun in told or noun in verbs or noun >= end or _measures(line, noun):
                    continue
                phrase = chunk(line, noun)
                if phrase is None or phrase.head not in told:
                    yield OBJECT


def _reach(line: Line, act: Act) -> int:
    """Return where objects may end: at the first preposition behind those of the reading."""
    last = max(act.objects, default=act.verb)
    behind = range(last + 1 + line.has(last + 1, "particles"), line.size)
    return next(
        (n for n in behind if line.kind(n) == "preposition" or line.low(n) == "("), line.size
    )


def _measures(line: Line, noun: int) -> bool:
    described = ("number", "adverb", "time", "adjective")
    return line.has(noun, "duration_units") or line.kind(noun) in described
