"""A number and its measure in front of a noun: "4 month tour" is "a 4-month tour"."""

from collections.abc import Iterator, Sequence

from reframe.core.acts_of import may_describe
from reframe.core.lexicon import Lexicon
from reframe.core.mechanics_sounds import article_for
from reframe.core.noun_starts import is_noun_start, small_words
from reframe.core.suggestion import Edit, repaired
from reframe.core.words import Word, looks_plural

_WHY = "A number and its measure in front of a noun are joined by a hyphen."
_ARTICLE = "One of them takes the article."
_OWNED = 'The measure belongs to the noun: "years\' experience".'
_REACH = 4
_RANGES = frozenset({"to", "or", "-", "–"})
_ONE = frozenset({"1", "one"})
_ARTICLES = frozenset({"a", "an"})
_CENTURIES = frozenset({"19", "20"})


def measure_edits(text: str, words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield what joins a number and a measure to the noun behind them, and its article.

    A measure in the singular behind a number over one can be nothing else; in the plural it is
    joined to what is known to last ("3 days workshop").
    """
    mark = "’" if "’" in text else "'"
    for at, word in enumerate(words[:-1]):
        if word.low == "of" and (counted := _counted(words, at, lexicon)):
            yield counted
        if at + 2 >= len(words):
            continue
        unit, follower = words[at + 1], words[at + 2]
        if unit.mark or not unit.spaced or not unit.text.islower() or follower.mark:
            continue
        if follower.low == "experience" and (ending := _owner_ending(words, at, lexicon)):
            yield repaired(unit.end, unit.end, ending.replace("'", mark), _OWNED)
        elif _counts(word, lexicon):
            yield from _joined(words, at, lexicon)


def _counted(words: Sequence[Word], of: int, lexicon: Lexicon) -> Edit | None:
    """Return the article of one thing that is told in numbers: "led team of 5", "with a success
    rate of 95%"."""
    number = of + 1
    while number < len(words) and words[number].low in lexicon.words("about_numbers"):
        number += 1
    noun = words[of - 1] if of else None
    if noun is None or number >= len(words) or noun.low not in lexicon.words("counted_things"):
        return None
    if not (words[number].number or words[number].low in lexicon.maps["number_values"]):
        return None
    start = of - 1
    while start > 0 and of - start < _REACH and _qualifies(words[start - 1], lexicon):
        start -= 1
    acts = lexicon.is_gerund(words[0].low) and not may_describe(words[0], lexicon)
    if start == 0 and of > 1 and acts:
        start = 1  # "Handling team of 14", but "Marketing team of 14"
    if start == 0 or not all(word.text.islower() for word in words[start:of]):
        return None
    before = words[start - 1]
    if start > 1 and words[start - 2].low in lexicon.words("determiners"):
        return None  # "a *framing* crew of 9"
    readings = lexicon.readings.get(before.low, ())
    # "Led team of 5", but "a hand or prescribed fire crew of three".
    opening = start == 1 or (start == 3 and words[1].low == "and")
    listed = start > 1 and words[start - 2].low == "," and lexicon.verb(before.low) is None
    opening = opening or (listed and before.low not in lexicon.words("describing"))
    forms = {r.form for r in readings if (opening and not listed) or not r.nominal}
    acting = bool(forms) if opening else "gerund" in forms
    if not acting and before.low not in lexicon.words("prepositions") - {"of", "per", "than"}:
        return None
    article = article_for(words[start], lexicon) or "a"
    at = words[start].start
    return repaired(at, at, f"{article} ", _ARTICLE)


def _qualifies(word: Word, lexicon: Lexicon) -> bool:
    """Whether a word can only describe the noun behind it: "average retention rate"."""
    if word.mark or word.number or word.low in small_words(lexicon):
        return False
    readings = lexicon.readings.get(word.low, ())
    plain = all(reading.nominal for reading in readings)
    return plain and word.low.replace("-", "").isalpha() and not word.low.endswith("ly")


def _counts(word: Word, lexicon: Lexicon) -> bool:
    """Whether a word is a plain count: "6", "24", "three"."""
    if word.number:
        return word.text.replace(",", "").isdigit()
    return word.text.islower() and word.low in lexicon.maps["number_values"]


def _joined(words: Sequence[Word], at: int, lexicon: Lexicon) -> Iterator[Edit]:
    unit, follower = words[at + 1], words[at + 2]
    head = _head(words, at + 2, lexicon)
    measured = head is not None and head.low in lexicon.words("measured_nouns")
    if unit.low in lexicon.words("measures"):
        sure = _is_described(words, at, lexicon)
        sure = sure and (words[at].low not in _ONE or _pointed(words, at, lexicon) or measured)
    elif unit.low in lexicon.words("held_things"):
        holders = lexicon.words("held_by")
        sure = head is not None and (follower.low in holders or head.low in holders)
        sure = sure or _told_in_one(words, at, head, lexicon)
    elif unit.low in lexicon.words("told_in_one"):
        sure = _told_in_one(words, at, head, lexicon)
    else:
        sure = unit.low.removesuffix("s") in lexicon.words("measures") and measured
        sure = sure and unit.low.endswith("s") and not _acts(follower, lexicon)
    if not sure:
        return
    short = unit.low.removesuffix("s")
    if short == unit.low:
        yield repaired(words[at].end, unit.start, "-", _WHY)
    else:
        yield repaired(words[at].end, unit.end, f"-{short}", _WHY)
    first = at
    if at > 1 and words[at - 1].low in _RANGES and _counts(words[at - 2], lexicon):
        first = at - 2
        if words[at - 1].low in {"to", "or"}:
            end = words[first].end
            yield repaired(end, end, "-", _WHY)
    if measured and first and _takes_article(words[first - 1], lexicon):
        start = words[first].start
        article = article_for(words[first], lexicon) or "a"
        yield repaired(start, start, f"{article} ", _ARTICLE)


def _told_in_one(words: Sequence[Word], at: int, head: Word | None, lexicon: Lexicon) -> bool:
    """Whether an article in front of a number over one shows that it counts no head: in "*a* 12 dog
    *kennel*" the dogs are twelve. Years and numbers that are names count nothing."""
    low = words[at].low
    first = at - 2 if at > 1 and words[at - 1].low in _RANGES else at
    article = words[first - 1].low if first else ""
    named = low in lexicon.words("named_numbers") or (len(low) == 4 and low[:2] in _CENTURIES)
    if low in _ONE or named or article not in _ARTICLES or head is None:
        return False
    return not looks_plural(head.low) and head.low not in lexicon.words("plurals_without_s")


def _acts(word: Word, lexicon: Lexicon) -> bool:
    """Whether a word is an act that was done for so long: "spent 3 days *visiting* projects"."""
    return any(not reading.nominal for reading in lexicon.readings.get(word.low, ()))


def _is_described(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether something that a measure can describe stands behind it."""
    follower = words[at + 2]
    if follower.low in lexicon.words("after_measures"):
        return False
    if follower.low.endswith("ing"):
        readings = lexicon.readings.get(follower.low, ())
        return any(reading.nominal for reading in readings) or _pointed(words, at, lexicon)
    return is_noun_start(words, at + 2, lexicon)


def _pointed(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether an article or the like stands in front of the number."""
    return at > 0 and words[at - 1].low in lexicon.words("pointing_words")


def _head(words: Sequence[Word], at: int, lexicon: Lexicon) -> Word | None:
    """Return the noun that a row of words in small letters from here ends with."""
    end = at
    while end - at < _REACH and is_noun_start(words, end, lexicon):
        end += 1
        if words[end - 1].low in lexicon.words("measured_nouns") and not is_noun_start(
            words, end, lexicon
        ):
            break
    return words[end - 1] if end > at else None


def _takes_article(before: Word, lexicon: Lexicon) -> bool:
    """Whether a word in front of the number shows that the article is missing: a preposition or a
    verb."""
    if before.mark or before.low in lexicon.words("no_article_places"):
        return False
    if before.low in lexicon.words("prepositions"):
        return True
    readings = lexicon.readings.get(before.low, ())
    return any(reading.form in {"past", "gerund"} for reading in readings)


def _owner_ending(words: Sequence[Word], at: int, lexicon: Lexicon) -> str:
    """Return what a measure lacks in front of "experience", or "": the "s'" of "6 month", the
    "'s" of "One year", the "'" of "5+ years"."""
    count, unit = words[at], words[at + 1]
    measures = lexicon.words("measures")
    if unit.low.endswith("s") and unit.low.removesuffix("s") in measures:
        open_end = count.number and count.text.rstrip("+")[-1:].isdigit()
        return "'" if open_end or _counts(count, lexicon) else ""
    pointed = at > 0 and words[at - 1].low in lexicon.words("determiners")
    if unit.low not in measures or pointed or not _counts(count, lexicon):
        return ""
    return "'s" if count.low in _ONE else "s'"
