"""Noun phrases for template bullets, built as gold trees.

The labels follow the Universal Dependencies treebank of English web text, so that invented and
real sentences teach the same thing.
"""

from collections.abc import Callable
from dataclasses import replace

from reframe.pipeline.trees import Node, Word, comma, coordinate, flatten
from reframe.pipeline.words import Draw

POSSESSIVES = frozenset({"my", "our", "their", "its"})
PAST = frozenset({"VBD", "VBN"})
SINGULAR, PLURAL = "Number=Sing", "Number=Plur"


def noun(form: str, *, dep: str = "ROOT", plural: bool = False) -> Node:
    """Return a noun; ``plural`` tells which tag it takes, not how it is written."""
    return Node(form, "NOUN", "NNS" if plural else "NN", dep, PLURAL if plural else SINGULAR)


def name(form: str, *, dep: str = "ROOT") -> Node:
    """Return a proper noun."""
    return Node(form, "PROPN", "NNP", dep, SINGULAR)


def adposition(form: str) -> Node:
    """Return a preposition as ``case``."""
    return Node(form, "ADP", "IN", "case")


def determiner(form: str) -> Node:
    """Return an article or other determiner."""
    if form in POSSESSIVES:
        return Node(form, "PRON", "PRP$", "nmod:poss")
    return Node(form, "DET", "DT", "det")


def number(form: str, *, dep: str = "nummod", joined: bool = False) -> Node:
    """Return a cardinal number."""
    return Node(form, "NUM", "CD", dep, joined=joined)


def percent(draw: Draw) -> Node:
    """Return "25%": the sign is the head."""
    if draw.chance(0.12):
        return replace(noun("percent"), left=(number(draw.word("numbers.percents")),))
    value = number(draw.word("numbers.percents"))
    return Node("%", "SYM", "NN", "ROOT", SINGULAR, joined=True, left=(value,))


def money(draw: Draw) -> Node:
    """Return "$1.2M" or "£3,400": the sign is the head, and a magnitude carries the figure."""
    sign = draw.weighted([(6, "$"), (3, "£"), (1, "€")])
    figure = draw.word("numbers.amounts")
    magnitude = draw.word("numbers.magnitudes")
    kind = draw.rng.random()
    if kind < 0.35:
        value = number(figure, joined=True)
    elif kind < 0.45:  # one word to spaCy's tokenizer
        value = number(figure + draw.word("numbers.suffixes"), joined=True)
    else:
        joined = len(magnitude) == 1
        value = replace(
            number(magnitude, joined=joined),
            left=(number(figure, dep="compound", joined=True),),
        )
    return Node(sign, "SYM", "$", "ROOT", right=(value,))


def quantity(draw: Draw) -> Node:
    """Return a count: "12", "over 50", "up to 300", "20+", "5-10"."""
    value = number(draw.word("numbers.counts"))
    kind = draw.rng.random()
    if kind < 0.08:
        word = draw.word("choice.about")
        return value.under("nummod", Node(word, "ADV", "RB", "advmod"))
    if kind < 0.15:
        up = Node("up", "ADP", "IN", "advmod", right=(Node("to", "ADP", "IN", "fixed"),))
        return value.under("nummod", up)
    if kind < 0.19:
        than = Node("than", "ADP", "IN", "fixed")
        more = Node("more", "ADJ", "JJR", "advmod", "Degree=Cmp", right=(than,))
        return value.under("nummod", more)
    if not value.form[0].isdigit():
        return value
    if kind < 0.30:
        return value.then(Node("+", "SYM", "SYM", "advmod", joined=True))
    if kind < 0.35:
        dash = Node("-", "SYM", "SYM", "case", joined=True)
        top = number(draw.word("numbers.counts"), dep="nmod", joined=True)
        if draw.chance(0.4):  # "30 to 40"
            dash, top = adposition("to"), replace(top, joined=False)
        return value.then(top.under("nmod", dash))
    return value


def person(draw: Draw) -> Node:
    """Return people as a bare object: "customers", "the team", "store managers"."""
    lemma = draw.word("nouns.people")
    plural = lemma not in draw.words.mass and draw.chance(0.75)
    head = noun(draw.plural(lemma) if plural else lemma, plural=plural)
    left: list[Node] = []
    if not plural or draw.chance(0.1):
        left.append(determiner(draw.word("choice.person_article")))
    if draw.chance(0.2):
        left.append(Node(draw.word("nouns.adjectives"), "ADJ", "JJ", "amod"))
    elif draw.chance(0.2):
        left.append(noun(draw.word("nouns.modifiers"), dep="compound"))
    return replace(head, left=tuple(left))


