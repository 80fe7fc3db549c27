"""Words that can go, or that have a plainer twin."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from reframe.core.bullet import ParsedBullet
from reframe.core.lexicon import Lexicon
from reframe.core.manner import lows_of, manners, said
from reframe.core.phrases import rows_in
from reframe.core.plain_fits import plainer_fits
from reframe.core.sentence_case import like
from reframe.core.suggestion import SAME, Edit, Piece
from reframe.core.things import plural
from reframe.core.words import Word

_PHRASE = 6
_FEWEST = 3


def plainer_edits(bullet: ParsedBullet, words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the phrases that a plainer twin says in full, and take those away that say nothing."""
    text, plainer = bullet.text, lexicon.maps["plainer"]
    for at, size, phrase in rows_in(words, plainer):
        twin, run = plainer[phrase], words[at : at + size]
        if twin in lexicon.words("join_words") and not bullet.confident:
            continue  # what an "and" would join is not known
        others = (*words[:at], *words[at + size :])
        if twin in lexicon.readings and any(word.low == twin for word in others):
            continue  # "*utilizing* a lathe and using saws": no verb is said twice for its sake
        if twin in lexicon.words("empty_quantifiers") and not _many_follow(
            words[at + size :], lexicon
        ):
            continue  # "a variety of gear": nothing there is counted
        if not plainer_fits(bullet, words, at, size, lexicon):
            continue
        start, end = run[0].start, run[-1].end
        if not twin:
            end = words[at + size].start if at + size < len(words) else end
            yield Edit(start, end, (), "Words without content.")
        else:
            piece = Piece(like(twin, text[start:end]), SAME)
            yield Edit(start, end, (piece,), f'"{phrase}" in plain words.')


def having_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Take "Having" off a line that tells what somebody knows: "*Having* good knowledge of Java".

    What one knows is no act of a time: "Had good knowledge" would say that it is gone.
    """
    if words[0].low not in lexicon.words("having_words") or len(words) < _FEWEST:
        return
    known = lexicon.words("known_things")
    at = next((w.i for w in words[1:_PHRASE] if w.low in known), 0)
    stops = lexicon.words("phrase_stops") - lexicon.words("conjunctions") - {"of"}
    if not at or any(w.mark or w.low in stops for w in words[1:at]):
        return
    if any(w.low in lexicon.words("first_person_subjects") for w in words):
        return  # "Having experience in sales, I trained the others"
    start = 2 if words[1].low in {"a", "an"} else 1
    yield Edit(words[0].start, words[start].start, (), "What one knows needs no verb.")


def filler_edits(bullet: ParsedBullet, words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Take praise off the acts themselves; inside a purpose or a means it is part of the fact."""
    verbs = _act_starts(bullet)
    fillers = lexicon.words("filler_adverbs")
    pairs = lexicon.words("pair_words")
    for at, word in enumerate(words):
        before = words[at - 1].low if at else ""
        behind = words[at + 1] if at + 1 < len(words) else None
        after = behind.low if behind else ""
        if word.low in lexicon.words("empty_quantifiers"):
            if behind and before not in pairs and after != "of" and at:
                shown = words[at + 2].low if at + 2 < len(words) else ""
                if shown in lexicon.words("example_leads"):
                    continue  # "various positions *including* busser" would be clipped
                if _plural_follows(words[at + 1 :], lexicon):
                    yield Edit(word.start, behind.start, (), "The plural says as much.")
            continue
        if word.low not in fillers or before in lexicon.words("degree_words"):
            continue
        if after in pairs or (before in pairs and after not in lexicon.readings):
            continue
        if any(
            f"{word.low} {r.lemma}" in lexicon.words("named_skills")
            for r in lexicon.readings.get(after, ())
        ):
            continue
        leads = behind is not None and behind.start in verbs
        trails = at > 0 and words[at - 1].start in verbs and len(words) > at + 1
        closes = len(bullet.clauses) == 1 and _closes(words, at, bullet, lexicon)
        if leads or trails:
            assert behind is not None
            yield Edit(word.start, behind.start, (), "Praise of the act states no fact.")
        elif closes:
            yield Edit(words[at - 1].end, word.end, (), "Praise of the act states no fact.")


def _act_starts(bullet: ParsedBullet) -> frozenset[int]:
    """Return where the verbs of acts and of openers begin; of an unsure line, none."""
    if not bullet.confident:
        return frozenset()
    verbs = {clause.verb.start for clause in bullet.clauses}
    for segment in bullet.segments:
        opener = segment.opener
        if opener:
            verbs |= {opener.start + m.start() for m in re.finditer(r"\w+", opener.text)}
    return frozenset(verbs)


def _closes(words: Sequence[Word], at: int, bullet: ParsedBullet, lexicon: Lexicon) -> bool:
    """Whether an adverb at the end of a line can belong to its one act alone."""
    rest = [w for w in words[at + 1 :] if not w.mark]
    inside = [w for w in words[:at] if w.start > bullet.clauses[0].verb.start]
    nested = lexicon.words("phrase_stops") | lexicon.words("subordinators")
    return at > 0 and not rest and not any(w.low in nested or w.mark for w in inside)


def _many_follow(words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether the noun phrase that begins here ends in a plural: "special tools", no "gear"."""
    stops = lexicon.words("phrase_stops") - lexicon.words("pair_words")
    phrase = takewhile(lambda word: not word.mark and word.low not in stops, words)
    return any(plural(word, lexicon) for word in phrase)


def _plural_follows(words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether the noun phrase that begins here holds a plural, and no mark in front of it; over a
    joint only adjectives lead ("technical and legal reviews"). A bare plural alone would say too
    little ("in various roles", "assisted various departments")."""
    described = True
    for at, word in enumerate(words[:_PHRASE]):
        if word.low in lexicon.words("pair_words") and at and described:
            continue
        if word.mark or word.number or word.low in lexicon.words("phrase_stops"):
            return False
        if lexicon.singular(word.low) != word.low:
            told = at + 1 < len(words) and words[at + 1].low == "of"
            told = told and lexicon.singular(word.low) in lexicon.maps["act_nouns"]
            return at > 0 or told
        described = described and word.low in lexicon.words("adjectives")
    return False


def manner_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """ "In a timely manner" -> "promptly", where nothing but a mark or a phrase follows."""
    stops = lexicon.words("phrase_stops")
    for found in manners(lows_of(words), lexicon):
        behind = words[found.behind] if found.behind < len(words) else None
        if found.first and (behind is None or behind.mark or behind.low in stops):
            span = words[found.first].start, words[found.behind - 1].end
            yield Edit(*span, (Piece(said(found.adverbs), SAME),), "The manner in one word.")
