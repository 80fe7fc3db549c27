"""Acts that are written like their noun, and what sounds like them: "*Setup* new tables", "to *login*
to", "*Insured* that guests were safe"."""

from collections.abc import Iterator, Sequence

from reframe.core.lexicon import Lexicon
from reframe.core.sentence_case import like
from reframe.core.suggestion import Edit, repaired
from reframe.core.words import Word

_TWO = "The act is written as two words."
_SURE = '"ensure" is to make sure.'
_REACH = 7


def start_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the two words of an act where it begins a line or stands behind "to", and what stands
    behind it shows that it is one: "*setup* of tables" and "prior to *login*" are nouns."""
    table = lexicon.maps["acts_of_two"]
    for word in words[:-1]:
        right = table.get(word.low)
        before = words[word.i - 1].low if word.i else ""
        if right is None or not (word.i == 0 or (before == "to" and word.text.islower())):
            continue
        if word.text.isupper() or words[word.i + 1].start == word.end:
            continue
        behind = words[word.i + 1]
        held = behind.low in lexicon.words("shows_acts")
        held = held or (word.low in {"login", "log-in"} and before == "to" and behind.low == "to")
        joined = behind.low == "and" and word.i + 2 < len(words) and word.i == 0
        past = joined and any(
            r.form == "past" and not r.nominal
            for r in lexicon.readings.get(words[word.i + 2].low, ())
        )
        if held or past:
            yield repaired(word.start, word.end, like(right, word.text), _TWO)


def sure_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield "ensure" for an "insure" that leads to a clause: "insured all lamps *were* on"."""
    for word in words[:-2]:
        if not lexicon.lemmas(word.low) & {"insure"} or not word.low.startswith("insur"):
            continue
        if (
            word.low in lexicon.words("insured_things")
            and word.i
            and words[word.i - 1].low != "and"
        ):
            continue
        for behind in words[word.i + 1 : word.i + _REACH]:
            clause = behind.low == "that" and behind.i == word.i + 1
            if behind.mark or (behind.low in lexicon.words("relatives") and not clause):
                break  # "insured homes that were old"
            if clause or behind.low in lexicon.words("be_before"):
                right = f"{word.text[0].replace('i', 'e').replace('I', 'E')}{word.text[1:]}"
                yield repaired(word.start, word.end, right, _SURE)
                break
