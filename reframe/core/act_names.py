"""Nouns that name acts, in front of "of": "the design and sale of a boat"."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from reframe.core.claims import Claim
from reframe.core.lexicon import Lexicon
from reframe.core.words import Word

_CLOSING = frozenset({"and", "&", "or"})
# Claims that a noun may hide and a verb would spell out: "with the management of the store".
_ABOVE = frozenset({Claim.LEADERSHIP, Claim.OUTCOME, Claim.NEVER})


@dataclass(frozen=True, slots=True)
class NamedActs:
    """A row of bare nouns that name acts: each word with its verb (and particle).

    ``start`` is where the row begins, an article included; ``of`` is the word behind it.
    """

    start: int
    items: tuple[tuple[Word, str], ...]
    of: Word


def named_acts(words: Sequence[Word], start: int, end: int, lexicon: Lexicon) -> NamedActs | None:
    """Return the acts named from character ``start`` on up to an "of", or None.

    None too where a noun stands in the row that names no act, or where another act is named
    behind the "of" ("distribution of leaflets and route planning").
    """
    inside = [w for w in words if start <= w.start and w.end <= end]
    at = 1 if inside and inside[0].low == "the" else 0
    items: list[tuple[Word, str]] = []
    while at + 1 < len(inside):
        verb = verb_of(inside[at], lexicon)
        if not verb:
            return None
        items.append((inside[at], verb))
        at += 1
        if inside[at].low == "of":
            rest = inside[at + 1 :]
            whole = bool(rest) and not (names_more(rest, lexicon) or _goes_on(rest, lexicon))
            return NamedActs(inside[0].start, tuple(items), inside[at]) if whole else None
        behind = at
        while behind < len(inside) and inside[behind].low in lexicon.words("row_joints"):
            behind += 1
        if behind == at:
            return None
        at = behind
    return None


def verb_of(word: Word, lexicon: Lexicon) -> str:
    """Return the verb for the act that a noun names, or "" where it names none for certain."""
    if word.low in lexicon.words("unworded_acts"):
        return ""  # "care of patients" is no "caring patients"
    verb = lexicon.maps["act_nouns"].get(word.low, "")
    plural = word.low.endswith("s") and not word.low.endswith("sis")
    if not verb and not plural and word.low not in lexicon.words("named_things"):
        gerunds = (r for r in lexicon.readings.get(word.low, ()) if r.form == "gerund")
        verb = next((r.lemma for r in gerunds if lexicon.verb(r.lemma) is not None), "")
        if verb in lexicon.words("tells_people"):
            return ""  # "advising of majors": those who are told may be left out
        return f"{verb} of" if verb in lexicon.words("takes_of") else verb
    if plural or not verb or lexicon.claim_of(verb.split()[0]) in _ABOVE:
        return ""
    return verb


def names_more(rest: Sequence[Word], lexicon: Lexicon) -> bool:
    """Return whether a joint leads to words that may name another act of the row."""
    joints = lexicon.words("row_joints") | {";", "/"}
    for at, word in enumerate(rest):
        if word.low not in joints:
            continue
        phrase: list[Word] = []
        for later in rest[at + 1 :]:
            if later.mark or later.low in lexicon.words("phrase_stops"):
                break
            phrase.append(later)
        named = lexicon.maps["act_nouns"]
        if any(w.low in named or _is_act(w, lexicon) for w in phrase):
            return True
        behind = rest[at + 1 + len(phrase)].low if at + 1 + len(phrase) < len(rest) else ""
        if phrase and behind == "of" and lexicon.is_gerund(phrase[-1].low):
            return True  # "logging of core and the *mapping of* outcrops"
        stops = lexicon.words("phrase_stops") - joints - {"of"}
        beside = not any(w.low in stops for w in rest[:at])
        if phrase and beside and phrase[-1].low in lexicon.words("duty_names"):
            return True
        if not phrase and rest[at + 1 : at + 2] and rest[at + 1].low == "of":
            return True  # "of bank accounts and *of* credit cards"
    return False


def _goes_on(rest: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether a row that "and" has closed goes on behind a comma: the members there stand beside
    the act ("preparation of sandwiches and salads, *customer service*, and the register")."""
    closed = False
    for word, behind in pairwise(rest):
        plain = not (behind.mark or behind.low in lexicon.words("phrase_stops"))
        if closed and word.low == "," and plain and not lexicon.is_gerund(behind.low):
            return any(w.low in _CLOSING for w in rest if w.start > behind.start)
        closed = closed or word.low in _CLOSING
    return False


def _is_act(word: Word, lexicon: Lexicon) -> bool:
    """Whether an -ing word is of a verb of the trades ("skirting boards" hold none)."""
    readings = lexicon.readings.get(word.low, ())
    return any(r.form == "gerund" and lexicon.verb(r.lemma) is not None for r in readings)


def is_personal(noun: str, lexicon: Lexicon) -> bool:
    """Whether a duty that this noun names is done by its holder in person: a listed one, or an
    -ing word that claims no more than doing it ("the cleaning of rooms")."""
    if noun in lexicon.maps["personal_duties"]:
        return True
    gerunds = (r for r in lexicon.readings.get(noun, ()) if r.form == "gerund")
    lemma = next((r.lemma for r in gerunds), "")
    return lexicon.verb(lemma) is not None and lexicon.claim_of(lemma) is Claim.WORDING
