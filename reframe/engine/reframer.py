"""The Reframer: pipeline, tables and rules loaded once, then bullets in and suggestions out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, cached_property, lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reframe.core.attaching import attach
from reframe.core.bullet import ParsedBullet
from reframe.core.claims import Claim
from reframe.core.composing import compose
from reframe.core.diagnose import diagnose
from reframe.core.drafts import Draft, licensed, spoken
from reframe.core.evidence import Evidence
from reframe.core.family import family_of
from reframe.core.guard import check as guard
from reframe.core.guard_finding import Finding
from reframe.core.guard_licence import Licence, answer_licence, wording_licence
from reframe.core.lexicon import Lexicon
from reframe.core.match import Hit, match
from reframe.core.mechanics import Habits, Repair, repair, stop_habit, told
from reframe.core.naming import bullet_id
from reframe.core.never import never_findings
from reframe.core.parse import parse
from reframe.core.phrases import sought
from reframe.core.questions import (
    GENERIC,
    GenericQuestions,
    generic_questions,
    rule_questions,
)
from reframe.core.resume import Position, Resume, Section
from reframe.core.review import Review
from reframe.core.rewrite import Found, wordings
from reframe.core.rule import Pattern, RuleBook
from reframe.core.shortlist import ranked
from reframe.core.spelling import Vocabulary
from reframe.core.splitting import parts_of
from reframe.core.suggestion import Suggestion, Withheld, Wording, apply, provenance
from reframe.core.synthesis import RoleFinding, answers_for, question_id, synthesise
from reframe.core.target import Target
from reframe.core.tenure import years_held
from reframe.core.told import PART, PLAIN, Told, told_part
from reframe.core.variants import LOCALES, Locale, introduced, locale_of
from reframe.core.variety import varied
from reframe.core.wording import Tense
from reframe.pipeline.load import load_pipeline
from reframe.tables.generic import load_generic
from reframe.tables.lexicon import load_lexicon
from reframe.tables.load import load_rules
from reframe.tables.senses import load_senses
from reframe.tables.spelling import load_vocabulary

if TYPE_CHECKING:
    from spacy.language import Language

FIRST_PERSON = "An answer in it speaks in the first person: put it in neutral words."
# What the client did stands in these; a school or a list of skills is nobody's act.
_WORK = frozenset({"experience", "projects", "volunteering"})


class Reframer:
    """Reads bullets and résumés, and says what may be said.

    Everything is loaded at first need and kept. ``nlp`` may be any spaCy pipeline with UD or
    ClearNLP labels; ``rules`` are folders of one's own, which add to the bundled rules.
    ``locale`` puts every line into the spelling of a country ("us", "uk" or "ca"); without it
    each résumé keeps its own.

    Raises:
        ValueError: for a ``locale`` that is none of these.
    """

    def __init__(
        self,
        *,
        nlp: Language | None = None,
        rules: Sequence[Path | str] = (),
        locale: Locale | None = None,
    ) -> None:
        if locale not in (None, *LOCALES):
            raise ValueError(f"locale {locale!r} is none of {', '.join(LOCALES)}")
        self._nlp = nlp
        self._folders = tuple(Path(folder) for folder in rules)
        self._locale = locale

    @cached_property
    def nlp(self) -> Language:
        """The spaCy pipeline."""
        return self._nlp if self._nlp is not None else load_pipeline()

    @cached_property
    def lexicon(self) -> Lexicon:
        """The words of the tables."""
        return load_lexicon()

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words that are spelled right."""
        return load_vocabulary()

    @cached_property
    def book(self) -> RuleBook:
        """The rules and patterns."""
        return load_rules(folders=self._folders, lexicon=self.lexicon)

    @cached_property
    def generic(self) -> GenericQuestions:
        """The questions of last resort."""
        return load_generic()

    @cached_property
    def number_words(self) -> frozenset[str]:
        """Words that are numbers ("twelve")."""
        return self.lexicon.words("number_words")

    @cached_property
    def _trees(self) -> bool:
        return "parser" in self.nlp.pipe_names

    def parse(self, text: str) -> ParsedBullet:
        """Return what a bullet says, as far as that is certain."""
        return parse(self.nlp(text), self.lexicon, trees=self._trees)

    @cached_property
    def skim(self) -> Callable[[str], ParsedBullet]:
        """Read a text with the lexicon alone: what the guard compares must be read alike.

        A source is compared with each of its wordings, and a wording by several judges.
        """
        return lru_cache(maxsize=512)(
            lambda text: parse(self.nlp.make_doc(text), self.lexicon, trees=False)
        )

    def _judged(self, text: str, *, sure: bool) -> ParsedBullet:
        """Skim a text for the guard; what the full reading is sure of counts as sure."""
        skimmed = self.skim(text)
        return replace(skimmed, confident=True) if sure else skimmed

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
        family = self._family(position)
        tense = _tense(position, current)
        evidence = ledger if ledger is not None else Evidence()
        for mended, bullet in self._read(texts, self._habits()):
            yield self.suggest_parsed(
                bullet, bullet_id(mended.before), family, evidence, tense, mended=mended
            )[0]

    def _habits(self, texts: Sequence[str] = ()) -> Habits:
        """Return the habits of the lines of one post."""
        return Habits(stop=stop_habit(texts), locale=self._locale)

    def mend(self, text: str, *, habits: Habits | None = None) -> Repair:
        """Return a line with its certain mistakes of spelling and marks repaired."""
        return repair(text, self.lexicon, self.vocabulary, habits=habits or self._habits())

    def _read(self, texts: Iterable[str], habits: Habits) -> Iterator[tuple[Repair, ParsedBullet]]:
        """Yield every text repaired, and read as it then stands, through the batch path."""
        repairs = ((m.text, m) for m in (self.mend(text, habits=habits) for text in texts))
        for doc, mended in self.nlp.pipe(repairs, as_tuples=True):
            yield mended, parse(doc, self.lexicon, trees=self._trees)

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
        attached = attach(ledger if ledger is not None else Evidence(), resume, self.lexicon)
        evidence = attached.evidence
        suggestions: dict[str, Suggestion] = {}
        roles: list[RoleFinding] = []
        locale = self._locale or self._locale_of(resume)
        for section in resume.sections:
            for bullet in section.bullets if _holds_work(section) else ():
                ((mended, parsed),) = self._read([bullet.text], self._habits())
                if section.kind in _WORK or _tells_an_act(parsed):
                    suggestions[bullet.id] = self.suggest_parsed(
                        parsed, bullet.id, None, evidence, "past", mended=mended, locale=locale
                    )[0]
            for position in section.positions if _holds_work(section) else ():
                family = self._family(position)
                rule_ids = self._review_position(position, family, evidence, suggestions, locale)
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

    def _locale_of(self, resume: Resume) -> Locale | None:
        """Return the country by whose spelling a résumé is written."""
        texts = (bullet.text for bullet, _, _ in resume.placed_bullets())
        return locale_of(texts, self.lexicon, self.vocabulary)

    def check(
        self, before: str, after: str, ledger: Evidence | None = None, *, about: str | None = None
    ) -> tuple[Finding, ...]:
        """Return every unlicensed claim and lost fact of a draft, by anyone, of one bullet.

        ``about`` is the id of the bullet that the ledger's answers are about; by default the id
        of ``before``.
        """
        evidence = ledger if ledger is not None else Evidence()
        bullet = self.parse(before)
        key = about or bullet_id(before)
        licence = Licence()
        if len(evidence):
            for family in (None, *sorted(self.book.families)):
                hits = self.hits(bullet, family)
                licence |= self._licence(before, _signed(self._met(hits, key, evidence, "past")))
            for tense in ("past", "present"):
                own_part = self._told(bullet, key, evidence, tense)
                if isinstance(own_part, Told) and not own_part.wording.unsigned:
                    licence |= own_part.licence
            for answer in evidence.about(key):
                licence |= answer_licence(
                    answer.value,
                    self.lexicon,
                    estimate=answer.basis == "estimate",
                    print_ok=answer.print_ok,
                )
        draft = self._judged(after, sure=self.parse(after).confident)
        source = self._judged(before, sure=bullet.confident)
        found = self._refused(source, draft, licence, lexicon=self._wide)
        mended = self.mend(before)
        if not found or not mended.edits:
            return found
        # A repaired word is the same word: what holds of the line as it was meant holds.
        repaired = self._judged(mended.text, sure=self.parse(mended.text).confident)
        again = self._refused(repaired, draft, licence, lexicon=self._wide)
        return min(found, again, key=len)

    def _refused(
        self,
        source: ParsedBullet,
        draft: ParsedBullet,
        licence: Licence,
        *,
        lexicon: Lexicon | None = None,
    ) -> tuple[Finding, ...]:
        found = guard(source, draft, licence, lexicon or self.lexicon)
        never = never_findings(source.text, draft.text, self._never, self.lexicon)
        return (*found, *never)

    @cached_property
    def _wide(self) -> Lexicon:
        """The lexicon with the words that can mean the same: drafts by others are in free words,
        our own never are."""
        return replace(self.lexicon, senses=load_senses())

    @cached_property
    def _anywhere(self) -> frozenset[str]:
        return frozenset(f.name for f in self.book.families.values() if f.anywhere)

    @cached_property
    def _never(self) -> frozenset[str]:
        families = self.book.families.values()
        return frozenset(phrase for family in families for phrase in family.never)

    def _review_position(
        self,
        position: Position,
        family: str | None,
        evidence: Evidence,
        suggestions: dict[str, Suggestion],
        locale: Locale | None,
    ) -> frozenset[str]:
        tense = _tense(position, position.current)
        rule_ids: set[str] = set()
        own: dict[str, Suggestion] = {}
        texts = [bullet.text for bullet in position.bullets]
        found = self._read(texts, self._habits(texts))
        for bullet, (mended, parsed) in zip(position.bullets, found, strict=True):
            suggestion, hits = self.suggest_parsed(
                parsed, bullet.id, family, evidence, tense, mended=mended, locale=locale
            )
            own[bullet.id] = suggestion
            rule_ids |= {hit.rule.id for hit in hits}
        suggestions |= varied(own, self.skim, self._stands, self.lexicon)
        return frozenset(rule_ids)

    def _stands(self, before: str, after: str) -> bool:
        """Whether a text needs no evidence against a source that was read for certain."""
        source = self._judged(before, sure=True)
        return not self._refused(source, self.skim(after), Licence())

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

    def _family(self, position: Position | str | None) -> str | None:
        if position is None:
            return None
        if isinstance(position, str):
            return family_of(position, (), self.book.families, self.lexicon)
        texts = [bullet.text for bullet in position.bullets]
        return family_of(position.title, texts, self.book.families, self.lexicon)

    def hits(self, bullet: ParsedBullet, family: str | None) -> tuple[Hit, ...]:
        """Return the rules that apply to a bullet of a post of this family."""
        words = sought(bullet.text, self.lexicon).keys
        candidates = self.book.index.candidates(
            {clause.verb.lemma for clause in bullet.clauses},
            {segment.frame for segment in bullet.segments if segment.frame},
            words,
        )
        return match(bullet, candidates, self.lexicon, family=family, anywhere=self._anywhere)

    def _met(
        self, hits: Sequence[Hit], key: str, evidence: Evidence, tense: Tense
    ) -> dict[Hit, tuple[Draft, ...]]:
        found = {
            hit: licensed(hit, answers_for(evidence, key, hit.rule.id), self.lexicon, tense=tense)
            for hit in hits
        }
        return {hit: drafts for hit, drafts in found.items() if drafts}

    def _spoken(
        self, hits: Sequence[Hit], key: str, evidence: Evidence, tense: Tense
    ) -> Iterator[Withheld]:
        """Yield, for each rule, the highest wording that an answer's "my" keeps from print."""
        for hit in hits if len(evidence) else ():
            answers = answers_for(evidence, key, hit.rule.id)
            for draft in spoken(hit, answers, self.lexicon, tense=tense)[:1]:
                yield Withheld(draft.text, FIRST_PERSON, draft.answer_ids)

    def _licence(self, text: str, drafts: Mapping[Hit, Sequence[Draft]]) -> Licence:
        licence = Licence()
        for hit, ladder in drafts.items():
            for draft in ladder:
                licence |= wording_licence(
                    self.skim(draft.text), draft.say.claims, self.lexicon,
                    answers=[p.text for p in draft.pieces if p.origin.startswith("answer:")],
                    replaces=_replaced(text, hit),
                )  # fmt: skip
        return licence

    def suggest_parsed(
        self,
        bullet: ParsedBullet,
        key: str,
        family: str | None,
        evidence: Evidence,
        tense: Tense,
        *,
        mended: Repair | None = None,
        locale: Locale | None = None,
    ) -> tuple[Suggestion, tuple[Hit, ...]]:
        """Return the suggestion for a parsed bullet whose id is ``key``, and its hits.

        Where the bullet was read from a repaired line, ``mended`` is the repair, and the
        suggestion is about the line before it. Words that the engine brings in are spelled as
        in ``locale``.
        """
        mended = mended or Repair(bullet.text, bullet.text)
        spelled = locale or self._locale
        hits = self.hits(bullet, family)
        met = self._met(hits, key, evidence, tense) if bullet.confident else {}
        signed = _signed(met)
        # Read once, and only where there is a wording to judge.
        source = cache(partial(self._judged, bullet.text, sure=bullet.confident))

        own_part = self._told(bullet, key, evidence, tense)

        def worded(drafts: Mapping[Hit, tuple[Draft, ...]], own: Told | None) -> Found:
            licence = self._licence(bullet.text, drafts) | (own.licence if own else Licence())

            def refused(after: str) -> tuple[Finding, ...]:
                return self._refused(source(), self.skim(after), licence)

            return wordings(
                bullet, drafts, self.lexicon, tense=tense, guard=refused,
                first=[own.wording] if own else (),
            )  # fmt: skip

        own = own_part if isinstance(own_part, Told) else None
        ready = None if own and own.wording.unsigned else own
        found = worded(signed, ready)
        # What only waits for the coach's sign-off is shown to the coach, and not printed.
        waits = met != signed or ready is not own
        above = worded(met, own).wordings[:1] if waits else ()
        questions = ranked(
            (
                *rule_questions(key, hits, evidence, self.lexicon, tense=tense),
                *generic_questions(key, bullet, hits, evidence, self.generic, self.lexicon),
            )
        )
        offered = tuple(self._about_source(w, mended, spelled) for w in found.wordings)
        if mended.edits and all(mended.text != wording.text for wording in offered):
            only = Wording(mended.text, mended.edits, frozenset({Claim.WORDING}), (), ())
            offered = (*offered, only)
        best = offered[0] if offered else None
        edits = best.edits if best else ()
        suggestion = Suggestion(
            before=mended.before,
            after=best.text if best else mended.before,
            edits=edits,
            claims=best.claims if best else frozenset({Claim.WORDING}),
            provenance=provenance(mended.before, edits),
            alternatives=offered[1:],
            explanation=" ".join(dict.fromkeys(edit.why for edit in edits)),
            rule_ids=best.rule_ids if best else (),
            answer_ids=best.answer_ids if best else (),
            questions=questions,
            diagnosis=diagnose(bullet, self.lexicon),
            confident=bullet.confident,
            waiting=(
                self._about_source(above[0], mended, spelled)
                if above and above[0] not in found.wordings
                else None
            ),
            doubts=told(mended.doubts, self.lexicon),
            split=self._split(bullet.text, tense),
            withheld=(
                *((own_part,) if isinstance(own_part, Withheld) else ()),
                *found.withheld,
                *self._spoken(hits, key, evidence, tense),
            ),
        )
        return suggestion, hits

    def _about_source(self, wording: Wording, mended: Repair, locale: Locale | None) -> Wording:
        """Return a wording of a repaired line as one of the line before its repair, with the
        words that it brings in spelled as the résumé spells."""
        edits = introduced(wording.edits, locale, self.lexicon, self.vocabulary)
        text = apply(mended.text, edits)
        return replace(wording, text=text, edits=compose(mended.before, mended.edits, edits))

    def _split(self, text: str, tense: Tense) -> tuple[str, ...]:
        """Return the bullets that a run-on line works better as, each reworded by itself."""
        parts = parts_of(text, self.lexicon)
        if len(parts) == 1:
            return ()
        bullets = [self.parse(part) for part in parts]
        reworded = (
            self.suggest_parsed(bullet, bullet_id(bullet.text), None, Evidence(), tense)[0].after
            for bullet in bullets
        )
        return tuple(reworded)

    def _told(
        self, bullet: ParsedBullet, key: str, evidence: Evidence, tense: Tense
    ) -> Told | Withheld | None:
        """Return what the client's own words about their part make of a line."""
        for name in (PART, PLAIN):
            answer = evidence.get(question_id(key, GENERIC, name))
            if answer is not None and answer.print_ok:
                present = tense == "present"
                return told_part(bullet, answer, self.parse, self.lexicon, present=present)
        return None

    def __getstate__(self) -> dict[str, Any]:
        # What can be loaded again is not sent to a worker process.
        return {"_nlp": self._nlp, "_folders": self._folders, "_locale": self._locale}


def _signed(drafts: Mapping[Hit, Sequence[Draft]]) -> dict[Hit, tuple[Draft, ...]]:
    """Return the drafts that wait for no sign-off."""
    ready = {hit: tuple(d for d in ladder if not d.unsigned) for hit, ladder in drafts.items()}
    return {hit: ladder for hit, ladder in ready.items() if ladder}


def _replaced(text: str, hit: Hit) -> str:
    """Return the words that a draft may stand for: verb and objects, but not what only a
    preposition ties to the verb ("Posted *on social media*")."""
    end = hit.core[1] if hit.unit.objects else hit.unit.lead
    return text[hit.core[0] : end]


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
