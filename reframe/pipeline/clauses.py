"""Verb phrases for template bullets, built as gold trees: a verb, its objects and adjuncts."""

from dataclasses import replace

from reframe.pipeline.fragments import FEATURES
from reframe.pipeline.phrases import (
    SINGULAR,
    adposition,
    determiner,
    etcetera,
    money,
    noun,
    noun_phrase,
    number,
    percent,
    person,
    role,
    unlike_an_act,
)
from reframe.pipeline.trees import Node, comma, coordinate
from reframe.pipeline.words import Draw

# How many verbs are nouns too, by form: the bare form is the one to be heard as a verb.
AMBIGUOUS = {"VB": 0.42, "VBP": 0.3, "VBZ": 0.42, "VBG": 0.32, "VBD": 0.15, "VBN": 0.15}
SUBORDINATORS = {"to": ("PART", "TO")}


def verb(form: str, tag: str, *, joined: bool = False) -> Node:
    """Return a verb in a form, without dependents."""
    return Node(form, "VERB", tag, "ROOT", FEATURES[tag], joined=joined)


def mark(word: str) -> Node:
    """Return "to", "by", "while" and the like, in front of a clause."""
    upos, tag = SUBORDINATORS.get(word, ("SCONJ", "IN"))
    return Node(word, upos, tag, "mark")


def infinitive(clause: Node) -> Node:
    """Return a base-form clause, and those coordinated with it, with an infinitive's features."""
    right = tuple(
        replace(child, feats="VerbForm=Inf")
        if child.dep == "conj" and child.xpos == "VB"
        else child
        for child in clause.right
    )
    return replace(clause, feats="VerbForm=Inf", right=right)


def simple_verb(draw: Draw, tag: str) -> Node:
    """Return the verb of a plain transitive act: most are one word, some "co-led" or "QA'd"."""
    if draw.chance(0.965):
        kind = draw.rng.random()
        if kind < AMBIGUOUS[tag]:
            lemma = draw.word("nouns.both")
        elif kind < AMBIGUOUS[tag] + 0.03:
            lemma = draw.coined()
        else:
            lemma = draw.one(draw.words.transitive)
            if tag in {"VB", "VBZ"} and draw.chance(0.07):
                lemma = draw.word("verbs.like_adjectives")
        return verb(draw.form(lemma, tag), tag)
    if draw.chance(0.75):
        first, second = draw.pair("verbs.hyphened")
        dash = Node("-", "PUNCT", "HYPH", "punct", joined=True)
        before = Node(first, "NOUN", "NN", "compound", SINGULAR)
        if first in draw.words.lists["verbs.prefix_adjectives"]:
            before = Node(first, "ADJ", "JJ", "advmod")
        elif first in draw.words.lists["verbs.prefixes"]:
            before = Node(first, "X", "AFX", "compound")
        return replace(verb(draw.form(second, tag), tag, joined=True), left=(before, dash))
    if tag == "VBD" and draw.chance(0.6):
        return verb(draw.word("verbs.initials") + "'d", tag)
    first, second, lemma = draw.pair("verbs.slashed")
    slash = Node("/", "SYM", ",", "cc", joined=True)
    other = Node(second, "NOUN", "NN", "conj", SINGULAR, joined=True, left=(slash,))
    return replace(
        verb(draw.form(lemma, tag), tag),
        left=(Node(first, "NOUN", "NN", "compound", SINGULAR, right=(other,)),),
    )


