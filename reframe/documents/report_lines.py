"""A line of work as the report shows it: state, two sides, reasons, other wordings, questions."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reframe.core.claims import Claim
from reframe.core.resume import Bullet
from reframe.core.review import Decision
from reframe.core.suggestion import Edit, Suggestion, Wording, provenance, rewords
from reframe.core.synthesis import RoleFinding
from reframe.documents.report_aim import aim_notes, scope_notes
from reframe.documents.report_basis import Basis
from reframe.documents.report_marks import new_words, sides
from reframe.documents.report_model import LineData, Other


@dataclass(frozen=True, slots=True)
class Standing:
    """The wording that stands for a bullet now, as decided or suggested."""

    text: str
    edits: tuple[Edit, ...]
    claims: frozenset[Claim]
    rule_ids: tuple[str, ...]
    answer_ids: tuple[str, ...]
    others: tuple[Wording, ...]
    state: str


def standing(suggestion: Suggestion, decision: Decision | None) -> Standing:
    """Return what stands for a bullet: the coach's decision before the suggestion."""
    first = Wording(
        suggestion.after,
        suggestion.edits,
        suggestion.claims,
        suggestion.rule_ids,
        suggestion.answer_ids,
    )
    wordings = (first, *suggestion.alternatives)
    if decision is not None and decision.kind != "accept":
        text = decision.text if decision.kind == "edit" else suggestion.before
        state = "own" if decision.kind == "edit" else "declined"
        return Standing(text, (), frozenset({Claim.WORDING}), (), (), wordings, state)
    chosen = wordings[decision.choice if decision else 0]
    others = tuple(wording for wording in wordings if wording is not chosen)
    return Standing(
        chosen.text,
        chosen.edits,
        chosen.claims,
        chosen.rule_ids,
        chosen.answer_ids,
        others,
        _state(suggestion, chosen),
    )


def _state(suggestion: Suggestion, chosen: Wording) -> str:
    if chosen.text == suggestion.before:
        return "kept" if suggestion.confident else "unsure"
    return "reworded" if rewords(chosen.edits) else "repaired"


def line_data(bullet: Bullet, basis: Basis) -> LineData:
    """Return a bullet as the report shows it."""
    suggestion = basis.review.suggestions(bullet.id)
    stands = standing(suggestion, basis.review.decisions.get(bullet.id))
    own = stands.state == "own"

    def tell(origin: str) -> str:
        return basis.tell("own" if own else origin, stands.answer_ids)

    origins = () if own else provenance(suggestion.before, stands.edits)
    before, after = sides(suggestion.before, stands.text, origins, tell)
    noticed: Mapping[str, str] = basis.words["noticed"]
    weak = (noticed.get(name.partition(":")[0], "") for name in suggestion.diagnosis)
    refused = basis.refused.get(bullet.line.anchor, "")
    state = "refused" if refused else stands.state
    return LineData(
        number=basis.numbers[bullet.id],
        state=state,
        state_label=basis.words["states"][state],
        changed=stands.text != suggestion.before,
        before=before,
        after=after,
        levels=basis.levels(stands.claims),
        worth=basis.worth(stands.rule_ids, suggestion.questions),
        reasons=tuple(dict.fromkeys(edit.why for edit in stands.edits if edit.why)),
        why_kept=refused or _why_kept(suggestion, stands, basis),
        noticed=tuple(dict.fromkeys(label for label in weak if label)),
        doubts=suggestion.doubts,
        asides=(*_untold(suggestion, basis), *aim_notes(bullet.id, basis)),
        findings=basis.findings.get(bullet.id, ()),
        others=tuple(
            Other(other.text, basis.levels(other.claims))
            for other in stands.others
            if other.text != stands.text and basis.may_show(other.answer_ids)
        ),
        answers=basis.cited(stands.answer_ids),
        questions=basis.asked_about(suggestion.questions),
    )


def _untold(suggestion: Suggestion, basis: Basis) -> Iterator[str]:
    """Yield the wordings that are not printed, with the reason, and how a run-on line parts."""
    words = basis.words["target"]
    for item in suggestion.withheld:
        # A wording made of an answer without leave to print is as private as the answer.
        if basis.may_show(item.answer_ids):
            yield words["withheld"].format(text=item.text, reason=item.reason)
    if suggestion.split:
        yield words["split"].format(lines=" / ".join(suggestion.split))


def _why_kept(suggestion: Suggestion, stands: Standing, basis: Basis) -> str:
    words = basis.words["kept"]
    match stands.state:
        case "reworded":
            return ""
        case "repaired":
            return "" if suggestion.confident else words["repaired"]
        case "kept":
            return words["ask" if suggestion.questions else "done"]
    return words[stands.state]


def scope_data(role: RoleFinding, basis: Basis) -> LineData:
    """Return the scope line of a post: nothing of it stood in the source."""

    def tell(origin: str) -> str:
        return basis.tell(origin, role.answer_ids)

    pattern = basis.patterns.get(role.pattern_id)
    return LineData(
        number=basis.numbers[role.position_id],
        state="reworded",
        state_label="",
        changed=True,
        before=(),
        after=new_words(role.pieces, tell),
        levels=basis.levels(role.claims),
        worth=basis.worth((role.pattern_id,), ()),
        reasons=(pattern.why,) if pattern and pattern.why else (),
        why_kept="",
        noticed=(),
        doubts=(),
        asides=scope_notes(role.position_id, basis),
        findings=(),
        others=(),
        answers=basis.cited(role.answer_ids),
        questions=(),
    )
