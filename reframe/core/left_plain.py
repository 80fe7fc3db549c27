"""A verb in its plain form that no clause holds would stay behind where the others take a tense."""

from collections.abc import Sequence
from itertools import pairwise

from reframe.core.bullet import ParsedBullet
from reframe.core.claims import Participation
from reframe.core.lexicon import Lexicon
from reframe.core.pairs import may_name
from reframe.core.words import Word, looks_plural


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
        if word.text.islower() and _may_act(words, word.i, lexicon):
            return True
    return False


def names_too(words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Return whether verbs in a row end in the name of an act: "Design, build and *testing of*
    boards" holds no verb for certain."""
    joints = lexicon.words("row_joints")
    at = 0
    while at + 2 < len(words) and words[at + 1].low in joints:
        at += 2 if words[at + 2].low not in joints else 3
    if not at or at + 1 >= len(words) or words[at + 1].low != "of":
        return False
    readings = lexicon.readings.get(words[at].low, ())
    return not any(reading.form in ("base", "past") for reading in readings)


def joins_quality(words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Return whether an -ing word in front is joined to what somebody is: "Typing 55 words a minute
    and *proficient* in spreadsheets"."""
    qualities = lexicon.words("own_states")
    joined = any(
        one.low in lexicon.words("conjunctions") and two.low in qualities
        for one, two in pairwise(words)
    )
    return joined and lexicon.is_gerund(words[0].low)


def _may_act(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
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
    if low in lexicon.words("seldom_verbs") | lexicon.words("compounding"):
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
