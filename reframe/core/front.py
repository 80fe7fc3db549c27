"""What is certain of a line that is not: the tense of the verb it opens with.

"Attend vendor and crew meetings" may be read in two ways, and in both the first word is the act
and stands in the present. Everything behind it is left alone.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reframe.core.bullet import ParsedBullet, Span, VerbForm
from reframe.core.claims import Claim
from reframe.core.front_proof import proven_row
from reframe.core.inflect import inflect
from reframe.core.lexicon import Lexicon, Reading
from reframe.core.manner import is_adverb
from reframe.core.opening import DENIED, MAY_NAME, POSSIBLE, SOMEONE_ELSE, UNLISTED
from reframe.core.reader import NO_VERB, RUN_ON, SENTENCES
from reframe.core.sentence_case import like
from reframe.core.suggestion import CLAUSE_TENSE, INFLECTED, ROLE_TENSE, Edit, Piece
from reframe.core.words import Word

_DUTY = "A duty is stated where an act could stand."
_OPEN = frozenset({DENIED, MAY_NAME, NO_VERB, POSSIBLE, RUN_ON, SENTENCES, SOMEONE_ELSE, UNLISTED})
"""Doubts about whether the first verb is the client's act at all, or the only sentence's."""
_ROW_TELLS = frozenset({MAY_NAME, NO_VERB, RUN_ON})
_MANY = 3
_FORMS: tuple[VerbForm, ...] = ("base", "third", "gerund")
_PRESENT = frozenset({"base", "third"})


def front_edits(bullet: ParsedBullet, words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the edits that put the opening verbs of an unsure line into the past, or nothing; a
    duty's opener comes off in front of them ("Responsible for configuring").

    Only where no verb of the same form follows that would have to move with them.
    """
    if not words or not words[0].text[:1].isupper():
        return
    row = tuple(_row_edits(bullet, lexicon))
    if len(row) > 1:
        yield from row
    else:
        found = tuple(_front_edits(bullet, words, lexicon)) or row
        yield from found or tuple(_proven_edits(bullet, words, lexicon))


def _row_edits(bullet: ParsedBullet, lexicon: Lexicon) -> Iterator[Edit]:
    """Put the verbs of a row into the past that words and parse agree on; a row of three or more
    tells that a line is no list of names, and one sentence."""
    open_still = _OPEN - _ROW_TELLS if len(bullet.row) >= _MANY else _OPEN
    if open_still & set(bullet.doubts):
        return
    for verb in bullet.row:
        yield _in_past(verb, verb.lemma, lexicon)


