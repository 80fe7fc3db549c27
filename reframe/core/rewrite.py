"""From a bullet and its licensed drafts to wordings, best first; the guard has the last word."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from reframe.core.bullet import ParsedBullet, Segment
from reframe.core.claims import Claim
from reframe.core.drafts import Draft
from reframe.core.guard_finding import Finding
from reframe.core.lesser import lesser_edits
from reframe.core.lexicon import Lexicon
from reframe.core.match import Hit
from reframe.core.order import direct_first
from reframe.core.phrases import words_of
from reframe.core.placing import append, keeps_rest, place
from reframe.core.sentence_case import capitalised
from reframe.core.suggestion import Edit, Withheld, Wording, apply
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
    part_guard: Callable[[str, str], Sequence[Finding]],
    first: Sequence[Wording] = (),
    proven: Sequence[Edit] = (),
) -> Found:
    """Return every licensed wording of a bullet that passes the guard, best first.

    ``base`` are the edits that hold for any task. ``first`` are wordings made elsewhere that go
    before all others, and ``proven`` the edits of one without evidence that was judged elsewhere.
    Then the highest licensed draft for each part of the bullet; then one part at a time steps
    down; last stands the wording that needs no evidence. The source itself is not among them: no
    wording at all means "leave it". A draft that the guard refuses in the whole line is judged
    beside its own words by ``part_guard``, where nothing else of the line changes its place.
    """
    found: list[Wording] = list(first)
    drafted: dict[str, _Placed] = {}
    withheld: list[tuple[tuple[Draft, ...], Withheld]] = []
    for chosen in _choices(_ladders(drafts)):
        placed = _placed(bullet, chosen, base, lexicon, tense)
        if placed is not None:
            found.append(_wording(bullet.text, placed.edits, chosen))
            drafted.setdefault(found[-1].text, placed)
        else:
            why = CLASHES if bullet.confident else UNSURE
            withheld.append((chosen, _withheld(chosen, why)))
    ordered = direct_first(bullet, base, lexicon, tense=tense)
    found += [_wording(bullet.text, edits, ()) for edits in (proven, ordered, base) if edits]
    shown = apply(bullet.text, proven)
    stands = cache(lambda: not base or not guard(apply(bullet.text, base)))

    def judged(text: str) -> Sequence[Finding]:
        if text == shown:
            return ()
        refused = guard(text)
        placed = drafted.get(text)
        if not refused or placed is None or not stands():
            return refused
        apart = all(
            keeps_rest(bullet.text, draft, lexicon) and _in_form(bullet, draft, base, tense)
            for draft in placed.inside
        ) and not any(
            part_guard(_core(bullet, draft), draft.text)
            for draft in (*placed.inside, *placed.behind)
        )
        return () if apart else refused

    passing, refused = _judged(bullet.text, found, judged)
    if not passing:
        left = lesser_edits(bullet, base, lexicon, tense=tense) if base else ()
        lesser, _ = _judged(bullet.text, (_wording(bullet.text, e, ()) for e in left), guard)
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


def _core(bullet: ParsedBullet, draft: Draft) -> str:
    """Return the words that a draft stands for, with the opener in front of them."""
    start, end = draft.hit.core
    opener = _opener_of(bullet, draft)
    return bullet.text[start if opener is None else min(start, opener) : end]


def _in_form(bullet: ParsedBullet, draft: Draft, base: Sequence[Edit], tense: Tense) -> bool:
    """Whether the other acts of the line stand in the past beside a draft: "Duties included
    *preparing* reports, ordered stock" is in no form."""
    start, end = draft.hit.core
    others = [c.verb for c in bullet.clauses if c.form not in ("past", "participle")]
    others = [verb for verb in others if not start <= verb.start < end]
    return tense == "present" or all(
        any(edit.start <= verb.start < edit.end for edit in base) for verb in others
    )


def preview(
    bullet: ParsedBullet, draft: Draft, base: Sequence[Edit], lexicon: Lexicon, *, tense: Tense
) -> str:
    """Return the whole line as a draft would make it, or the draft alone where it has no place."""
    placed = _placed(bullet, (draft,), base, lexicon, tense)
    text = draft.text if placed is None else apply(bullet.text, placed.edits).strip()
    return text[:1].upper() + text[1:]


CLASHES = "It would say something twice that the line says already, or leave words without a place."
UNSURE = "The line can be read in more than one way: the words have no certain place in it."
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


def _opener_of(bullet: ParsedBullet, draft: Draft) -> int | None:
    """Return where the opener in front of a draft's core begins, None where there is none."""
    segment = _segment_of(bullet, draft)
    first = segment is not None and draft.hit.unit.clause in (0, None)
    return segment.opener.start if segment and first and segment.opener else None


def _segment_of(bullet: ParsedBullet, draft: Draft) -> Segment | None:
    return bullet.segments[draft.hit.unit.segment] if bullet.segments else None


@dataclass(frozen=True, slots=True)
class _Placed:
    """Edits with drafts in them: ``inside`` stand where the source tells their act, ``behind``
    at its end."""

    edits: tuple[Edit, ...]
    inside: tuple[Draft, ...]
    behind: tuple[Draft, ...]


def _placed(
    bullet: ParsedBullet,
    chosen: Sequence[Draft],
    base: Sequence[Edit],
    lexicon: Lexicon,
    tense: Tense,
) -> _Placed | None:
    """Return the edits with every chosen draft in place, or None where one does not fit.

    Placed from the right, so that a comma in front of a later draft is seen by no other; what has
    no place of its own is added at the end, and so is all that is added to an unsure line.
    """
    edits = tuple(base)
    inside: list[Draft] = []
    behind: list[Draft] = []
    for draft in sorted(chosen, key=lambda d: d.hit.core, reverse=True):
        stands = _stands(bullet, draft) and place(
            bullet.text, draft, edits, lexicon, opener_start=_opener_of(bullet, draft)
        )
        if stands:
            edits = stands
            inside.append(draft)
        else:
            behind.append(draft)
    for draft in behind:
        added = append(bullet.text, draft, edits, lexicon, tense)
        if added is None:
            return None
        edits = added
    return _Placed(capitalised(bullet.text, edits), tuple(inside), tuple(behind))


def _stands(bullet: ParsedBullet, draft: Draft) -> bool:
    """Whether a draft may stand in place of the words that it is about: they are read for certain
    and are nobody else's."""
    segment = _segment_of(bullet, draft)
    if not bullet.confident or (segment and _qualified(bullet, segment, draft)):
        return False
    # The objects belong to another verb too: a draft that moved them would orphan it.
    own = draft.hit.object_text and _VERB_OBJECT.match(draft.say.draft)
    return not draft.hit.shared or bool(own)
