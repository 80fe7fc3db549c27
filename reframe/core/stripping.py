"""Openers that announce duties, off: "Responsible for drafting notices" -> "Drafted notices".

An opener comes off where the client did each of the acts behind it, where they are all that it
leads to, and where it says nothing of them that would be lost.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reframe.core.bullet import Clause, ParsedBullet, Segment, Span, VerbForm
from reframe.core.claims import Participation
from reframe.core.duty_aims import aims
from reframe.core.inflect import inflect
from reframe.core.lexicon import Frame, Lexicon
from reframe.core.mechanics_acts import behind_comma, has_noun_tail, leads_to_described
from reframe.core.phrases import find_phrase
from reframe.core.sentence_case import like
from reframe.core.suggestion import FUNCTION, INFLECTED, Edit, Piece
from reframe.core.words import Word, looks_plural

ONE_FORM = "One form for acts in a row."


def comes_off(
    bullet: ParsedBullet, segment: Segment, frame: Frame, words: Sequence[Word], lexicon: Lexicon
) -> bool:
    """Return whether the acts behind an opener can stand without it: the client did each of them,
    they are all that it leads to, and it says nothing of them that would be lost."""
    opener = segment.opener
    return (
        opener is not None
        and frame.strip
        and bool(segment.clauses)
        and not segment.nouns
        and not _leans_on(segment, words, lexicon)
        and not loosely_joined(segment, words, lexicon)
        and not has_noun_tail(bullet.text, segment.clauses, lexicon)
        and not leads_to_described(bullet, segment, words, lexicon)
        and _all_did(segment)
        and not _hedged(opener, words, lexicon)
        and not aims(segment, words, lexicon)
        and not _keeps_within(segment, words, lexicon)
        and not (frame.lists and _lists_duties(segment))
        and not duty_beside(segment, words, lexicon)
        and not _sums_up(segment, words, lexicon)
        and not _describes(segment, lexicon)
        and not (frame.name in lexicon.words("asking_frames") and _tells(segment, words, lexicon))
    )


def _sums_up(segment: Segment, words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether the last act behind a comma tells what the others came to: "managing ten reps,
    *generating* $2M"."""
    clauses = segment.clauses
    sums = clauses[-1].verb.lemma in lexicon.words("summing_verbs")
    return len(clauses) > 1 and sums and behind_comma(clauses[-1], words)


def _describes(segment: Segment, lexicon: Lexicon) -> bool:
    """Whether an -ing word takes no object and so describes the noun behind it: "responsible for
    *dying* patients"; or names one more thing that is performed ("performing welding, *grinding*
    and operating cranes")."""
    alone = lexicon.words("objectless_states")
    if any(c.form == "gerund" and c.objects and c.verb.lemma in alone for c in segment.clauses):
        return True
    first = segment.clauses[0]
    named = first.verb.lemma in lexicon.words("light_verbs") | lexicon.words("act_takers")
    held = bool(first.objects) and lexicon.is_gerund(first.objects[-1].text.casefold())
    return named and held and len(segment.clauses) > 1


def strip_opener(
    text: str,
    segment: Segment,
    frame: Frame,
    words: Sequence[Word],
    lexicon: Lexicon,
    form: VerbForm,
) -> Iterator[Edit]:
    """Yield the edits that take an opener off and put its verbs into a form."""
    opener = segment.opener
    assert opener is not None
    first, *others = segment.clauses
    verb = in_plain_form(first, form, lexicon)
    between = text[opener.end : first.verb.start].strip(" \t:;,-–—")
    if between:
        # An adverb stands between: it is a fact and stays.
        kept = text.index(between, opener.end)
        yield Edit(opener.start, kept, (), frame.why)
        yield Edit(first.verb.start, first.verb.end, (Piece(verb, INFLECTED),), frame.why)
    else:
        led = _led_up_to(opener, words, lexicon)
        parted = (Piece(", ", FUNCTION),) if led else ()
        start = led.end if led else opener.start
        yield Edit(start, first.verb.end, (*parted, Piece(verb, INFLECTED)), frame.why)
    tie = opener.text.split()[-1].casefold()
    for clause in others:
        if clause.form != "past":
            told = like(in_plain_form(clause, form, lexicon), clause.verb.text)
            front = next((w for w in reversed(words) if w.end <= clause.verb.start), None)
            again = front is not None and front.low == tie  # "and *for* making calls"
            start = front.start if front and again else clause.verb.start
            yield Edit(
                start, verb_end(clause, words, lexicon), (Piece(told, INFLECTED),), frame.why
            )


