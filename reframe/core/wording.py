"""Edits that add nothing: frame off, tense of the role, fillers and first person off.

They need no rule and no evidence. Each step proposes edits; a later step never touches what
an earlier one has claimed.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Literal

from reframe.core.acts_of import acts_of
from reframe.core.articles import articles
from reframe.core.bullet import FINITE_FORMS, Clause, ParsedBullet, Segment, VerbForm
from reframe.core.claims import Claim, Participation
from reframe.core.duties import duty_edits, lacks_verb
from reframe.core.duty_aims import aims
from reframe.core.first_person import first_person_edits
from reframe.core.front import front_edits
from reframe.core.inflect import inflect
from reframe.core.lexicon import Frame, Lexicon
from reframe.core.manner import tells_how
from reframe.core.mechanics_acts import behind_comma
from reframe.core.mechanics_lists import list_edits
from reframe.core.noun_acts import noun_act_edits, personal_duty_edits
from reframe.core.openers import opener_edits
from reframe.core.phrases import words_of
from reframe.core.plain_words import (
    filler_edits,
    having_edits,
    manner_edits,
    plainer_edits,
)
from reframe.core.progressive import lead
from reframe.core.sentence_case import capitalised, like
from reframe.core.stripping import (
    ONE_FORM,
    comes_off,
    duty_beside,
    in_plain_form,
    joint_edits,
    strip_opener,
    verb_end,
)
from reframe.core.suggestion import CLAUSE_TENSE, INFLECTED, ROLE_TENSE, Edit, Piece
from reframe.core.unmoved import keeps_tense, left_behind, left_plain, may_act
from reframe.core.words import Word

Tense = Literal["past", "present"]


def wording_edits(
    bullet: ParsedBullet, lexicon: Lexicon, *, tense: Tense, openers_alone: bool = False
) -> tuple[Edit, ...]:
    """Return the edits that hold for any task, in order and without overlaps.

    ``tense`` is the role's: past, or present for an ongoing job (then only third person and
    "-ing" openers move; a past verb in a current job is a finished act and stays).
    ``openers_alone`` leaves the acts behind an opener that stays as they are.
    """
    words = words_of(bullet.text)
    if not words or breaks_off(bullet.text, words, lexicon):
        return ()
    if any(word.low in lexicon.words("reader_words") for word in words):
        return ()  # "Hoping for your reply" tells of no work
    if _is_wish(words, lexicon):
        return ()
    chosen: list[Edit] = [*having_edits(words, lexicon)]
    # "Currently handle" is told of today, whatever the job's dates are said to be.
    today = any(word.low in lexicon.words("present_marks") for word in words)
    stays = today or keeps_tense(bullet, words, lexicon)
    if not bullet.confident:
        if tense == "past" and not stays:
            front = tuple(front_edits(bullet, words, lexicon))
            moved = frozenset(w.start for w in words for e in front if e.start <= w.start < e.end)
            if front and not left_plain(bullet, words, lexicon, held=moved):
                _add(chosen, front)
    elif not (stays or left_behind(bullet, words, lexicon)):
        frames = {frame.name: frame for frame in lexicon.frames}
        proposed: list[tuple[Segment, list[Edit]]] = []
        for at, s in enumerate(bullet.segments):
            own = _own_tense(bullet.segments[:at], s, lexicon, tense)
            if at and _tells_more(bullet.segments[at - 1], s, words):
                continue
            frame = frames.get(s.frame or "")
            edits = [*_segment_edits(bullet, s, frame, words, lexicon, own, alone=openers_alone)]
            if edits and at and _may_be_helped(bullet.segments[at - 1], s, words, lexicon):
                proposed = []
                break
            proposed.append((s, edits))
        for segment, edits in () if _verbless_beside(proposed, lexicon) else proposed:
            _add(chosen, edits)
            if tense == "past" and any(INFLECTED in {p.origin for p in e.pieces} for e in edits):
                _add(chosen, _sequence(bullet, segment, words, lexicon))
    _add(chosen, duty_edits(words, lexicon, tense="present" if today else tense))
    _add(chosen, first_person_edits(bullet, words, lexicon))
    if not _names_alone(bullet, words, chosen, lexicon):
        _add(chosen, manner_edits(words, lexicon))
    acts = bool(bullet.clauses) or any(segment.opener for segment in bullet.segments)
    for edit in plainer_edits(bullet, words, lexicon):
        if acts or edit.text not in lexicon.words("time_words"):
            _add(chosen, (edit,))  # "Interaction with clients daily" would hang on a noun
    _add(chosen, filler_edits(bullet, words, lexicon))
    _add(chosen, articles(words, lexicon))
    _add(chosen, acts_of(words, lexicon))
    _add(chosen, list_edits(bullet, lexicon))
    return capitalised(bullet.text, sorted(chosen, key=lambda e: (e.start, e.end)))


def _names_alone(
    bullet: ParsedBullet, words: Sequence[Word], chosen: Iterable[Edit], lexicon: Lexicon
) -> bool:
    """Whether an opener without a verb leads to names of acts alone, which nothing turns into
    verbs: "Responsible for submission of reports *promptly*" would hang on a noun."""
    opener = bullet.segments[0].opener if bullet.segments else None
    if opener is None or bullet.clauses:
        return False
    return (
        lacks_verb(opener.text.casefold().split(), lexicon)
        and not any(lexicon.is_gerund(word.low) for word in words)
        and not any(piece.origin == INFLECTED for edit in chosen for piece in edit.pieces)
    )


def _is_wish(words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether a line tells what somebody looks for: "To obtain a position in sales"."""
    if words[0].low != "to":
        return False
    sought = len(words) > 1 and words[1].low in lexicon.words("seeking_verbs")
    return sought or any(word.low in lexicon.words("sought_things") for word in words)