def _proven_edits(bullet: ParsedBullet, words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Put the acts of a row into the past that prove one another by their words."""
    for word, reading in proven_row(bullet, words, lexicon):
        yield _in_past(word, reading.lemma, lexicon)


def _in_past(verb: Span | Word, lemma: str, lexicon: Lexicon) -> Edit:
    past = like(inflect(lemma, "past", lexicon), verb.text)
    return Edit(verb.start, verb.end, (Piece(past, INFLECTED),), ROLE_TENSE)


def _front_edits(bullet: ParsedBullet, words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    acted_on = len(words) > 1 and words[1].low in lexicon.words("determiners")
    open_still = _OPEN - {MAY_NAME} if acted_on else _OPEN  # "Direct the accounting and payroll"
    if open_still & set(bullet.doubts) or _ends_inside(words, lexicon):
        return
    duty = _behind_duty(bullet, words, lexicon)
    if duty == len(words) or (duty and any(w.mark for w in words[duty:-1])):
        return  # what is listed behind a duty may be duties too
    start = duty or _over_adverbs(words, 0, lexicon)
    opens = duty == 0 and bullet.segments[0].opener is not None
    first = _reading(words[start], words[start + 1 : start + 2], lexicon, opens=opens)
    if first is None or (duty and first.form != "gerund"):
        return
    if duty and lexicon.claim_of(first.lemma) is Claim.OUTCOME:
        return  # a duty to bring something about is no result
    chain = [(words[start], first)]
    at = start + 1
    while (joint := _joint(words, at, lexicon)) and (
        found := _form(words[joint], first.form, lexicon) if joint < len(words) else None
    ):
        chain.append((words[joint], found))
        at = joint + 1
    if at < len(words) and words[at].low == "/":
        return  # "Retouch/resize photos" moves as a whole or not at all
    if at == 1 and first.nominal and first.form == "base" and _joint(words, at, lexicon):
        return  # "Support and guidance for students"
    if _names_help(words, at, first, lexicon):
        return
    if first.form == "gerund" and (
        _joint(words, at, lexicon) or not _acted_on(words, at, lexicon, duty=bool(duty))
    ):
        return
    helped = first.lemma == "help" and _bare_verb(words, at, lexicon)
    if _third_joined(words, at, lexicon) if helped else _follows(words, at, first.form, lexicon):
        return
    for word, reading in chain:
        past = inflect(reading.lemma, "past", lexicon)
        leads = word is chain[0][0] and (duty or start == 0)
        shown = past[:1].upper() + past[1:] if leads else past
        begin = words[0].start if leads else word.start
        yield Edit(begin, word.end, (Piece(shown, INFLECTED),), _DUTY if duty else ROLE_TENSE)
    if first.lemma in lexicon.words("subject_leads"):
        yield from _told(words, at, lexicon)


def _names_help(words: Sequence[Word], at: int, first: Reading, lexicon: Lexicon) -> bool:
    """Whether a first word names what somebody got: "*Support* to the manager"."""
    named = first.form == "base" and first.lemma in lexicon.words("named_help")
    tied = at < len(words) and words[at].low == "to"
    return named and tied and not _bare_verb(words, at, lexicon)


def _told(words: Sequence[Word], at: int, lexicon: Lexicon) -> Iterator[Edit]:
    """Put what a subject right behind "ensured" *is* into the past: "all drawings *are*"."""
    apart = lexicon.words("relatives") | lexicon.words("subordinators")
    for n, word in enumerate(words[at:]):
        if shifted := lexicon.maps["past_of_be"].get(word.low):
            yield Edit(word.start, word.end, (Piece(shifted, INFLECTED),), CLAUSE_TENSE)
            return
        if word.mark or (n and word.low in apart):
            return


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


def _over_adverbs(words: Sequence[Word], at: int, lexicon: Lexicon) -> int:
    """Return the position behind adverbs that may stand in front of a verb."""
    while at + 1 < len(words) and is_adverb(words[at], lexicon):
        at += 1
    return at


def _reading(
    word: Word, behind: Sequence[Word], lexicon: Lexicon, *, opens: bool
) -> Reading | None:
    """Return the reading of a first word that can be nothing but the line's verb; ``opens`` where
    it begins an opener that says so ("Serve as")."""
    readings = lexicon.readings.get(word.low, ())
    if any(r.form in ("past", "participle") for r in readings):
        return None
    found = next((r for form in _FORMS for r in readings if r.form == form), None)
    if found is None or word.low in lexicon.words("gerund_nouns"):
        return None
    takes_none = found.form == "gerund" and found.lemma in lexicon.words("intransitive")
    if takes_none and behind and behind[0].low not in lexicon.words("phrase_stops"):
        return None  # "Working knowledge of the till"
    strong = bool(behind) and (behind[0].number or behind[0].low in lexicon.words("determiners"))
    if lexicon.verb(found.lemma) is None and found.lemma not in lexicon.forms:
        return None
    helps = found.lemma in lexicon.words("plain_helpers")
    tied = bool(behind) and behind[0].low in lexicon.words("told_ties")
    ties = lexicon.words("phrase_stops") - lexicon.words("naming_ties")
    named = word.low in lexicon.words("seldom_verbs") or not behind
    opens = opens and not named and behind[0].low in ties
    strong = strong or opens or helps or tied
    return found if strong or not found.nominal or found.form == "gerund" else None


def _ends_inside(words: Sequence[Word], lexicon: Lexicon) -> bool:
    ends = lexicon.words("sentence_ends") | lexicon.words("line_breaks")
    return any(w.low in ends for w in words[:-1])


def _joint(words: Sequence[Word], at: int, lexicon: Lexicon) -> int:
    """Return the position behind "and", a comma or both right here, and behind adverbs; or 0."""
    behind = at
    while behind < len(words) and words[behind].low in lexicon.words("row_joints"):
        behind += 1
    return _over_adverbs(words, behind, lexicon) if behind > at else 0


def _form(word: Word, form: VerbForm, lexicon: Lexicon) -> Reading | None:
    readings = lexicon.readings.get(word.low, ()) if word.text.islower() else ()
    return next((r for r in readings if r.form == form), None)


def _acted_on(words: Sequence[Word], at: int, lexicon: Lexicon, *, duty: bool) -> bool:
    """Whether an object follows -ing words, so that they are acts and no list of tasks; a name
    too where they are a ``duty``."""
    behind = words[at] if at < len(words) else None
    if behind is None or behind.mark:
        return False
    if behind.low == "of":
        return False  # "Updating of accounts" may name a task
    strong = bool(behind.number) or behind.low in lexicon.words("determiners")
    return duty or strong or behind.text[:1].islower()


def _bare_verb(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether "help" governs a verb, and whatever is joined to that."""
    behind = at + 1 if at < len(words) and words[at].low == "to" else at
    if behind >= len(words) or words[behind].low in lexicon.words("seldom_verbs"):
        return False
    return _form(words[behind], "base", lexicon) is not None


def _third_joined(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether a verb in the third person is joined to "helps": "Helps write rules, *directs*
    hiring"; a base verb is helped with."""
    joints = lexicon.words("act_joint_words")
    return any(
        before.low in joints
        and any(r.form == "third" and not r.nominal for r in lexicon.readings.get(word.low, ()))
        for before, word in pairwise(words[at:])
    )


def _follows(words: Sequence[Word], at: int, form: VerbForm, lexicon: Lexicon) -> bool:
    """Whether another verb stands behind a joint, or a finite one anywhere; an -ing word joined
    to one that stands lower ("for *troubleshooting* issues and removing") is none of the line's.
    """
    joints = lexicon.words("act_joint_words")
    # "Assist *with* draws and rooming patients": the -ing word is no act beside the first.
    lower = at < len(words) and words[at].low in lexicon.words("told_ties")
    finite = ("third", "past") if form == "gerund" else ("third",)
    for n, word in enumerate(words[at:], start=at):
        readings = lexicon.readings.get(word.low, ())
        before = n - 1
        while before > 0 and is_adverb(words[before], lexicon):
            before -= 1
        joined = words[before].low in joints
        if any(r.form == "gerund" for r in readings) and form != "gerund":
            if joined and not lower:
                return True
            lower = True
        if joined and _may_act(words, n, form, lexicon):
            return True
        seldom = word.low in lexicon.words("seldom_verbs")
        slashed = words[n - 1].low == "/" and not seldom
        if slashed and any(r.form in (form, "gerund") for r in readings):
            return True  # "Answering calls/booking fittings"
        if n == at or words[n - 1].low in lexicon.words("elliptic_leads"):
            continue  # "attending *scheduled* meetings", "when *needed*"
        if any(r.form in finite and not r.nominal for r in readings):
            return True
    return False


def _may_act(words: Sequence[Word], at: int, form: VerbForm, lexicon: Lexicon) -> bool:
    """Whether a joined word may be an act beside one in ``form``: a verb and nothing else, or a
    noun too that stands in that form, or in the third person with something to act on."""
    word = words[at]
    readings = [r for r in lexicon.readings.get(word.low, ()) if r.form in {form, *_PRESENT}]
    if any(not r.nominal for r in readings):
        return True
    if word.low in lexicon.words("seldom_verbs") | lexicon.words("gerund_nouns"):
        return False
    if at + 1 < len(words) and words[at + 1].low == "of":
        return False  # "in drafting, *design* of the set"
    told = form == "base" or (
        form == "gerund" and word.text.islower() and words[at - 1].low in ("and", "&")
    )
    return any(r.form == form or (told and _governs(words, at, lexicon)) for r in readings)


def _governs(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether a noun follows that a verb could act on."""
    behind = words[at + 1] if at + 1 < len(words) else None
    if behind is None or behind.mark or behind.low in lexicon.words("phrase_stops"):
        return False
    return all(r.form != "gerund" for r in lexicon.readings.get(behind.low, ()))