def role(draw: Draw) -> Node:
    """Return a role: "liaison between vendors and managers", "a team lead", "HR Advisor"."""
    lemma = draw.word("nouns.abstract_roles")
    left: list[Node] = []
    if draw.chance(0.3):
        left.append(determiner(draw.word("choice.role_article")))
    if draw.chance(0.25):
        left.append(Node(draw.word("nouns.adjectives"), "ADJ", "JJ", "amod"))
    if draw.chance(0.2):
        left.append(name(draw.word("nouns.names"), dep="compound"))
    if draw.chance(0.3):
        left.append(noun(draw.word("nouns.modifiers"), dep="compound"))
    if draw.chance(0.2):
        lefts = tuple(replace(n, form=n.form.capitalize()) for n in left if n.upos != "DET")
        head = replace(name(lemma.capitalize()), left=lefts)
    else:
        head = replace(noun(lemma), left=tuple(left))
    if draw.chance(0.35):
        pair = coordinate([person(draw), person(draw)])
        return head.then(pair.under("nmod", adposition("between")))
    if draw.chance(0.3):
        inner = noun_phrase(draw, depth=1)
        return head.then(inner.under("nmod", adposition(draw.word("choice.of_role"))))
    return head


def noun_phrase(
    draw: Draw,
    *,
    head: str | None = None,
    depth: int = 0,
    clause: Callable[[Draw, str], Node] | None = None,
) -> Node:
    """Return a noun phrase.

    Args:
        head: The head noun, in the singular; drawn when not given.
        depth: 0 outside; from 1 on nothing is nested further.
        clause: Makes a verb phrase by tag, for relative and participle clauses.
    """
    lemma = head or _head(draw)
    mass = lemma in draw.words.mass or lemma.endswith("ing")
    plural = not mass and draw.chance(0.58)
    left = _front(draw, plural=plural, mass=mass)
    if left and left[0].xpos == "$":
        plural = False
    phrase = replace(noun(draw.plural(lemma) if plural else lemma, plural=plural), left=tuple(left))
    if depth == 0:
        phrase = _after(draw, phrase, clause)
    if draw.chance(0.2 if depth == 0 else 0.08):
        phrase = _listed(draw, phrase)
    return phrase


def unlike_an_act(draw: Draw, *, depth: int = 1, around: str = "VB") -> Node:
    """Return a noun phrase that does not open with what may be another act, nearly always.

    "Audit files and report findings", "drafting policies and training staff", "to design
    fixtures": behind "and" and "to", such a word is the next act. Behind an act in another form
    ("Audited files and *report* templates") it is not, and the phrase may open with it.
    """
    while True:
        phrase = noun_phrase(draw, depth=depth)
        if not _like_an_act(draw, flatten(phrase)[0], around) or draw.chance(0.05):
            return phrase


def _like_an_act(draw: Draw, first: Word, around: str) -> bool:
    gerund = first.form.endswith("ing") and first.dep == "compound"
    if around in PAST:
        same = draw.form(first.form, around) == first.form and first.form in draw.words.openers
        return same or first.upos == "VERB"
    if around == "VBZ":
        return first.upos == "VERB"
    return gerund or first.upos == "VERB" or (around != "VBG" and first.form in draw.words.openers)


def _head(draw: Draw) -> str:
    return draw.weighted(
        [
            (48, draw.one(draw.words.nouns)),
            (22, draw.word("nouns.both")),
            (20, draw.one(draw.words.met.get("NN") or draw.words.nouns)),
            (8, draw.word("nouns.mass")),
            (4, draw.word("nouns.head_gerunds")),
            (4, draw.coined()),
        ]
    )


def _modifier(draw: Draw) -> str:
    """Return a noun that stands before a noun; under an act in another form it may be one that
    is a verb too ("Installed doors and *dock* lifts")."""
    if draw.around in {"VBD", "VBN", "VBZ", "VBG"} and draw.chance(0.2):
        return draw.word("nouns.both")
    met = draw.words.met.get("NN")
    return draw.one(met) if met and draw.chance(0.25) else draw.word("nouns.modifiers")


def _adjective(draw: Draw) -> Node:
    met = draw.words.met.get("JJ")
    form = draw.one(met) if met and draw.chance(0.25) else draw.word("nouns.adjectives")
    return Node(form, "ADJ", "JJ", "amod")