def _own_tense(
    before: Sequence[Segment], segment: Segment, lexicon: Lexicon, tense: Tense
) -> Tense:
    """Return the tense of a segment: one that begins with an -ing word and goes on with finished
    acts is finished too ("Filed the forms and *answering* the phones", in a post of today)."""
    opener = segment.opener.text if segment.opener else ""
    first = opener or next((clause.verb.text for clause in segment.clauses), "")
    finished = any(clause.form == "past" for s in before for clause in s.clauses)
    gerund = lexicon.is_gerund(first.split()[0].casefold()) if first else False
    return "past" if finished and gerund else tense


def _may_be_helped(
    before: Segment, segment: Segment, words: Sequence[Word], lexicon: Lexicon
) -> bool:
    """Whether an act in its base form may be the client's or what was helped with: "Worked on
    building a database and *migrate* old records"."""
    opener = before.opener
    if opener is None or segment.opener or not segment.clauses:
        return False
    if before.participation is Participation.DID:
        return False
    forms = {r.form for r in lexicon.readings.get(opener.text.split()[0].casefold(), ())}
    front = next((w for w in reversed(words) if w.end <= segment.clauses[0].verb.start), None)
    if front is None or front.low not in lexicon.words("row_joints"):
        return False  # "; I visit"
    return "base" not in forms and any(c.form == "base" for c in segment.clauses)


def _tells_more(before: Segment, segment: Segment, words: Sequence[Word]) -> bool:
    """Whether -ing acts behind a comma tell what somebody did in a post: "Serving as a liaison,
    *greeting* jurors"."""
    opener, clauses = before.opener, segment.clauses
    if opener is None or before.clauses or segment.opener or not clauses:
        return False
    posted = opener.text.casefold().split()[-1] == "as"
    going_on = all(c.form == "gerund" for c in clauses)
    return posted and going_on and behind_comma(clauses[0], words)


def _slips(bullet: ParsedBullet, clause: Clause) -> bool:
    """Whether an -ing act goes on with finite ones."""
    front = (c for c in bullet.clauses if c.verb.start < clause.verb.start)
    return clause.form == "gerund" and any(c.form in FINITE_FORMS for c in front)


def _verbless_beside(proposed: Sequence[tuple[Segment, Sequence[Edit]]], lexicon: Lexicon) -> bool:
    """Whether an opener without a verb stays behind acts that would take a tense: "Reviewing
    files and responsible for audits" is in one form, "Reviewed files and responsible" in none."""
    moved = False
    for segment, edits in proposed:
        opener = segment.opener
        opens = opener.text.casefold().split() if opener else []
        if moved and not edits and lacks_verb(opens, lexicon):
            return True
        moved = moved or (segment.opener is None and bool(edits))
    return False


def target_form(clause: Clause, tense: Tense) -> VerbForm | None:
    """Return the form a clause's verb takes in the tense of the role, or None to leave it."""
    if clause.form in {"participle", "past"}:
        return None
    if tense == "past":
        return "past"
    return "base" if clause.form in {"third", "gerund"} else None


def _role_form(tense: Tense) -> VerbForm:
    return "past" if tense == "past" else "base"


