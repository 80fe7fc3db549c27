"""The thing that an act is about, and what it is in its line."""

from collections.abc import Sequence, Set
from dataclasses import replace
from itertools import dropwhile, takewhile

from reframe.core.bullet import ParsedBullet, Span
from reframe.core.generic import Elsewhere, GenericQuestions
from reframe.core.lexicon import Lexicon
from reframe.core.match import Unit
from reframe.core.phrases import words_of
from reframe.core.readings import can_be
from reframe.core.words import Word, looks_plural

POSTS = "posts"
"""The domain of what names a post, where somebody fills it and does not hold it."""


def settled(unit: Unit, bullet: ParsedBullet, generic: GenericQuestions, lexicon: Lexicon) -> Unit:
    """Return a unit whose objects begin with the first that is a thing: of "a safe, organized and
    fun place" the place."""
    if unit.verb is None or len(unit.objects) < 2:
        return unit
    describes = lexicon.words("conjunctions")
    words = words_of(bullet.text)
    first = [word for word in words if unit.lead <= word.start < unit.objects[0].start]
    if (
        len(first) > 1
        and first[-1].low == ","
        and all(word.mark or only_describes(word.text, lexicon) for word in first)
    ):
        return replace(unit, objects=unit.objects[-1:])  # "the local, county and state rules"
    for at, head in enumerate(unit.objects[:-1]):
        behind = [word for word in words if word.start >= head.end][:2]
        in_row = bool(behind) and (behind[0].mark or behind[0].low in describes)
        # "letters and other papers" are papers.
        kind = in_row and behind[-1].low in generic.kinds_of
        if not (kind or (in_row and only_describes(head.text, lexicon))):
            return replace(unit, objects=unit.objects[at:])
    return replace(unit, objects=unit.objects[-1:])


def only_describes(word: str, lexicon: Lexicon, *, acts: bool = False) -> bool:
    """Whether a word is an adjective or a participle, and no name of a thing; with ``acts`` only
    a participle counts."""
    low = word.casefold()
    if lexicon.domain(low) is not None:
        return False
    if acts:
        return low.endswith("ed") and can_be(word, "past", lexicon) is not None
    if low in lexicon.words("adjectives") or low in lexicon.words("sure_adjectives"):
        return True
    return low.endswith("ed") and can_be(word, "participle", lexicon) is not None


def thing(unit: Unit, lexicon: Lexicon) -> Span | None:
    """Return the head of a unit's object; None where there is none, or no noun ("keep them")."""
    if not unit.objects:
        return None
    head = unit.objects[0]
    low = head.text.casefold()
    if low in lexicon.words("pronouns") or (
        unit.verb and lexicon.domain(low) is None and low in lexicon.words("adjectives")
    ):
        return None
    return head


def domain_of(
    head: Span, unit: Unit, bullet: ParsedBullet, generic: GenericQuestions, lexicon: Lexicon
) -> str:
    """Return the domain of an object as this line uses the noun, or "unknown"."""
    words = words_of(bullet.text)
    line = {word.low for word in words}
    noun = noun_of(head, unit, words, generic, lexicon)
    if unit.verb is None and noun.casefold() in generic.acts:
        return "unknown"
    names = names_of(noun, lexicon)
    for each in generic.elsewhere:
        if names & each.nouns and _fits(each, line):
            return each.domain
    found = lexicon.domain(noun) or "unknown"
    # Who fills positions does not hold them.
    return POSTS if found in generic.roles and unit.verb else found


def noun_of(
    head: Span, unit: Unit, words: Sequence[Word], generic: GenericQuestions, lexicon: Lexicon
) -> str:
    """Return the noun that an object is about: "machines" in "types of machines"."""
    behind = measured(head, unit, words, generic, lexicon)
    return behind[-1].text if behind else head.text


def names_of(noun: str, lexicon: Lexicon) -> frozenset[str]:
    """Return the forms under which a table may name a noun, also one that no domain lists."""
    low = noun.casefold()
    return frozenset({low, lexicon.singular(low), low.removesuffix("s"), low.removesuffix("es")})


def _fits(each: Elsewhere, line: Set[str]) -> bool:
    return (not each.beside or bool(each.beside & line)) and not each.but & line


def measured(
    head: Span, unit: Unit, words: Sequence[Word], generic: GenericQuestions, lexicon: Lexicon
) -> list[Word]:
    """Return what stands behind the "of" of a noun that only says how much or which, if anything:
    "machines" in "types of machines". Under an opener an act is no thing either: "pumps" in
    "Involved in the repair and upkeep of pumps"."""
    empty = generic.measures if unit.verb else generic.measures | generic.acts.keys()
    if lexicon.singular(head.text) not in empty:
        return []
    joints = lexicon.words("conjunctions")
    rest = list(
        dropwhile(
            lambda word: word.low in joints or word.low in generic.acts,
            (word for word in words if word.start >= head.end),
        )
    )
    if not rest or rest[0].low != "of":
        return []
    stops = lexicon.words("phrase_stops")
    return list(takewhile(lambda word: not word.mark and word.low not in stops, rest[1:]))


def countable(head: Span, generic: GenericQuestions, lexicon: Lexicon) -> bool:
    """Whether somebody may be asked how many of these things there were."""
    return plural(head, lexicon) and lexicon.singular(head.text) not in generic.uncounted


def plural(head: Span | Word, lexicon: Lexicon) -> bool:
    """Whether a noun, the last word of a head, stands in the plural."""
    last = head.text.split()[-1]
    low = last.casefold()
    if low in lexicon.domains or low in lexicon.plurals:
        return lexicon.singular(low) != low
    # A noun that no table knows ("dogs") is plural where it looks so; a name ("Jenkins") and
    # "logistics" are not.
    looks = last.islower() and looks_plural(low) and not low.endswith("ics")
    return lexicon.singular(low) != low or looks