def verb_phrase(draw: Draw, tag: str, *, depth: int = 0, tails: int = 2) -> Node:
    """Return a verb phrase.

    Args:
        tag: The Penn tag of its verb.
        depth: 0 in the main clause; deeper clauses nest nothing further.
        tails: The most adjuncts that may follow.
    """
    draw = replace(draw, around=tag)
    shape = draw.rng.random()
    if depth == 0 and draw.chance(0.02):
        return _with_clause(draw, tag)
    if shape < 0.02:  # "Lead by example", "Advised on leave policies"
        inner = _adjunct_noun(draw, depth)
        phrase = simple_verb(draw, tag).then(
            inner.under("obl", adposition(draw.word("tails.prepositions")))
        )
    elif shape < 0.32:
        lemma, thing = draw.act()
        acted = noun_phrase(draw, head=thing, depth=depth, clause=_inner_clause)
        phrase = verb(draw.form(lemma, tag), tag).then(acted.under("obj"))
    elif shape < 0.69:
        phrase = simple_verb(draw, tag).then(_object(draw, depth))
    elif shape < 0.76:
        lemma, particle = draw.pair("verbs.particles")
        part = Node(particle, "ADP", "RP", "compound:prt")
        parts = [part, _object(draw, depth)]
        if draw.chance(0.12):
            parts.reverse()
        phrase = verb(draw.form(lemma, tag), tag).then(*parts)
    elif shape < 0.855:
        lemma, word = draw.pair("verbs.prepositional")
        inner = role(draw) if word == "as" else _adjunct_noun(draw, depth)
        if word == "to":
            inner = unlike_an_act(draw)
        if word == "between":
            inner = coordinate([person(draw), person(draw)])
        phrase = verb(draw.form(lemma, tag), tag)
        if draw.chance(0.12):
            phrase = phrase.then(Node("closely", "ADV", "RB", "advmod"))
        phrase = phrase.then(inner.under("obl", adposition(word)))
    elif shape < 0.91:
        lemma, word = draw.pair("verbs.person_matter")
        matter = noun_phrase(draw, depth=depth + 1).under("obl", adposition(word))
        phrase = verb(draw.form(lemma, tag), tag).then(person(draw).under("obj"), matter)
    elif shape < 0.955:
        lemma, word = draw.pair("verbs.matter_person")
        to = (person(draw) if draw.chance(0.6) else unlike_an_act(draw)).under(
            "obl", adposition(word)
        )
        phrase = verb(draw.form(lemma, tag), tag).then(_object(draw, depth), to)
    else:  # no object at all: "Worked 20+ hours", "Ranked first", "Travelled daily"
        lemma = draw.word("choice.measured")
        phrase = verb(draw.form(lemma, tag), tag)
        if draw.chance(0.2):
            of = noun("time", dep="nmod")
            of = replace(of, left=(adposition("of"), determiner("the")))
            phrase = phrase.then(percent(draw).then(of).under("obl"))
        else:
            phrase = phrase.then(_measure(draw))
    for _ in range(tails):
        if draw.chance(0.42):
            phrase = phrase.then(adjunct(draw, depth=depth))
    if depth == 0 and tails and draw.chance(0.16):
        phrase = phrase.then(_afterthought(draw, tag))
    if draw.chance(0.12) and phrase.left == ():
        phrase = replace(phrase, left=(_adverb(draw),))
    return phrase


def _with_clause(draw: Draw, tag: str) -> Node:
    """Return "Ensured (that) orders were shipped and invoices matched", "Verify doors are locked"."""
    past = tag in {"VBD", "VBN"} or draw.chance(0.2)
    subject = noun_phrase(draw, depth=2).under("nsubj")
    be = Node("were" if past else "are", "AUX", "VBD" if past else "VBP", "cop")
    kind = draw.rng.random()
    if kind < 0.35:
        adjectives = [
            Node(draw.word("nouns.adjectives"), "ADJ", "JJ") for _ in range(draw.one([1, 2, 2, 3]))
        ]
        inner = coordinate(adjectives)
        inner = replace(inner, left=(subject, be))
    elif kind < 0.65:
        lemmas = [draw.one(draw.words.transitive) for _ in range(draw.one([1, 1, 2, 3]))]
        inner = coordinate([verb(draw.form(lemma, "VBN"), "VBN") for lemma in lemmas])
        inner = replace(inner, left=(subject.under("nsubj:pass"), be.under("aux:pass")))
    else:
        form = "VBD" if past else "VBP"
        acts = [verb_phrase(draw, form, depth=2, tails=0) for _ in range(draw.one([1, 2]))]
        inner = replace(coordinate(acts), left=(subject, *acts[0].left))
    if draw.chance(0.4):
        inner = inner.then(adjunct(draw, depth=2))
    that = (Node("that", "SCONJ", "IN", "mark"),) if draw.chance(0.6) else ()
    act = verb(draw.form(draw.word("verbs.of_clauses"), tag), tag)
    return act.then(inner.under("ccomp", *that))