def _participle(draw: Draw) -> Node:
    """Return a verb's participle as an adjective: "escalated", "unresolved"."""
    form = draw.form(draw.one(draw.words.transitive), "VBN")
    return Node(form, "VERB", "VBN", "amod", "Tense=Past|VerbForm=Part")


def _paired(draw: Draw) -> Node:
    """Return one of two coordinated modifiers: "study", "scheduling", "Oracle"."""
    kind = draw.rng.random()
    if kind < 0.2:
        return name(draw.word("nouns.names"))
    return noun(draw.word("nouns.head_gerunds") if kind < 0.35 else _modifier(draw))


def _front(draw: Draw, *, plural: bool, mass: bool) -> list[Node]:
    """Return what stands before the noun, in order."""
    left: list[Node] = []
    kind = draw.rng.random()
    if kind < 0.11:
        left.append(determiner(draw.word("choice.determiner")))
    elif kind < 0.17 and not plural and not mass:
        left.append(determiner("a"))
    elif kind < 0.35 and plural:
        left.append(quantity(draw))
    elif kind < 0.39:
        left.append(money(draw).under("compound"))
    elif kind < 0.41:
        left.append(Node(draw.word("numbers.multiples"), "NUM", "CD", "nummod"))
    elif kind < 0.44:
        owner = noun(draw.word("nouns.people"))
        left.append(owner.then(Node("'s", "PART", "POS", "case", joined=True)).under("nmod:poss"))
    elif kind < 0.455:
        unit = noun(_modifier(draw), dep="compound")
        dash = Node("-", "PUNCT", "HYPH", "punct", joined=True)
        count = number(draw.word("choice.dashed_count"))
        left.append(replace(unit, left=(count, dash), joined=True))
    if draw.chance(0.34):
        first = _adjective(draw)
        if draw.chance(0.1):
            first = _participle(draw)
        kind = draw.rng.random()
        if kind < 0.1:
            first = coordinate([first, _adjective(draw)])
        left.append(first)
        if 0.1 <= kind < 0.16:  # "a warm, structured classroom"
            second = _participle(draw) if draw.chance(0.4) else _adjective(draw)
            left.append(second.under("amod", comma()))
    if draw.chance(0.1):
        left.append(_hyphened(draw))
    kind = draw.rng.random()
    if kind < 0.36:
        left.append(noun(_modifier(draw), dep="compound"))
    elif kind < 0.46:
        form = draw.word("nouns.names")
        met = draw.words.met.get("NNP")
        left.append(name(draw.one(met) if met and draw.chance(0.35) else form, dep="compound"))
    elif kind < 0.53:
        left += [noun(_modifier(draw), dep="compound"), noun(_modifier(draw), dep="compound")]
    elif kind < 0.56:
        pair = coordinate([_paired(draw), _paired(draw)])
        left.append(pair.under("compound"))
    elif kind < 0.575:
        pair = coordinate(
            [
                Node("payable", "ADJ", "JJ", "amod"),
                Node("receivable", "ADJ", "JJ"),
            ]
        )
        accounts = noun("accounts", dep="compound", plural=True)
        both = pair if draw.chance(0.6) else Node(draw.word("choice.accounts"), "ADJ", "JJ")
        left.append(accounts.then(both.under("amod")))
    elif kind < 0.62:
        form, tag = draw.pair("nouns.participles")
        features = "Tense=Pres|VerbForm=Part" if tag == "VBG" else "Tense=Past|VerbForm=Part"
        left.append(Node(form, "VERB", tag, "amod", features))
    elif kind < 0.627:
        left.append(noun(draw.word("nouns.head_gerunds"), dep="compound"))
    elif kind < 0.645 and draw.around in {"VBD", "VB", "VBZ"}:  # "injection molding machines"
        left.append(noun(_modifier(draw), dep="compound"))
        left.append(noun(draw.word("nouns.naming_gerunds"), dep="compound"))
    return left


def _hyphened(draw: Draw) -> Node:
    """Return "high-volume", "customer-facing": two words and the dash between them."""
    first, second = draw.pair("nouns.hyphened")
    dash = Node("-", "PUNCT", "HYPH", "punct", joined=True)
    if second in draw.words.lists["nouns.small_words"]:  # "walk-in coolers"
        before = Node(first, "VERB", "VB", "amod", "VerbForm=Inf")
        after = Node(second, "ADP", "RP", "compound:prt", joined=True)
        return before.then(dash, after)
    before = Node(first, "NOUN", "NN", "compound", SINGULAR)
    if second.endswith("ing"):
        after = Node(second, "VERB", "VBG", "amod", "Tense=Pres|VerbForm=Part", joined=True)
    elif second.endswith(("ed", "en")):
        after = Node(second, "VERB", "VBN", "amod", "Tense=Past|VerbForm=Part", joined=True)
    else:
        after = Node(second, "NOUN", "NN", "compound", SINGULAR, joined=True)
    return replace(after, left=(before, dash))


