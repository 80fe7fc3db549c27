"""What confirmed answers license for one text, beyond what its source says."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reframe.core.bullet import ParsedBullet
from reframe.core.claims import Claim, Participation
from reframe.core.guard_outline import outline
from reframe.core.guard_place import Outline, states
from reframe.core.guard_tokens import read_tokens
from reframe.core.lexicon import Lexicon
from reframe.core.numbers import Figure, read_figures

Claims = frozenset[Claim]


@dataclass(frozen=True, slots=True)
class LicensedVerb:
    """An act that a confirmed wording states: the part that it gives the client, the levels of
    the wording, and the word that must follow, so that the act is not turned on anything else."""

    lemma: str
    participation: Participation
    claims: Claims
    follower: str = ""


@dataclass(frozen=True, slots=True)
class LicensedPhrase:
    """A run of word keys, and the claims of the wording that it comes from.

    ``acts`` has for each key the verb that it stands under ("" where it may stand anywhere).
    ``told`` are the positions that are the client's own words: they license details, never a
    higher claim ("I spearheaded it" is something to ask about, and no proof). ``covers`` are
    words of the source that the phrase, when it is there as a whole, takes the place of.
    """

    keys: tuple[str, ...]
    claims: Claims
    acts: tuple[str, ...] = ()
    told: frozenset[int] = frozenset()
    covers: frozenset[str] = frozenset()

    def claims_at(self, position: int) -> Claims:
        """What the word at this position licenses."""
        if position not in self.told:
            return self.claims
        return self.claims & {Claim.DETAIL, Claim.SCOPE} | {Claim.DETAIL}


@dataclass(frozen=True, slots=True)
class Licence:
    """Words, acts and figures that the answers license. ``Licence()`` licenses nothing.

    An ordinary word of a phrase is licensed under the verb that it has there, a word that
    claims something only beside a neighbour that it has there too. ``estimates`` are figures
    that print with "about".
    """

    phrases: frozenset[LicensedPhrase] = frozenset()
    verbs: frozenset[LicensedVerb] = frozenset()
    figures: tuple[Figure, ...] = ()
    estimates: tuple[Figure, ...] = ()

    def __or__(self, other: "Licence") -> "Licence":
        return Licence(
            self.phrases | other.phrases,
            self.verbs | other.verbs,
            self.figures + other.figures,
            self.estimates + other.estimates,
        )

    def covered(self, keys: frozenset[str]) -> frozenset[str]:
        """Return the words of the source that wordings standing among ``keys`` replace."""
        used = (p.covers for p in self.phrases if p.covers and keys.issuperset(p.keys))
        return frozenset().union(*used)


def wording_licence(
    wording: ParsedBullet,
    claims: Iterable[Claim],
    lexicon: Lexicon,
    *,
    answers: Iterable[str] = (),
    replaces: str = "",
) -> Licence:
    """Return what a rule's wording licenses once all of its needs are met.

    ``wording`` is the wording with its slots filled, read like a bullet; ``claims`` are the
    rule's. ``answers`` are the values in the slots: their words are the client's. ``replaces``
    is the stretch of the source that the wording takes the place of.
    """
    levels = frozenset(claims)
    read = outline(wording, lexicon)
    stated = [place for place in read.places if states(place, lexicon)]
    keys = tuple(place.key for place in stated)
    told: set[int] = set()
    for answer in answers:
        told |= _places(keys, _keys(answer, lexicon))
    told_starts = {stated[position].token.start for position in told}
    figures = read_figures(wording.text, lexicon)
    phrase = LicensedPhrase(
        keys=keys,
        claims=levels,
        acts=tuple(_act(read, place.owners) for place in stated),
        told=frozenset(told),
        covers=_covers(replaces, lexicon),
    )
    return Licence(
        phrases=frozenset({phrase}),
        verbs=frozenset(
            LicensedVerb(
                clause.verb.lemma,
                clause.participation,
                levels & {Claim.DETAIL} if clause.verb.start in told_starts else levels,
                follower(read, clause.verb.start),
            )
            for clause in wording.clauses
        ),
        figures=tuple(figure for figure in figures if figure.bound != "about"),
        estimates=tuple(figure for figure in figures if figure.bound == "about"),
    )


def _covers(replaces: str, lexicon: Lexicon) -> frozenset[str]:
    """Return the words that a wording may stand for: never a figure, a name or a tool."""
    return frozenset(
        token.key
        for at, token in enumerate(read_tokens(replaces, lexicon))
        if token.figure is None and not (at and any(char.isupper() for char in token.text))
    )


def answer_licence(
    value: str | Sequence[str], lexicon: Lexicon, *, estimate: bool = False, print_ok: bool = True
) -> Licence:
    """Return what an answer's own words license: details and figures.

    Nothing without leave to print is licensed.
    """
    licence = Licence()
    for part in (value,) if isinstance(value, str) else value:
        keys, figures = _keys(part, lexicon), read_figures(part, lexicon)
        exact = tuple(f for f in figures if not estimate and f.bound != "about")
        claims = frozenset({Claim.DETAIL, Claim.SCOPE} if figures else {Claim.DETAIL})
        phrase = LicensedPhrase(keys, claims, ("",) * len(keys), frozenset(range(len(keys))))
        licence |= Licence(
            phrases=frozenset({phrase}),
            figures=exact,
            estimates=tuple(f for f in figures if f not in exact),
        )
    return licence if print_ok else Licence()


def follower(read: Outline, start: int) -> str:
    """Return the key of the first word that states something behind a place, or ""."""
    behind = (p for p in read.places if p.token.start > start and p.content and not p.droppable)
    return next((place.key for place in behind), "")


def _act(read: Outline, owners: frozenset[int]) -> str:
    return read.clauses[max(owners)].verb.lemma if owners else ""


def _keys(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    free = lexicon.words("free_words") | lexicon.words("plain_place_words")
    tokens = read_tokens(text, lexicon)
    return tuple(token.key for token in tokens if not token.mark and token.key not in free)


def _places(keys: tuple[str, ...], run: tuple[str, ...]) -> set[int]:
    """Return the positions of every occurrence of ``run`` in ``keys``."""
    size = len(run)
    starts = [at for at in range(len(keys) - size + 1) if size and keys[at : at + size] == run]
    return {start + offset for start in starts for offset in range(size)}