def _led_up_to(opener: Span, words: Sequence[Word], lexicon: Lexicon) -> Word | None:
    """Return the last word of a phrase that leads up to what "I" did without a comma: "In this
    *role* I was responsible for". Without the subject, a comma parts it from the act."""
    begun = next((w for w in words if w.start >= opener.start), None)
    if begun is None or not begun.i or begun.low not in lexicon.words("first_person_subjects"):
        return None
    front = words[begun.i - 1]
    return None if front.mark or front.low in lexicon.words("conjunctions") else front


def joint_edits(segment: Segment, words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the edits that let "along with" become "and" where the acts on both sides now stand in
    one form."""
    for clause in segment.clauses[1:]:
        if clause.form != "gerund":
            continue
        if front := _led_by(clause, words, lexicon.phrases("act_joints")):
            span = front[0].start, front[-1].end
            yield Edit(*span, (Piece("and", FUNCTION),), ONE_FORM)


def in_plain_form(clause: Clause, form: VerbForm, lexicon: Lexicon) -> str:
    """Return a clause's verb in a form; a bookish verb gives way to its plain twin."""
    lemma = clause.verb.lemma
    told = inflect(lexicon.maps["plain_verbs"].get(lemma, lemma), form, lexicon)
    british = clause.verb.text.endswith("lling") and told.endswith("led")
    # "labelling" is British, and so is "labelled"; "selling" has no form in "-led".
    return f"{told[:-2]}led" if british and not told.endswith("lled") else told


def verb_end(clause: Clause, words: Sequence[Word], lexicon: Lexicon) -> int:
    """Return where the words end that a finite verb stands for: "Upselling *of* desserts"."""
    behind = next((w for w in words if w.start >= clause.verb.end), None)
    tied = clause.form == "gerund" and behind is not None and behind.low == "of"
    tied = tied and clause.verb.lemma not in lexicon.words("takes_of")  # "disposing of waste"
    return behind.end if tied and behind else clause.verb.end


def _leans_on(segment: Segment, words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether the duty only leads up to what the client says they did: "Tasked with finding a
    carrier, *I* asked nine"."""
    return any(
        mark.low == "," and word.low in lexicon.words("first_person_subjects")
        for mark, word in pairwise(words)
        if mark.start >= segment.clauses[-1].verb.end
    )


def _keeps_within(segment: Segment, words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether a duty is to keep something within a limit: "required to keep calls under 6 minutes"
    and "keeping costs under budget" say nothing of what was kept."""
    keeping = [c for c in segment.clauses if c.verb.lemma in lexicon.words("keeping_verbs")]
    for clause in keeping:
        inside = [w for w in words if clause.verb.end <= w.start < clause.extent[1]]
        for limit, behind in pairwise(inside):
            told = bool(behind.number) or behind.low in lexicon.words("limit_nouns")
            if told and limit.low in lexicon.words("limit_words"):
                return True
    return False


def _tells(segment: Segment, words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether being asked is the point of a line: it tells why or how soon somebody was asked
    ("after six months"), or to do what is done once, if it is ("tasked with *finding* a site")."""
    if any(find_phrase(words, phrase, lexicon) for phrase in lexicon.phrases("reasons")):
        return True
    if any(c.verb.lemma in lexicon.words("once_verbs") for c in segment.clauses):
        return True
    counts, times = lexicon.maps["number_values"], lexicon.words("measures")
    return any(
        after.low == "after"
        and (number.number or number.low in counts or number.low in lexicon.words("ones"))
        and unit.low.removesuffix("s") in times
        for after, number, unit in zip(words, words[1:], words[2:], strict=False)
    )


def _hedged(opener: Span, words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether an opener says how far it holds ("Was *often* asked to greet guests")."""
    inside = (w for w in words if opener.start <= w.start and w.end <= opener.end)
    return any(word.low in lexicon.words("hedge_words") for word in inside)


def _all_did(segment: Segment) -> bool:
    return all(clause.participation is Participation.DID for clause in segment.clauses)


def _lists_duties(segment: Segment) -> bool:
    """Whether one act heads a list that may hold other duties: "Duties included scheduling
    contractors, budget management and payroll" scheduled no payroll."""
    return len(segment.clauses) == 1 and len(segment.clauses[0].objects) > 2


def duty_beside(segment: Segment, words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Return whether what looks like one more object may be a duty of its own: "Responsible for
    scheduling contractors and budget *management*" scheduled no management, and "preparing reports
    and *finalisation of* accounts" prepared none."""
    named = lexicon.maps["act_nouns"]
    ofs = {word.start for word in words if word.low == "of"}
    takers = lexicon.words("plain_giving") | lexicon.words("light_verbs")
    return any(
        clause.objects[0].text.casefold() not in named
        and any(
            (thing.text.casefold() in named and not looks_plural(thing.text.casefold()))
            or (thing.end + 1 in ofs and _is_deed(thing.text.casefold(), lexicon))
            for thing in clause.objects[1:]
        )
        for clause in segment.clauses
        if clause.objects and clause.verb.lemma not in takers
    ) or any(
        _lists_duty([w for w in words if c.verb.end <= w.start < end], lexicon)
        for c, end in _reaches(segment)
        if c.verb.lemma not in lexicon.words("duty_takers")
    )


def _is_deed(low: str, lexicon: Lexicon) -> bool:
    """Whether a noun with an "of" is what was done: "finalisation of", "*issue of* passes"."""
    if low.endswith("ation"):
        return True
    thing = lexicon.domain(low) is not None or low in lexicon.words("adjectives")
    return not thing and bool(lexicon.lemmas(low, "base"))


def _reaches(segment: Segment) -> Iterator[tuple[Clause, int]]:
    """Yield each act with the end of what follows it: the next act, or the end of its part."""
    ends = [*[clause.verb.start for clause in segment.clauses[1:]], segment.extent[1]]
    yield from zip(segment.clauses, ends, strict=False)


def _lists_duty(behind: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether a row behind an act ends in the name of a duty: "cars and customer *service*", "a
    team of 5, *scheduling* and inventory"."""
    names, joints = lexicon.words("duty_names"), lexicon.words("row_joints")
    stops, particles = lexicon.words("phrase_stops"), lexicon.words("of_particles")
    lows = [word.low for word in behind]
    apart = False
    for at, low in enumerate(lows):
        added = lows[at : at + 3] == ["as", "well", "as"]
        comma = low.endswith(",")  # "5," is one word
        apart = apart or (at > 0 and low in stops - joints and not added and low != "of")
        if not (low in joints or comma or added) or apart or not at:
            continue
        phrase: list[str] = []
        for later in behind[at + (3 if added else 1) :]:
            if later.mark or later.low in joints or later.low in stops - particles:
                break
            phrase.append(later.low)
        if len(phrase) > 1 and phrase[-1] in particles:
            phrase.pop()  # "customer follow up"
        end = at + 1 + len(phrase)
        held = phrase[:1] == ["the"] and lows[end : end + 1] == ["of"]
        if held and phrase[-1].endswith(tuple(lexicon.words("quality_endings"))):
            return True  # "a platoon of 30 and *the accountability of* equipment"
        first = low.rstrip(",") or lows[at - 1]
        alone = len(phrase) == 1 and lexicon.is_gerund(phrase[0])
        if phrase and first not in names and (alone or phrase[-1] in names):
            return True
    return False


def _led_by(clause: Clause, words: Sequence[Word], phrases: Sequence[str]) -> Sequence[Word]:
    """Return the words right in front of a clause that are one of the phrases, or none."""
    front = [w for w in words if w.end <= clause.verb.start]
    for phrase in phrases:
        wanted = phrase.split()
        if [w.low for w in front[-len(wanted) :]] == wanted:
            return front[-len(wanted) :]
    return ()


def loosely_joined(segment: Segment, words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Return whether a phrase ("along with") that only an -ing word can follow leads an act."""
    loose = lexicon.phrases("loose_joints")
    return any(_led_by(clause, words, loose) for clause in segment.clauses)
