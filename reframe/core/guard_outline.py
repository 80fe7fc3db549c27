"""Where every word of a bullet stands: in which act, behind which preposition, beside which word.

Two texts say the same of the same words only when these places agree, so this is what tells
"trained managers" from "trained by managers" and "40 accounts" from "40 clients".
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reframe.core.bullet import Clause, ParsedBullet, Segment
from reframe.core.claims import Participation
from reframe.core.guard_tokens import Token, read_tokens
from reframe.core.lexicon import Lexicon

VERB = "verb"


@dataclass(frozen=True, slots=True)
class Place:
    """A token of a bullet in its surroundings.

    ``content`` tells that it states something; ``opener`` that it belongs to a weak opener,
    ``droppable`` that it is padding. ``verb`` is the index of the clause whose verb it is, and
    ``owners`` are the clauses that it belongs to. ``marker`` is what ties its phrase to the
    clause: ``verb``, a preposition, or empty for an object. ``initial`` tells that it is the
    first of its phrase or list item; else ``beside`` is the index of the content word in front.
    ``governor`` is the index of the content word in front of the phrase. ``passive`` tells
    that a form of "be" stands in front. ``inner`` tells that it belongs to a phrase inside an
    opener ("chef" in "Helped the chef plan"); ``loose`` is the preposition that ends the opener
    in front of it, which comes and goes with the opener ("Helped with audits").
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
    loose: str = ""

    @property
    def key(self) -> str:
        """What the token is compared by."""
        return self.token.key


@dataclass(frozen=True, slots=True)
class Outline:
    """A bullet, its clauses, and the place of every token."""

    bullet: ParsedBullet
    clauses: tuple[Clause, ...]
    places: tuple[Place, ...]

    @property
    def keys(self) -> frozenset[str]:
        """The keys of all tokens."""
        return frozenset(place.key for place in self.places)


def states(place: Place, lexicon: Lexicon) -> bool:
    """Whether a word says something by itself: also "within" or "across", but not "in"."""
    if place.content or place.opener:
        return True
    special = lexicon.words("place_words") - lexicon.words("plain_place_words")
    return place.key in special


def outline(bullet: ParsedBullet, lexicon: Lexicon) -> Outline:
    """Return the places of a bullet's words."""
    clauses = bullet.clauses
    tokens = read_tokens(bullet.text, lexicon, whole=[clause.verb for clause in clauses])
    places = [_standing(token, bullet, lexicon) for token in tokens]
    return Outline(bullet, clauses, tuple(_tied(places, lexicon)))


def _standing(token: Token, bullet: ParsedBullet, lexicon: Lexicon) -> Place:
    """Return the token with what does not depend on its neighbours."""
    clauses = bullet.clauses
    verb = next(
        (i for i, c in enumerate(clauses) if c.verb.start <= token.start < c.verb.end), None
    )
    segment = next((s for s in bullet.segments if _within(token, s.extent)), None)
    owners = _owners(token, clauses) if verb is None else frozenset({verb})
    opener = verb is None and segment is not None and _is_opener(token, segment, lexicon)
    free = token.mark or token.key in lexicon.words("free_words")
    free = free or token.key in lexicon.words("place_words")
    participation = segment.participation if segment else None
    if verb is not None:
        participation = clauses[verb].participation
    elif owners:
        parts = {clauses[owner].participation for owner in owners}
        participation = parts.pop() if len(parts) == 1 else None
    return Place(
        token=token,
        content=not free or verb is not None,
        opener=opener,
        droppable=token.key in lexicon.words("droppable"),
        verb=verb,
        owners=owners,
        participation=participation,
        inner=not opener and verb is None and segment is not None and _in_opener(token, segment),
    )


def _within(token: Token, extent: tuple[int, int]) -> bool:
    return extent[0] <= token.start < extent[1]


def _in_opener(token: Token, segment: Segment) -> bool:
    span = segment.opener
    return span is not None and span.start <= token.start < span.end


