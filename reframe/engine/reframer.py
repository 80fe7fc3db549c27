"""The Reframer: pipeline, tables and rules loaded once, then bullets in and suggestions out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from reframe.core.bullet import ParsedBullet
from reframe.core.evidence import Evidence
from reframe.core.guard_finding import Finding
from reframe.core.guard_licence import Licence
from reframe.core.mechanics import Habits, Repair
from reframe.core.naming import bullet_id
from reframe.core.resume import Position, Resume, Section
from reframe.core.rule import Pattern
from reframe.core.suggestion import Suggestion
from reframe.core.synthesis import RoleFinding, synthesise
from reframe.core.tenure import years_held
from reframe.core.variants import Locale, locale_of
from reframe.core.variety import varied
from reframe.core.wording import Tense
from reframe.engine.licensing import refused
from reframe.engine.resources import Resources
from reframe.engine.suggesting import suggest_parsed

if TYPE_CHECKING:
    from reframe.core.review import Review
    from reframe.core.target import Target

# What the client did stands in these; a school or a list of skills is nobody's act.
_WORK = frozenset({"experience", "projects", "volunteering"})


class Reframer(Resources):
    """Reads bullets and résumés, and says what may be said.

    Everything is loaded at first need and kept. ``nlp`` may be any spaCy pipeline with UD or
    ClearNLP labels; ``rules`` are folders of one's own, which add to the bundled rules.
    ``locale`` puts every line into the spelling of a country ("us", "uk" or "ca"); without it
    each résumé keeps its own.

    Raises:
        ValueError: for a ``locale`` that is none of these.
    """

    def suggest(
        self,
        text: str,
        *,
        position: Position | str | None = None,
        ledger: Evidence | None = None,
        current: bool = False,
    ) -> Suggestion:
        """Return what to do with one bullet.

        Args:
            position: the post it belongs to, or its title; it tells the family.
            ledger: confirmed answers.
            current: whether the job is held today, so that its duties stand in the present.
        """
        return next(
            iter(self.suggest_all([text], position=position, ledger=ledger, current=current))
        )

    def suggest_all(
        self,
        texts: Iterable[str],
        *,
        position: Position | str | None = None,
        ledger: Evidence | None = None,
        current: bool = False,
    ) -> Iterator[Suggestion]:
        """Yield a suggestion for each text, in order, through the pipeline's batch path."""
        family = self.family(position)
        tense = _tense(position, current)
        evidence = ledger if ledger is not None else Evidence()
        habits = self.habits()
        for mended, bullet in self.read((text, habits) for text in texts):
            yield suggest_parsed(
                self, bullet, bullet_id(mended.before), family, evidence, tense, mended=mended
            )[0]

    def review(
        self,
        resume: Resume,
        ledger: Evidence | None = None,
        *,
        target: Target | str | Path | None = None,
    ) -> Review:
        """Return suggestions for every bullet of a résumé's work, and findings for its roles.

        Args:
            target: what the client aims at, or the path of a target brief. It orders, selects
                and compares, and never changes a claim.

        Raises:
            TargetError: when the brief cannot be read.
        """
        if isinstance(target, str | Path):
            from reframe.engine.briefs import read_target

            target = read_target(target)
        # Imported here: one bullet has no review, and should not wait for what makes one.
        from reframe.core.attaching import attach
        from reframe.core.review import Review

        attached = attach(ledger if ledger is not None else Evidence(), resume, self.lexicon)
        evidence = attached.evidence
        suggestions: dict[str, Suggestion] = {}
        roles: list[RoleFinding] = []
        locale = self.locale or self._locale_of(resume)
        worked = [section for section in resume.sections if _holds_work(section)]
        found = self.read(self._lines(worked))
        for section in worked:
            for bullet in section.bullets:
                mended, parsed = next(found)
                if section.kind in _WORK or _tells_an_act(parsed):
                    suggestions[bullet.id] = suggest_parsed(
                        self,
                        parsed,
                        bullet.id,
                        None,
                        evidence,
                        "past",
                        mended=mended,
                        locale=locale,
                    )[0]
            for position in section.positions:
                family = self.family(position)
                own = islice(found, len(position.bullets))
                rule_ids = self._review_position(
                    position, own, family, evidence, suggestions, locale
                )
                roles += self._roles(position, family, rule_ids, evidence)
        review = Review(
            resume=resume,
            suggestions_by_id=suggestions,
            roles=tuple(roles),
            evidence=evidence,
            rules=self.book.digest,
            orphans=attached.orphans,
        )
        if target is None:
            return review
        from reframe.engine.targeting import aimed

        return aimed(review, target, self)

    def check(
        self, before: str, after: str, ledger: Evidence | None = None, *, about: str | None = None
    ) -> tuple[Finding, ...]:
        """Return every unlicensed claim and lost fact of a draft, by anyone, of one bullet.

        ``about`` is the id of the bullet that the ledger's answers are about; by default the id
        of ``before``.
        """
        # Imported here: only drafts by others are weighed, and that takes many modules.
        from reframe.engine.weighing import check_bullet

        return check_bullet(self, before, after, ledger, about=about)

    def _locale_of(self, resume: Resume) -> Locale | None:
        """Return the country by whose spelling a résumé is written."""
        texts = (bullet.text for bullet, _, _ in resume.placed_bullets())
        return locale_of(texts, self.lexicon, self.vocabulary)

    def _lines(self, sections: Iterable[Section]) -> Iterator[tuple[str, Habits]]:
        """Yield the bullets of sections, first those outside any post, each with its habits."""
        for section in sections:
            for bullet in section.bullets:
                yield bullet.text, self.habits()
            for position in section.positions:
                texts = [bullet.text for bullet in position.bullets]
                habits = self.habits(texts)
                for text in texts:
                    yield text, habits

    def _review_position(
        self,
        position: Position,
        found: Iterable[tuple[Repair, ParsedBullet]],
        family: str | None,
        evidence: Evidence,
        suggestions: dict[str, Suggestion],
        locale: Locale | None,
    ) -> frozenset[str]:
        tense = _tense(position, position.current)
        rule_ids: set[str] = set()
        own: dict[str, Suggestion] = {}
        for bullet, (mended, parsed) in zip(position.bullets, found, strict=True):
            suggestion, hits = suggest_parsed(
                self, parsed, bullet.id, family, evidence, tense, mended=mended, locale=locale
            )
            own[bullet.id] = suggestion
            rule_ids |= {hit.rule.id for hit in hits}
        suggestions |= varied(own, self.skim, self._stands, self.lexicon)
        return frozenset(rule_ids)

    def _stands(self, before: str, after: str) -> bool:
        """Whether a text needs no evidence against a source that was read for certain."""
        source = self.judged(before, sure=True)
        return not refused(self, source, self.skim(after), Licence())

    def _roles(
        self,
        position: Position,
        family: str | None,
        rule_ids: frozenset[str],
        evidence: Evidence,
    ) -> Iterator[RoleFinding]:
        texts = [bullet.text for bullet in position.bullets]
        for pattern in self.book.patterns:
            if _fits(pattern, family):
                found = synthesise(
                    position.id,
                    texts,
                    rule_ids,
                    pattern,
                    evidence,
                    self.lexicon,
                    years=years_held(position),
                )
                if found:
                    yield found


def _tense(position: Position | str | None, current: bool) -> Tense:
    held = current or (isinstance(position, Position) and position.current)
    return "present" if held else "past"


def _holds_work(section: Section) -> bool:
    # A résumé without headings still has posts.
    return section.kind in _WORK or section.kind == "other"


def _tells_an_act(bullet: ParsedBullet) -> bool:
    """Whether a line outside any post is a duty all the same: under a heading that nobody
    knows, lists of skills stand beside lists of acts."""
    return bullet.confident and bool(bullet.clauses or bullet.frame)


def _fits(pattern: Pattern, family: str | None) -> bool:
    return not pattern.families or family in pattern.families
