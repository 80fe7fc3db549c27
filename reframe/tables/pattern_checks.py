"""What must hold of one role pattern beyond its shape."""

from collections.abc import Iterator, Mapping, Sequence

from reframe.core.lexicon import Lexicon
from reframe.core.rule import Ask, Pattern, RuleBook, SlotWords
from reframe.tables.asks import Finding, check_asks, check_ladder, check_needs, unanswerable
from reframe.tables.check import nearest
from reframe.tables.drafts import Draft, judge, slots_of
from reframe.tables.problems import Keys


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
    used |= {name for item in pattern.offers for name in (*item.needs, *slots_of(item.tell))}
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
    for at, offer in enumerate(pattern.offers):
        yield from check_needs(offer.needs, asks, ("offers", at, "needs"))
        for name in slots_of(offer.tell):
            if name not in offer.needs:
                do = f"add '{name}: any' to its needs"
                yield ("offers", at, "tell"), f"the slot '{name}' is not needed", do
    yield from _examples(pattern, asks, lexicon)


def _examples(pattern: Pattern, asks: Mapping[str, Ask], lexicon: Lexicon) -> Iterator[Finding]:
    """Yield what an example could not be, and every step that no example climbs to."""
    names = [step.name for step in pattern.ladder]
    for at, example in enumerate(pattern.examples):
        if example.step and example.step not in names:
            do = nearest(example.step, names)
            yield ("examples", at, "step"), f"no step is called '{example.step}'", do
        for name, value in example.answers.items():
            if name in asks and (wrong := unanswerable(name, asks[name], value, lexicon)):
                keys, what, do = wrong
                yield ("examples", at, "answers", *keys), what, do
    for step in pattern.ladder:
        if all(example.step != step.name for example in pattern.examples):
            place = tuple(int(key) if key.isdigit() else key for key in step.place)
            do = "add one to 'examples' with its answers and what it says"
            yield place, f"no example climbs to step '{step.name}'", do


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


def _answered(ref: str, values: Sequence[str], book: RuleBook, at: Keys) -> Iterator[Finding]:
    """Yield what is wrong with an answer that shows an element."""
    source, _, name = ref.rpartition("/")
    rule = book.rule(source)
    asks = rule.asks if rule else next((p.asks for p in book.patterns if p.id == source), ())
    ask = next((ask for ask in asks if ask.name == name), None)
    if ask is None:
        do = "write <rule or pattern>/<name of the question>"
        yield at, f"nothing asks '{ref}'", do
        return
    for value in values:
        if value != "any" and value not in (ask.of or ("yes", "no")):
            do = nearest(value, ["any", *ask.of])
            yield at, f"'{value}' is not among the choices of '{ref}'", do


def _elements(pattern: Pattern, book: RuleBook) -> Iterator[Finding]:
    rules = [rule.id for rule in book.rules]
    for element in pattern.elements:
        at = ("elements", element.name)
        if not (element.rules or element.phrases or element.answers or element.years):
            do = "add 'rules', 'phrases', 'answers' or 'years'"
            yield at, f"nothing shows the element '{element.name}'", do
        for ref, values in element.answers.items():
            yield from _answered(ref, values, book, (*at, "answers", ref))
        for name in sorted(element.rules - set(rules)):
            yield (*at, "rules", name), f"there is no rule '{name}'", nearest(name, rules)
    if pattern.raise_at > len(pattern.elements):
        what = f"the pattern has {len(pattern.elements)} elements and wants {pattern.raise_at}"
        yield ("raise_at",), what, "lower it"
