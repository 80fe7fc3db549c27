"""Prove the rules: their form, their meaning, and their own examples, through the engine."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reframe.core.evidence import FIGURES, Answer, Evidence
from reframe.core.naming import bullet_id
from reframe.core.rule import Example, Rule
from reframe.core.synthesis import question_id
from reframe.engine.reframer import Reframer
from reframe.tables.lint import lint
from reframe.tables.load import collect_rules


@dataclass(frozen=True, slots=True)
class Proof:
    """What was checked, and every problem as ``path:line:column: what; what to do``."""

    problems: tuple[str, ...]
    rules: int
    patterns: int
    examples: int
    silents: int


def problems_of(folders: Sequence[Path], *, family: str | None = None) -> Proof:
    """Return the problems of the bundled rules and of ``folders``, all at once.

    With a ``family``, only its rules prove their examples, which is what takes time.
    """
    reframer = Reframer(rules=folders)
    book, broken = collect_rules(folders=folders, lexicon=reframer.lexicon)
    found = list(broken)
    if not broken:
        found += lint(
            book,
            lexicon=reframer.lexicon,
            run=lambda rule: prove(rule, reframer) if family in (None, rule.family) else (),
        )
    rules = [rule for rule in book.rules if family in (None, rule.family)]
    return Proof(
        problems=tuple(str(problem) for problem in found),
        rules=len(rules),
        patterns=len(book.patterns),
        examples=sum(len(rule.examples) for rule in rules),
        silents=sum(len(rule.silent) for rule in rules),
    )


def prove(rule: Rule, reframer: Reframer) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield what of a rule's own proof does not hold: where it stands, and what came out."""
    for number, example in enumerate(rule.examples):
        mended = reframer.mend(example.before)
        bullet = reframer.parse(mended.text)
        suggestion, hits = reframer.suggest_parsed(
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


def evidence_of(rule: Rule, example: Example) -> Evidence:
    """Return the answers of an example as evidence; a figure without a basis is a record."""
    key = bullet_id(example.before)
    kinds = {ask.name: ask.kind for ask in rule.asks}
    return Evidence(
        tuple(
            Answer(
                question_id=question_id(key, rule.id, name),
                value=value,
                basis=example.bases.get(name, "record" if kinds.get(name) in FIGURES else None),
                print_ok=name not in example.unprinted,
            )
            for name, value in example.answers.items()
        )
    )
