"""Acts of template bullets without any opener: one, several, short ones, and run-ons."""

from dataclasses import replace

from reframe.pipeline.clauses import (
    mark,
    shared_object,
    verb,
    verb_phrase,
)
from reframe.pipeline.phrases import (
    adposition,
    noun,
    person,
)
from reframe.pipeline.trees import Node, comma, conjunction, coordinate
from reframe.pipeline.words import Draw


def tense(draw: Draw) -> str:
    """Return the tag of a bullet's verbs, about as often as bullets have it."""
    return draw.weighted([(49, "VBD"), (28, "VB"), (13, "VBG"), (10, "VBZ")])


def one_act(draw: Draw, tag: str = "") -> Node:
    """Return one act, or coordinated verbs with a shared object."""
    tag = tag or tense(draw)
    if draw.chance(0.2):
        return shared_object(draw, tag, 2 if draw.chance(0.65) else 3)
    return verb_phrase(draw, tag)


def several_acts(draw: Draw) -> Node:
    """Return two to four acts in coordination, each with its own object."""
    tag = tense(draw)
    count = draw.weighted([(62, 2), (30, 3), (8, 4)])
    parts = []
    for _ in range(count):
        if draw.chance(0.1):
            parts.append(shared_object(draw, tag, 2))
        else:
            parts.append(verb_phrase(draw, tag, tails=1 if draw.chance(0.5) else 0))
    word = draw.weighted([(86, "and"), (7, "&"), (2, "or"), (2, "while"), (3, "then")])
    if word in {"while", "then"} or (count == 2 and draw.chance(0.1)):
        second = parts[-1]
        if word == "while":
            gerund = verb_phrase(draw, "VBG", depth=1, tails=1)
            return parts[0].then(gerund.under("advcl", mark("while")))
        before = [comma(), conjunction("and")]
        if word == "then":
            before.append(Node("then", "ADV", "RB", "advmod"))
        return parts[0].then(second.under("conj", *before))
    return coordinate(parts, word=word, serial=draw.chance(0.5))


def short_acts(draw: Draw, tag: str = "") -> Node:
    """Return acts of a word or two each: "Stock shelves, price merchandise and clean displays"."""
    tag = tag or draw.weighted([(48, "VB"), (28, "VBG"), (14, "VBZ"), (10, "VBD")])
    count = draw.weighted([(30, 1), (40, 2), (25, 3), (5, 4)])
    return coordinate([_short_act(draw, tag) for _ in range(count)], serial=draw.chance(0.4))


def _short_act(draw: Draw, tag: str) -> Node:
    """Return a verb and a bare object; one in four acts on people: "training staff"."""
    if draw.chance(0.25):
        lemma = draw.pair("verbs.person_matter")[0]
        if draw.chance(0.3):
            lemma = draw.word("verbs.upon_people")
        return verb(draw.form(lemma, tag), tag).then(person(draw).under("obj"))
    lemma, head = draw.act()
    while head in draw.words.lists["nouns.deeds"]:
        lemma, head = draw.act()
    plural = head not in draw.words.mass
    thing = noun(draw.plural(head) if plural else head, dep="obj", plural=plural)
    if draw.chance(0.4):
        thing = replace(thing, left=(noun(draw.word("nouns.modifiers"), dep="compound"),))
    if draw.chance(0.5):
        lemma = draw.word("nouns.both") if draw.chance(0.7) else draw.one(draw.words.transitive)
    act = verb(draw.form(lemma, tag), tag).then(thing)
    if draw.chance(0.15):
        inner = person(draw).under("obl", adposition(draw.word("choice.of_role")))
        act = act.then(inner)
    return act


def run_on(draw: Draw) -> Node:
    """Return acts with only commas, semicolons, dashes or slashes between them."""
    tag = tense(draw)
    parts = [verb_phrase(draw, tag, tails=1 if draw.chance(0.3) else 0) for _ in range(3)]
    if draw.chance(0.4):
        return coordinate(parts, word="")
    sign = draw.word("choice.run_on_sign")
    first, *others = parts
    stop = Node(sign, "PUNCT", ":" if sign != ";" else ",", "punct", joined=sign == ";")
    label = "conj" if sign in {";", "/"} else "parataxis"
    return first.then(*(other.under(label, stop) for other in others))


def pronoun() -> Node:
    """Return "I" as a subject."""
    return Node("I", "PRON", "PRP", "nsubj")


def subordinate(draw: Draw, tag: str) -> Node:
    """Return a short act for a place below another act."""
    return verb_phrase(draw, tag, depth=1, tails=1)
