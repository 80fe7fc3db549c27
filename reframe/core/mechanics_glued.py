"""An act with its particle that is typed as the noun: "to *setup* the stage", "*followed-up* with"."""

from collections.abc import Iterator, Sequence

from reframe.core.act_forms import is_past
from reframe.core.lexicon import Lexicon
from reframe.core.sentence_case import like
from reframe.core.suggestion import Edit, repaired
from reframe.core.words import Word

_WHY = "The act is two words; in one they are its name."


def glued_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the two words of an act, where only an act can stand: behind "to" and the like, or at
    the beginning, with an article or the like behind; in the past and in -ing in front of one."""
    table = lexicon.maps["glued_acts"]
    for word in words:
        if not (word.text.islower() or (word.i == 0 and word.text[1:].islower())):
            continue
        plain = word.low.replace("-", "")
        if plain in table and _is_act(words, word.i, plain, lexicon):
            yield repaired(word.start, word.end, like(table[plain], word.text), _WHY)
        elif "-" in word.low and _is_told(words, word.i, lexicon):
            dash = word.start + word.low.index("-")
            yield repaired(dash, dash + 1, " ", _WHY)


def _is_act(words: Sequence[Word], at: int, plain: str, lexicon: Lexicon) -> bool:
    """Whether an act stands here in its plain form, and goes on with what it acts on."""
    behind = words[at + 1] if at + 1 < len(words) else None
    if behind is None:
        return False
    before = words[at - 1] if at else None
    led = before is not None and before.low in lexicon.words("leads_of_plain_acts")
    second = words[at + 2] if at + 2 < len(words) else None
    opens = (
        before is None and behind.low == "and" and second is not None and is_past(second, lexicon)
    )
    if opens:
        return True
    if not (led or before is None):
        return False
    ties = lexicon.maps["ties_of_glued"].get(plain, "").split()
    if led and behind.low in ties:
        return True
    pointed = behind.low in lexicon.words("determiners") | lexicon.words("behind_glued_acts")
    return pointed and behind.low not in lexicon.words("relatives")


def _is_told(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether an act in the past or in -ing has its particle behind a hyphen: "*followed-up* on"."""
    act, _, particle = words[at].low.partition("-")
    if particle not in lexicon.words("hung_particles") or at + 1 >= len(words):
        return False
    told = [r for r in lexicon.readings.get(act, ()) if r.form in ("past", "gerund")]
    if not told or all(r.guessed for r in told):
        return False
    before = words[at - 1] if at else None
    if before is not None and lexicon.among(before.low, "determiners", "adjectives"):
        return False
    goes_on = lexicon.words("determiners") | lexicon.words("prepositions")
    return words[at + 1].low in goes_on - lexicon.words("relatives")