def _adverb(draw: Draw) -> Node:
    return Node(draw.word("tails.openers").lower(), "ADV", "RB", "advmod")


def _object(draw: Draw, depth: int) -> Node:
    """Return what the verb acts on, as its ``obj``."""
    kind = draw.rng.random()
    if kind < 0.08:
        phrase = person(draw)
    elif kind < 0.11:
        phrase = money(draw)
        if draw.chance(0.5):
            inner = noun_phrase(draw, depth=1)
            phrase = phrase.then(inner.under("nmod", adposition(draw.word("choice.of_amount"))))
    elif kind < 0.125:
        inner = noun_phrase(draw, depth=1).under("nmod", adposition("of"))
        phrase = percent(draw).then(inner)
    elif kind < 0.16:  # gerund nouns: "testing and debugging of applications"
        gerunds = [noun(draw.word("nouns.head_gerunds")) for _ in range(draw.one([1, 2, 2, 3]))]
        inner = noun_phrase(draw, depth=1).under("nmod", adposition(draw.word("choice.of_gerund")))
        phrase = coordinate(gerunds)
        if draw.chance(0.6):
            phrase = phrase.then(inner)
    elif kind < 0.17:
        phrase = noun_phrase(draw, depth=1).then(etcetera())
    else:
        phrase = noun_phrase(draw, depth=depth, clause=_inner_clause)
    return phrase.under("obj")


def _inner_clause(draw: Draw, tag: str) -> Node:
    return verb_phrase(draw, tag, depth=2, tails=1)


def _adjunct_noun(draw: Draw, depth: int) -> Node:
    return person(draw) if draw.chance(0.2) else noun_phrase(draw, depth=depth + 1)


def _measure(draw: Draw) -> Node:
    """Return a measure that is no object: "20+ hours per week", "five days a week"."""
    unit = draw.word("choice.measure_unit")
    count = number(draw.word("numbers.counts"))
    if count.form[0].isdigit() and draw.chance(0.4):
        count = count.then(Node("+", "SYM", "SYM", "advmod", joined=True))
    head = replace(noun(draw.plural(unit), plural=True), left=(count,))
    rest = noun(draw.word("nouns.units"))
    if draw.chance(0.5):
        head = head.then(replace(rest, left=(determiner(draw.word("choice.each")),)).under("nmod"))
    elif draw.chance(0.5):
        head = head.then(rest.under("nmod", adposition("per")))
    return head.under("obl")


