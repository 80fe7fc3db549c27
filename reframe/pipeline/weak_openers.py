"""Template bullets whose real act stands under an opener that hides it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from reframe.pipeline.clauses import (
    infinitive,
    mark,
    shared_object,
    verb,
    verb_phrase,
)
from reframe.pipeline.fragments import FEATURES
from reframe.pipeline.phrases import (
    SINGULAR,
    adposition,
    determiner,
    noun,
    noun_phrase,
    person,
    role,
)
from reframe.pipeline.plain_acts import pronoun, short_acts, subordinate, tense
from reframe.pipeline.trees import Node, coordinate
from reframe.pipeline.words import Draw

BE = {"VBD": "was", "VBZ": "is", "VBP": "am"}


def weak_opener(draw: Draw) -> Node:
    """Return a bullet whose real act stands under an opener that hides it."""
    make: Callable[[Draw], Node] = draw.weighted(
        [
            (34, weak_verb),
            (24, weak_adjective),
            (15, weak_passive),
            (14, duties),
            (4, role_was),
            (5, in_charge),
            (4, weak_part),
            (4, part_of_team),
        ]
    )
    made = make(draw)
    if draw.chance(0.12):  # one opener, then a direct act: "Helped with X and reconciled Y"
        tag = made.xpos if made.xpos in {"VBD", "VBG", "VB", "VBZ"} else "VBD"
        made = coordinate([made, verb_phrase(draw, tag, tails=1)])
    return made


def _entry(draw: Draw, section: str) -> dict[str, Any]:
    entries = draw.words.frames[section]
    return draw.weighted([(entry.get("weight", 1), entry) for entry in entries])


def _continued(draw: Draw, head: Node, after: str, *, noun_label: str = "obl") -> Node:
    """Return the opener's head with what ``after`` says, e.g. ``with>NP>to>VB``."""
    steps = draw.one(after.split()).split(">")
    clause_label = "acl" if noun_label == "nmod" else "advcl"
    word = ""
    for step in steps:
        match step:
            case "NP":
                inner = (
                    person(draw)
                    if word in {"with", "alongside", "under"}
                    else noun_phrase(draw, clause=subordinate)
                )
                head = head.then(inner.under(noun_label, adposition(word)))
            case "ROLE":
                head = head.then(role(draw).under(noun_label, adposition(word)))
            case "VBG":
                inner = _acts(draw, "VBG")
                head = head.then(inner.under(clause_label, mark(word)))
            case "VB":
                inner = infinitive(_acts(draw, "VB"))
                label = "xcomp" if head.form.lower().startswith(("help", "able")) else clause_label
                head = head.then(inner.under(label, *((mark(word),) if word else ())))
            case "closely" | "directly":
                head = head.then(Node(step, "ADV", "RB", "advmod"))
            case _:
                word = step
    return head


def _acts(draw: Draw, tag: str) -> Node:
    """Return the real acts under an opener: one, or a few in coordination."""
    if draw.chance(0.35):
        return short_acts(draw, tag)
    kind = draw.rng.random()
    if kind < 0.12:
        return shared_object(draw, tag, 2)
    if kind < 0.58:
        return verb_phrase(draw, tag, tails=1)
    count = 2 if kind < 0.84 else 3
    parts = [verb_phrase(draw, tag, tails=1 if draw.chance(0.25) else 0) for _ in range(count)]
    return coordinate(parts, serial=draw.chance(0.5))


def weak_verb(draw: Draw) -> Node:
    """Return "Assisted partners in reviewing ...", "Helped customers find ..."."""
    entry = _entry(draw, "verbs")
    tag = tense(draw)
    head = verb(draw.form(entry["lemma"], tag), tag)
    if draw.chance(entry["person"]):
        head = head.then(person(draw).under("obj"))
    return _continued(draw, head, entry["after"])


def weak_passive(draw: Draw) -> Node:
    """Return "Tasked with ...", "Was promoted to ...", "Heavily involved in ..."."""
    entry = _entry(draw, "passive")
    head = verb(draw.form(entry["lemma"], "VBN"), "VBN")
    if draw.chance(0.45):
        be = Node("was", "AUX", "VBD", "aux:pass", FEATURES["VBD"])
        subject = (replace(pronoun(), dep="nsubj:pass"),) if draw.chance(0.15) else ()
        head = replace(head, left=(*subject, be))
    if draw.chance(0.12):
        adverb = Node(draw.word("choice.involved_how"), "ADV", "RB", "advmod")
        head = replace(head, left=(*head.left, adverb))
    return _continued(draw, head, entry["after"])


def weak_adjective(draw: Draw) -> Node:
    """Return "Responsible for ...", with or without "Was", "I am", "Also", "Solely"."""
    entry = _entry(draw, "adjectives")
    left: list[Node] = []
    if draw.chance(0.2):
        tag = draw.one(["VBD", "VBD", "VBZ", "VBP"])
        if draw.chance(0.4) or tag == "VBP":
            left.append(pronoun())
        left.append(Node(BE[tag], "AUX", tag, "cop", FEATURES[tag]))
    if draw.chance(0.15):
        word = draw.word("choice.responsible_how")
        left.append(Node(word, "ADV", "RB", "advmod"))
    head = Node(entry["form"], "ADJ", "JJ", left=tuple(left))
    return _continued(draw, head, entry["after"])


