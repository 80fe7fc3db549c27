"""What the guard refuses, in words that a coach can act on."""

from dataclasses import dataclass
from typing import Literal

from reframe.core.claims import Claim
from reframe.core.lexicon import Lexicon

FindingKind = Literal["unlicensed", "lost"]
FindingClass = Literal[
    "number", "name", "verb", "participation", "scope", "outcome", "absolute", "exclusive",
    "importance", "hedge", "credit", "date", "tool", "title", "word", "negation", "relation",
]  # fmt: skip

# What kind of claim a word makes by itself, and the table of such words.
CLAIMING: tuple[tuple[FindingClass, str], ...] = (
    ("date", "date_words"),
    ("negation", "negation_words"),
    ("absolute", "absolute_words"),
    ("exclusive", "exclusive_words"),
    ("credit", "credit_words"),
    ("hedge", "hedge_words"),
    ("outcome", "outcome_words"),
    ("title", "title_words"),
    ("scope", "scope_words"),
    ("importance", "importance_words"),
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One claim that nothing licenses, or one fact that is gone.

    ``start`` and ``end`` lie in the rewrite, and for a lost fact in the source. ``claims`` are
    the levels that would have to be licensed; ``question`` asks for what would license them.
    """

    kind: FindingKind
    cls: FindingClass
    text: str
    start: int
    end: int
    message: str
    claims: frozenset[Claim]
    question: str


def finding(
    kind: FindingKind,
    cls: FindingClass,
    text: str,
    start: int,
    end: int,
    lexicon: Lexicon,
    *,
    claim: Claim | None = None,
) -> Finding:
    """Return a finding, with message and question from the tables."""
    needed = claim or Claim(lexicon.maps["guard_claims"][cls])
    return Finding(
        kind=kind,
        cls=cls,
        text=text,
        start=start,
        end=end,
        message=lexicon.maps[f"guard_{kind}"][cls].format(text=f'"{text}"'),
        claims=frozenset() if kind == "lost" else frozenset({needed}),
        question="" if kind == "lost" else lexicon.maps["guard_questions"][cls],
    )