def _is_opener(token: Token, segment: Segment, lexicon: Lexicon) -> bool:
    """Whether a token is a word of the opener itself, and not of a phrase inside it: "chef" in
    "Helped the chef plan" is somebody, and "by" turns who helped whom round."""
    if not _in_opener(token, segment) or token.key == "by":
        return False
    free = lexicon.words("free_words") | lexicon.words("place_words")
    words = {token.key} | {r.lemma for r in lexicon.readings.get(token.text.casefold(), ())}
    return token.key in free or bool(words & _literals(segment.frame, lexicon))


def _literals(frame: str | None, lexicon: Lexicon) -> frozenset[str]:
    """Return the words that a frame's patterns are made of."""
    patterns = [p for f in lexicon.frames if f.name == frame for p in f.openers]
    found: set[str] = set()
    for element in " ".join(patterns).split():
        if element.startswith("<"):
            found |= lexicon.words(element.strip("<>?"))
        elif not element.startswith("@"):
            found |= {option.lstrip("~") for option in element.rstrip("?").split("|")}
    return frozenset(found)


def _owners(token: Token, clauses: tuple[Clause, ...]) -> frozenset[int]:
    """Return the clause around a token, and those that share an object behind their verb."""
    around = [i for i, clause in enumerate(clauses) if _within(token, clause.extent)]
    if not around:
        return frozenset()
    nearest = max(around, key=lambda i: clauses[i].verb.start)
    start, end = clauses[nearest].verb.start, clauses[nearest].extent[1]
    sharing = {
        i
        for i, clause in enumerate(clauses)
        if i != nearest and any(start < o.start < end for o in clause.objects)
        and clause.verb.start < start
    }  # fmt: skip
    return frozenset({nearest, *sharing})


def _tied(places: list[Place], lexicon: Lexicon) -> Iterator[Place]:
    """Give every token the phrase that it stands in."""
    where, be = lexicon.words("place_words"), lexicon.words("be_words")
    same = lexicon.maps["same_places"]
    marker, loose, initial, last, governor, passive = "", "", True, None, None, False
    for at, place in enumerate(places):
        key = place.key
        if place.verb is not None:
            yield replace(place, marker=VERB, governor=None, passive=passive)
            marker, loose, initial, last, governor, passive = "", "", True, at, at, False
        elif place.droppable or floats(place.token, lexicon):
            # Padding and adverbs leave no trace on what stands around them.
            yield replace(place, marker=marker, initial=True, governor=governor)
        elif place.opener:
            yield replace(place, marker=marker, initial=initial, governor=governor)
            tie = same.get(key, key) if key in where else ""
            # "with" in "Helped nurses with lifts" and "Worked with nurses on" leads to a phrase.
            leads = _opener_goes_on(places, at) or _phrase_inside(places, at)
            marker, loose = (tie, "") if leads else ("", tie)
            initial, passive, governor = True, False, None
        elif key in be:
            passive = True
            yield place
        elif key in where:
            marker, loose, initial, governor = same.get(key, key), "", True, last
            yield place
        elif place.token.mark or key in {"and", "or"}:
            initial = True
            yield place
        elif not place.content:
            if key in {"that", "which", "who", "whom", "whose"}:
                marker, loose, initial, governor = "that", "", True, last
            yield place
        else:
            yield replace(
                place,
                marker=marker,
                initial=initial,
                beside=None if initial else last,
                governor=governor,
                passive=passive,
                loose=loose,
            )
            initial, last, passive = False, at, False


def _opener_goes_on(places: list[Place], at: int) -> bool:
    """Whether a phrase inside an opener begins behind this token."""
    behind = next((p for p in places[at + 1 :] if p.content or p.opener), None)
    return behind is not None and behind.inner


def _phrase_inside(places: list[Place], at: int) -> bool:
    """Whether the opener that ends at this token holds a phrase right in front of it."""
    before = [p for p in places[:at] if p.content or p.opener]
    return bool(before) and before[-1].inner


def floats(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word is an adverb that may stand anywhere in its clause."""
    return token.key.endswith("ly") and token.key not in lexicon.words("ly_words")
