"""Words that came apart: "work flow", "non profit", "e- commerce", "a follow up"."""

import re
from collections.abc import Iterator, Sequence

from reframe.core.lexicon import Lexicon
from reframe.core.mechanics_act_names import act_name_edits, are_plain
from reframe.core.noun_starts import small_words
from reframe.core.phrases import rows_in
from reframe.core.sentence_case import like
from reframe.core.spelling import Vocabulary
from reframe.core.suggestion import Edit, repaired
from reframe.core.words import Word, looks_plural

_ONE = "It is written as one word."
_PREFIX = "The first part is no word of its own."
_ALIKE = "A line writes one word in one way."
_BLANK = "No blank belongs inside a compound."
_PARTED = re.compile(r"(?<![\w-])([A-Za-z][a-z]*)- (?=([A-Za-z][a-z]+)(?![\w-]))")


def part_edits(text: str, words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield what puts the parts of one word together; only words in small letters, but for the
    first of a line."""
    yield from _closed(text, words, lexicon)
    yield from act_name_edits(words, lexicon)
    yield from _parted(text, lexicon)
    prefixes = lexicon.words("lone_prefixes")
    for at, word in enumerate(words):
        if word.low in prefixes:
            yield from _prefixed(words, at, lexicon)


def closed_edits(words: Sequence[Word], lexicon: Lexicon, vocabulary: Vocabulary) -> Iterator[Edit]:
    """Yield the hyphens that stand in one word: "on-going", "re-stocked", "dis-assembly"."""
    table = lexicon.maps["unhyphened"]
    for at, word in enumerate(words):
        if "-" not in word.low:
            continue
        right = table.get(word.low) or _grown(word.low, lexicon, vocabulary)
        if right and are_plain(words, at, 1):
            yield repaired(word.start, word.end, like(right, word.text), _ONE)


def alike_edits(words: Sequence[Word]) -> Iterator[Edit]:
    """Yield "email" for "e-mail" in a line that has both."""
    if not any(word.low.startswith("email") for word in words):
        return
    for word in words:
        if word.low.startswith("e-mail") and word.text[1] == "-":
            yield repaired(word.start + 1, word.start + 2, "", _ALIKE)


def _grown(low: str, lexicon: Lexicon, vocabulary: Vocabulary) -> str:
    """Return the one word that a prefix which takes no hyphen makes, or "" where none is known."""
    prefix, _, rest = low.partition("-")
    if prefix not in lexicon.words("grown_prefixes") or low in lexicon.words("hyphened_too"):
        return ""
    known = vocabulary.has(prefix + rest) or rest in lexicon.readings
    twice = prefix[-1:] == rest[:1]  # "mis-shipped" reads better than "misshipped"
    return prefix + rest if rest.isalpha() and known and not twice else ""


def _closed(text: str, words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    table = lexicon.maps["closed_words"]
    for at, size, phrase in rows_in(words, table):
        if are_plain(words, at, size) and not _shares(words, at, size, lexicon):
            start, end = words[at].start, words[at + size - 1].end
            right = table[phrase]
            if size == 2 and right == phrase.replace(" ", "") and _is_hyphened(words, at, lexicon):
                right = phrase.replace(" ", "-")
            shaped = like(right, text[start])
            yield repaired(start, end, shaped, _ONE)


def _shares(words: Sequence[Word], at: int, size: int, lexicon: Lexicon) -> bool:
    """Whether the second of two words may belong to one in front too ("book and house keeping"), or
    the first to an act."""
    if at and f"{words[at - 1].low} {words[at].low}" in lexicon.words("named_pairs"):
        return True  # "*standard work* sheets"
    led = words[at].low in lexicon.words("particles") and at > 0
    if led and lexicon.readings.get(words[at - 1].low, ()):
        return True  # "*set up* loading docks", "*went over* due dates"
    joined = at > 1 and words[at - 1].low in lexicon.words("sharing_joints")
    if not joined or words[at + size - 1].low not in lexicon.words("shared_seconds"):
        return False
    front = words[at - 2].low
    if "-" in lexicon.maps["closed_words"].get(f"{words[at].low} {words[at + 1].low}", ""):
        return front in lexicon.words("shared_firsts")  # "till and *cross selling* of cards"
    # "route changes and paper work", "drop off and pick ups"
    apart = words[at - 1].low == "to" and front not in lexicon.words("particles")
    if apart:
        return False  # "gave care to *home bound* patients"
    parted = front in lexicon.words("particles") and looks_plural(words[at + size - 1].low)
    return not (looks_plural(front) or parted)


def _is_hyphened(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether a line writes such words with a hyphen: beside "county-wide", "state wide" is
    "state-wide"."""
    tail = words[at + 1].low
    return tail in lexicon.words("hyphen_tails") and any(
        word.low.endswith(f"-{tail}") or (word.low == tail and words[word.i - 1].low == "-")
        for word in words
        if word.i
    )


def _prefixed(words: Sequence[Word], at: int, lexicon: Lexicon) -> Iterator[Edit]:
    follower = words[at + 1] if at + 1 < len(words) else None
    if follower is None or follower.mark or not follower.spaced or not follower.text.islower():
        return
    if (
        not are_plain(words, at, 1)
        or follower.low in small_words(lexicon)
        or not follower.low.isalpha()
    ):
        return
    whole = words[at].low + follower.low in lexicon.readings
    yield repaired(words[at].end, follower.start, "" if whole else "-", _PREFIX)


def _parted(text: str, lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the blank that stands in a compound behind its hyphen: "e- commerce"."""
    if "- " not in text:
        return
    heads, tails = lexicon.words("hyphen_heads"), lexicon.words("hyphen_tails")
    for found in _PARTED.finditer(text):
        left, right = found[1].lower(), found[2].lower()
        if found[1].islower() != found[2].islower() and found.start():
            continue  # "Front- end" may be a label and what it is about
        if right in lexicon.words("sharing_joints"):
            continue  # "pre- and post-sales"
        if left in heads or right in tails:
            yield repaired(found.end() - 1, found.end(), "", _BLANK)
