"""Fronts that say what a résumé says anyway: "*During my time here I* sold hats", "*My* duties also
included"."""

from collections.abc import Iterator, Sequence

from reframe.core.lexicon import Lexicon
from reframe.core.phrases import rows_in
from reframe.core.suggestion import Edit, repaired
from reframe.core.words import Word

_WHERE = "The heading of the job tells when and where."
_WHOSE = "Whose it is goes without saying."
_LONGEST = 4


def time_frame_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the front of a line that only says "in this job, I", and the "my" of duties that go on."""
    for at, size, _ in rows_in(words, lexicon.maps["fronts_of_the_job"]):
        if at:
            break
        subject = size + (size < len(words) and words[size].low == ",")
        verb = words[subject + 1] if subject + 2 < len(words) else None
        if verb is None or words[subject].low != "i":
            continue
        said = " ".join(word.low for word in words[verb.i + 1 : verb.i + 3])
        if verb.low == "was" and said in lexicon.words("spoken_openers"):
            verb = words[verb.i + 1]  # "In this role I *was* in charge of"
        elif _is_said_to_be(verb, lexicon):
            continue
        shaped = verb.text[0].upper() + verb.text[1:]
        yield repaired(words[0].start, verb.end, shaped, _WHERE)
        return
    yield from _my_duties(words, lexicon)


def _is_said_to_be(verb: Word, lexicon: Lexicon) -> bool:
    """Whether a verb is no act in the past: "I *was* a clerk", "I *would*"."""
    past = any(r.form == "past" for r in lexicon.readings.get(verb.low, ()))
    closed = lexicon.words("be_words") | lexicon.words("modals") | lexicon.words("auxiliaries")
    return not past or verb.low in closed


def _my_duties(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    if not words or words[0].text != "My":
        return
    for word in words[1 : 1 + _LONGEST]:
        if word.low in lexicon.words("duty_nouns"):
            told = words[word.i + 1] if word.i + 1 < len(words) else None
            if told is not None and told.low == "also":
                first = words[1]
                shaped = first.text[0].upper() + first.text[1:]
                yield repaired(words[0].start, first.end, shaped, _WHOSE)
            return
        if word.low not in lexicon.words("duty_modifiers"):
            return
