"""Invented bullets as gold trees: the openers, lists and frames that treebanks do not hold."""

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
from reframe.pipeline.trees import Node, comma, conjunction, coordinate, flatten, with_stop
from reframe.pipeline.words import Draw

Bullet = tuple[Node, ...]
BE = {"VBD": "was", "VBZ": "is", "VBP": "am"}


def bullet(draw: Draw) -> Bullet:
    """Return the trees of one bullet; most are one sentence."""
    make: Callable[[Draw], Any] = draw.weighted(
        [
            (24, one_act),
            (27, several_acts),
            (7, short_acts),
            (24, weak_opener),
            (6, bare_noun),
            (4, adverb_first),
            (3, preposition_first),
            (3, first_person),
            (4, run_on),
            (4, two_sentences),
            (2, labelled),
        ]
    )
    made = make(draw)
    return made if isinstance(made, tuple) else (made,)


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
    parts = []
    for _ in range(draw.weighted([(30, 1), (40, 2), (25, 3), (5, 4)])):
        lemma = draw.one(draw.words.nouns)
        while lemma in draw.words.lists["nouns.deeds"]:
            lemma = draw.one(draw.words.nouns)
        plural = lemma not in draw.words.mass
        thing = noun(draw.plural(lemma) if plural else lemma, dep="obj", plural=plural)
        if draw.chance(0.4):
            thing = replace(thing, left=(noun(draw.word("nouns.modifiers"), dep="compound"),))
        lemma = draw.word("nouns.both") if draw.chance(0.6) else draw.one(draw.words.transitive)
        parts.append(verb(draw.form(lemma, tag), tag).then(thing))
        if draw.chance(0.15):
            inner = person(draw).under("obl", adposition(draw.word("choice.of_role")))
            parts[-1] = parts[-1].then(inner)
    return coordinate(parts, serial=draw.chance(0.4))


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


def two_sentences(draw: Draw) -> Bullet:
    """Return two sentences; where the first has no full stop, a capital tells them apart."""
    first = one_act(draw)
    return (first if draw.chance(0.3) else with_stop(first)), one_act(draw)


def labelled(draw: Draw) -> Node:
    """Return an act behind a label: "Customer service: answered phones"."""
    label = noun(draw.word("choice.labels"), dep="dep")
    if draw.chance(0.4):
        label = replace(label, left=(noun(draw.word("nouns.modifiers"), dep="compound"),))
    sign = draw.word("choice.label_sign")
    mark_ = Node(sign, "PUNCT", ":", "punct", joined=sign == ":")
    act = one_act(draw) if draw.chance(0.5) else several_acts(draw)
    if draw.chance(0.6):
        act = replace(act, form=act.form.capitalize()) if not act.left else act
    return replace(act, left=(label, mark_, *act.left))


def adverb_first(draw: Draw) -> Node:
    """Return an act with an adverb in front: "Successfully negotiated ..."."""
    adverb = Node(draw.word("tails.openers"), "ADV", "RB", "advmod")
    act = one_act(draw) if draw.chance(0.6) else several_acts(draw)
    return replace(act, left=(adverb, *act.left))


def preposition_first(draw: Draw) -> Node:
    """Return an act behind its adjunct: "In this role, managed ...", "As lead, trained ..."."""
    tag = tense(draw)
    if draw.chance(0.25):
        inner = verb_phrase(draw, "VB" if draw.chance(0.3) else "VBG", depth=1, tails=0)
        if inner.xpos == "VB":
            opener = infinitive(inner).under("advcl", mark("to"))
        else:
            opener = inner.under("advcl", mark(draw.word("choice.before_gerund_first")))
    elif draw.chance(0.4):
        opener = role(draw).under("obl", adposition("as"))
    else:
        word = draw.word("choice.preposition_first")
        opener = noun_phrase(draw, depth=1).under("obl", adposition(word))
    act = verb_phrase(draw, tag)
    before = (opener, comma()) if draw.chance(0.8) else (opener,)
    subject = (pronoun(),) if tag == "VBD" and draw.chance(0.2) else ()
    return replace(act, left=(*before, *subject, *act.left))