def duties(draw: Draw) -> Node:
    """Return "Duties included ...", "Responsibilities: ...", "My main tasks were ..."."""
    shapes = draw.words.frames["duties"]
    lemma = draw.one(shapes["nouns"].split())
    plural = lemma != "role" and draw.chance(0.9)
    subject = noun(draw.plural(lemma) if plural else lemma, plural=plural)
    left: list[Node] = []
    if draw.chance(0.2):
        left.append(determiner(draw.word("choice.duty_article")))
    if draw.chance(0.3):
        left.append(Node(draw.one(shapes["adjectives"].split()), "ADJ", "JJ", "amod"))
    subject = replace(subject, left=tuple(left))
    gerunds = draw.chance(0.75)
    if draw.chance(0.22):
        colon = Node(":", "PUNCT", ":", "punct", joined=True)
        body = _acts(draw, "VBG") if gerunds else noun_phrase(draw)
        return subject.then(body.under("parataxis" if gerunds else "appos", colon))
    lemma, _, word = draw.one(shapes["verbs"].split()).partition(">")
    tag = draw.one(["VBD", "VBD", "VBP" if plural else "VBZ"])
    head = replace(verb(draw.form(lemma, tag), tag), left=(subject.under("nsubj"),))
    if draw.chance(0.06):
        but = verb("limited", "VBN")
        before = [
            Node("but", "CCONJ", "CC", "cc"),
            Node("were", "AUX", "VBD", "aux:pass", FEATURES["VBD"]),
            Node("not", "PART", "RB", "advmod"),
        ]
        head = head.then(but.then(Node("to", "ADP", "IN", "obl")).under("conj", *before))
    if word:
        before_act = (mark(word),)
        if gerunds:
            return head.then(_acts(draw, "VBG").under("advcl", *before_act))
        return head.then(noun_phrase(draw).under("obl", adposition(word)))
    if gerunds:
        return head.then(_acts(draw, "VBG").under("xcomp"))
    return head.then(noun_phrase(draw).under("obj"))


def role_was(draw: Draw) -> Node:
    """Return "My main role was to ...": the infinitive is the head."""
    shapes = draw.words.frames["duties"]
    subject = noun(draw.word("choice.role_noun"))
    left: list[Node] = []
    if draw.chance(0.8):
        left.append(determiner(draw.word("choice.role_owner")))
    if draw.chance(0.5):
        left.append(Node(draw.one(shapes["adjectives"].split()), "ADJ", "JJ", "amod"))
    subject = replace(subject, left=tuple(left)).under("nsubj")
    tag = draw.one(["VBD", "VBD", "VBZ"])
    be = Node(BE[tag], "AUX", tag, "cop", FEATURES[tag])
    act = infinitive(_acts(draw, "VB"))
    return replace(act, left=(subject, be, mark("to"), *act.left))


def in_charge(draw: Draw) -> Node:
    """Return "In charge of ...", "Was in charge of ..."."""
    head = Node("charge", "NOUN", "NN", "ROOT", SINGULAR, left=(adposition("in"),))
    if draw.chance(0.2):
        be = Node("was", "AUX", "VBD", "cop", FEATURES["VBD"])
        head = replace(head, left=(be, *head.left))
    if draw.chance(0.5):
        return head.then(_acts(draw, "VBG").under("acl", mark("of")))
    return head.then(noun_phrase(draw).under("nmod", adposition("of")))


def weak_part(draw: Draw) -> Node:
    """Return "Played a key role in ...", "Gained experience in ..."."""
    entry = _entry(draw, "parts")
    tag = tense(draw)
    head = noun(draw.one(entry["noun"].split()))
    left: list[Node] = []
    if entry["verb"] == "play":
        left.append(determiner("a"))
    if draw.chance(0.6):
        left.append(Node(draw.one(entry["adjective"].split()), "ADJ", "JJ", "amod"))
    part = _continued(draw, replace(head, left=tuple(left)), entry["after"], noun_label="nmod")
    return verb(draw.form(entry["verb"], tag), tag).then(part.under("obj"))


def part_of_team(draw: Draw) -> Node:
    """Return "Was part of a team that built ...", "Member of the committee responsible for ..."."""
    team = replace(
        noun(draw.word("choice.team_noun")),
        left=(determiner(draw.word("choice.article")),),
    )
    if draw.chance(0.7):
        who = Node(draw.word("choice.who"), "PRON", "WDT", "nsubj")
        team = team.then(_acts(draw, "VBD").under("acl:relcl", who))
    else:
        duty = Node("responsible", "ADJ", "JJ", "amod")
        team = team.then(_continued(draw, duty, "for>VBG for>NP"))
    head = noun(draw.word("choice.part_noun")).then(team.under("nmod", adposition("of")))
    if draw.chance(0.4):
        be = Node("was", "AUX", "VBD", "cop", FEATURES["VBD"])
        head = replace(head, left=(be,))
    return head
