"""Lines whose acts keep their tense: they go on, or one of them would stay behind the others."""

from collections.abc import Sequence
from itertools import pairwise

from reframe.core.bullet import ParsedBullet
from reframe.core.claims import Participation
from reframe.core.lexicon import Lexicon
from reframe.core.pairs import may_name
from reframe.core.words import Word, looks_plural

# A clause of its own ("that helps clients and lowers costs") is no longer than so many words.
_NEAR = 10
_TWO = 2


def keeps_tense(bullet: ParsedBullet, words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Return whether a line tells of what goes on, of a quality, of acts by their names alone, or
    of acts of which nobody can tell whose they are: its verbs stay as they are."""
    return (
        _names_too(words, lexicon)
        or _joins_quality(words, lexicon)
        or _goes_on_since(words)
        or _leads_to_subject(words, lexicon)
        or _helps_or_acts(bullet, lexicon)
        or _others_act(bullet, words, lexicon)
        or _holds_name(bullet, words, lexicon)
    )


def left_behind(bullet: ParsedBullet, words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Return whether a verb that no clause holds would stay behind those that take a tense."""
    held = _held(bullet, words)
    return _left_third(bullet, words, lexicon, held) or left_plain(
        bullet, words, lexicon, held=held
    )


def left_plain(
    bullet: ParsedBullet, words: Sequence[Word], lexicon: Lexicon, *, held: frozenset[int]
) -> bool:
    """Return whether a joined word may be one more act in its plain form that would not move with
    those that are ``held``, by where they begin: "Patch servers and *reboot*".

    Only beside acts in the same form; a noun of the tables ("sales and *support* for clients") and
    one that often stands in front of another ("and *service* calls") is none.
    """
    acting = [c for c in bullet.clauses if c.participation is not Participation.HELPED]
    if not any(clause.form == "base" for clause in acting):
        return False
    nested = lexicon.words("prepositions") | lexicon.words("relatives")
    nested |= lexicon.words("subordinators")
    for word in words[1:]:
        before = words[word.i - 1]
        if word.start in held or before.low not in lexicon.words("conjunctions"):
            continue
        since = max((start for start in held if start < word.start), default=0)
        if any(w.low in nested for w in words if since < w.start < word.start):
            continue  # "for teams that plan and *quote*"
        if word.text.islower() and may_act(words, word.i, lexicon):
            return True
    return False


def _names_too(words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether verbs in a row end in the name of an act: "Design, build and *testing of*
    boards" holds no verb for certain."""
    joints = lexicon.words("row_joints")
    at = 0
    while at + 2 < len(words) and words[at + 1].low in joints:
        at += 2 if words[at + 2].low not in joints else 3
    if not at or at + 1 >= len(words) or words[at + 1].low != "of":
        return False
    readings = lexicon.readings.get(words[at].low, ())
    return not any(reading.form in ("base", "past") for reading in readings)


def _joins_quality(words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether an -ing word in front is joined to what somebody is: "Typing 55 words a minute and
    *proficient* in spreadsheets"."""
    qualities = lexicon.words("own_states")
    return lexicon.is_gerund(words[0].low) and any(
        one.low in lexicon.words("conjunctions") and two.low in qualities
        for one, two in pairwise(words)
    )


def _goes_on_since(words: Sequence[Word]) -> bool:
    """Whether a line tells of what goes on: "*Have been* responsible for stock *since* May"."""
    lows = [word.low for word in words]
    return "have" in lows[:2] and "been" in lows[:3] and "since" in lows


def _leads_to_subject(words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether what begins with "Being" leads up to a sentence of its own: "*Being* part of the
    team I was sent abroad"."""
    subjects = lexicon.words("first_person_subjects")
    return words[0].low == "being" and any(word.low in subjects for word in words)


def _helps_or_acts(bullet: ParsedBullet, lexicon: Lexicon) -> bool:
    """Whether "Help" in the present leads a row of acts that the client may have done alone: "Help
    keep the salon clean, fold towels, book clients", "Help buyers find a color and mix *it*"; in
    the past, those alone would be helped with."""
    segment = bullet.segments[0] if bullet.segments else None
    if segment is None or segment.opener is None or len(segment.clauses) < _TWO:
        return False
    first = segment.opener.text.split()[0].casefold()
    forms = {r.form for r in lexicon.readings.get(first, ()) if r.lemma == "help"}
    later = [c for c in segment.clauses[1:] if c.form == "base"]
    if not forms & {"base", "third"} or not later:
        return False
    pronouns = lexicon.words("pronouns")
    again = any(o.text.casefold() in pronouns for c in later for o in c.objects)
    ended = [
        one
        for one, two in pairwise(segment.clauses)
        if one.objects and one.objects[0].end < two.verb.start
    ]
    return again or len(ended) >= _TWO


def _holds_name(bullet: ParsedBullet, words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether an act is part of a name ("*Save* the Children", "*Finding* Nemo"), or names one with
    its particle ("Pick up and *drop off of* kids")."""
    clauses = bullet.clauses
    places = {word.start: word.i for word in words} if clauses else {}
    for clause in clauses:
        at = places.get(clause.verb.start, 0)
        if clause.form not in ("base", "gerund"):
            continue
        near = words[at + 1 : at + 4]
        behind = [w for w in near if w.low not in lexicon.words("articles")][:2]
        named = bool(behind) and behind[0].text.istitle() and behind[0].text.isalpha()
        if at and named and words[at].text.istitle() and not words[at - 1].mark:
            return True
        particle = len(behind) > 1 and behind[0].low in lexicon.words("of_particles")
        if clause.form == "base" and particle and behind[1].low == "of":
            return True
    return False


def _others_act(bullet: ParsedBullet, words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether a joined act may be done by those whom the act in front tells of: "coordinate teams
    who plan events and *raise* money", "supervising clerks filing papers and *answering* phones"."""
    clauses = bullet.clauses
    if len(clauses) < _TWO:
        return False
    relatives, joints = lexicon.words("relatives"), lexicon.words("act_joint_words")
    small = lexicon.words("prepositions"), lexicon.words("determiners"), joints
    people = lexicon.words("plurals_without_s"), lexicon.words("people")
    lower = {verb.start for verb in bullet.lower}
    for one, two in pairwise(clauses):
        if two.form in {"past", "participle"}:
            continue
        inside = [w for w in words if one.verb.end <= w.start < two.verb.start]
        if not inside or inside[-1].low not in joints:
            continue
        leads = one.verb.lemma in lexicon.words("watched_acts")
        for word in inside[1:]:
            front = words[word.i - 1]
            readings = [r for r in lexicon.readings.get(word.low, ()) if r.form == two.form]
            apart = not any(front.low in closed for closed in small)
            if two.form == "gerund":
                doing = bool(readings) and word.low not in lexicon.words("ing_prepositions")
                found = doing and apart and looks_plural(front.low)
            elif front.low in relatives:
                found = bool(readings)
            else:
                many = looks_plural(front.low) or any(front.low in group for group in people)
                found = leads and apart and many and (bool(readings) or word.start in lower)
            if found:
                return True
    return False


def _left_third(
    bullet: ParsedBullet, words: Sequence[Word], lexicon: Lexicon, held: frozenset[int]
) -> bool:
    """Whether a verb in the third person that no clause holds is joined to the acts: moving
    those alone would break the row ("Manages staff ... and provides direction")."""
    nested = lexicon.words("relatives") | lexicon.words("subordinators")
    # Beside acts in their plain form, what ends a row of plurals is one: "refunds and *overrides*".
    plain = all(clause.form == "base" for clause in bullet.clauses)
    for before, word, behind in zip(words, words[1:], [*words[2:], None], strict=False):
        readings = [r for r in lexicon.readings.get(word.low, ()) if r.form == "third"]
        acts_on = behind is not None and _may_be_object(behind, lexicon)
        ends = plain and looks_plural(words[before.i - 1].low) and (behind is None or behind.mark)
        loose = any(acts_on or not (r.nominal or ends) for r in readings)
        if loose and word.start not in held and before.low in lexicon.words("act_joint_words"):
            front = [w for w in words if w.start < word.start]
            if not any(w.low in nested for w in front[-_NEAR:]):
                return any(clause.form in ("third", "base") for clause in bullet.clauses)
    return False


def _held(bullet: ParsedBullet, words: Sequence[Word]) -> frozenset[int]:
    """Return where the words begin that are acts, or stand in front of an opener's end."""
    held = {clause.verb.start for clause in bullet.clauses}
    held |= {w.start for s in bullet.segments if s.opener for w in words if w.end <= s.opener.end}
    return frozenset(held)


def _may_be_object(word: Word, lexicon: Lexicon) -> bool:
    """Whether what a word begins is an object, and nothing that goes on with a list of nouns."""
    plural = looks_plural(word.low) and word.low not in lexicon.words("phrase_stops")
    return bool(word.number) or word.low in lexicon.words("determiners") or plural


def may_act(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Return whether a joined word in its plain form may be an act, and no noun."""
    low = words[at].low
    readings = [r for r in lexicon.readings.get(low, ()) if r.form == "base"]
    if not readings or may_name(low, lexicon):
        return False
    behind = words[at + 1] if at + 1 < len(words) else None
    third = words[at + 2] if at + 2 < len(words) else None
    if behind is not None and behind.low in lexicon.words("particles"):
        return third is not None and not third.mark  # "hand in cash reports"
    work = lexicon.words("work_verbs")
    if not any(r.lemma in work or lexicon.verb(r.lemma) is not None for r in readings):
        return False
    if low in lexicon.words("seldom_verbs") or low in lexicon.words("compounding"):
        return False
    many = at > 1 and looks_plural(words[at - 2].low)
    if (behind is None or behind.mark) and many and low not in lexicon.words("mass_nouns"):
        return True  # "Rate policies and *quote*"
    if lexicon.domain(low) is not None:
        return False
    if behind is None or behind.mark:
        return True
    nouns = not behind.number and behind.low not in lexicon.words("conjunctions")
    return nouns or looks_plural(behind.low)
