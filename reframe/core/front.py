"""What is certain of a line that is not: the tense of the verb it opens with.

"Attend client and team meetings" may be read in two ways, and in both the first word is the act
and stands in the present. Everything behind it is left alone.
"""

from collections.abc import Iterator, Sequence

from reframe.core.bullet import ParsedBullet, VerbForm
from reframe.core.claims import Claim
from reframe.core.inflect import inflect
from reframe.core.lexicon import Lexicon, Reading
from reframe.core.opening import DENIED, MAY_NAME, POSSIBLE, SOMEONE_ELSE, UNLISTED
from reframe.core.reader import NO_VERB, RUN_ON, SENTENCES
from reframe.core.suggestion import INFLECTED, Edit, Piece
from reframe.core.words import Word

_WHY = "The tense of the role."
_DUTY = "A duty is stated where an act could stand."
_OPEN = frozenset({DENIED, MAY_NAME, NO_VERB, POSSIBLE, RUN_ON, SENTENCES, SOMEONE_ELSE, UNLISTED})
"""Doubts about whether the first verb is the client's act at all, or the only sentence's."""
_FORMS: tuple[VerbForm, ...] = ("base", "third", "gerund")


def front_edits(bullet: ParsedBullet, words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the edits that put the opening verbs of an unsure line into the past, or nothing; a
    duty's opener comes off in front of them ("Responsible for configuring").

    Only where no verb of the same form follows that would have to move with them.
    """
    if _OPEN & set(bullet.doubts) or not words or not words[0].text[:1].isupper():
        return
    if _ends_inside(words, lexicon):
        return
    start = _behind_duty(bullet, words, lexicon)
    if start == len(words) or (start and any(w.mark for w in words[start:-1])):
        return  # what is listed behind a duty may be duties too
    first = _reading(words[start], words[start + 1 : start + 2], lexicon)
    if first is None or (start and first.form != "gerund"):
        return
    if start and lexicon.claim_of(first.lemma) is Claim.OUTCOME:
        return  # a duty to bring something about is no result
    chain = [(words[start], first)]
    at = start + 1
    while (joint := _joint(words, at)) and (
        found := _form(words[joint], first.form, lexicon) if joint < len(words) else None
    ):
        chain.append((words[joint], found))
        at = joint + 1
    if first.form == "gerund" and (
        _joint(words, at) or not _acted_on(words, at, lexicon, duty=bool(start))
    ):
        return
    helped = first.lemma == "help" and _bare_verb(words, at, lexicon)
    if not helped and _follows(words, at, first.form, lexicon):
        return
    for word, reading in chain:
        past = inflect(reading.lemma, "past", lexicon)
        shown = past[:1].upper() + past[1:] if word is chain[0][0] else past
        begin = words[0].start if word is chain[0][0] else word.start
        yield Edit(begin, word.end, (Piece(shown, INFLECTED),), _DUTY if start else _WHY)


def _behind_duty(bullet: ParsedBullet, words: Sequence[Word], lexicon: Lexicon) -> int:
    """Return the position behind a duty's opener at the head of the line, 0 where there is none,
    and the line's end where an opener stands there that cannot come off."""
    opener = bullet.segments[0].opener if bullet.segments else None
    if opener is None:
        return 0
    frames = [f for f in lexicon.frames if f.name == bullet.segments[0].frame]
    if not all(frame.strip for frame in frames):
        return 0
    if opener.start > 0 or any(frame.lists for frame in frames):
        return len(words)
    return next((n for n, w in enumerate(words) if w.start >= opener.end), len(words))


def _reading(word: Word, behind: Sequence[Word], lexicon: Lexicon) -> Reading | None:
    """Return the reading of a first word that can be nothing but the line's verb."""
    readings = lexicon.readings.get(word.low, ())
    if any(r.form in ("past", "participle") for r in readings):
        return None
    found = next((r for form in _FORMS for r in readings if r.form == form), None)
    if found is None or word.low in lexicon.words("gerund_nouns"):
        return None
    takes_none = found.lemma in lexicon.words("intransitive")
    if takes_none and behind and behind[0].low not in lexicon.words("phrase_stops"):
        return None  # "Working knowledge of the till"
    strong = bool(behind) and (behind[0].number or behind[0].low in lexicon.words("determiners"))
    if lexicon.verb(found.lemma) is None and found.lemma not in lexicon.forms:
        return None
    helps = found.lemma in lexicon.words("plain_helpers")
    strong = strong or helps or (bool(behind) and behind[0].low in lexicon.words("told_ties"))
    return found if strong or not found.nominal or found.form == "gerund" else None


def _ends_inside(words: Sequence[Word], lexicon: Lexicon) -> bool:
    ends = lexicon.words("sentence_ends") | lexicon.words("line_breaks")
    return any(w.low in ends for w in words[:-1])


def _joint(words: Sequence[Word], at: int) -> int:
    """Return the position behind "and", a comma or both right here, or 0."""
    behind = at
    while behind < len(words) and words[behind].low in {",", "and", "&"}:
        behind += 1
    return behind if behind > at else 0


def _form(word: Word, form: VerbForm, lexicon: Lexicon) -> Reading | None:
    readings = lexicon.readings.get(word.low, ())
    return next((r for r in readings if r.form == form), None)


def _acted_on(words: Sequence[Word], at: int, lexicon: Lexicon, *, duty: bool) -> bool:
    """Whether an object follows -ing words, so that they are acts and no list of tasks; a name
    too where they are a ``duty``."""
    behind = words[at] if at < len(words) else None
    if behind is None or behind.mark:
        return False
    strong = bool(behind.number) or behind.low in lexicon.words("determiners")
    return duty or strong or behind.text[:1].islower()


def _bare_verb(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether "help" governs a verb, and whatever is joined to that."""
    behind = at + 1 if at < len(words) and words[at].low == "to" else at
    if behind >= len(words) or words[behind].low in lexicon.words("seldom_verbs"):
        return False
    return _form(words[behind], "base", lexicon) is not None


def _follows(words: Sequence[Word], at: int, form: VerbForm, lexicon: Lexicon) -> bool:
    """Whether another verb stands behind a joint, or a finite one anywhere."""
    joints = lexicon.words("act_joint_words")
    for n, word in enumerate(words[at:], start=at):
        readings = lexicon.readings.get(word.low, ())
        before = n - 1
        while before > 0 and words[before].low.endswith("ly"):
            before -= 1
        may_act = word.low not in lexicon.words("seldom_verbs") | lexicon.words("gerund_nouns")
        if words[before].low in joints and any(
            (r.form == form or r.form == "gerund" or (r.form in _FORMS and not r.nominal))
            and (may_act or not r.nominal)
            for r in readings
        ):
            return True
        if words[n - 1].low == "/" and readings:
            return True  # "Answering phones/scheduling appointments"
        finite = ("third", "past") if form == "gerund" else ("third",)
        if any(r.form in finite and not r.nominal for r in readings):
            return True
    return False
