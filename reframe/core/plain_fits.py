"""Where a plainer twin says the same: what stands around "as well as", "prior to", "a total of"."""

from collections.abc import Iterator, Sequence

from reframe.core.bullet import ParsedBullet
from reframe.core.lexicon import Lexicon
from reframe.core.words import Word

_REACH = 6


def plainer_fits(
    bullet: ParsedBullet, words: Sequence[Word], at: int, size: int, lexicon: Lexicon
) -> bool:
    """Whether a phrase of the table ``plainer`` can give way to its twin at a place of a line."""
    first, last = words[at], words[at + size - 1]
    follower = words[at + size] if at + size < len(words) else None
    said = " ".join(word.low for word in words[at : at + size])
    if first.low == "&":
        return _joins_plain_words(bullet.text, words, at, follower)
    if said in lexicon.phrases("sums"):
        return not _counted_before(words, at, lexicon)
    if said in lexicon.phrases("before_happenings"):
        return not _happens(words, at + size, lexicon)
    if last.low == "basis" and follower and follower.low in lexicon.words("object_ties"):
        # "Reports for drivers on a weekly basis for the board": what is weekly would not be told.
        return not any(w.low in lexicon.words("prepositions") for w in _before(words, at, lexicon))
    if last.low in lexicon.words("emptied_heads"):
        return not _told_of_heads(words, at, follower, lexicon)
    if last.low == "to" and first.low == "with" and follower:
        # "about enforcing" is no English for "with regard to enforcing".
        return all(r.form != "gerund" for r in lexicon.readings.get(follower.low, ()))
    if last.low == "as" and size > 1 and follower:
        # "and" before a verb would join it to whatever list stands in front.
        readings = lexicon.readings.get(follower.low, ())
        plain = all(r.nominal and r.form != "gerund" for r in readings)
        acts = any(clause.verb.start == follower.start for clause in bullet.clauses)
        return plain and (acts or not _coordinated(words, at, at + size, lexicon))
    return True


def _joins_plain_words(text: str, words: Sequence[Word], at: int, follower: Word | None) -> bool:
    """Whether "&" stands between ordinary words: "Food & Beverage" is a name, "planned & ran" not."""
    if at == 0 or follower is None:
        return False
    mark = words[at]
    spaced = text[mark.start - 1] == " " and text[mark.end : mark.end + 1] == " "
    return spaced and not text[follower.start].isupper()


def _told_of_heads(words: Sequence[Word], at: int, follower: Word | None, lexicon: Lexicon) -> bool:
    """Whether "activities" are counted or told in detail, and so more than their name."""
    before = words[at - 1] if at else None
    if before is None or before.number or before.low in lexicon.words("heads_told_before"):
        return True
    return follower is not None and follower.low in lexicon.words("heads_told_behind")


def _counted_before(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether a figure would belong to something else: "two crews of a total of 40 people"."""
    if at and words[at - 1].low == "of":
        return True
    numbers = lexicon.maps["number_values"]
    for word in _before(words, at, lexicon):
        counted = word.number or word.low in numbers
        if counted and lexicon.singular(words[word.i + 1].low) not in lexicon.words("measures"):
            return True  # "within 18 months" counts nothing that could be summed
    return False


def _happens(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether what a noun does follows: "prior to work *beginning*"; "before" would want a verb."""
    stops = lexicon.words("phrase_stops")
    leading = True
    for word in words[at : at + _REACH]:
        if word.mark or word.low in stops:
            return False
        if not leading and lexicon.is_gerund(word.low):
            return True
        if leading and lexicon.is_gerund(word.low) and not _names(word.low, lexicon):
            return False
        leading = leading and word.low in lexicon.words("determiners")
    return False


def _names(low: str, lexicon: Lexicon) -> bool:
    """Whether an -ing word may be a noun that something happens to ("the *opening*")."""
    return low in lexicon.words("gerund_nouns") or low in lexicon.words("things_in_ing")


def _coordinated(words: Sequence[Word], at: int, behind: int, lexicon: Lexicon) -> bool:
    """Whether "and" would stand beside another one in the same row, or behind a comma that parts
    two members alone."""
    joints = lexicon.words("conjunctions")
    row = list(_before(words, at, lexicon))
    if any(word.low in joints for word in row):
        return True
    if at and words[at - 1].low == "," and sum(word.low == "," for word in row) == 1:
        return True
    for word in words[behind:]:
        if word.low in joints:
            return True
        if (word.mark and word.low != "/") or word.low in lexicon.words("prepositions"):
            return False
    return False


def _before(words: Sequence[Word], at: int, lexicon: Lexicon) -> Iterator[Word]:
    """Yield the words of a row back to the act it belongs to, or to a mark that ends a part."""
    for word in reversed(words[:at]):
        if word.mark and word.low not in {",", "&", "/"}:
            return
        if any(
            not r.nominal and r.form != "participle" for r in lexicon.readings.get(word.low, ())
        ):
            return
        yield word
