"""The target in the coach's report: what is asked for, how it stands, and what it says of lines."""

from typing import get_args

from reframe.core.target import Row, Status
from reframe.documents.report_basis import Basis
from reframe.documents.report_model import AimData, Met, Part, Wanted


def aim_data(basis: Basis) -> AimData:
    """Return what the target asks for; empty where there is none."""
    fit = basis.review.fit
    if fit is None:
        return AimData("", "", (), ())
    labels = basis.words["target"]
    counts = ((status, fit.count(status)) for status in get_args(Status))
    return AimData(
        role=fit.target.role,
        differs=fit.target.differs,
        wanted=tuple(_wanted(row, basis) for row in fit.rows),
        counts=tuple(Part(status, labels[status], count) for status, count in counts if count),
    )


def aim_notes(bullet_id: str, basis: Basis) -> tuple[str, ...]:
    """Return what the target has to say of a bullet."""
    fit = basis.review.fit
    found = fit.standing(bullet_id) if fit else None
    if fit is None or found is None:
        return ()
    words, role = basis.words["target"], fit.target.role
    notes = [words["left_out"].format(role=role)] if found.left_out else []
    notes += [words["doubt"].format(role=role, doubt=doubt) for doubt in found.doubts]
    notes += [words["plainer"].format(text=found.plainer)] if found.plainer else []
    return tuple(notes)


def scope_notes(position_id: str, basis: Basis) -> tuple[str, ...]:
    """Return what the target has to say of a post's scope line."""
    fit = basis.review.fit
    if fit is None:
        return ()
    words = basis.words["target"]
    doubts = fit.scope_doubts.get(position_id, ())
    return tuple(words["doubt"].format(role=fit.target.role, doubt=doubt) for doubt in doubts)


def _wanted(row: Row, basis: Basis) -> Wanted:
    labels = basis.words["target"]
    return Wanted(
        text=row.requirement.text,
        weight=labels[row.requirement.weight],
        status=row.status,
        label=labels[row.status],
        lines=tuple(Met(basis.numbers.get(d.about, 0), d.text, d.full) for d in row.dots),
        open=", ".join(row.open),
        judge=", ".join(row.judge),
    )
