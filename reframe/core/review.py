"""A review: what is suggested for every bullet and role of a résumé, and what was decided."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal, Self

from reframe.core.attaching import Orphan
from reframe.core.evidence import Evidence, Question
from reframe.core.remark import Remark
from reframe.core.resume import Bullet, Line, Position, Resume
from reframe.core.shortlist import Limits, ranked, sheet_limits, shortlist
from reframe.core.suggestion import Suggestion
from reframe.core.synthesis import RoleFinding
from reframe.core.target import Fit
from reframe.core.wire import from_plain, to_plain
from reframe.errors import StaleDecision

SCHEMA = 1
SHEET = 8
"""How many questions a client gets at once: a follow-up sheet is answered, a survey is not."""
INTERVIEW = 25
"""How many questions an hour with the coach holds, and how many of them about one line."""
PER_LINE = 3


@dataclass(frozen=True, slots=True)
class Decision:
    """What the coach decided about a bullet: take a wording, keep the source, or own words."""

    kind: Literal["accept", "decline", "edit"]
    choice: int = 0
    text: str = ""

    @classmethod
    def accept(cls, choice: int = 0) -> Self:
        """Take the suggestion (0) or its n-th alternative."""
        return cls("accept", choice=choice)

    @classmethod
    def decline(cls) -> Self:
        """Keep the line as the client wrote it."""
        return cls("decline")

    @classmethod
    def edit(cls, text: str) -> Self:
        """Print the coach's own words; the guard still checks them and its findings show."""
        return cls("edit", text=text)


@dataclass(frozen=True)
class Review:
    """Suggestions by bullet id, findings by role, decisions, and the evidence they rest on.

    Frozen: :meth:`decide` returns a new review. ``rules`` is the digest of the rules that made
    it. ``fit`` tells how it stands to a target, where there is one. ``orphans`` are answers
    whose line is in the résumé no more. ``remarks`` are what a reader may take amiss; nothing is
    reworded by them.
    """

    resume: Resume
    suggestions_by_id: Mapping[str, Suggestion]
    roles: tuple[RoleFinding, ...]
    evidence: Evidence = field(default_factory=Evidence)
    decisions: Mapping[str, Decision] = field(default_factory=dict)
    rules: str = ""
    fit: Fit | None = None
    orphans: tuple[Orphan, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def unplaced(self) -> tuple[Line, ...]:
        """The lines of the source that no part of the tree holds."""
        return self.resume.unplaced

    def bullets(self) -> tuple[Bullet, ...]:
        """Every bullet that was reviewed, in the order of the résumé."""
        return tuple(
            b for b, _, _ in self.resume.placed_bullets() if b.id in self.suggestions_by_id
        )

    def scopes(self) -> Mapping[str, RoleFinding]:
        """Return, for each post that has one, the finding whose scope line it shows: a post has
        one, that of the highest claim."""
        best: dict[str, RoleFinding] = {}
        for role in self.roles:
            first = best.get(role.position_id)
            if role.scope_line and (first is None or role.rank > first.rank):
                best[role.position_id] = role
        return best

    def shown(self, position: Position) -> tuple[Bullet, ...]:
        """Return the bullets of a post for a fresh document: all of them in their order, or,
        with a target, the most relevant first and without those that it leaves out."""
        placed = {s.bullet_id: s for s in self.fit.standings} if self.fit else {}
        kept = [b for b in position.bullets if b.id not in placed or not placed[b.id].left_out]
        return tuple(sorted(kept, key=lambda b: placed[b.id].rank if b.id in placed else 0))

    def left_out(self) -> tuple[Bullet, ...]:
        """Return the bullets that a fresh document leaves out for the target's sake."""
        out = {s.bullet_id for s in self.fit.standings if s.left_out} if self.fit else set()
        return tuple(bullet for bullet in self.bullets() if bullet.id in out)

    def suggestions(self, bullet_id: str) -> Suggestion:
        """Return the suggestion for a bullet.

        Raises:
            StaleDecision: when the résumé has no such bullet (any more).
        """
        try:
            return self.suggestions_by_id[bullet_id]
        except KeyError:
            raise StaleDecision(
                f"{bullet_id}: no bullet of this résumé has that id. The line was reworded or "
                "removed; review the résumé again."
            ) from None

    def questions(self) -> tuple[Question, ...]:
        """Return every open question, the most valuable first."""
        asked = [q for role in self.roles for q in role.questions]
        for bullet in self.bullets():
            asked += self.suggestions_by_id[bullet.id].questions
        return ranked(asked)

    def sheet(self, *, most: int = SHEET) -> tuple[Question, ...]:
        """Return the questions for the client's next sheet."""
        if most not in self._sheets:
            self._sheets[most] = shortlist(self.questions(), sheet_limits(most))
        return self._sheets[most]

    @cached_property
    def _sheets(self) -> dict[int, tuple[Question, ...]]:
        # A draft asks for its sheet for the margin, for each form of it, and for the report.
        return {}

    def interview(self, *, most: int = INTERVIEW) -> tuple[Question, ...]:
        """Return the questions for a coach's interview, the most valuable first."""
        return shortlist(self.questions(), Limits(most, PER_LINE, most // 2))

    def decide(self, bullet_id: str, decision: Decision) -> Self:
        """Return the review with a decision on one bullet.

        Raises:
            StaleDecision: when the bullet does not exist.
            ValueError: when the chosen alternative does not exist.
        """
        suggestion = self.suggestions(bullet_id)
        if not 0 <= decision.choice <= len(suggestion.alternatives):
            raise ValueError(
                f"choice {decision.choice}: the bullet has {len(suggestion.alternatives)} alternatives"
            )
        return replace(self, decisions={**self.decisions, bullet_id: decision})

    def text(self, bullet_id: str) -> str:
        """Return what a bullet says now: as decided, or as suggested while undecided."""
        suggestion = self.suggestions(bullet_id)
        decision = self.decisions.get(bullet_id)
        if decision is None:
            return suggestion.after
        if decision.kind == "edit":
            return decision.text
        if decision.kind == "decline":
            return suggestion.before
        if decision.choice == 0:
            return suggestion.after
        return suggestion.alternatives[decision.choice - 1].text

    def to_json(self) -> str:
        """Return the review as JSON; the same review gives the same text.

        The bytes of the source are not in it: the file is named, and its digest kept. Values
        without leave to print are not in it either: they stand in the ledger alone.
        """
        plain = to_plain(replace(self, evidence=self.evidence.withheld()))
        # Imported here: one bullet has no review, and should not wait for what writes one.
        import orjson

        shape = orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS
        return orjson.dumps({"schema": SCHEMA, **plain}, option=shape).decode()

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Return the review of a :meth:`to_json` text.

        Raises:
            StaleDecision: when the text is of another version, or damaged.
        """
        try:
            data = json.loads(text)
            schema = data.pop("schema")
            if schema != SCHEMA:
                raise ValueError(f"schema {schema} is not {SCHEMA}")
            return from_plain(cls, data)
        except (ValueError, KeyError, AttributeError, TypeError) as error:
            raise StaleDecision(
                f"not a review of this version ({error}). Make it anew with 'reframe draft'."
            ) from error
