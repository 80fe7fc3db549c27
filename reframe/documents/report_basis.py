"""What every part of the report looks things up in: words, rules, answers, questions."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from reframe.core.claims import Claim
from reframe.core.evidence import Answer, Question
from reframe.core.lexicon import Lexicon
from reframe.core.review import Review
from reframe.core.rule import Pattern, RuleBook
from reframe.documents.report_model import Asked, Level
from reframe.documents.source import spaced
from reframe.tables.documents import Frames
from reframe.tables.report import ReportWords


@dataclass(frozen=True)
class Basis:
    """A review and all that it takes to tell a coach about it.

    ``findings`` are the check's messages on lines in the coach's own words, by bullet id;
    ``refused`` the changes that the client's file did not take, by the anchor of the line.
    """

    review: Review
    book: RuleBook
    lexicon: Lexicon
    frames: Frames
    words: ReportWords
    findings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    refused: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The line numbers of the page: of bullets and, for scope lines, of posts."""
        scoped = {role.position_id for role in self.review.roles if role.scope_line}
        found: dict[str, int] = {}
        for section in self.review.resume.sections:
            for bullet in section.bullets:
                found.setdefault(bullet.id, len(found) + 1)
            for position in section.positions:
                if position.id in scoped:
                    found.setdefault(position.id, len(found) + 1)
                for bullet in position.bullets:
                    found.setdefault(bullet.id, len(found) + 1)
        return found

    @cached_property
    def patterns(self) -> Mapping[str, Pattern]:
        """The role patterns by id."""
        return {pattern.id: pattern for pattern in self.book.patterns}

    @cached_property
    def answers(self) -> Mapping[str, tuple[int, Answer]]:
        """The answers that may be shown, numbered, by question id. One without leave to print
        is on no page, not even a coach's: pages are printed and passed on."""
        shown = [answer for answer in self.review.evidence if answer.print_ok]
        return {answer.question_id: (n, answer) for n, answer in enumerate(shown, start=1)}

    @cached_property
    def _about(self) -> Mapping[str, tuple[str, str]]:
        """What a question is about: its words and its anchor, by the id of bullet or post."""
        found = {
            bullet.id: (spaced(bullet.text), f"line-{self.numbers[bullet.id]}")
            for bullet in self.review.bullets()
        }
        for at, position in enumerate(self.review.resume.positions(), start=1):
            name = ", ".join(part for part in (position.title, position.employer) if part)
            found[position.id] = (name, f"post-{at}")
        return found

    @cached_property
    def asked(self) -> tuple[Asked, ...]:
        """Every open question by rank."""
        return tuple(self._asked.values())

    @cached_property
    def _asked(self) -> Mapping[str, Asked]:
        sheet = {question.id for question in self.review.sheet()}
        ranked = enumerate(self.review.questions(), start=1)
        return {question.id: self._ask(n, question, sheet) for n, question in ranked}

    def asked_about(self, about: Iterable[Question]) -> tuple[Asked, ...]:
        """Return questions by rank; one that another stands for is left out."""
        found = [self._asked[q.id] for q in about if q.id in self._asked]
        return tuple(sorted(found, key=lambda asked: asked.rank))

    def levels(self, claims: Collection[Claim]) -> tuple[Level, ...]:
        """Return claim levels, lowest first, without mere wording beside a higher one."""
        ordered = sorted(claims, key=lambda claim: claim.rank)
        raised = [claim for claim in ordered if claim is not Claim.WORDING] or ordered
        labels = self.words["levels"]
        return tuple(Level(c.value, labels.get(c.value, c.value)) for c in raised)

    def worth(self, rule_ids: Iterable[str], questions: Iterable[Question]) -> str:
        """Return what a line's work is worth, in words, or nothing: by the rules behind it,
        else by those that ask about it."""
        codes = [code for rule_id in rule_ids for code in self._codes(rule_id)]
        codes += [question.value for question in questions if question.value]
        return next(
            (self.book.values[code].title for code in codes if code in self.book.values), ""
        )

    def _codes(self, rule_id: str) -> tuple[str, ...]:
        found = self.book.rule(rule_id) or self.patterns.get(rule_id)
        return found.value if found else ()

    def tell(self, origin: str, answer_ids: Collection[str] = ()) -> str:
        """Return where words come from, for a reader; ``answer_ids`` license the line."""
        words = self.words["origins"]
        kind, _, key = origin.partition(":")
        if kind == "answer" and key in self.answers:
            number, answer = self.answers[key]
            parts = [words["answer"].format(number=number, value=value_of(answer))]
            parts += [self.frames["basis"][answer.basis]] if answer.basis else []
            parts.append(words["confirmed"].format(by=self.frames["by"].get(answer.by, answer.by)))
            return ", ".join([*parts, *([answer.on] if answer.on else [])])
        if kind == "rule":
            rule = self.book.rule(key) or self.patterns.get(key)
            told = words["rule"].format(id=key, title=rule.title if rule else key)
            by = [f"A{number}" for number in self.cited(a for a in answer_ids if f"/{key}/" in a)]
            return "; ".join(
                [told, *([words["licensed"].format(answers=", ".join(by))] * bool(by))]
            )
        return words.get(origin, origin)

    def cited(self, answer_ids: Iterable[str]) -> tuple[int, ...]:
        """Return the numbers of the answers that may be shown, in order."""
        return tuple(sorted(self.answers[key][0] for key in answer_ids if key in self.answers))

    def may_show(self, answer_ids: Iterable[str]) -> bool:
        """Whether every answer that a wording rests on may be shown."""
        return all(key in self.answers for key in answer_ids)

    def _ask(self, rank: int, question: Question, sheet: Collection[str]) -> Asked:
        about, anchor = self._about.get(question.about, ("", ""))
        return Asked(
            rank=rank,
            text=question.text,
            answer_in=self.words["kinds"].get(question.kind, question.kind),
            of=question.of,
            about=about,
            anchor=anchor,
            unlocks=question.unlocks,
            levels=self.levels(question.claims),
            # Without a line in view, what else is missing is a guess of the ranking's.
            missing=question.missing if question.unlocks else 1,
            sheet=question.id in sheet,
        )


def value_of(answer: Answer) -> str:
    """Return an answer on one line."""
    return spaced(answer.value if isinstance(answer.value, str) else ", ".join(answer.value))
