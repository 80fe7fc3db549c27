"""From a bullet and its licensed drafts to wordings, best first; the guard has the last word."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from reframe.core.bullet import ParsedBullet, Segment
from reframe.core.claims import Claim
from reframe.core.drafts import Draft, place
from reframe.core.guard_finding import Finding
from reframe.core.lexicon import Lexicon
from reframe.core.match import Hit
from reframe.core.order import direct_first
from reframe.core.phrases import words_of
from reframe.core.sentence_case import capitalised
from reframe.core.suggestion import INFLECTED, Edit, Withheld, Wording, apply
from reframe.core.wording import Tense, wording_edits

_VERB_OBJECT = re.compile(r"\{\{\s*verb\s*\}\} \{\{\s*object\s*\}\}")
Guard = Callable[[str], Sequence[Finding]]
"""What the guard refuses in a text against its source; nothing where it passes."""

WORDING = frozenset({Claim.WORDING})
# A bullet is skimmed: words beyond these are a paragraph, which nobody reads to its end.
LONGEST = 45


@dataclass(frozen=True, slots=True)
class Found:
    """The wordings of a bullet, best first, and those that are licensed and yet not printed."""

    wordings: tuple[Wording, ...]
    withheld: tuple[Withheld, ...]


def wordings(
    bullet: ParsedBullet,
    drafts: Mapping[Hit, Sequence[Draft]],
    lexicon: Lexicon,
    *,
    base: Sequence[Edit],
    tense: Tense,
    guard: Guard,
    first: Sequence[Wording] = (),
    proven: Sequence[Edit] = (),
) -> Found:
    """Return every licensed wording of a bullet that passes the guard, best first.

    ``base`` are the edits that hold for any task. ``first`` are wordings made elsewhere that go before all others, and ``proven`` the edits of one
    without evidence that was judged elsewhere. Then the highest licensed
    draft for each part of the bullet; then one part at a time steps down; last stands the
    wording that needs no evidence. The source itself is not among them: no wording at all means
    "leave it".
    """
    found: list[Wording] = list(first)
    withheld: list[tuple[tuple[Draft, ...], Withheld]] = []
    for chosen in _choices(_ladders(drafts)):
        edits = _placed(bullet, chosen, base, lexicon)
        if edits is not None:
            found.append(_wording(bullet.text, edits, chosen))
        else:
            withheld.append((chosen, _withheld(chosen, CLASHES)))
    ordered = direct_first(bullet, base, lexicon, tense=tense)
    found += [_wording(bullet.text, edits, ()) for edits in (proven, ordered, base) if edits]
    shown = apply(bullet.text, proven)
    passing, refused = _judged(bullet.text, found, lambda t: () if t == shown else guard(t))
    if not passing:
        lesser, _ = _judged(bullet.text, _lesser(bullet.text, base), guard)
        passing = lesser[:1]
    if not passing and base and bullet.confident:
        # What holds of the line whatever its acts are: no verb moves.
        plain = wording_edits(replace(bullet, confident=False), lexicon, tense="present")
        passing, _ = _judged(
            bullet.text, [_wording(bullet.text, plain, ())] if plain else (), guard
        )
    used = {answer for wording in passing for answer in wording.answer_ids}
    told = [w for chosen, w in withheld if not used.issuperset(w.answer_ids)]
    told += [w for w in refused if w.answer_ids and not used.issuperset(w.answer_ids)]
    return Found(passing, tuple(_once(told)))


def preview(bullet: ParsedBullet, draft: Draft, base: Sequence[Edit], lexicon: Lexicon) -> str:
    """Return the whole line as a draft would make it, or the draft alone where it has no place."""
    edits = _placed(bullet, (draft,), base, lexicon) if bullet.confident else None
    text = apply(bullet.text, edits).strip() if edits is not None else draft.text
    return text[:1].upper() + text[1:]


CLASHES = "It would say something twice that the line says already, or leave words without a place."
TOO_LONG = "It would be too long for a bullet."


def _withheld(chosen: Sequence[Draft], reason: str) -> Withheld:
    ids = dict.fromkeys(a for draft in chosen for a in draft.answer_ids)
    return Withheld("; ".join(draft.text for draft in chosen), reason, tuple(ids))


def _once(withheld: Iterable[Withheld]) -> Iterable[Withheld]:
    """Keep one wording for each set of answers: the highest."""
    seen: set[tuple[str, ...]] = set()
    for item in withheld:
        if item.answer_ids not in seen:
            seen.add(item.answer_ids)
            yield item


def _judged(
    before: str, found: Iterable[Wording], guard: Guard
) -> tuple[tuple[Wording, ...], tuple[Withheld, ...]]:
    """Return the wordings that pass, and why the others do not."""
    seen = {before}
    passing: list[Wording] = []
    refused: list[Withheld] = []
    for wording in found:
        if wording.text in seen:
            continue
        seen.add(wording.text)
        if len(wording.text.split()) > max(LONGEST, len(before.split())):
            refused.append(Withheld(wording.text, TOO_LONG, wording.answer_ids))
        elif findings := guard(wording.text):
            refused.append(Withheld(wording.text, findings[0].message, wording.answer_ids))
        else:
            passing.append(wording)
    return tuple(passing), tuple(refused)


def _lesser(text: str, base: Sequence[Edit]) -> Iterable[Wording]:
    """Yield what is left of refused edits without those of one reason, most edits first. Verbs
    change their forms together, whatever the reasons are: "Evaluated files *and assigning* them"
    is in no form."""
    formed = {e.why for e in base if INFLECTED in {piece.origin for piece in e.pieces}}
    reasons = [formed, *({why} for why in dict.fromkeys(e.why for e in base) if why not in formed)]
    for left in sorted(
        ([e for e in base if e.why not in dropped] for dropped in reasons), key=len, reverse=True
    ):
        if left:
            yield _wording(text, capitalised(text, left), ())


def _wording(text: str, edits: Sequence[Edit], chosen: Sequence[Draft]) -> Wording:
    claims = frozenset(c for draft in chosen for c in draft.say.claims) or WORDING
    return Wording(
        text=apply(text, edits),
        edits=tuple(edits),
        claims=claims,
        rule_ids=tuple(draft.hit.rule.id for draft in chosen),
        answer_ids=tuple(dict.fromkeys(a for draft in chosen for a in draft.answer_ids)),
        unsigned=tuple(dict.fromkeys(a for draft in chosen for a in draft.unsigned)),
    )


def _strength(draft: Draft) -> tuple[int, int]:
    return max(claim.rank for claim in draft.say.claims), len(draft.say.needs)


def _ladders(drafts: Mapping[Hit, Sequence[Draft]]) -> list[list[Draft]]:
    """Return, for each part of the bullet, its drafts from strongest to weakest."""
    by_core: dict[tuple[int, int], list[Draft]] = {}
    for hit, found in drafts.items():
        if hit.shared:
            # The objects belong to another verb too: a draft that moved them would orphan it.
            found = [d for d in found if hit.object_text and _VERB_OBJECT.match(d.say.draft)]
        by_core.setdefault(hit.unit.extent, []).extend(found)
    ladders = [
        sorted(found, key=lambda d: (*(-n for n in _strength(d)), d.hit.rule.id))
        for _, found in sorted(by_core.items())
        if found
    ]
    return ladders


def _choices(ladders: Sequence[Sequence[Draft]]) -> Iterable[tuple[Draft, ...]]:
    """Yield the combinations worth offering: all at the top, then one part a step lower at a
    time, then each part alone at its top."""
    if not ladders:
        return
    tops = [ladder[0] for ladder in ladders]
    yield tuple(tops)
    for at, ladder in enumerate(ladders):
        for lower in ladder[1:]:
            yield (*tops[:at], lower, *tops[at + 1 :])
    if len(ladders) > 1:
        for ladder in ladders:
            for draft in ladder:
                yield (draft,)


def _qualified(bullet: ParsedBullet, segment: Segment, draft: Draft) -> bool:
    """Whether words in front of the verb ("promptly") would now qualify another act."""
    verb = draft.hit.unit.verb
    if verb is None or segment.opener is not None:
        return False
    ends = [c.extent[1] for c in segment.clauses if c.extent[1] <= verb.start]
    before = bullet.text[max([segment.extent[0], *ends]) : verb.start]
    kept = draft.text.split(" ", 1)[0].casefold() == verb.text.casefold()
    return not kept and any(word.low.isalpha() and word.low != "and" for word in words_of(before))


def _placed(
    bullet: ParsedBullet, chosen: Sequence[Draft], base: Sequence[Edit], lexicon: Lexicon
) -> tuple[Edit, ...] | None:
    """Return the edits with every chosen draft in place, or None where one does not fit.

    Placed from the right, so that a comma in front of a later draft is seen by no other.
    """
    edits: tuple[Edit, ...] | None = tuple(base)
    for draft in sorted(chosen, key=lambda d: d.hit.core, reverse=True):
        if edits is None:
            return None
        segment = bullet.segments[draft.hit.unit.segment] if bullet.segments else None
        first = segment is not None and draft.hit.unit.clause in (0, None)
        opener = segment.opener.start if segment and first and segment.opener else None
        if segment and _qualified(bullet, segment, draft):
            return None
        edits = place(bullet.text, draft, edits, lexicon, opener_start=opener)
    return capitalised(bullet.text, edits) if edits is not None else None
