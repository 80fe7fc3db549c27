"""Every line that the documents state, with its level and what it rests on."""

from collections.abc import Iterable, Iterator, Sequence

from reframe.core.claims import Claim
from reframe.core.evidence import Answer, Evidence
from reframe.core.numbers import read_figures
from reframe.core.resume import Bullet, Position
from reframe.core.review import Review
from reframe.core.synthesis import RoleFinding
from reframe.documents.model import ClaimData, Proof
from reframe.documents.source import Source, spaced

# What a figure adds to a line, where a level of claim counts two.
_FIGURE = 3


def claims_of(source: Source) -> tuple[ClaimData, ...]:
    """Return the claims in the order of the résumé: a post's scope line before its bullets."""
    numbered: list[ClaimData] = []
    for section in source.review.resume.sections:
        for bullet in section.bullets:
            numbered += _of_bullet(bullet, None, source, len(numbered) + 1)
        for position in section.positions:
            for role in best_roles(source.review, position):
                numbered.append(_of_role(role, position, source, len(numbered) + 1))
            for bullet in position.bullets:
                numbered += _of_bullet(bullet, position, source, len(numbered) + 1)
    return tuple(numbered)


def best_roles(review: Review, position: Position) -> tuple[RoleFinding, ...]:
    """Return the finding whose scope line a post carries: one or none."""
    found = [r for r in review.roles if r.position_id == position.id and r.scope_line]
    return tuple(sorted(found, key=lambda r: -max(c.rank for c in r.claims))[:1])


def strongest(claims: Iterable[ClaimData], source: Source) -> list[ClaimData]:
    """Return claims by what they say: level first, then figures, then the order of the résumé."""
    return sorted(claims, key=lambda claim: (-strength(claim, source), claim.number))


def strength(claim: ClaimData, source: Source) -> int:
    """Return how much a claim says, for choosing between lines."""
    rank = Claim(claim.level).rank
    # A figure of the source says as much as a confirmed one: the client wrote it down.
    if read_figures(claim.text, source.lexicon):
        return 2 * max(rank, Claim.SCOPE.rank) + _FIGURE
    return 2 * rank


def of_post(claims: Sequence[ClaimData], position: Position) -> list[ClaimData]:
    """Return the claims that stand under a post."""
    key = (position.title, position.employer, position.dates)
    return [claim for claim in claims if (claim.title, claim.employer, claim.dates) == key]


def worth_of(claim_rules: Iterable[str], source: Source) -> str:
    """Return the value code of the first rule that has one, or nothing."""
    return next(
        (source.words.worth[rule] for rule in claim_rules if source.words.worth.get(rule)), ""
    )


def rules_by_text(source: Source) -> dict[str, tuple[str, ...]]:
    """Return the rules and patterns behind each line that the documents state, by its text."""
    review = source.review
    found: dict[str, tuple[str, ...]] = {r.scope_line: (r.pattern_id,) for r in review.roles}
    for bullet in review.bullets():
        found[spaced(review.text(bullet.id))] = _chosen(review, bullet.id)[2]
    return found


def _of_bullet(
    bullet: Bullet, position: Position | None, source: Source, number: int
) -> Iterator[ClaimData]:
    review = source.review
    if bullet.id not in review.suggestions_by_id:
        return
    claims, answer_ids, _ = _chosen(review, bullet.id)
    decision = review.decisions.get(bullet.id)
    yield _claim(
        number,
        spaced(review.text(bullet.id)),
        spaced(bullet.text),
        position,
        claims,
        _proofs(answer_ids, review.evidence, source),
        source,
        coach=decision is not None and decision.kind == "edit",
    )


def _of_role(role: RoleFinding, position: Position, source: Source, number: int) -> ClaimData:
    proofs = _proofs(role.answer_ids, source.review.evidence, source)
    return _claim(number, role.scope_line, "", position, role.claims, proofs, source)


def _chosen(
    review: Review, bullet_id: str
) -> tuple[frozenset[Claim], tuple[str, ...], tuple[str, ...]]:
    """Return levels, answers and rules of the wording that stands, as decided."""
    suggestion = review.suggestions(bullet_id)
    decision = review.decisions.get(bullet_id)
    if decision is not None and decision.kind != "accept":
        return frozenset({Claim.WORDING}), (), ()
    if decision is not None and decision.choice:
        other = suggestion.alternatives[decision.choice - 1]
        return other.claims, other.answer_ids, other.rule_ids
    return suggestion.claims, suggestion.answer_ids, suggestion.rule_ids


def _claim(
    number: int,
    text: str,
    before: str,
    position: Position | None,
    claims: frozenset[Claim],
    proofs: tuple[Proof, ...],
    source: Source,
    *,
    coach: bool = False,
) -> ClaimData:
    levels = sorted(claims or {Claim.WORDING}, key=lambda claim: claim.rank)
    top = levels[-1]
    means = "coach" if coach else "source" if text == before else top.value
    return ClaimData(
        number=number,
        text=text,
        source=before,
        title=position.title if position else "",
        employer=position.employer if position else "",
        dates=position.dates if position else "",
        level=top.value,
        levels=tuple(level.value for level in levels),
        means=source.frames["levels"][means],
        raised=top.rank >= Claim.SCOPE.rank,
        coach=coach,
        confirmed=_confirmed(proofs),
        proofs=proofs,
    )


def _confirmed(proofs: Sequence[Proof]) -> str:
    """Return who confirmed a claim, how its figures are known, and the day of the last answer."""
    who = dict.fromkeys(proof.by for proof in proofs)
    basis = dict.fromkeys(proof.basis for proof in proofs if proof.basis)
    days = [proof.on for proof in proofs if proof.on]
    return ", ".join([*who, *basis, *([max(days)] if days else [])])


def _proofs(answer_ids: Sequence[str], evidence: Evidence, source: Source) -> tuple[Proof, ...]:
    """Return the answers that may be shown: one without leave to print appears nowhere."""
    answers = [answer for key in answer_ids if (answer := evidence.get(key)) is not None]
    return tuple(_proof(answer, source) for answer in answers if answer.print_ok)


def _proof(answer: Answer, source: Source) -> Proof:
    value = answer.value if isinstance(answer.value, str) else ", ".join(answer.value)
    asked = answer.question or answer.question_id.rsplit("/", 1)[-1].replace("_", " ")
    return Proof(
        asked=spaced(asked),
        answer=spaced(value),
        basis=source.frames["basis"].get(answer.basis or "", ""),
        by=source.frames["by"].get(answer.by, answer.by),
        on=answer.on,
    )
