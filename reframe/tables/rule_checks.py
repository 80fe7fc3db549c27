"""What must hold of one rule beyond its shape."""

from collections.abc import Iterator

from reframe.core.claims import Claim
from reframe.core.evidence import Answer
from reframe.core.lexicon import Lexicon
from reframe.core.needs import all_met
from reframe.core.rule import Ask, Example, Rule, RuleBook
from reframe.tables.asks import (
    CAPTURES,
    Finding,
    check_asks,
    check_ladder,
    check_needs,
    unanswerable,
)
from reframe.tables.check import nearest
from reframe.tables.drafts import Draft, judge, slots_of

MOST_QUESTIONS = 5
FEWEST_SILENT = 2


def check_rule(rule: Rule, book: RuleBook, lexicon: Lexicon) -> Iterator[Finding]:
    """Yield every mistake of a rule."""
    yield from _references(rule, book, lexicon)
    yield from _match(rule, lexicon)
    used = {name for say in rule.says for name in (*say.needs, *slots_of(say.draft))}
    yield from check_asks(rule.asks, used)
    if len(rule.asks) > MOST_QUESTIONS:
        what = f"{len(rule.asks)} questions are too many for one line"
        yield ("ask",), what, f"keep the {MOST_QUESTIONS} that license most"
    if not rule.says and not rule.asks:
        yield ("id",), "the rule neither says nor asks anything", "add 'ask' and 'say'"
    yield from _says(rule, lexicon)
    yield from _proofs(rule, lexicon)


def _references(rule: Rule, book: RuleBook, lexicon: Lexicon) -> Iterator[Finding]:
    if rule.family not in book.families:
        do = f"add rules/{rule.family}/family.yaml; " + nearest(rule.family, [*book.families])
        yield ("id",), f"there is no family '{rule.family}'", do
    for code in rule.value:
        if code not in book.values:
            yield ("value", code), f"no value has the code '{code}'", nearest(code, [*book.values])
    domains = set(lexicon.domains.values())
    for domain in sorted(rule.object.domains if rule.object else ()):
        if domain not in domains:
            at = ("match", "object", "domain", domain)
            yield at, f"there is no domain '{domain}'", nearest(domain, [*domains])
    frames = [frame.name for frame in lexicon.frames]
    for frame in sorted(rule.frames - set(frames)):
        yield ("match", "frame", frame), f"there is no frame '{frame}'", nearest(frame, frames)


def _match(rule: Rule, lexicon: Lexicon) -> Iterator[Finding]:
    if not (rule.verbs or rule.frames or rule.phrases):
        do = "add 'verb', 'frame' or 'phrase'"
        yield ("match",), "nothing says which bullets the rule is for", do
    if rule.object and not (rule.object.domains or rule.object.nouns or rule.object.cues):
        yield ("match", "object"), "'object' is empty", "fill it in, or leave it out"
    for verb in sorted(rule.verbs):
        first = verb.split()[0]
        if first in lexicon.forms or first in lexicon.verbs:
            continue
        lemmas = sorted({reading.lemma for reading in lexicon.readings.get(first, ())})
        do = f"write '{lemmas[0]}'" if lemmas else "write a verb as a dictionary has it"
        yield ("match", "verb", verb), f"'{first}' is not a verb in its base form", do


def _says(rule: Rule, lexicon: Lexicon) -> Iterator[Finding]:
    asks = {ask.name: ask for ask in rule.asks}
    yield from check_ladder((say.claims for say in rule.says), "say")
    for at, say in enumerate(rule.says):
        yield from check_needs(say.needs, asks, ("say", at, "needs"))
        draft = Draft(say.draft, say.claims, say.needs, asks, rule.verbs, CAPTURES)
        for what, do in judge(draft, lexicon):
            yield ("say", at, "draft"), what, do
        if not say.needs and say.claims != {Claim.WORDING}:
            do = "need an answer, or claim 'wording' alone"
            yield ("say", at, "needs"), "nothing licenses what this wording claims", do


def _proofs(rule: Rule, lexicon: Lexicon) -> Iterator[Finding]:
    asks = {ask.name: ask for ask in rule.asks}
    if not rule.examples:
        yield ("examples",), "the rule has no example", "add a bullet before and after it"
    if len(rule.silent) < FEWEST_SILENT:
        do = f"add at least {FEWEST_SILENT} near misses on which it must not match"
        yield ("silent",), f"{len(rule.silent)} silent bullets prove too little", do
    drafted: set[int] = set()
    for at, example in enumerate(rule.examples):
        for name, value in example.answers.items():
            if name in asks and (wrong := unanswerable(name, asks[name], value, lexicon)):
                keys, what, do = wrong
                yield ("examples", at, "answers", *keys), what, do
        drafted |= _drafted(rule, asks, example, lexicon)
    for at in range(len(rule.says)):
        if at not in drafted:
            do = "add one whose answers meet its needs and those of no wording above it"
            yield ("say", at), f"no example exercises wording {at + 1} of 'say'", do


def _drafted(rule: Rule, asks: dict[str, Ask], example: Example, lexicon: Lexicon) -> set[int]:
    """Return the wording that the example's answers lead to, as a set of one or none."""
    answers = {
        name: Answer(
            name,
            value,
            basis=example.bases.get(name),
            print_ok=name not in example.unprinted,
        )
        for name, value in example.answers.items()
    }
    for at, say in enumerate(rule.says):
        if say.needs.keys() <= asks.keys() and all_met(say.needs, asks, answers, lexicon):
            return {at}
    return set()
