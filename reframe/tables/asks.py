"""What must hold of questions, and of the answers that wordings need; rules and patterns alike."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from reframe.core.claims import Claim
from reframe.core.evidence import FIGURES, Value
from reframe.core.lexicon import Lexicon
from reframe.core.needs import folded
from reframe.core.rule import Ask, Need
from reframe.tables.check import nearest
from reframe.tables.problems import Keys

Finding = tuple[Keys, str, str]
"""Where, what is wrong, and what to do."""

CHOICES = frozenset({"choice", "several"})
CAPTURES = ("object", "verb")


def check_asks(asks: Sequence[Ask], used: Collection[str]) -> Iterator[Finding]:
    """Yield what is wrong with questions; ``used`` are the names that wordings refer to."""
    for ask in asks:
        at: Keys = ("ask", ask.name)
        if not ask.text.endswith("?"):
            yield (*at, "text"), f"'{ask.name}' does not end with '?'", "end with the question"
        if ask.kind in CHOICES and len(ask.of) < 2:
            do = "list what to choose from: of: [...]"
            yield at, f"'{ask.name}' is a {ask.kind} with nothing to choose from", do
        if ask.kind not in CHOICES and ask.of:
            do = "leave it out, or make the kind 'choice' or 'several'"
            yield (*at, "of"), f"'{ask.name}' is a {ask.kind} and has no 'of'", do
        if len({choice.casefold() for choice in ask.of}) < len(ask.of):
            yield (*at, "of"), f"'{ask.name}' offers a choice twice", "leave one out"
        if ask.name in CAPTURES:
            yield at, f"'{ask.name}' is the name of a part of the source", "choose another name"
        if ask.name not in used and not ask.context:
            do = "use the answer in a wording, or mark it 'context: true'"
            yield at, f"no wording uses '{ask.name}'", do
        if ask.name in used and ask.context:
            yield at, f"'{ask.name}' is context, and a wording uses it", "leave 'context' out"


def check_needs(needs: Mapping[str, Need], asks: Mapping[str, Ask], at: Keys) -> Iterator[Finding]:
    """Yield needs that the answer to their question can never meet, or that mean nothing."""
    for name, need in needs.items():
        ask = asks.get(name)
        if ask is None:
            continue
        here: Keys = (*at, name)
        if need.kind in {"yes", "no"} and ask.kind != "yes_no":
            do = "write 'any'" if not ask.of else nearest(need.kind, [*ask.of])
            yield here, f"'{name}' is a {ask.kind}, which is not answered {need.kind}", do
        if need.kind in {"one_of", "none_of"} and ask.kind not in CHOICES:
            do = "write any" if ask.kind != "yes_no" else "write yes or no"
            yield here, f"'{name}' is a {ask.kind} and offers no choices", do
        elif need.kind == "one_of" and ask.kind == "several":
            do = "write {includes: [...]} or {at_least: 1, of: [...]}"
            yield here, f"'{name}' takes several ticks", do
        elif need.kind == "at_least" and ask.kind != "several":
            yield here, f"'{name}' takes one answer, not several", "make its kind 'several'"
        elif ask.kind in CHOICES:
            for value in (*need.values, *need.of):
                if value not in ask.of:
                    do = nearest(value, [*ask.of])
                    yield here, f"'{value}' is not among the choices of '{name}'", do
            if need.kind == "at_least" and need.count > len(need.of or ask.of):
                do = "ask for fewer"
                yield here, f"'{name}' has only {len(need.of or ask.of)} to tick", do


def check_ladder(claims: Iterable[Collection[Claim]], key: str) -> Iterator[Finding]:
    """Yield wordings that stand below one that claims less: the higher one is never drafted
    first, so it must come first."""
    lowest: int | None = None
    for at, levels in enumerate(claims):
        rank = max((claim.rank for claim in levels), default=0)
        if lowest is not None and rank > lowest:
            yield (key, at, "claims"), "this wording claims more than one above it", "move it up"
        lowest = rank if lowest is None else min(lowest, rank)


def unanswerable(name: str, ask: Ask, value: Value, lexicon: Lexicon) -> Finding | None:
    """Return what is wrong with an example's answer, which a client could not have given."""
    if isinstance(value, tuple) and ask.kind != "several":
        return (name,), f"'{name}' takes one answer", "write one, without brackets"
    unsure, no = lexicon.words("answer_unsure"), lexicon.words("answer_no")
    for tick in value if isinstance(value, tuple) else (value,):
        if folded(tick) in unsure:
            continue
        if ask.kind in CHOICES and tick not in ask.of:
            what = f"'{tick}' is not among the choices of '{name}'"
            return (name,), what, nearest(tick, [*ask.of])
        figure = any(character.isdigit() for character in tick)
        if ask.kind in FIGURES and not figure and folded(tick) not in no:
            return (name,), f"'{tick}' has no figure in it", "answer with one"
        if ask.kind == "yes_no" and folded(tick) not in no | lexicon.words("answer_yes"):
            return (name,), f"'{tick}' is neither yes nor no", "answer with one of them"
    return None