def _after(draw: Draw, phrase: Node, clause: Callable[[Draw, str], Node] | None) -> Node:
    """Return the phrase with something behind its noun, one time in three."""
    kind = draw.rng.random()
    if kind < 0.17:
        inner = noun_phrase(draw, depth=1)
        if draw.chance(0.15):
            inner = number(draw.word("numbers.counts"))
        case = adposition(draw.one(draw.words.lists["tails.of_prepositions"]))
        return phrase.then(inner.under("nmod", case))
    if kind < 0.20:
        listed = _listed(draw, noun_phrase(draw, depth=1))
        if draw.chance(0.6):
            word = Node("including", "VERB", "VBG", "case", "Tense=Pres|VerbForm=Part")
            before = (comma(), word) if draw.chance(0.5) else (word,)
        else:
            as_ = Node("as", "ADP", "IN", "fixed")
            before = (Node("such", "ADJ", "JJ", "case", right=(as_,)),)
        return phrase.then(listed.under("nmod", *before))
    if kind < 0.215:
        opening = Node("(", "PUNCT", "-LRB-", "punct")
        closing = Node(")", "PUNCT", "-RRB-", "punct", joined=True)
        inner = replace(name(draw.word("nouns.names")), joined=True)
        if draw.chance(0.4):
            inner = _listed(draw, inner, last="")
        return phrase.then(inner.then(closing).under("appos", opening))
    if clause is None:
        return phrase
    if kind < 0.245:
        tag = draw.one(["VBD", "VBD", "VBZ"])
        word = Node(draw.word("choice.which"), "PRON", "WDT", "nsubj")
        return phrase.then(clause(draw, tag).under("acl:relcl", word))
    if kind < 0.27:
        return phrase.then(clause(draw, "VBG").under("acl"))
    if kind < 0.285:
        to = Node("to", "PART", "TO", "mark")
        inner = replace(clause(draw, "VB"), feats="VerbForm=Inf")
        return phrase.then(inner.under("acl", to))
    if kind < 0.31:
        verb = draw.one(draw.words.transitive)
        made = Node(draw.form(verb, "VBN"), "VERB", "VBN", "acl", "Tense=Past|VerbForm=Part")
        by = draw.word("choice.after_participle")
        label = "obl:agent" if by == "by" else "obl"
        inner = noun_phrase(draw, depth=1).under(label, adposition(by))
        return phrase.then(made.then(inner))
    return phrase


def _listed(draw: Draw, phrase: Node, *, last: str = "and") -> Node:
    """Return the phrase with one to four more in coordination."""
    count = draw.weighted([(50, 1), (34, 2), (12, 3), (4, 4)])
    parts = [phrase]
    for _ in range(count):
        if draw.chance(0.55):
            parts.append(unlike_an_act(draw, depth=2, around=draw.around))
        elif draw.chance(0.25):
            parts.append(name(draw.word("nouns.names")))
        else:  # bare nouns, many of which are verbs elsewhere
            kind = draw.rng.random()
            lemma = draw.word("nouns.both") if kind < 0.45 else _head(draw)
            if kind > 0.9:
                lemma = draw.word("nouns.head_gerunds")
            plural = lemma not in draw.words.mass and not lemma.endswith("ing")
            plural = plural and draw.chance(0.6)
            parts.append(noun(draw.plural(lemma) if plural else lemma, plural=plural))
    word = last and draw.weighted([(88, "and"), (6, "&"), (4, "or"), (2, "and/or")])
    if word and count > 1 and draw.chance(0.03):
        well = (Node("well", "ADV", "RB", "fixed"), Node("as", "ADP", "IN", "fixed"))
        as_well = Node("as", "ADV", "RB", "cc", right=well)
        tail = parts.pop().under("conj", as_well)
        return coordinate(parts).then(tail)
    return coordinate(parts, word=word, serial=draw.chance(0.5))


def etcetera() -> Node:
    """Return ", etc": a last conjunct that names nothing."""
    return Node("etc", "X", "FW", "conj", left=(comma(),))
