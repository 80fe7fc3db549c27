"""What answers license for one bullet, and what a draft of it says beyond that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from reframe.core.bullet import ParsedBullet
from reframe.core.drafts import Draft, licensed
from reframe.core.evidence import GENERIC, Evidence
from reframe.core.guard import check as guard
from reframe.core.guard_finding import Finding
from reframe.core.guard_licence import Licence, wording_licence
from reframe.core.lexicon import Lexicon
from reframe.core.match import Hit
from reframe.core.never import never_findings
from reframe.core.suggestion import Withheld
from reframe.core.synthesis import answers_for, question_id
from reframe.core.told import PART, PLAIN, Told, told_part
from reframe.core.wording import Tense

if TYPE_CHECKING:
    from reframe.engine.resources import Resources

Ladders = Mapping[Hit, Sequence[Draft]]
"""The licensed wordings of each rule that applies to a bullet, highest first."""


def drafts_met(
    resources: Resources, hits: Sequence[Hit], key: str, evidence: Evidence, tense: Tense
) -> dict[Hit, tuple[Draft, ...]]:
    """Return the wordings that answers license, of each rule that has any."""
    found = {
        hit: licensed(hit, answers_for(evidence, key, hit.rule.id), resources.lexicon, tense=tense)
        for hit in hits
    }
    return {hit: drafts for hit, drafts in found.items() if drafts}


def signed(drafts: Ladders) -> dict[Hit, tuple[Draft, ...]]:
    """Return the drafts that wait for no sign-off."""
    ready = {hit: tuple(d for d in ladder if not d.unsigned) for hit, ladder in drafts.items()}
    return {hit: ladder for hit, ladder in ready.items() if ladder}


def licence_of(resources: Resources, text: str, drafts: Ladders) -> Licence:
    """Return what the wordings of rules license for a text."""
    licence = Licence()
    for hit, ladder in drafts.items():
        for draft in ladder:
            licence |= wording_licence(
                resources.skim(draft.text), draft.say.claims, resources.lexicon,
                answers=[p.text for p in draft.pieces if p.origin.startswith("answer:")],
                replaces=_replaced(text, hit),
            )  # fmt: skip
    return licence


def told_by_client(
    resources: Resources, bullet: ParsedBullet, key: str, evidence: Evidence, tense: Tense
) -> Told | Withheld | None:
    """Return what the client's own words about their part make of a line."""
    for name in (PART, PLAIN):
        answer = evidence.get(question_id(key, GENERIC, name))
        if answer is not None and answer.print_ok:
            present = tense == "present"
            return told_part(bullet, answer, resources.parse, resources.lexicon, present=present)
    return None


def refused(
    resources: Resources,
    source: ParsedBullet,
    draft: ParsedBullet,
    licence: Licence,
    *,
    lexicon: Lexicon | None = None,
) -> tuple[Finding, ...]:
    """Return what nothing licenses in a draft of a source, both read for the guard."""
    found = guard(source, draft, licence, lexicon or resources.lexicon)
    never = never_findings(source.text, draft.text, resources.never, resources.lexicon)
    return (*found, *never)


def _replaced(text: str, hit: Hit) -> str:
    """Return the words that a draft may stand for: verb and objects, but not what only a
    preposition ties to the verb ("Posted *on social media*")."""
    end = hit.core[1] if hit.unit.objects else hit.unit.lead
    return text[hit.core[0] : end]