def adjunct(draw: Draw, *, depth: int = 0) -> Node:
    """Return an adjunct: a prepositional phrase, an adverb, a measure, a purpose or means."""
    kind = draw.rng.random()
    if kind < 0.40:
        word = draw.word("tails.prepositions")
        inner = unlike_an_act(draw) if word == "to" else noun_phrase(draw, depth=1)
        if draw.chance(0.08):
            inner = _dated(draw)
            word = draw.word("choice.before_date")
        return inner.under("obl", adposition(word))
    if kind < 0.48:
        return Node(draw.word("tails.adverbs"), "ADV", "RB", "advmod")
    if kind < 0.55:
        unit = noun(draw.word("nouns.units"))
        if draw.chance(0.5):
            return unit.under("obl", adposition("per"))
        return unit.under("obl", determiner(draw.word("choice.every")))
    if kind < 0.58:
        return _measure(draw)
    if kind < 0.64:
        change = percent(draw) if draw.chance(0.75) else money(draw)
        if draw.chance(0.12):  # "Raised the pass rate 14 points"
            unit = noun(draw.plural(draw.word("choice.change_unit")), plural=True)
            change = replace(unit, left=(number(draw.word("numbers.counts")),))
        if draw.chance(0.2):
            return change.under("obl")
        if draw.chance(0.2):
            over = Node("over", "ADV", "RB", "advmod")
            change = replace(change, left=(over, *change.left))
        return change.under("obl", adposition(draw.word("choice.before_change")))
    if kind < 0.67:
        make = draw.one([percent, money])
        low = make(draw).under("obl", adposition("from"))
        high = make(draw).under("nmod", adposition("to"))
        return low.then(high)
    if kind < 0.70:
        words = draw.pair("tails.manner_pairs")
        first = noun(words[1]).under("obl", adposition(words[0]))
        if len(words) < 4:
            return first
        second = noun(words[3]).under(
            "conj", Node("and", "CCONJ", "CC", "cc"), adposition(words[2])
        )
        return first.then(second)
    if kind < 0.72:
        return verb(draw.word("tails.needed"), "VBN").under("advcl", mark("as"))
    if kind < 0.74:
        return role(draw).under("obl", adposition("as"))
    if kind < 0.79:
        using = verb(draw.word("choice.using"), "VBG")
        inner = noun_phrase(draw, depth=1).under("obj")
        return using.then(inner).under("advcl")
    if depth > 0:
        return Node(draw.word("tails.adverbs"), "ADV", "RB", "advmod")
    word, tag = draw.pair("tails.subordinate")
    parts = [verb_phrase(draw, tag, depth=1, tails=1)]
    if draw.chance(0.3):
        parts.append(verb_phrase(draw, tag, depth=1, tails=0))
    clause = coordinate(parts)
    if tag == "VB":
        clause = infinitive(clause)
        if draw.chance(0.15):
            order = Node("order", "NOUN", "NN", "fixed", SINGULAR)
            in_order = Node("in", "SCONJ", "IN", "mark", right=(order,))
            return clause.under("advcl", in_order, mark(word))
    if word in {"thereby", "thus"}:
        return clause.under("advcl", comma(), Node(word, "ADV", "RB", "advmod"))
    return clause.under("advcl", mark(word))


def _dated(draw: Draw) -> Node:
    """Return "18 months", "two years", "2019"."""
    if draw.chance(0.3):
        return number(draw.word("choice.year"))
    unit = draw.word("choice.period")
    count = number(draw.word("numbers.counts"))
    return replace(noun(draw.plural(unit), plural=True), left=(count,))


def _afterthought(draw: Draw, tag: str) -> Node:
    """Return what a comma adds: "..., resulting in X", "..., ensuring Y and Z"."""
    if draw.chance(0.3):
        lemma, word = draw.pair("tails.results")
        inner = noun_phrase(draw, depth=1)
        if draw.chance(0.4):
            inner = replace(inner, left=(percent(draw).under("compound"), *inner.left))
        clause = verb(draw.form(lemma, "VBG"), "VBG").then(inner.under("obl", adposition(word)))
        return clause.under("advcl", comma())
    if draw.chance(0.85) or tag == "VBG":
        parts = [verb_phrase(draw, "VBG", depth=1, tails=1)]
        if draw.chance(0.25):
            parts.append(verb_phrase(draw, "VBG", depth=1, tails=0))
        before = () if draw.chance(0.12) else (comma(),)
        return coordinate(parts).under("advcl", *before)
    listed = noun_phrase(draw, depth=1)
    including = Node("including", "VERB", "VBG", "case", FEATURES["VBG"])
    return listed.under("obl", comma(), including)


def shared_object(draw: Draw, tag: str, count: int) -> Node:
    """Return verbs in coordination with one object behind the last: it hangs on the first."""
    draw = replace(draw, around=tag)
    first = simple_verb(draw, tag)
    if draw.chance(0.12):  # "Picked up and delivered prescriptions"
        lemma, particle = draw.pair("verbs.particles")
        part = Node(particle, "ADP", "RP", "compound:prt")
        first = verb(draw.form(lemma, tag), tag).then(part)
    more = [simple_verb(draw, tag) for _ in range(count - 1)]
    if draw.chance(0.08):
        lemma, particle = draw.pair("verbs.particles")
        part = Node(particle, "ADP", "RP", "compound:prt")
        more[-1] = verb(draw.form(lemma, tag), tag).then(part)
    word = draw.weighted([(90, "and"), (6, "&"), (4, "or")])
    phrase = coordinate([first, *more], word=word, serial=draw.chance(0.45))
    phrase = phrase.then(_object(draw, 0))
    for _ in range(2):
        if draw.chance(0.35):
            phrase = phrase.then(adjunct(draw))
    return phrase
