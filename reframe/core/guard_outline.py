"""Where every word of a bullet stands: in which act, behind which preposition, beside which word.

Two texts say the same of the same words only when these places agree, so this is what tells
"trained managers" from "trained by managers" and "40 accounts" from "40 clients".
"""

from collections.abc import Mapping
from functools import lru_cache

from reframe.core.bullet import Clause, ParsedBullet, Segment
from reframe.core.guard_place import Outline, Place, part_in
from reframe.core.guard_ties import tied
from reframe.core.guard_tokens import Token, read_tokens
from reframe.core.lexicon import Lexicon


@lru_cache(maxsize=512)
def outline(bullet: ParsedBullet, lexicon: Lexicon) -> Outline:
    """Return the places of a bullet's words; a source is compared with each of its wordings."""
    clauses = bullet.clauses
    tokens = read_tokens(bullet.text, lexicon, whole=[clause.verb for clause in clauses])
    literals = {s.frame: _literals(s.frame, lexicon) for s in bullet.segments if s.frame}
    places = [_standing(token, bullet, clauses, literals, lexicon) for token in tokens]
    acts: list[str] = []
    for index, clause in enumerate(clauses):
        verb = f"{clause.verb.lemma or clause.verb.text.casefold()} {clause.particle}".strip()
        rest = _rest_of_verb(places, index, clause, lexicon)
        for at in rest:
            places[at] = places[at]._replace(content=False, absorbed=True)
        words = [places[at].key for at in rest]
        acts.append(" ".join([clause.verb.lemma, *words]) if words else verb)
    return Outline(bullet, clauses, tuple(tied(places, bullet, lexicon)), tuple(acts))


def _rest_of_verb(places: list[Place], index: int, clause: Clause, lexicon: Lexicon) -> range:
    """Return the places right behind a verb whose words make one act with it."""
    at = next((i for i, place in enumerate(places) if place.verb == index), None)
    if at is None:
        return range(0)
    for words in _acts_in_words(lexicon).get(clause.verb.lemma, ()):
        behind = places[at + 1 : at + 1 + len(words)]
        if tuple(p.key for p in behind) == words:
            return range(at + 1, at + 1 + len(words))
    return range(0)


@lru_cache(maxsize=8)
def _acts_in_words(lexicon: Lexicon) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Return by verb the words behind it that make one act with it, the longest first."""
    known = set(lexicon.maps["act_twins"])
    if lexicon.free_words:
        same = lexicon.maps["same_words"]
        rows = (row.split(", ") for row in lexicon.phrases("same_acts"))
        known |= {" ".join(same.get(w, w) for w in act.split()) for row in rows for act in row}
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(known):
        lemma, *words = phrase.split()
        if words:
            found.setdefault(lemma, []).append(tuple(words))
    return {lemma: tuple(sorted(rows, key=len, reverse=True)) for lemma, rows in found.items()}


def _standing(
    token: Token,
    bullet: ParsedBullet,
    clauses: tuple[Clause, ...],
    literals: Mapping[str, frozenset[str]],
    lexicon: Lexicon,
) -> Place:
    """Return the token with what does not depend on its neighbours."""
    verb = next((i for i, c in enumerate(clauses) if token.start < c.verb.end <= token.end), None)
    segment = next((s for s in bullet.segments if _within(token, s.extent)), None)
    owners = _owners(token, clauses) if verb is None else frozenset({verb})
    opener = verb is None and segment is not None and _is_opener(token, segment, literals, lexicon)
    free = token.mark or token.key in lexicon.words("free_words")
    free = free or token.key in lexicon.words("place_words")
    participation = segment.participation if segment else None
    if verb is not None:
        participation = part_in(clauses[verb], lexicon)
    elif owners:
        parts = {part_in(clauses[owner], lexicon) for owner in owners}
        participation = parts.pop() if len(parts) == 1 else None
    return Place(
        token=token,
        content=not free or verb is not None,
        opener=opener,
        droppable=_says_nothing(token.key, lexicon),
        verb=verb,
        owners=owners,
        participation=participation,
        inner=not opener and verb is None and segment is not None and _in_opener(token, segment),
    )


def _says_nothing(key: str, lexicon: Lexicon) -> bool:
    """Whether a word of a source may be dropped; in free words there is more of padding."""
    if key in lexicon.words("droppable"):
        return True
    return lexicon.free_words and key in lexicon.words("padding")


def _within(token: Token, extent: tuple[int, int]) -> bool:
    return extent[0] <= token.start < extent[1]


def _in_opener(token: Token, segment: Segment) -> bool:
    span = segment.opener
    return span is not None and span.start <= token.start < span.end


def _is_opener(
    token: Token, segment: Segment, literals: Mapping[str, frozenset[str]], lexicon: Lexicon
) -> bool:
    """Whether a token is a word of the opener itself, and not of a phrase inside it: "chef" in
    "Helped the chef plan" is somebody, and "by" turns who helped whom round."""
    if not _in_opener(token, segment) or token.key in lexicon.words("turning_words"):
        return False
    free = lexicon.words("free_words") | lexicon.words("place_words")
    words = {token.key} | {r.lemma for r in lexicon.readings.get(token.text.casefold(), ())}
    return token.key in free or bool(words & literals.get(segment.frame or "", frozenset()))


def _literals(frame: str, lexicon: Lexicon) -> frozenset[str]:
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
