"""A change of nothing but the tense that a line opens in: no reading can make it say more."""

from collections.abc import Sequence

from reframe.core.lexicon import Lexicon
from reframe.core.manner import is_adverb
from reframe.core.phrases import words_of
from reframe.core.words import Word

_PRESENT = frozenset({"base", "third"})


def only_opens_in_past(before: str, after: str, lexicon: Lexicon) -> bool:
    """Return whether the verbs that a line opens with, in a row, went from the present into the
    past and every other word stayed: "Attend and minute meetings", "Attended and minuted ...".

    Behind anything but a joint or an adverb a verb may stand under another ("Help plan and
    *carry* out"), so that its tense would tell of another part in it.
    """
    old, new = words_of(before), words_of(after)
    if len(old) != len(new):
        return False
    moved = [n for n, (was, now) in enumerate(zip(old, new, strict=True)) if was.text != now.text]
    joints = lexicon.words("act_joint_words")
    reached = 0
    for at in moved:
        between = old[reached:at]
        if not all(_passed(word, joints, lexicon, first=not reached) for word in between):
            return False
        if not _into_past(old, new, at, lexicon):
            return False
        reached = at + 1
    return bool(moved)


def _passed(word: Word, joints: frozenset[str], lexicon: Lexicon, *, first: bool) -> bool:
    return is_adverb(word, lexicon) or (not first and word.low in joints)


def _into_past(old: Sequence[Word], new: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    present = {r.lemma for r in lexicon.readings.get(old[at].low, ()) if r.form in _PRESENT}
    past = {r.lemma for r in lexicon.readings.get(new[at].low, ()) if r.form == "past"}
    return bool(present & past)
