"""A change of nothing but tense and articles: no reading can make it say more."""

from collections.abc import Container, Sequence

from reframe.core.bullet import ParsedBullet
from reframe.core.claims import Participation
from reframe.core.lexicon import Lexicon
from reframe.core.manner import is_adverb
from reframe.core.phrases import words_of
from reframe.core.words import Word

_PRESENT = frozenset({"base", "third"})
_UNFINISHED = _PRESENT | {"gerund"}


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
        if not _into_past(old[at], new[at], _PRESENT, lexicon):
            return False
        reached = at + 1
    return bool(moved)


def only_changes_tense(bullet: ParsedBullet, after: str, lexicon: Lexicon) -> bool:
    """Return whether a wording differs from a bullet in nothing but the tense of openers and of
    acts that the client did, as far as those are certain, in articles and in praise that is gone:
    "Match invoices and enter them into register", "Matched invoices and entered them into the
    register".

    The last of -ing acts must be joined by a word: behind a comma alone it may tell the means.
    """
    articles, twins = lexicon.words("articles"), lexicon.maps["possessives"]
    old = words_of(bullet.text)
    praised = {word.low for word in old} & lexicon.words("filler_adverbs")
    old = [word for word in old if word.low not in praised]
    told = _told(bullet, old, lexicon)
    moved: list[int] = []
    at = 0
    for word in words_of(after):
        was = old[at] if at < len(old) else None
        if was is None or was.low != word.low:
            twin = was is not None and twins.get(was.low) == word.low
            if word.low in praised or (word.low in articles and not twin):
                continue
            if was is None or not (twin or _moves(was, word, told, lexicon)):
                return False
            moved += [] if twin else [at]
        at += 1
    last = moved[-1] if moved else 0
    gerund = last > 0 and told[old[last].start]
    joined = not gerund or old[last - 1].low in lexicon.words("conjunctions")
    return at == len(old) and joined and not _halved(old, moved)


def _moves(was: Word, now: Word, told: Container[int], lexicon: Lexicon) -> bool:
    return was.start in told and _into_past(was, now, _UNFINISHED, lexicon)


def _halved(words: Sequence[Word], moved: Sequence[int]) -> bool:
    """Whether what a slash joins to a verb stayed as it was: "Retouched/resize photos"."""
    joined = (at + 2 for at in moved if at + 2 < len(words) and words[at + 1].low == "/")
    return any(at not in moved for at in joined)


def _told(bullet: ParsedBullet, words: Sequence[Word], lexicon: Lexicon) -> dict[int, bool]:
    """Return where a bullet's openers and the acts of its own stand, each with whether it is an
    -ing word; of an unsure line, the row of verbs that it opens with."""
    spans = bullet.row
    if bullet.confident:
        openers = [segment.opener for segment in bullet.segments if segment.opener]
        own = [c.verb for c in bullet.clauses if c.participation is Participation.DID]
        spans = (*openers, *own)
    return {
        word.start: lexicon.is_gerund(word.low)
        for word in words
        if any(span.start <= word.start < span.end for span in spans)
    }


def _passed(word: Word, joints: frozenset[str], lexicon: Lexicon, *, first: bool) -> bool:
    return is_adverb(word, lexicon) or (not first and word.low in joints)


def _into_past(was: Word, now: Word, forms: frozenset[str], lexicon: Lexicon) -> bool:
    present = {r.lemma for r in lexicon.readings.get(was.low, ()) if r.form in forms}
    past = {r.lemma for r in lexicon.readings.get(now.low, ()) if r.form == "past"}
    return bool(present & past)