def _add(chosen: list[Edit], edits: Iterable[Edit]) -> None:
    for edit in edits:
        if all(edit.end <= other.start or edit.start >= other.end for other in chosen):
            chosen.append(edit)


def _segment_edits(
    bullet: ParsedBullet,
    segment: Segment,
    frame: Frame | None,
    words: Sequence[Word],
    lexicon: Lexicon,
    tense: Tense,
    *,
    alone: bool,
) -> Iterator[Edit]:
    opener = segment.opener
    if frame and opener and not frame.verb:
        if comes_off(bullet, segment, frame, words, lexicon):
            yield from strip_opener(bullet.text, segment, frame, words, lexicon, _role_form(tense))
            yield from joint_edits(segment, words, lexicon)
        elif frame.strip and not segment.clauses:
            yield from personal_duty_edits(segment, words, lexicon, _role_form(tense))
        elif not frame.lists and not _is_listed(segment, words, lexicon):
            # "Tasks included" begins with no act, nor does what is listed.
            yield from opener_edits(bullet.text, segment, words, lexicon, tense, alone=alone)
        return
    if infinitive := _infinitive(segment, words):
        if aims(segment, words, lexicon):
            return  # "To improve my knowledge" is a wish
        behind = segment.clauses[0].verb.start
        yield Edit(infinitive.start, behind, (), "A duty is stated where an act could stand.")
    going_on = all(c.form == "gerund" for c in segment.clauses)
    if segment.clauses and going_on and duty_beside(segment, words, lexicon):
        return  # "Stocking shelves and customer service"
    described = [c for c in segment.clauses if _may_describe(c, words, lexicon)]
    if any(_is_plain_act(c, lexicon) for c in segment.clauses if c not in described):
        # "*Complete* summaries and send them out": nothing but a verb is joined to one.
        described = [c for c in described if c.form != "base"]
    if any(c.form == d.form == "base" for d in described for c in segment.clauses if c != d):
        return  # "Complete summaries and send them out" moves as a whole or not at all
    for clause in segment.clauses:
        if clause in described or _is_aim(bullet, clause, words, lexicon):
            continue
        if tells_how(clause, words, lexicon):
            continue  # "sold phones, regularly *hitting* the target"
        leans = lead(clause, words, lexicon)
        told = target_form(clause, tense) or ("past" if clause.form == "past" else None)
        if told and not leans:  # "was doing the testing": the verb and its "was" go together
            yield from noun_act_edits(clause, words, lexicon, told)
        slips = _slips(bullet, clause)
        finished = slips and any(c.form == "past" for c in segment.clauses)
        if form := target_form(clause, "past" if finished else tense):
            edit = _verb_edit(bullet.text, clause, form, words, lexicon)
            if leans:
                if words[leans[-1].i + 1].start != clause.verb.start:
                    return  # "was often filing": what stands between would have to move
                # One without the other would turn the act around ("was filed").
                edit = replace(edit, start=leans[0].start)
            yield replace(edit, why=ONE_FORM) if slips else edit


