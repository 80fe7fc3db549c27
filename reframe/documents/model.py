"""What a template is given. The fields and their meaning are a contract with people's own
templates: they are listed in ``docs/reference/data-model.md``, and a test holds the two together.
"""

from dataclasses import dataclass

from reframe.formats.brand import Brand


@dataclass(frozen=True, slots=True)
class PositionData:
    """A post held. ``lines`` are those of the source that the other fields do not say."""

    title: str
    employer: str
    location: str
    dates: str
    current: bool
    scope_line: str
    lines: tuple[str, ...]
    bullets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SectionData:
    """A titled part of the résumé; ``kind`` is "experience", "education" and so on."""

    kind: str
    heading: str
    lines: tuple[str, ...]
    positions: tuple[PositionData, ...]
    bullets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Proof:
    """A confirmed answer behind a claim; never one without leave to print."""

    asked: str
    answer: str
    basis: str
    by: str
    on: str


@dataclass(frozen=True, slots=True)
class ClaimData:
    """A line that says what the client did, and what it rests on.

    ``number`` counts the claims of one document set from 1. ``level`` is the highest of
    ``levels`` (wording, detail, scope, role, leadership, outcome), and ``means`` says in plain
    words what that is. ``raised`` marks a claim beyond wording and detail, ``coach`` a line in
    the coach's own words. ``confirmed`` says in short who confirmed it, how its figures are known
    and when, and is empty for the client's own words.
    """

    number: int
    text: str
    source: str
    title: str
    employer: str
    dates: str
    level: str
    levels: tuple[str, ...]
    means: str
    raised: bool
    coach: bool
    confirmed: str
    proofs: tuple[Proof, ...]


@dataclass(frozen=True, slots=True)
class CardData:
    """What the client should be ready to say about a raised claim."""

    claim: ClaimData
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CitedData:
    """A sentence with the numbers of the claims that it states."""

    text: str
    claims: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ProfileData:
    """A post as LinkedIn shows it; ``left_out`` counts the lines beyond LinkedIn's limit."""

    title: str
    employer: str
    dates: str
    text: str
    left_out: int


@dataclass(frozen=True, slots=True)
class LinkedInData:
    """Texts within LinkedIn's limits; empty where there is nothing to say."""

    headline: str
    about: str
    experience: tuple[ProfileData, ...]


@dataclass(frozen=True, slots=True)
class BioData:
    """A short and a long biography in the third person, by the client's name."""

    short: str
    long: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DealData:
    """A matter, its party described without a name; a part that nobody confirmed is empty."""

    party: str
    kind: str
    size: str
    role: str
    status: str
    year: str


@dataclass(frozen=True, slots=True)
class GroupData:
    """Claims that are worth the same to the person who pays for the work."""

    heading: str
    claims: tuple[ClaimData, ...]


@dataclass(frozen=True, slots=True)
class PromotionData:
    """The case for a promotion: the present post, and what was done in it. Never pay."""

    title: str
    employer: str
    dates: str
    scope_line: str
    groups: tuple[GroupData, ...]


@dataclass(frozen=True, slots=True)
class DigestData:
    """What was accomplished in one post, and the day of the latest confirmation."""

    title: str
    employer: str
    dates: str
    confirmed: str
    claims: tuple[ClaimData, ...]


@dataclass(frozen=True, slots=True)
class DocumentData:
    """Everything that a template may use."""

    name: str
    first: str
    last: str
    title: str
    employer: str
    contact: tuple[str, ...]
    sections: tuple[SectionData, ...]
    skills: tuple[str, ...]
    claims: tuple[ClaimData, ...]
    cards: tuple[CardData, ...]
    value: tuple[CitedData, ...]
    letter: tuple[str, ...]
    linkedin: LinkedInData
    bio: BioData
    note: str
    deals: tuple[DealData, ...]
    deal_headings: tuple[str, ...]
    promotion: PromotionData | None
    digest: tuple[DigestData, ...]
    brand: Brand
    paper: str