def pronoun() -> Node:
    """Return "I" as a subject."""
    return Node("I", "PRON", "PRP", "nsubj")


def first_person(draw: Draw) -> Node:
    """Return a sentence with "I" or "We": plain, or with an auxiliary."""
    subject = replace(pronoun(), form=draw.weighted([(85, "I"), (15, "We")]))
    kind = draw.rng.random()
    if kind < 0.6:
        tag = "VBD" if draw.chance(0.75) else "VBP"
        act = verb_phrase(draw, tag)
        return replace(act, left=(subject, *act.left))
    if kind < 0.8:
        act = verb_phrase(draw, "VBN")
        have = Node("have", "AUX", "VBP", "aux", FEATURES["VBP"])
        return replace(act, left=(subject, have, *act.left))
    act = infinitive(verb_phrase(draw, "VB"))
    can = Node(draw.word("choice.modal"), "AUX", "MD", "aux", "VerbForm=Fin")
    return replace(act, left=(subject, can, *act.left))


def bare_noun(draw: Draw) -> Node:
    """Return a line without a verb: "Project management", "Preparation of tax returns"."""
    kind = draw.rng.random()
    if kind < 0.3:
        *before, head = draw.pair("nouns.noun_lines")
        plural = head.endswith("s") and head not in draw.words.mass
        line = noun(head, plural=plural)
        line = replace(line, left=tuple(noun(form, dep="compound") for form in before))
        if draw.chance(0.3):
            inner = noun_phrase(draw, depth=1)
            line = line.then(inner.under("nmod", adposition(draw.word("choice.of_line"))))
        if draw.chance(0.25):
            others = draw.pair("nouns.noun_lines")
            other = noun(others[-1].lower(), plural=plural)
            other = replace(other, left=(noun(others[0].lower(), dep="compound"),))
            line = coordinate([line, other])
        return line
    if kind < 0.5:  # "Account reconciliation and month-end close"
        deeds = [_deed(draw) for _ in range(draw.one([1, 1, 2, 2, 3]))]
        return coordinate(deeds, serial=draw.chance(0.4))
    if kind < 0.55:  # "Research, design and test of pump controls"
        parts = [noun(draw.word("nouns.both")) for _ in range(draw.one([2, 3]))]
        of = noun_phrase(draw, depth=1).under("nmod", adposition("of"))
        return coordinate(parts).then(of)
    if kind < 0.7:
        line = noun(draw.word("nouns.mass"))
        inner = noun_phrase(draw, depth=0).under("nmod", adposition(draw.word("choice.of_mass")))
        return line.then(inner)
    if kind < 0.8:
        line = noun(draw.word("choice.skill_noun"))
        if line.form == "ability":
            return line.then(infinitive(verb_phrase(draw, "VB", tails=1)).under("acl", mark("to")))
        if draw.chance(0.3):
            return line.then(verb_phrase(draw, "VBG", tails=1).under("acl", mark("in")))
        word = draw.word("choice.of_skill")
        return line.then(noun_phrase(draw).under("nmod", adposition(word)))
    while True:  # not one that opens with a verb's letters: it could be an act as well
        line = noun_phrase(draw, clause=_subordinate)
        if flatten(line)[0].form not in draw.words.openers:
            return line


def _deed(draw: Draw) -> Node:
    """Return "account reconciliation": an act in the form of a noun, and what it is done to."""
    thing = draw.word("nouns.both") if draw.chance(0.5) else draw.word("nouns.modifiers")
    return replace(noun(draw.word("nouns.deeds")), left=(noun(thing, dep="compound"),))


def _subordinate(draw: Draw, tag: str) -> Node:
    return verb_phrase(draw, tag, depth=1, tails=1)


# ---- weak openers


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
                    else noun_phrase(draw, clause=_subordinate)
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
