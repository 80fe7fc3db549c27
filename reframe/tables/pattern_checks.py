"""What must hold of one role pattern beyond its shape."""

from collections.abc import Iterator, Mapping

from reframe.core.lexicon import Lexicon
from reframe.core.rule import Ask, Pattern, RuleBook, SlotWords
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
    used -= pattern.words.keys()
    used |= {name for item in pattern.contradictions for name in item.needs}
    yield from check_asks(pattern.asks, used)
    yield from check_ladder(
        (step.claims for step in pattern.ladder if step.place[:1] == ("ladder",)), "ladder"
    )
    for name, entry in pattern.words.items():
        yield from _words(name, entry, asks)
    for step in pattern.ladder:
        place = tuple(int(key) if key.isdigit() else key for key in step.place)
        yield from check_needs(step.needs, asks, (*place, "needs"))
        given = [n for n, entry in pattern.words.items() if entry.ask in step.needs]
        draft = Draft(step.draft, step.claims, step.needs, asks, captures=given)
        for what, do in judge(draft, lexicon):
            yield (*place, "draft"), what, do
        if not step.needs:
            do = "need the answers that make it true"
            yield (*place, "needs"), "nothing licenses this line", do
    for at, item in enumerate(pattern.contradictions):
        yield from check_needs(item.needs, asks, ("contradictions", at, "needs"))


def _words(name: str, entry: SlotWords, asks: Mapping[str, Ask]) -> Iterator[Finding]:
    at = ("words", name)
    ask = asks.get(entry.ask)
    if name in asks:
        yield at, f"'{name}' is the name of a question too", "choose another name"
    if ask is None:
        yield (*at, "ask"), f"'{entry.ask}' is never asked", nearest(entry.ask, [*asks])
    elif ask.kind != "choice":
        yield (*at, "ask"), f"'{entry.ask}' offers no choice", "use a question of kind 'choice'"
    else:
        for choice in entry.of:
            if choice not in ask.of:
                what = f"'{choice}' is not among the choices of '{entry.ask}'"
                yield (*at, "of", choice), what, nearest(choice, [*ask.of])


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
