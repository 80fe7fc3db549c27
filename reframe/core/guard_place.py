"""Where a word stands in a bullet: the values that the guard compares."""

from dataclasses import dataclass
from typing import NamedTuple

from reframe.core.bullet import Clause, ParsedBullet
from reframe.core.claims import Participation
from reframe.core.guard_tokens import Token
from reframe.core.lexicon import Lexicon

VERB = "verb"
WHEN = "when"


class Place(NamedTuple):
    """A token of a bullet in its surroundings.

    ``content`` tells that it states something; ``opener`` that it belongs to a weak opener,
    ``droppable`` that it is padding. ``verb`` is the index of the clause whose verb it is, and
    ``owners`` are the clauses that it belongs to. ``marker`` is what ties its phrase to the
    clause: ``verb``, a preposition, ``when`` for a word that tells when by itself, or empty for an
    object. ``initial`` tells that it is the
    first of its phrase or list item; else ``beside`` is the index of the content word in front.
    ``governor`` is the index of the content word in front of the phrase. ``passive`` tells
    that a form of "be" stands in front. ``inner`` tells that it belongs to a phrase inside an
    opener ("chef" in "Helped the chef plan"); ``loose`` is the preposition that ends the opener
    in front of it, which comes and goes with the opener ("Helped with audits"). ``absorbed``
    tells that it makes one act with the verb in front.
    """

    token: Token
    content: bool
    opener: bool
    droppable: bool
    verb: int | None = None
    owners: frozenset[int] = frozenset()
    participation: Participation | None = None
    marker: str = ""
    initial: bool = True
    beside: int | None = None
    governor: int | None = None
    passive: bool = False
    inner: bool = False
    absorbed: bool = False
    loose: str = ""

    @property
    def key(self) -> str:
        """What the token is compared by."""
        return self.token.key


@dataclass(frozen=True, slots=True)
class Outline:
    """A bullet, its clauses, and the place of every token.

    ``acts`` are the verbs of the clauses with all words that belong to them: "set up", "keep
    track of".
    """

    bullet: ParsedBullet
    clauses: tuple[Clause, ...]
    places: tuple[Place, ...]
    acts: tuple[str, ...]

    @property
    def keys(self) -> frozenset[str]:
        """The keys of all tokens."""
        return frozenset(place.key for place in self.places)


def part_in(clause: Clause, lexicon: Lexicon) -> Participation:
    """Return the client's part in an act; a helping verb names one, wherever it stands."""
    helps = clause.verb.lemma in lexicon.words("part_verbs")
    return (
        Participation.HELPED
        if helps and clause.participation is Participation.DID
        else (clause.participation)
    )


def states(place: Place, lexicon: Lexicon) -> bool:
    """Whether a word says something by itself: also "within" or "across", but not "in"."""
    if place.content or place.opener:
        return True
    special = lexicon.words("place_words") - lexicon.words("plain_place_words")
    return place.key in special


def floats(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word is an adverb that may stand anywhere in its clause."""
    return token.key.endswith("ly") and token.key not in lexicon.words("ly_words")
