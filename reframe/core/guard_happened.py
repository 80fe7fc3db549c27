"""What became of a thing, told as what the client did to it: "attendance doubled", "doubled
attendance"."""

from collections.abc import Iterator, Sequence

from reframe.core.lexicon import Lexicon
from reframe.core.phrases import words_of
from reframe.core.words import Word


def happened_as_done(before: str, after: str, lexicon: Lexicon) -> Iterator[tuple[str, int, int]]:
    """Yield the verbs of change in a draft whose object is what the source says changed."""
    source, draft = words_of(before), words_of(after)
    changed = _changed(source, lexicon)
    if not changed:
        return
    skipped = lexicon.words("determiners") | lexicon.words("be_words")
    for word in draft:
        if not lexicon.lemmas(word.low, "past", "gerund", "participle") & lexicon.words(
            "turning_verbs"
        ):
            continue
        if _subject(draft, word.i, lexicon):
            continue
        for behind in draft[word.i + 1 :]:
            if behind.mark or behind.low in lexicon.words("prepositions"):
                break
            if behind.low not in skipped and lexicon.singular(behind.low) in changed:
                yield word.text, word.start, word.end
                break


def _changed(words: Sequence[Word], lexicon: Lexicon) -> set[str]:
    """Return the things of which a text says that they changed, and not who changed them."""
    found: set[str] = set()
    own: set[str] = set()
    for word in words:
        if not lexicon.lemmas(word.low, "past", "participle") & lexicon.words("turning_verbs"):
            continue
        subject = _subject(words, word.i, lexicon)
        behind = words[word.i + 1] if word.i + 1 < len(words) else None
        if subject and (behind is None or _ends(behind, lexicon)):
            found.add(lexicon.singular(subject))
        elif not subject:
            own |= {lexicon.singular(w.low) for w in words[word.i + 1 :]}
    return found - own


def _ends(word: Word, lexicon: Lexicon) -> bool:
    """Whether a word right behind a verb of change is no object of it."""
    loose = word.low.endswith("ly") or word.low in lexicon.words("change_ends")
    return word.mark or word.number or loose


def _subject(words: Sequence[Word], at: int, lexicon: Lexicon) -> str:
    """Return the last word of what stands in front of a verb in its clause, "" where an act or
    nothing does."""
    loose = lexicon.words("change_fronts")
    front = at - 1
    while front >= 0 and (words[front].low in loose or words[front].low.endswith("ly")):
        front -= 1
    if front < 0 or words[front].low in lexicon.words("be_words"):
        return ""
    last, first = front, front
    while first >= 0 and not words[first].mark:
        low = words[first].low
        if low in lexicon.words("subject_joints"):
            break
        if low in lexicon.words("first_person_subjects") | lexicon.words("subject_breaks"):
            return ""
        readings = lexicon.readings.get(low, ())
        if any(r.form in ("past", "gerund") for r in readings) and (
            first == 0
            or words[first - 1].mark
            or words[first - 1].low in lexicon.words("subject_joints")
        ):
            return ""
        first -= 1
    return words[last].low if last > first else ""
