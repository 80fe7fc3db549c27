"""The first person, which a résumé implies, off."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from reframe.core.bullet import ParsedBullet
from reframe.core.lexicon import Lexicon
from reframe.core.manner import is_adverb
from reframe.core.progressive import lead
from reframe.core.sentence_case import like
from reframe.core.suggestion import FIRST_PERSON, FUNCTION, Edit, Piece
from reframe.core.words import Word

_IMPLIED = "A résumé implies it, and the participle says the rest."


def first_person_edits(
    bullet: ParsedBullet, words: Sequence[Word], lexicon: Lexicon
) -> Iterator[Edit]:
    """Yield the edits that take "I" off in front of an act, and "our" for "the"."""
    subjects = lexicon.words("first_person_subjects")
    acts = {clause.verb.start for clause in bullet.clauses}
    acts |= {s.opener.start for s in bullet.segments if s.opener}
    ends = lexicon.words("sentence_ends")
    taken: list[Edit] = []
    for at, (word, follower) in enumerate(pairwise(words)):
        if word.low not in subjects:
            continue
        begins = at == 0 or words[at - 1].low in ends
        if at and words[at - 1].low == "," and _leads_up(bullet, word):
            continue
        past = any(r.form == "past" for r in lexicon.readings.get(follower.low, ()))
        past = past and follower.low not in lexicon.words("be_words")
        # Of an unsure line it is certain only that "I" and a verb in the past begin a sentence.
        behind = at + 1
        while behind + 1 < len(words) and (
            is_adverb(words[behind], lexicon)
            or words[behind].low in lexicon.words("openers")
            or words[behind].low in lexicon.words("adverbs")
        ):
            behind += 1  # "and I *also* took calls"
        acted = words[behind].start in acts
        if acted if bullet.confident else begins and past:
            joined = at > 0 and words[at - 1].low == "," and behind > at + 1
            # ", I also took calls": a comma alone would join no acts.
            piece = (Piece("and", FUNCTION),) if joined else ()
            end = word.end if joined else follower.start
            taken.append(Edit(word.start, end, piece, FIRST_PERSON))
    if taken and not _stays(bullet, words, {edit.start for edit in taken}, lexicon):
        yield from taken
    yield from _said_to_be(words, lexicon)
    yield from _own_qualities(bullet, words, lexicon)
    if any(word.low in lexicon.words("shared_subjects") for word in words):
        return  # "We sold our stock": one without the other would hang in the air
    others = lexicon.words("people_over_one") | lexicon.words("people_cared_for")
    things = lexicon.words("things_of_a_post")
    for word, follower in pairwise(words):
        twin = lexicon.maps["possessives"].get(word.low)
        loose = word.low != "my" or follower.low in others
        loose = loose or (follower.low in things and not _is_said(words, word.i, lexicon))
        named = word.text.istitle() and follower.text[:1].isupper()  # "Our Town"
        named = named or (word.low == "our" and follower.low in lexicon.words("kept_ours"))
        if twin and follower.low != "own" and loose and not named:
            the = Piece(like(twin, bullet.text[word.start : word.end]), FUNCTION)
            yield Edit(word.start, word.end, (the,), FIRST_PERSON)


def _is_said(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether a line tells what is one's own: "*My* area was returns", "that was *my* route"."""
    beside = {words[n].low for n in (at - 1, at + 2) if 0 <= n < len(words)}
    return not at or bool(beside & lexicon.words("be_words"))


def _stays(
    bullet: ParsedBullet, words: Sequence[Word], taken: AbstractSet[int], lexicon: Lexicon
) -> bool:
    """Whether an "I" would stay beside those that are taken off: "I wrote and *I* scheduled posts"
    keeps both, or none."""
    leads = lexicon.words("conjunctions") | lexicon.words("sentence_ends")
    gone = {word.start for clause in bullet.clauses for word in lead(clause, words, lexicon)}
    openers = [segment.opener for segment in bullet.segments if segment.opener]
    for word in words:
        if word.low not in lexicon.words("first_person_subjects") or word.start in taken | gone:
            continue
        opens = any(opener.start <= word.start < opener.end for opener in openers)
        if not opens and (word.i == 0 or words[word.i - 1].low in leads):
            return True
    return False


def _leads_up(bullet: ParsedBullet, subject: Word) -> bool:
    """Whether a line leads up to what "I" did without an act: "Tasked with finding a carrier, *I*
    asked nine"."""
    front = [clause for clause in bullet.clauses if clause.verb.start < subject.start]
    opens = bool(bullet.segments) and bullet.segments[0].opener is not None
    return opens and bool(front) and all(clause.form == "gerund" for clause in front)


def _said_to_be(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """ "I was appointed as liaison" -> "Appointed as liaison", "Was often called upon to speak" ->
    "Often called upon to speak": the tie behind the participle tells that somebody else did it."""
    spoken = bool(words) and words[0].low in lexicon.words("first_person_subjects")
    said = int(spoken)
    while said < len(words) and words[said].low in lexicon.words("passive_auxiliaries"):
        said += 1
    at = said
    while at < len(words) and is_adverb(words[at], lexicon):
        at += 1
    if said == spoken or at + 2 >= len(words):
        return
    if any(
        one.low in lexicon.words("conjunctions")
        and two.low in lexicon.words("first_person_subjects")
        for one, two in pairwise(words)
    ):
        return  # "I was responsible for cooking and I cleaned" keeps both
    begun = f"{words[at].low} {words[at + 1].low}"
    told = begun in lexicon.words("chosen_passives")
    told = told or (spoken and begun in lexicon.words("spoken_openers"))
    leant_on = words[at + 1].low != "to" and _goes_on(words[at:], lexicon)
    if told and not leant_on and not was_again(words[at:], lexicon):
        why = FIRST_PERSON if spoken else _IMPLIED
        yield Edit(words[0].start, words[said].start, (), why)


def was_again(behind: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether a second "was" leans on the subject: "I was in charge of X *and was* also ..."."""
    joints, forms = lexicon.words("conjunctions"), lexicon.words("bare_auxiliaries")
    return any(one.low in joints and two.low in forms for one, two in pairwise(behind))


def _goes_on(behind: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether a verb in the present leans on the subject: "I was in charge of 4 men and *run* the
    yard"."""
    joints = lexicon.words("conjunctions")
    return any(
        one.low in joints
        and any(r.form in ("base", "third") for r in lexicon.readings.get(two.low, ()))
        and three.low in lexicon.words("determiners")
        for one, two, three in zip(behind, behind[1:], behind[2:], strict=False)
    )


def _own_qualities(bullet: ParsedBullet, words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """ "Deepened my knowledge of the law" -> "Deepened knowledge of the law": a client's own
    knowledge and skills, as objects of an act that is told of such things."""
    if not bullet.confident:
        return
    if sum(w.low in lexicon.words("first_person_words") for w in words) > 1:
        return  # "my skills and my record": one without the other would lose its balance
    acts = [c for c in bullet.clauses if c.verb.lemma in lexicon.words("self_improving_verbs")]
    qualities = lexicon.words("own_qualities")
    for word, follower in pairwise(words):
        act = next((c for c in acts if c.verb.end + 1 == word.start), None)
        owned = act is not None and act.objects and act.objects[0].text.casefold() in qualities
        if owned and word.low == "my" and follower.low != "own":
            yield Edit(word.start, follower.start, (), FIRST_PERSON)
