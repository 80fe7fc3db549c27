"""The coach's report: a review as the data of one page."""

from collections.abc import Iterator, Sequence

from reframe.core.resume import Position, Section
from reframe.documents.claims import best_roles
from reframe.documents.report_aim import aim_data
from reframe.documents.report_basis import Basis, value_of
from reframe.documents.report_ladders import ladder_data
from reframe.documents.report_lines import line_data, scope_data
from reframe.documents.report_model import Confirmed, Level, LineData, PostData, ReportData
from reframe.documents.report_plots import plots
from reframe.documents.resume import shown_name
from reframe.documents.source import spaced


def report_data(basis: Basis) -> ReportData:
    """Return everything that the page shows; an answer without leave to print is nowhere."""
    review = basis.review
    posts = tuple(_posts(basis))
    lines = [line for post in posts for line in (post.scope, *post.lines) if line]
    states = [line.state for post in posts for line in post.lines]
    labels = basis.words["figures"]
    counts = {
        "lines": len(states),
        "reworded": sum(line.changed for post in posts for line in post.lines),
        "kept": sum(state in {"kept", "declined"} for state in states),
        "unsure": sum(state == "unsure" for state in states),
        "answers": len(basis.answers),
        "questions": len(basis.asked),
    }
    return ReportData(
        name=shown_name(review.resume, basis.frames),
        source=review.resume.source.replace("\\", "/").rsplit("/", 1)[-1],
        answered=max((answer.on for _, answer in basis.answers.values()), default=""),
        figures=tuple((labels[name], count) for name, count in counts.items()),
        levels=tuple(
            (Level(code, label), basis.words["means"][code])
            for code, label in basis.words["levels"].items()
        ),
        plots=plots(lines, basis),
        sheet=tuple(asked for asked in basis.asked if asked.sheet),
        aim=aim_data(basis),
        posts=posts,
        answers=_answers(lines, basis),
        unplaced=tuple(spaced(line.text) for line in review.unplaced),
        warnings=review.resume.warnings,
    )


def _posts(basis: Basis) -> Iterator[PostData]:
    numbers = {p.id: n for n, p in enumerate(basis.review.resume.positions(), start=1)}
    for section in basis.review.resume.sections:
        loose = _lines(section, basis)
        if loose:
            title = spaced(section.heading.text).rstrip(":") if section.heading else ""
            yield PostData("", title, "", "", "", None, (), loose)
        for position in section.positions:
            lines = _lines(position, basis)
            if lines or any(r.position_id == position.id for r in basis.review.roles):
                yield _post(position, numbers[position.id], lines, basis)


def _post(position: Position, number: int, lines: tuple[LineData, ...], basis: Basis) -> PostData:
    roles = [role for role in basis.review.roles if role.position_id == position.id]
    scope = best_roles(basis.review, position)
    return PostData(
        anchor=f"post-{number}",
        title=position.title or position.employer or spaced(position.dates),
        employer=position.employer if position.title else "",
        location=position.location,
        dates=position.dates,
        scope=scope_data(scope[0], basis) if scope else None,
        ladders=tuple(found for role in roles if (found := ladder_data(role, basis))),
        lines=lines,
    )


def _lines(holder: Section | Position, basis: Basis) -> tuple[LineData, ...]:
    reviewed = basis.review.suggestions_by_id
    return tuple(line_data(bullet, basis) for bullet in holder.bullets if bullet.id in reviewed)


def _answers(lines: Sequence[LineData], basis: Basis) -> tuple[Confirmed, ...]:
    return tuple(
        Confirmed(
            number=number,
            question=spaced(answer.question or answer.question_id.rsplit("/", 1)[-1]),
            value=value_of(answer),
            basis=basis.frames["basis"].get(answer.basis or "", ""),
            by=basis.frames["by"].get(answer.by, answer.by),
            on=answer.on,
            lines=tuple(line.number for line in lines if number in line.answers),
        )
        for number, answer in basis.answers.values()
    )
