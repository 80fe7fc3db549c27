"""The matrix of requirements and claims: confirmed, declared only, related, or missing."""

from collections.abc import Sequence

from reframe.core.lexicon import Lexicon
from reframe.core.line import Line
from reframe.core.phrases import words_of
from reframe.core.target import Dot, Requirement, Row, Status, TargetTable
from reframe.core.target_match import Meeting, Statement, demands, meet
from reframe.core.target_terms import terms_of


def connect(
    requirements: Sequence[Requirement],
    told: Sequence[Statement],
    lexicon: Lexicon,
    table: TargetTable,
) -> tuple[Row, ...]:
    """Return a row for each requirement, in their order; what no line meets stays empty."""
    lines = [(one, Line(one.text, words_of(one.text), lexicon)) for one in told]
    return tuple(_row(requirement, lines, lexicon, table) for requirement in requirements)


def _row(
    requirement: Requirement,
    told: Sequence[tuple[Statement, Line]],
    lexicon: Lexicon,
    table: TargetTable,
) -> Row:
    terms = terms_of(requirement.text, lexicon, table)
    wanted = tuple(demands(terms))
    dots: list[Dot] = []
    closed: set[int] = set()
    for one, line in told:
        met = [m for demand in wanted if (m := meet(demand, one, line, table))]
        if met:
            dots.append(_dot(one, met))
            closed |= {m.demand.group for m in met if m.full}
    dots.sort(key=lambda dot: (not dot.full, not dot.confirmed, -len(dot.shared)))
    judge = tuple(term.text for term in terms if term.kind == "judge")
    return Row(
        requirement=requirement,
        status=_status(dots, asked=bool(wanted), judged=bool(judge) or not terms),
        dots=tuple(dots),
        open=tuple(demand.text for demand in wanted if demand.group not in closed),
        judge=judge if judge or wanted else (requirement.text,),
    )


def _dot(told: Statement, met: Sequence[Meeting]) -> Dot:
    full = [m for m in met if m.full]
    counted = full or met
    return Dot(
        about=told.about,
        where=told.where,
        text=told.text,
        full=bool(full),
        confirmed=any(m.confirmed for m in counted),
        by=told.by if any(m.confirmed for m in counted) else (),
        shared=tuple(dict.fromkeys(shared for m in counted for shared in m.shared)),
    )


def _status(dots: Sequence[Dot], *, asked: bool, judged: bool) -> Status:
    full = [dot for dot in dots if dot.full]
    if any(dot.confirmed for dot in full):
        return "confirmed"
    if full:
        return "declared"
    if dots:
        return "related"
    return "judge" if judged and not asked else "missing"
