"""What to do with one bullet: its wordings, best first, and the questions that lead higher."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial
from typing import TYPE_CHECKING

from reframe.core.bullet import ParsedBullet
from reframe.core.claims import Claim
from reframe.core.composing import compose
from reframe.core.diagnose import diagnose
from reframe.core.drafts import Draft, unfit
from reframe.core.evidence import Evidence
from reframe.core.guard_finding import Finding
from reframe.core.guard_licence import Licence
from reframe.core.guard_tense import only_changes_form
from reframe.core.match import Hit
from reframe.core.means import means_first
from reframe.core.mechanics import Repair, told
from reframe.core.naming import bullet_id
from reframe.core.open_questions import generic_questions
from reframe.core.questions import rule_questions
from reframe.core.rewrite import Found, preview, wordings
from reframe.core.shortlist import ranked
from reframe.core.splitting import parts_of
from reframe.core.suggestion import Edit, Suggestion, Withheld, Wording, apply, provenance
from reframe.core.synthesis import answers_for
from reframe.core.themes import spread
from reframe.core.told import Told
from reframe.core.variants import Locale, introduced
from reframe.core.wording import Tense, wording_edits
from reframe.engine.licensing import (
    drafts_met,
    licence_of,
    refused,
    signed,
    told_by_client,
)

if TYPE_CHECKING:
    from reframe.engine.resources import Resources


def suggest_parsed(
    resources: Resources,
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
    spelled = locale or resources.locale
    hits = resources.hits(bullet, family)
    met = drafts_met(resources, hits, key, evidence, tense)
    ready_drafts = signed(met)
    # Read once, and only where there is a wording to judge.
    source = cache(partial(resources.judged, bullet.text, sure=bullet.confident))

    base = wording_edits(bullet, resources.lexicon, tense=tense)
    own_part = told_by_client(resources, bullet, key, evidence, tense)

    proven = _means_first(resources, bullet, tense)

    def worded(drafts: Mapping[Hit, tuple[Draft, ...]], own: Told | None) -> Found:
        licence = licence_of(resources, bullet.text, drafts) | (own.licence if own else Licence())

        def against(after: str) -> tuple[Finding, ...]:
            if only_changes_form(bullet, after, resources.lexicon):
                return ()
            return refused(resources, source(), resources.skim(after), licence)

        def part_against(core: str, draft: str) -> tuple[Finding, ...]:
            judged = resources.judged(core, sure=True)
            return refused(resources, judged, resources.skim(draft), licence)

        return wordings(
            bullet, drafts, resources.lexicon, base=base, tense=tense, guard=against,
            part_guard=part_against, first=[own.wording] if own else (), proven=proven,
        )  # fmt: skip

    def previewed(draft: Draft) -> str:
        return preview(bullet, draft, base, resources.lexicon, tense=tense)

    own = own_part if isinstance(own_part, Told) else None
    ready = None if own and own.wording.unsigned else own
    found = worded(ready_drafts, ready)
    # What only waits for the coach's sign-off is shown to the coach, and not printed.
    waits = met != ready_drafts or ready is not own
    above = worded(met, own).wordings[:1] if waits else ()
    asked = ranked(
        (
            *rule_questions(key, hits, evidence, resources.lexicon, tense=tense, preview=previewed),
            *generic_questions(key, bullet, hits, evidence, resources.generic, resources.lexicon),
        )
    )
    questions = spread(asked, bullet, resources.generic, resources.lexicon)
    offered = tuple(_about_source(resources, w, mended, spelled) for w in found.wordings)
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
        diagnosis=diagnose(bullet, resources.lexicon),
        confident=bullet.confident,
        waiting=(
            _about_source(resources, above[0], mended, spelled)
            if above and above[0] not in found.wordings
            else None
        ),
        doubts=told(mended.doubts, resources.lexicon),
        split=_split(resources, bullet.text, tense),
        withheld=(
            *((own_part,) if isinstance(own_part, Withheld) else ()),
            *found.withheld,
            *_unfit(resources, hits, key, evidence, tense),
        ),
    )
    return suggestion, hits


def _means_first(resources: Resources, bullet: ParsedBullet, tense: Tense) -> tuple[Edit, ...]:
    """Return the edits that put what stands behind "by" first, or none.

    What is moved is proven as a line of its own: the guard reads no whole line whose parts changed
    places. The whole is weighed besides.
    """
    found = means_first(bullet, resources.parse, resources.lexicon, tense=tense)
    if found is None:
        return ()
    alone, edits = found
    from reframe.engine.weighing import judge  # few lines get here, and it takes many modules

    after = apply(bullet.text, edits)
    act = after[: len(after) - len(edits[-1].text) - len(bullet.text[edits[-1].end :])]
    sure = resources.judged(alone, sure=True)
    if refused(resources, sure, resources.skim(act), Licence()):
        return ()
    return () if judge(resources, bullet.text, after, Licence()) else edits


def _about_source(
    resources: Resources, wording: Wording, mended: Repair, locale: Locale | None
) -> Wording:
    """Return a wording of a repaired line as one of the line before its repair, with the
    words that it brings in spelled as the résumé spells."""
    edits = introduced(wording.edits, locale, resources.lexicon, resources.vocabulary)
    text = apply(mended.text, edits)
    return replace(wording, text=text, edits=compose(mended.before, mended.edits, edits))


def _split(resources: Resources, text: str, tense: Tense) -> tuple[str, ...]:
    """Return the bullets that a run-on line works better as, each reworded by itself."""
    parts = parts_of(text, resources.lexicon)
    if len(parts) == 1:
        return ()
    bullets = [resources.parse(part) for part in parts]
    reworded = (
        suggest_parsed(resources, bullet, bullet_id(bullet.text), None, Evidence(), tense)[0].after
        for bullet in bullets
    )
    return tuple(reworded)


def _unfit(
    resources: Resources, hits: Sequence[Hit], key: str, evidence: Evidence, tense: Tense
) -> Iterator[Withheld]:
    """Yield, for each rule, the highest wording that the words of an answer keep from print."""
    for hit in hits if len(evidence) else ():
        answers = answers_for(evidence, key, hit.rule.id)
        for draft, why in unfit(hit, answers, resources.lexicon, tense=tense)[:1]:
            yield Withheld(draft.text, why, draft.answer_ids)
