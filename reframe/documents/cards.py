"""Papers for coach and client: defence cards, the case for a promotion, the digest."""

from collections.abc import Sequence

from reframe.core.claims import Claim
from reframe.core.numbers import read_figures
from reframe.documents.claims import of_post, rules_by_text, worth_of
from reframe.documents.model import CardData, ClaimData, DigestData, GroupData, PromotionData
from reframe.documents.resume import scope_lines
from reframe.documents.source import Source


def cards(claims: Sequence[ClaimData], source: Source) -> tuple[CardData, ...]:
    """Return a card for each raised claim: its evidence, and three likely questions.

    The questions come from those of the claim's levels and of what the work is worth, turn by
    turn, so that one client's cards do not all ask the same.
    """
    least = Claim(source.frames["cards"]["least"]).rank
    rules = rules_by_text(source)
    used: dict[str, int] = {}
    found: list[CardData] = []
    for claim in claims:
        if Claim(claim.level).rank >= least and not claim.coach:
            worth = worth_of(rules.get(claim.text, ()), source)
            found.append(CardData(claim, _questions(claim, worth, used, source)))
    return tuple(found)


def _questions(
    claim: ClaimData, worth: str, used: dict[str, int], source: Source
) -> tuple[str, ...]:
    table = source.frames["interview"]
    pools = [table[level] for level in reversed(claim.levels) if level in table]
    most = source.frames["cards"]["ask"]
    last = [table["worth"][worth]] if worth in table["worth"] else []
    asked: list[str] = []
    while len(asked) + len(last) < most:
        pool = pools[len(asked) % len(pools)]
        left = [question for question in pool if question not in asked]
        asked.append(min(left, key=lambda question: used.get(question, 0)))
        used[asked[-1]] = used.get(asked[-1], 0) + 1
    return (*asked, *last)


def promotion(claims: Sequence[ClaimData], source: Source) -> PromotionData | None:
    """Return the case for a promotion out of the present post, or None without one.

    A line that names an amount beside a word of pay is left out.
    """
    position = next((p for p in source.posts() if p.current), None)
    if position is None:
        return None
    scope = scope_lines(source.review).get(position.id, "")
    rules = rules_by_text(source)
    groups: dict[str, list[ClaimData]] = {}
    other = source.frames["promotion"]["other"]
    for claim in of_post(claims, position):
        if claim.text != scope and not _tells_pay(claim.text, source):
            code = worth_of(rules.get(claim.text, ()), source)
            groups.setdefault(source.words.values.get(code, other), []).append(claim)
    ordered = sorted(groups.items(), key=lambda group: (group[0] == other, -len(group[1])))
    if not groups:
        return None
    return PromotionData(
        title=position.title,
        employer=position.employer,
        dates=position.dates,
        scope_line="" if _tells_pay(scope, source) else scope,
        groups=tuple(GroupData(heading, tuple(lines)) for heading, lines in ordered),
    )


def _tells_pay(text: str, source: Source) -> bool:
    words = "".join(c if c.isalnum() else " " for c in text.casefold()).split()
    spoken = f" {' '.join(words)} "
    named = any(f" {word} " in spoken for word in source.frames["promotion"]["pay"])
    return named and bool(read_figures(text, source.lexicon))


def digest(claims: Sequence[ClaimData], source: Source) -> tuple[DigestData, ...]:
    """Return what was accomplished in each post: every line above a mere rewording."""
    found: list[DigestData] = []
    for position in source.posts():
        lines = [c for c in of_post(claims, position) if Claim(c.level).rank > 0]
        if lines:
            days = [proof.on for claim in lines for proof in claim.proofs if proof.on]
            found.append(
                DigestData(
                    position.title,
                    position.employer,
                    position.dates,
                    max(days, default=""),
                    tuple(lines),
                )
            )
    return tuple(found)
