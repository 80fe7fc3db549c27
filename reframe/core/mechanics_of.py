"""An "of" too many behind acts: "washing vans, checking oil and *changing of* tires"."""

from collections.abc import Iterator, Sequence

from reframe.core.acts_of import is_act, may_describe
from reframe.core.lexicon import Lexicon
from reframe.core.noun_starts import is_noun_start
from reframe.core.suggestion import Edit, repaired
from reframe.core.words import Word, looks_plural

_WHY = 'The acts in front take their objects without "of".'
_HEAD = 'An act takes its object without "of".'
_FEWEST = 4


def row_of_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the "of" behind the last of acts in -ing, where the one in front takes its object
    without.

    A second "of" shows that the row may be one of names ("paying rent, cleaning of floors and
    repair of walls").
    """
    found = [word.i for word in words if word.low == "of"]
    if not found or found[-1] < _FEWEST or found[-1] + 1 >= len(words):
        return
    at = found[-1]
    if words[at - 2].low not in lexicon.words("row_joints") or words[at + 1].mark:
        return
    if is_act(words[at - 1], lexicon) and _goes_on(words, at - 2, lexicon):
        yield repaired(words[at - 1].end, words[at].end, "", _WHY)


def between_of_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the "of" behind an act in -ing that stands between two that take their objects without:
    "weighing flour, *mixing of* doughs and keeping the case full"."""
    joints = lexicon.words("row_joints")
    last = max((word.i for word in words if word.low == "of"), default=0)
    for word in words[_FEWEST : last + 1]:
        act = words[word.i - 1]
        if word.low != "of" or words[act.i - 1].low not in joints or not is_act(act, lexicon):
            continue
        if _acts_next(words, word.i, lexicon) and _goes_on(words, act.i - 1, lexicon):
            yield repaired(act.end, word.end, "", _WHY)


def _acts_next(words: Sequence[Word], of: int, lexicon: Lexicon) -> bool:
    """Whether the next act of a row is one for certain, and takes its object without "of"."""
    joints = lexicon.words("row_joints")
    for word in words[of + 2 : -1]:
        if word.mark and word.low not in joints:
            return False
        if words[word.i - 1].low not in joints or word.low in joints:
            continue
        behind = words[word.i + 1]
        pointed = bool(behind.number) or behind.low in lexicon.words("determiners")
        sure = pointed or not may_describe(word, lexicon)
        return _is_gerund(word, lexicon) and sure and not (behind.mark or behind.low == "of")
    return False


def head_of_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the "of" behind acts in -ing that a line begins with: "*Loading and unloading of*
    trucks" tells what was done.

    A second "of" shows that the line may go on with names of tasks, and so does a task's name.
    """
    found = [word.i for word in words if word.low == "of"]
    if len(found) != 1 or not 0 < found[0] < len(words) - 1 or words[found[0] + 1].mark:
        return
    at = found[0]
    joints = lexicon.words("row_joints")
    acts = [word for word in words[:at] if word.low not in joints]
    if words[0] not in acts or words[at - 1] not in acts or len(acts) > 1 + at // 2:
        return
    if all(is_act(word, lexicon) for word in acts) and not _names_duty(words[at + 1 :], lexicon):
        behind = words[at + 1]
        # "Operating of crews" is no "operating crew".
        told = bool(behind.number) or behind.low in lexicon.words("determiners")
        if told or looks_plural(behind.low) or not may_describe(acts[-1], lexicon):
            yield repaired(words[at - 1].end, words[at].end, "", _HEAD)


def _names_duty(rest: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether a row goes on with a duty's name: "ordering of supplies and stock *organisation*"."""
    named = lexicon.words("duty_names") | lexicon.maps["act_nouns"].keys()
    joints, stops = lexicon.words("row_joints"), lexicon.words("phrase_stops")
    end = next((n for n, w in enumerate(rest) if w.low in stops - joints), len(rest))
    joined = any(word.low in joints for word in rest[:end])
    last = rest[end - 1].low if end else ""
    if not joined or looks_plural(last):
        return False
    # "handling of calls and *transfer to* the desk"
    moved = end < len(rest) and rest[end].low in lexicon.words("ways_there")
    acted = any(r.form == "base" for r in lexicon.readings.get(last, ()))
    return last in named or (moved and acted and rest[end - 2].low in joints)


def particle_of_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the "of" behind acts with a particle: "with setting up and *tearing down of* stages".

    "The setting up of stages" names the act and is said well; "running out of" keeps its "of".
    """
    taken = False
    for word in words[2:-1]:
        if word.low != "of" or words[word.i + 1].mark:
            continue
        particle, act = words[word.i - 1], words[word.i - 2]
        if not _is_gerund(act, lexicon) or not _is_tied(particle, act, lexicon):
            continue
        lead = _lead(words, act.i, lexicon)
        joined = lead in lexicon.words("row_joints") and act.i > 1
        if lead in lexicon.words("act_of_places") | {""} or (
            joined and (taken or _goes_on(words, act.i - 1, lexicon))
        ):
            taken = True
            yield repaired(particle.end, word.end, "", _HEAD)


def _is_tied(particle: Word, act: Word, lexicon: Lexicon) -> bool:
    """Whether a word belongs to the act in front: "tearing *down*", and not "running *out* of"."""
    acts = lexicon.maps["particle_acts"].get(particle.low, "").split()
    own = any(reading.lemma in acts for reading in lexicon.readings[act.low])
    return own or particle.low in lexicon.words("of_particles")


def _lead(words: Sequence[Word], first: int, lexicon: Lexicon) -> str:
    """Return the word in front of a row of acts, "" at the head of the line."""
    joints, particles = lexicon.words("row_joints"), lexicon.words("of_particles")
    while first > 1 and words[first - 1].low in joints:
        before = first - 2 - (words[first - 2].low in particles)
        if before < 0 or not _is_gerund(words[before], lexicon):
            break
        first = before
    return words[first - 1].low if first else ""


def _goes_on(words: Sequence[Word], joint: int, lexicon: Lexicon) -> bool:
    """Whether what stands in front of a joint is an act in -ing with an object of its own."""
    joints = lexicon.words("row_joints")
    end = joint
    while end > 0 and words[end - 1].low in joints:
        end -= 1
    first = end - 1
    while (
        first > 0 and words[first - 1].low not in joints and not _is_gerund(words[first], lexicon)
    ):
        first -= 1
    before = words[first - 1].low if first else ""
    if not _is_gerund(words[first], lexicon):
        return False
    if first + 1 == end:  # "washing vans, planning and booking of tours"
        return before in joints and _goes_on(words, first - 1, lexicon)
    pointed = words[first + 1].low in lexicon.words("determiners")
    if not pointed and not _takes_things(words[first], lexicon):
        return False
    if first and before not in joints | lexicon.words("act_of_places") | {":"}:
        return False
    held = _held(words, first, end, lexicon)
    return held == "sure" or (
        held == "open" and before in joints and _goes_on(words, first - 1, lexicon)
    )


def _is_gerund(word: Word, lexicon: Lexicon) -> bool:
    small = word.text.islower() or word.i == 0
    return small and any(r.form == "gerund" for r in lexicon.readings.get(word.low, ()))


def _takes_things(word: Word, lexicon: Lexicon) -> bool:
    """Whether an act takes a thing, and no act: "managing packing and shipping of goods"."""
    over = lexicon.words("act_takers") | lexicon.words("takes_acts_in_rows")
    return not any(reading.lemma in over for reading in lexicon.readings[word.low])


def _held(words: Sequence[Word], first: int, end: int, lexicon: Lexicon) -> str:
    """Return whether an act has its object: "sure", "open" where both may be one noun ("cleaning
    supplies"), or ""."""
    behind = words[first + 1 : end]
    if behind[0].low == "of" and len(behind) > 1 and _says_of(words[first], lexicon):
        behind = behind[1:]  # "disposing *of* waste"
    if any(word.mark or word.low == "of" or lexicon.is_gerund(word.low) for word in behind):
        return ""
    if behind[0].number or behind[0].low in lexicon.words("determiners"):
        return "sure"
    if not is_noun_start(words, behind[0].i, lexicon):
        return ""
    return "open" if may_describe(words[first], lexicon) else "sure"


def _says_of(word: Word, lexicon: Lexicon) -> bool:
    own = lexicon.words("takes_of")
    return any(reading.lemma in own for reading in lexicon.readings[word.low])
