"""Fragments of treebank sentences in the shape of bullets: a verb with what follows it.

"They have reviewed the old contracts" holds "Reviewed old contracts", "Reviewing the old
contracts" and so on: the subject and the auxiliaries go, and the verb takes another form.
"""

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from reframe.pipeline.trees import ROOT, Node, Sentence, coordinate, nest, size, walk
from reframe.pipeline.words import Inflector

VERB_TAGS = frozenset({"VB", "VBD", "VBP", "VBZ", "VBG", "VBN"})
FEATURES = {
    "VB": "VerbForm=Fin",
    "VBD": "Tense=Past|VerbForm=Fin",
    "VBZ": "Number=Sing|Person=3|Tense=Pres|VerbForm=Fin",
    "VBP": "Tense=Pres|VerbForm=Fin",
    "VBG": "Tense=Pres|VerbForm=Part",
    "VBN": "Tense=Past|VerbForm=Part",
}
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "expl", "cop", "aux", "aux:pass"})
_ENDS = _SUBJECTS | {"discourse", "vocative", "parataxis", "ccomp"}
_LONGEST = 28
_JOINABLE = 14


@dataclass(frozen=True, slots=True)
class FragmentWords:
    """Lemmas that never stand at the head of a bullet, and forms that none holds."""

    stative: frozenset[str]
    foreign: frozenset[str]


def verb_fragments(root: Node, words: FragmentWords) -> Iterator[Node]:
    """Yield each active verb of a tree with what follows it, its subject and auxiliaries gone."""
    for node in walk(root):
        if node.upos == "VERB" and node.xpos in VERB_TAGS and node.lemma not in words.stative:
            fragment = _cut(node)
            if (
                fragment is not None
                and 3 <= size(fragment) <= _LONGEST
                and not any(n.form.lower() in words.foreign for n in walk(fragment))
            ):
                yield fragment


def _cut(verb: Node) -> Node | None:
    labels = {child.dep for child in verb.left}
    if labels & {"aux:pass", "nsubj:pass"} or any(
        child.dep == "advmod" and child.feats == "" and child.lemma in {"not", "never"}
        for child in verb.left
    ):
        return None
    if verb.xpos == "VBN" and "aux" not in labels:
        return None  # a participle that describes a noun
    kept: list[Node] = []
    for child in verb.right:
        if child.dep in _ENDS or (child.dep == "conj" and not _bare_verb(child)):
            break
        kept.append(child)
    while kept and kept[-1].dep == "punct":
        kept.pop()
    if not any(child.dep in {"obj", "obl"} for child in kept):
        return None
    before = tuple(
        replace(child, form=child.form.lower(), joined=False)
        for child in verb.left[-1:]
        if child.dep == "advmod" and child.form.lower().endswith("ly") and size(child) == 1
    )
    return replace(verb, dep=ROOT, joined=False, left=before, right=tuple(kept))


def _bare_verb(node: Node) -> bool:
    return node.upos == "VERB" and not any(child.dep in _SUBJECTS for child in node.left)


def reinflect(fragment: Node, tag: str, inflect: Inflector) -> Node | None:
    """Return the fragment with its verb, and the verbs coordinated with it, in another form.

    None where a verb stands in a form of its own or has no such form.
    """
    base = {"VBP": "VB"}
    found = base.get(fragment.xpos, fragment.xpos)

    def turned(verb: Node) -> Node | None:
        if base.get(verb.xpos, verb.xpos) != found:
            return None
        form = inflect(verb.lemma, tag)
        if form is None:
            return None
        return replace(verb, form=form, xpos=tag, feats=FEATURES[tag])

    head = turned(fragment)
    right = [
        turned(child) if child.dep == "conj" and child.upos == "VERB" else child
        for child in fragment.right
    ]
    if head is None or any(child is None for child in right):
        return None
    return replace(head, right=tuple(child for child in right if child is not None))


def drop_articles(node: Node, rng: random.Random, *, share: float) -> Node:
    """Return the tree without ``share`` of its articles, as bullets are written."""
    left = tuple(
        drop_articles(child, rng, share=share)
        for child in node.left
        if not (child.dep == "det" and child.lemma in {"the", "a"} and rng.random() < share)
    )
    right = tuple(drop_articles(child, rng, share=share) for child in node.right)
    return replace(node, left=left, right=right)


def bullet_fragments(
    sentences: Iterable[Sentence],
    words: FragmentWords,
    inflect: Inflector,
    rng: random.Random,
    *,
    limit: int,
) -> list[Node]:
    """Return up to ``limit`` fragments in bullet form, three in ten of them coordinated."""
    cuts = [
        cut
        for sentence in sentences
        if (root := nest(sentence)) is not None
        for cut in verb_fragments(root, words)
    ]
    rng.shuffle(cuts)
    made: list[Node] = []
    short: dict[str, list[Node]] = {}
    for cut in cuts:
        if len(made) >= limit:
            break
        tag = rng.choices(["VBD", "VBG", "VB", "VBZ"], [0.62, 0.14, 0.16, 0.08])[0]
        turned = reinflect(cut, tag, inflect)
        if turned is None:
            continue
        fragment = drop_articles(turned, rng, share=rng.choice([0.0, 0.5, 1.0]))
        others = short.setdefault(tag, [])
        if size(fragment) < _JOINABLE:
            others.append(fragment)
            if len(others) > 10 and rng.random() < 0.35:
                more = rng.sample(others[:-1], rng.choice([1, 1, 2]))
                fragment = coordinate([fragment, *more], serial=rng.random() < 0.4)
        made.append(fragment)
    return made
