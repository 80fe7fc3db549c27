"""The counts behind the report's plots."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from reframe.core.claims import Claim
from reframe.core.evidence import FIGURES, Question
from reframe.core.numbers import read_figures
from reframe.core.synthesis import RoleFinding
from reframe.documents.claims import best_roles
from reframe.documents.report_basis import Basis
from reframe.documents.report_lines import standing
from reframe.documents.report_model import LineData, Part, Plots, Row

_ORDER = tuple(claim for claim in Claim if claim is not Claim.NEVER)


def plots(lines: Sequence[LineData], basis: Basis) -> Plots:
    """Return the plots of a review whose lines are these."""
    review = basis.review
    roles = [role for p in review.resume.positions() for role in best_roles(review, p)]
    return Plots(
        levels=_levels(roles, basis),
        quantified=_quantified(roles, basis),
        worth=_worth(lines, basis),
        unlocks=_unlocks(basis),
    )


def _levels(roles: Sequence[RoleFinding], basis: Basis) -> tuple[Row, ...]:
    review = basis.review
    received = [Claim.WORDING] * len(review.bullets())
    now: list[Claim] = []
    reach: list[Claim] = []
    for bullet in review.bullets():
        suggestion = review.suggestions(bullet.id)
        stands = standing(suggestion, review.decisions.get(bullet.id))
        now.append(_top(stands.claims))
        reach.append(_top(stands.claims | _unlocked(suggestion.questions)))
    now += [_top(role.claims) for role in roles]
    open_posts = {role.position_id: Claim.WORDING for role in review.roles}
    for role in review.roles:
        gained = _top(role.claims | _unlocked(role.questions))
        open_posts[role.position_id] = max(open_posts[role.position_id], gained, key=_rank)
    reach += [claim for claim in open_posts.values() if claim is not Claim.WORDING]
    found = (("received", received), ("now", now), ("reach", reach))
    return tuple(
        Row(basis.words["rows"][name], _parts(claims, basis), len(claims)) for name, claims in found
    )


def _quantified(roles: Sequence[RoleFinding], basis: Basis) -> tuple[Row, ...]:
    review, lexicon = basis.review, basis.lexicon
    rows: dict[str, list[bool]] = {"received": [], "now": [], "reach": []}
    for bullet in review.bullets():
        suggestion = review.suggestions(bullet.id)
        now = bool(read_figures(review.text(bullet.id), lexicon))
        rows["received"].append(bool(read_figures(suggestion.before, lexicon)))
        rows["now"].append(now)
        rows["reach"].append(now or any(q.kind in FIGURES for q in suggestion.questions))
    for role in roles:
        rows["now"].append(bool(read_figures(role.scope_line, lexicon)))
    return tuple(
        Row(
            basis.words["rows"][name],
            (
                Part("with", basis.words["values"]["with"], sum(found)),
                Part("without", basis.words["values"]["without"], len(found) - sum(found)),
            ),
            len(found),
        )
        for name, found in rows.items()
        if found
    )


def _worth(lines: Iterable[LineData], basis: Basis) -> tuple[Part, ...]:
    none = basis.words["values"]["none"]
    counts = Counter(line.worth or none for line in lines)
    ordered = sorted(counts.items(), key=lambda entry: (entry[0] == none, -entry[1], entry[0]))
    return tuple(Part("none" if label == none else "", label, n) for label, n in ordered)


def _unlocks(basis: Basis) -> tuple[Part, ...]:
    """Count the questions by the highest level that an answer would add; the highest first."""
    tops = Counter(asked.levels[-1] for asked in basis.asked if asked.levels)
    by_code = {level.code: (level.label, n) for level, n in tops.items()}
    return tuple(
        Part(claim.value, *by_code[claim.value]) for claim in reversed(_ORDER) if claim in by_code
    )


def _parts(claims: Sequence[Claim], basis: Basis) -> tuple[Part, ...]:
    counts = Counter(claims)
    labels = basis.words["levels"]
    return tuple(Part(c.value, labels[c.value], counts[c]) for c in _ORDER)


def _unlocked(questions: Iterable[Question]) -> frozenset[Claim]:
    return frozenset(claim for question in questions for claim in question.claims)


def _top(claims: Collection[Claim]) -> Claim:
    return max(claims, key=_rank, default=Claim.WORDING)


def _rank(claim: Claim) -> int:
    return claim.rank
