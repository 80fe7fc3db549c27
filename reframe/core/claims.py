"""Claim levels: what a wording adds to the words of the source."""

from enum import StrEnum


class Claim(StrEnum):
    """What a wording claims beyond its source. A wording carries a *set* of these.

    ``WORDING`` adds nothing; every other level is licensed only by confirmed answers, and
    ``NEVER`` by nothing at all.
    """

    WORDING = "wording"
    DETAIL = "detail"
    SCOPE = "scope"
    ROLE = "role"
    LEADERSHIP = "leadership"
    OUTCOME = "outcome"
    NEVER = "never"

    @property
    def rank(self) -> int:
        """Position on the ladder, ``WORDING`` being 0."""
        return _RANKS[self]


_RANKS = {claim: rank for rank, claim in enumerate(Claim)}


class Participation(StrEnum):
    """What part the client says that they had in an act. It is a fact, not a style."""

    DID = "did"
    SHARED = "shared"
    HELPED = "helped"
    PRESENT = "present"
    REMIT = "remit"
