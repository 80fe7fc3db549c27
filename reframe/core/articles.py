"""The missing article of what there is one of in a job: "with marketing team"."""

from collections.abc import Iterator, Sequence

from reframe.core.lexicon import Lexicon
from reframe.core.suggestion import FUNCTION, Edit, Piece
from reframe.core.words import Word, looks_plural

_WHY = "There is one of it in a job: it takes the article."
_MODIFIERS = 2


def articles(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the edits that put "the" in front of a team, a department, a company.

    Only behind a preposition, only where the noun ends its phrase, and never where it may be a
    title ("as store manager") or a name.
    """
    if _is_clipped(words, lexicon):
        return
    for at, word in enumerate(words):
        if not word.text.islower() or not _ends_phrase(words, at, lexicon):
            continue
        start = at
        while start > 0 and at - start < _MODIFIERS and _modifies(words[start - 1], lexicon):
            start -= 1
        if start > 0 and _leads(words, start, at, lexicon):
            yield Edit(words[start].start, words[start].start, (Piece("the ", FUNCTION),), _WHY)


def _is_clipped(words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether somebody else in the line stands bare too, as in telegrams ("acquisition of
    *competitor*"): an article for one alone would limp."""
    leads = lexicon.words("prepositions") - lexicon.words("titled_places")
    for at, word in enumerate(words[1:], 1):
        if word.low in lexicon.words("bare_people") and words[at - 1].low in leads:
            if words[at - 1].low == "to" and word.low in lexicon.readings:
                continue  # "to nurse", "to engineer"
            behind = words[at + 1] if at + 1 < len(words) else None
            if behind is None or behind.mark or behind.low in lexicon.words("phrase_stops"):
                return True
    return False


def _ends_phrase(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    low = words[at].low.replace("’", "'")
    if low.removesuffix("'s") not in lexicon.words("single_nouns"):
        return False
    behind = words[at + 1] if at + 1 < len(words) else None
    if low.endswith("'s"):
        return behind is not None and not behind.mark
    joints = lexicon.words("group_joints")
    if behind is None or (behind.mark and behind.low not in joints):
        return True
    return behind.low in lexicon.words("phrase_stops") and behind.low not in joints


def _leads(words: Sequence[Word], start: int, at: int, lexicon: Lexicon) -> bool:
    """Whether what stands in front leads to somebody or something: a preposition, or a verb of
    help; to the owner of something, any act too ("kept *company's* books")."""
    before, low = words[start - 1], words[at].low
    # At the head of a line a word that may be a thing acts: "*Aid* marketing team".
    heads = before.i == 0
    readings = [r for r in lexicon.readings.get(before.low, ()) if heads or not r.nominal]
    if low.endswith("'s"):
        owned = before.low in lexicon.words("prepositions")
        return owned or any(r.form in {"past", "gerund", "third"} for r in readings)
    if low in lexicon.words("acts_or_groups") and start == at:
        return False  # "helped with organization": an act
    if before.low in lexicon.words("article_places"):
        return True
    if before.low in lexicon.words("group_places") and low in lexicon.words("sure_groups"):
        return True
    if before.low == "to" and low in lexicon.words("told_people"):
        # "Sent reports to manager", and nobody who became one
        return lexicon.words("rising_words").isdisjoint(w.low for w in words[:start])
    verbs = lexicon.words("helping_verbs")
    return any(r.lemma in verbs for r in readings)


def _modifies(word: Word, lexicon: Lexicon) -> bool:
    """Whether a word can stand between the article and its noun: a plain noun or adjective."""
    closed = lexicon.words("phrase_stops") | lexicon.words("determiners")
    if word.mark or word.number or word.low in closed or word.low.endswith(("'s", "’s")):
        return False
    if looks_plural(word.low) and word.low not in lexicon.words("plural_modifiers"):
        return False
    readings = lexicon.readings.get(word.low, ())
    named = word.low in lexicon.words("gerund_nouns")
    verbal = not named and any(not r.nominal for r in readings)
    return not verbal and word.low.replace("-", "").isalpha() and not word.low.endswith("ly")
