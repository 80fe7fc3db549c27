"""What must hold of one role pattern beyond its shape."""

from collections.abc import Iterator

from reframe.core.lexicon import Lexicon
from reframe.core.rule import Pattern, RuleBook
from reframe.tables.asks import Finding, check_asks, check_ladder, check_needs
from reframe.tables.check import nearest
from reframe.tables.drafts import Draft, judge, slots_of


def check_pattern(pattern: Pattern, book: RuleBook, lexicon: Lexicon) -> Iterator[Finding]:
    """Yield every mistake of a role pattern."""
    for name in sorted(pattern.families - book.families.keys()):
        yield ("families", name), f"there is no family '{name}'", nearest(name, [*book.families])
    for code in pattern.value:
        if code not in book.values:
            yield ("value", code), f"no value has the code '{code}'", nearest(code, [*book.values])
    yield from _elements(pattern, book)
    asks = {ask.name: ask for ask in pattern.asks}
    used = {name for step in pattern.ladder for name in (*step.needs, *slots_of(step.draft))}
    used |= {name for item in pattern.contradictions for name in item.needs}
    yield from check_asks(pattern.asks, used)
    yield from check_ladder((step.claims for step in pattern.ladder), "ladder")
    for at, step in enumerate(pattern.ladder):
        yield from check_needs(step.needs, asks, ("ladder", at, "needs"))
        for what, do in judge(Draft(step.draft, step.claims, step.needs, asks), lexicon):
            yield ("ladder", at, "draft"), what, do
        if not step.needs:
            do = "need the answers that make it true"
            yield ("ladder", at, "needs"), "nothing licenses this line", do
    for at, item in enumerate(pattern.contradictions):
        yield from check_needs(item.needs, asks, ("contradictions", at, "needs"))


def _elements(pattern: Pattern, book: RuleBook) -> Iterator[Finding]:
    rules = [rule.id for rule in book.rules]
    for element in pattern.elements:
        at = ("elements", element.name)
        if not (element.rules or element.phrases):
            yield at, f"nothing shows the element '{element.name}'", "add 'rules' or 'phrases'"
        for name in sorted(element.rules - set(rules)):
            yield (*at, "rules", name), f"there is no rule '{name}'", nearest(name, rules)
    if pattern.raise_at > len(pattern.elements):
        what = f"the pattern has {len(pattern.elements)} elements and wants {pattern.raise_at}"
        yield ("raise_at",), what, "lower it"
