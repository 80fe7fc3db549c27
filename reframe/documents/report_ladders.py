"""A post's ladder: the step that is said today, the next one, and what that still waits for."""

from reframe.core.needs import meets
from reframe.core.rule import Pattern, Step
from reframe.core.synthesis import RoleFinding, answers_for
from reframe.documents.report_basis import Basis
from reframe.documents.report_model import LadderData, Rung


def ladder_data(role: RoleFinding, basis: Basis) -> LadderData | None:
    """Return a finding's ladder, or None when the rules no longer have its pattern."""
    pattern = basis.patterns.get(role.pattern_id)
    if pattern is None:
        return None
    rungs = tuple(_rung(step, at, role, pattern, basis) for at, step in enumerate(pattern.ladder))
    reached = next((at for at, rung in enumerate(rungs) if rung.state == "here"), len(rungs))
    above = [at for at in range(reached) if rungs[at].state == "open"]
    following = pattern.ladder[above[-1]] if above and not role.conflicts else None
    names = {ask.name for ask in pattern.asks if following and ask.name in following.needs}
    wanted = [q for q in role.questions if q.id.rsplit("/", 1)[-1] in names]
    return LadderData(
        title=pattern.title,
        why=pattern.why,
        shown=tuple(e.label for e in pattern.elements if e.name in role.shown),
        not_shown=tuple(e.label for e in pattern.elements if e.name not in role.shown),
        height=len(rungs) - reached,
        rungs=rungs,
        next=following.name if following else "",
        preview=wanted[0].unlocks if wanted else "",
        waits_for=basis.asked_about(wanted),
        conflicts=role.conflicts,
        questions=basis.asked_about(role.questions),
    )


def _rung(step: Step, at: int, role: RoleFinding, pattern: Pattern, basis: Basis) -> Rung:
    answers = answers_for(basis.review.evidence, role.position_id, pattern.id)
    asks = {ask.name: ask for ask in pattern.asks}
    reached = next((n for n, s in enumerate(pattern.ladder) if s.name == role.step), None)
    against = any(
        name in answers and not meets(need, asks[name], answers[name], basis.lexicon)
        for name, need in step.needs.items()
    )
    if reached is not None and at == reached:
        state = "here"
    elif reached is not None and at > reached:
        state = "below"
    else:
        state = "closed" if against else "open"
    return Rung(
        name=step.name,
        state=state,
        state_label=basis.words["rungs"][state],
        levels=basis.levels(step.claims),
        missing=sum(name not in answers for name in step.needs),
    )
