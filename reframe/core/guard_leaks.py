"""Acts that the source shares with people, or gives help with, told as the client's own beside
what is still shared: "worked with the crew on painting and on wiring", "worked with the crew on
painting and wired"."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from reframe.core.derive import verbs_of
from reframe.core.lexicon import Lexicon
from reframe.core.phrases import words_of
from reframe.core.words import Word

_WITHIN = 3
"""So near behind its verb a "with" tells that the work was shared."""


def leaked_acts(before: str, after: str, lexicon: Lexicon) -> Iterator[tuple[str, int, int]]:
    """Yield the acts of a draft that left the work they were shared in: by their verbs, or by any
    verb where the source tells of no act but shared ones."""
    source, draft = words_of(before), words_of(after)
    if helped := _helped_with(source, lexicon) | _spelled_out(source, lexicon):
        yield from _unhelped(draft, helped, lexicon)
    shared = _shared(source, lexicon)
    if not shared or _sharing(draft, lexicon) is None:
        return
    first = next((w for w in source if w.low not in lexicon.words("first_person_subjects")), None)
    lemmas = lexicon.lemmas(first.low) if first else set()
    alone = bool(lemmas & _sharers(lexicon)) and not _pasts(source, lexicon) - _sharers(lexicon)
    alone = alone and not any(word.low in lexicon.words("own_leads") for word in source[:-1])
    joints = lexicon.words("conjunctions") | {",", ";"}
    for at, word in enumerate(draft):
        acts = lexicon.lemmas(word.low, "past")
        front = draft[at - 1].low if at else ""
        beside = alone and (not front or front in joints) and not acts & _sharers(lexicon)
        undone = {front, word.low} & lexicon.words("be_words")
        if acts and not undone and (acts & shared or beside):
            yield word.text, word.start, word.end


def _helped_with(words: Sequence[Word], lexicon: Lexicon) -> set[str]:
    """Return the acts that a noun of help leads to: "assistance with counts and *ordering* of
    stock"."""
    noun = next((w.i for w in words if w.low in lexicon.words("help_nouns")), None)
    leads = lexicon.words("help_leads")
    if noun is None or noun + 1 == len(words) or words[noun + 1].low not in leads:
        return set()
    found: set[str] = set()
    for at in range(noun + 2, len(words)):
        word = words[at]
        if lexicon.lemmas(word.low, "past") and words[at - 1].low in {",", "and", ";"}:
            break  # an act of its own
        found |= lexicon.lemmas(word.low, "gerund")
        if [w.low for w in words[at + 1 : at + 2]] == ["of"]:
            found |= verbs_of(word.low, lexicon)
    return found - _pasts(words, lexicon)


def _spelled_out(words: Sequence[Word], lexicon: Lexicon) -> set[str]:
    """Return the bare acts that a mark leads to behind the help of a line: what the help was with
    ("helped guests with their stay: *packing*, *checking out*")."""
    helping = {lemma for lemma, kind in lexicon.maps["part_words"].items() if kind == "helped"}
    if not words or not lexicon.lemmas(words[0].low) & helping:
        return set()
    at = next((w.i for w in words if w.low in lexicon.words("spelling_marks")), None)
    if at is None or not any(w.low in lexicon.words("help_leads") for w in words[:at]):
        return set()
    found: set[str] = set()
    for word, behind in zip_longest(words[at + 1 :], words[at + 2 :]):
        ends = behind is None or behind.mark or behind.low in lexicon.words("conjunctions")
        if lexicon.is_gerund(word.low) and ends:
            found |= lexicon.lemmas(word.low, "gerund")
        elif not word.mark and word.low not in lexicon.words("conjunctions"):
            return set()
    return found


def _unhelped(
    words: Sequence[Word], acts: set[str], lexicon: Lexicon
) -> Iterator[tuple[str, int, int]]:
    """Yield the acts of a draft that stand beside the help that they were a part of."""
    helping = {lemma for lemma, kind in lexicon.maps["part_words"].items() if kind == "helped"}
    nouns = lexicon.words("help_nouns")
    if not any(word.low in nouns or lexicon.lemmas(word.low) & helping for word in words):
        return
    for word in words:
        if lexicon.lemmas(word.low, "past") & acts:
            yield word.text, word.start, word.end


def _sharers(lexicon: Lexicon) -> frozenset[str]:
    return lexicon.words("sharing_verbs") | {"work"}


def _pasts(words: Sequence[Word], lexicon: Lexicon) -> set[str]:
    """Return the verbs that stand in the past, and in no other form ("crew" is no act)."""
    rows = [lexicon.readings.get(word.low, ()) for word in words]
    return {r.lemma for row in rows for r in row if r.form == "past" and row[0].form != "base"}


def _sharing(words: Sequence[Word], lexicon: Lexicon) -> int | None:
    """Return the place behind the first "with" of work that was shared."""
    for at, word in enumerate(words):
        behind = words[at + 1 : at + 1 + _WITHIN]
        place = next((w.i for w in behind if w.low in lexicon.words("sharing_places")), None)
        if lexicon.lemmas(word.low) & _sharers(lexicon) and place is not None:
            return place + 1
    return None


def _shared(words: Sequence[Word], lexicon: Lexicon) -> set[str]:
    """Return the acts that stand under shared work: up to a clause that tells another act."""
    start = _sharing(words, lexicon)
    if start is None:
        return set()
    found: set[str] = set()
    led = False
    for at in range(start, len(words)):
        word = words[at]
        forms = {r.form for r in lexicon.readings.get(word.low, ())}
        if word.low in lexicon.words("own_leads") or ("past" in forms and "base" not in forms):
            break
        led = led or word.low in lexicon.words("shared_leads")
        if led and "gerund" in forms:
            found |= lexicon.lemmas(word.low, "gerund")
        elif led and "base" in forms and words[at - 1].low in {"to", "and"}:
            found |= lexicon.lemmas(word.low, "base")
    return found - _pasts(words, lexicon)