def _is_listed(segment: Segment, words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether what looks like an opener is the last of the examples in front: "provided care,
    *including* meals, rides, and *help* with hygiene"."""
    assert segment.opener is not None
    front = [w for w in words if w.end <= segment.opener.start]
    head = words[len(front)] if len(front) < len(words) else None
    readings = lexicon.readings.get(head.low, ()) if head else ()
    named = bool(readings) and all(r.nominal and r.form == "base" for r in readings)
    listed = {w.low for w in front} & lexicon.words("example_leads")
    return bool(listed) and named and front[-1].low in lexicon.words("act_joint_words")


def _is_aim(bullet: ParsedBullet, clause: Clause, words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether a joined result may be one more purpose: "Inspected pumps to ensure safety, and
    *maximize* output"."""
    if clause.form != "base" or lexicon.claim_of(clause.verb.lemma) is not Claim.OUTCOME:
        return False
    front = max((c.verb.end for c in bullet.clauses if c.verb.start < clause.verb.start), default=0)
    between = [w for w in words if front <= w.start < clause.verb.start]
    return any(
        one.low == "to" and any(r.form == "base" for r in lexicon.readings.get(two.low, ()))
        for one, two in pairwise(between)
    )


def _infinitive(segment: Segment, words: Sequence[Word]) -> Word | None:
    """Return the "to" right in front of the acts of a segment that opens the line."""
    inside = [word for word in words if word.start >= segment.extent[0]]
    if not inside or not segment.clauses or segment.extent[0] > 0:
        return None
    head, follower = inside[0], inside[1] if len(inside) > 1 else None
    opens = follower is not None and follower.start == segment.clauses[0].verb.start
    return head if head.low == "to" and opens else None


def _is_plain_act(clause: Clause, lexicon: Lexicon) -> bool:
    """Whether an act in its plain form is a verb and nothing else: "*send* them out"."""
    low = clause.verb.text.casefold()
    only = lexicon.is_verb_alone(low) and low not in lexicon.words("adjective_verbs")
    return clause.form == "base" and only


def _may_describe(clause: Clause, words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether a first word may be an adjective ("Complete renovation of the lobby"), or is a
    verb that nobody knows ("Hotlining calls")."""
    if clause.verb.lemma not in lexicon.forms and "-" not in clause.verb.lemma:
        return True
    if clause.form == "gerund" and clause.objects and clause.verb.start == 0:
        # "Working knowledge of the till": a verb that takes no object describes.
        return clause.verb.lemma in lexicon.words("intransitive")
    if clause.form != "base" or clause.verb.lemma not in lexicon.words("adjective_verbs"):
        return False
    behind = next((w for w in words if w.start >= clause.verb.end), None)
    if behind is None or behind.number or behind.low in lexicon.words("determiners"):
        return False
    plural = any(lexicon.singular(o.text) != o.text.casefold() for o in clause.objects)
    return clause.verb.start == 0 and not plural


def breaks_off(text: str, words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether a line stops in the middle: what is missing may be what it is about."""
    last = words[-1].low
    open_end = last in lexicon.words("determiners") | lexicon.words("line_openers")
    return open_end or (words[-1].mark and last in {",", "&", "/", "(", "-"}) or text.endswith("…")


def _sequence(
    bullet: ParsedBullet, segment: Segment, words: Sequence[Word], lexicon: Lexicon
) -> Iterator[Edit]:
    """Let the verbs of clauses follow their act into the past: "made sure that orders *are* sent",
    "so that trucks *leave* on time"."""
    start, end = segment.extent
    told = {
        verb.start: inflect(verb.lemma, "past", lexicon)
        for verb in bullet.lower
        if verb.lemma not in lexicon.words("timeless_verbs")
    }
    if told and _stays_behind(bullet, words, frozenset(told), lexicon):
        told = {}
    for word in words:
        behind = words[word.i + 1].low if word.i + 1 < len(words) else ""
        if behind == "concerned":
            continue  # "as far as stock *is* concerned" tells no time
        shifted = lexicon.maps["past_of_be"].get(word.low) or told.get(word.start)
        if not shifted and word.i > 1 and words[word.i - 2].low == "as":
            aside = f"{words[word.i - 1].low} {word.low}"  # "as *it pertains* to"
            shifted = lexicon.maps["past_of_asides"].get(aside)
        if shifted and start < word.start and word.end <= end and word.text.islower():
            yield Edit(word.start, word.end, (Piece(shifted, INFLECTED),), CLAUSE_TENSE)


def _stays_behind(
    bullet: ParsedBullet, words: Sequence[Word], told: frozenset[int], lexicon: Lexicon
) -> bool:
    """Whether another verb of a clause would stay in the present beside those that move: "that
    kids eat, nap and *play* safely", "who *qualifies* and who pays"."""
    first = min(told)
    held = told | {clause.verb.start for clause in bullet.clauses}
    leads = lexicon.words("relatives") - {"that"}
    for front, word in pairwise(words):
        if word.start in held or not word.text.islower():
            continue
        third = [r for r in lexicon.readings.get(word.low, ()) if r.form == "third"]
        if third and front.low in leads and not all(r.nominal for r in third):
            return True
        joined = front.low in lexicon.words("row_joints") and word.start > first
        if joined and may_act(words, word.i, lexicon):
            return True
    return False


def _verb_edit(
    text: str, clause: Clause, form: VerbForm, words: Sequence[Word], lexicon: Lexicon
) -> Edit:
    word = in_plain_form(clause, form, lexicon)
    front = text[: clause.verb.start].rstrip()
    if front.endswith(":") or not any(c.isalnum() for c in front):
        word = like(word, clause.verb.text)
    why = ROLE_TENSE if form == "past" else "An ongoing duty of a current job."
    return Edit(clause.verb.start, verb_end(clause, words, lexicon), (Piece(word, INFLECTED),), why)
