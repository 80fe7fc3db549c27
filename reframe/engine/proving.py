"""Prove the rules: their form, their meaning, and their own examples, through the engine."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from reframe.core.evidence import FIGURES, Answer, Evidence
from reframe.core.naming import bullet_id
from reframe.core.rule import Ask, Climb, Example, Pattern, Rule
from reframe.core.synthesis import question_id, synthesise
from reframe.engine.reframer import Reframer
from reframe.engine.suggesting import suggest_parsed
from reframe.tables.lint import lint
from reframe.tables.load import collect_rules


@dataclass(frozen=True, slots=True)
class Proof:
    """What was checked, and every problem as ``path:line:column: what; what to do``.

    ``families`` are all that there are, checked or not.
    """

    problems: tuple[str, ...]
    rules: int
    patterns: int
    examples: int
    silents: int
    bundled: int = 0
    families: frozenset[str] = frozenset()


def problems_of(
    folders: Sequence[Path],
    *,
    family: str | None = None,
    everything: bool = False,
    told: Callable[[int, int], object] = lambda _done, _all: None,
) -> Proof:
    """Return the problems of the rules of ``folders``, or of the bundled ones, all at once.

    Args:
        folders: of one's own; the bundled rules stand behind them and are counted in ``bundled``.
        family: only its rules are counted and prove their examples, which is what takes time.
        everything: the bundled rules are proved too where there are folders.
        told: is called for each rule that is proved, with how many are done and how many there are.
    """
    reframer = Reframer(rules=folders)
    book, broken = collect_rules(folders=folders, lexicon=reframer.lexicon)
    found = list(broken)
    roots = [folder.resolve() for folder in folders]

    def own(name: str) -> bool:
        """Whether a rule or pattern is to be proved: it is of a folder of one's own, if any."""
        path = Path(book.sources.get(name, "")).resolve()
        return everything or not roots or any(path.is_relative_to(root) for root in roots)

    rules = [rule for rule in book.rules if own(rule.id) and family in (None, rule.family)]
    if not broken:
        wanted = {rule.id for rule in rules}
        done = count(1)

        def run(rule: Rule) -> Iterator[tuple[tuple[str | int, ...], str]]:
            if rule.id in wanted:
                yield from prove(rule, reframer)
                told(next(done), len(wanted))

        def climb(pattern: Pattern) -> Iterable[tuple[tuple[str | int, ...], str]]:
            meant = own(pattern.id) and family in (None, *pattern.families)
            return prove_pattern(pattern, reframer) if meant else ()

        found += lint(book, lexicon=reframer.lexicon, run=run, climb=climb)
    patterns = [pattern for pattern in book.patterns if own(pattern.id)]
    return Proof(
        problems=tuple(str(problem) for problem in found),
        rules=len(rules),
        patterns=len(patterns),
        examples=sum(len(rule.examples) for rule in rules),
        silents=sum(len(rule.silent) for rule in rules),
        bundled=sum(not own(rule.id) for rule in book.rules),
        families=frozenset(book.families) | {rule.family for rule in book.rules},
    )


def prove(rule: Rule, reframer: Reframer) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield what of a rule's own proof does not hold: where it stands, and what came out."""
    for number, example in enumerate(rule.examples):
        mended = reframer.mend(example.before)
        bullet = reframer.parse(mended.text)
        suggestion, hits = suggest_parsed(
            reframer,
            bullet,
            bullet_id(example.before),
            rule.family,
            evidence_of(rule, example),
            "past",
            mended=mended,
        )
        if all(hit.rule.id != rule.id for hit in hits):
            yield ("examples", number), f"the rule does not match its own example: {bullet.text}"
        elif suggestion.after != example.after:
            yield ("examples", number), f"the example comes out as: {suggestion.after}"
    for number, text in enumerate(rule.silent):
        if any(hit.rule.id == rule.id for hit in reframer.hits(reframer.parse(text), rule.family)):
            yield ("silent", number), f"the rule matches what it should not: {text}"


PROVEN_POST = "post-0000"
"""The id of the post that the examples of patterns are about."""


def prove_pattern(
    pattern: Pattern, reframer: Reframer
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield what of a pattern's own proof does not hold: where it stands, and what came out."""
    for number, example in enumerate(pattern.examples):
        evidence = pattern_evidence(pattern, example)
        found = synthesise(PROVEN_POST, (), frozenset(), pattern, evidence, reframer.lexicon)
        at = ("examples", number)
        if found is None:
            yield at, "the example answers nothing"
        elif found.conflicts and example.step:
            yield at, f"the answers contradict each other: {found.conflicts[0]}"
        elif found.step != example.step:
            yield at, f"the example climbs to step '{found.step}'"
        elif found.scope_line != example.says:
            yield at, f"the step says: {found.scope_line}"
    if pattern.raised_by and not _raised(pattern, pattern.raised_by, reframer):
        yield ("raised_by",), f"fewer than {pattern.raise_at} elements show in these bullets"
    for number, text in enumerate(pattern.silent):
        if _raised(pattern, (text,), reframer):
            yield ("silent", number), f"the pattern is raised by what should not raise it: {text}"


def _raised(pattern: Pattern, texts: Sequence[str], reframer: Reframer) -> bool:
    family = min(pattern.families, default=None)
    rule_ids = {hit.rule.id for t in texts for hit in reframer.hits(reframer.parse(t), family)}
    empty = Evidence()
    found = synthesise(PROVEN_POST, texts, frozenset(rule_ids), pattern, empty, reframer.lexicon)
    return found is not None


def pattern_evidence(pattern: Pattern, example: Climb) -> Evidence:
    """Return the answers of a pattern's example as evidence, signed off."""
    return _evidence(PROVEN_POST, pattern.id, pattern.asks, example)


def evidence_of(rule: Rule, example: Example) -> Evidence:
    """Return the answers of an example as evidence, signed off; a figure without a basis is a
    record."""
    return _evidence(bullet_id(example.before), rule.id, rule.asks, example)


def _evidence(key: str, source: str, asks: Sequence[Ask], example: Example | Climb) -> Evidence:
    kinds = {ask.name: ask.kind for ask in asks}
    return Evidence(
        tuple(
            Answer(
                question_id=question_id(key, source, name),
                value=value,
                basis=example.bases.get(name, "record" if kinds.get(name) in FIGURES else None),
                print_ok=name not in example.unprinted,
                signed_off=True,
            )
            for name, value in example.answers.items()
        )
    )
