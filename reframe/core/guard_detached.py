"""What a source says of somebody else, parted from them in a draft, so that it reads as the
client's own: "drew maps for a surveyor licensed in two states",
"licensed in two states, drew maps for a surveyor"."""

from collections.abc import Iterator, Sequence

from reframe.core.guard_agents import is_somebody
from reframe.core.lexicon import Lexicon
from reframe.core.phrases import words_of
from reframe.core.words import Word

_HEADING = 4
"""How many words a heading in front of a colon may have."""


def detached_from_others(
    before: str, after: str, lexicon: Lexicon
) -> Iterator[tuple[str, int, int]]:
    """Yield the first word of what described somebody in the source and stands behind a mark, or
    in front of the line, in the draft."""
    source, draft = words_of(before), words_of(after)
    described = {word.low for word in _described(source, lexicon)}
    kept = {word.low for word in source if _apart(source, word.i)}
    for word in draft:
        if word.low in described - kept and _apart(draft, word.i):
            yield word.text, word.start, word.end
    yield from _headed(source, draft, lexicon)


def _described(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Word]:
    """Yield what stands right behind somebody and tells of them: "a broker *fluent* in Greek",
    "surgeons *performing* grafts"."""
    states = lexicon.words("own_states") | lexicon.words("states_of_others")
    idle = lexicon.words("seeing_to") | lexicon.words("tool_verbs")
    watched = False
    for at, word in enumerate(words[1:], start=1):
        front = words[at - 1]
        watched = watched or bool(lexicon.lemmas(front.low) & lexicon.words("attending_verbs"))
        if at < 2 or front.mark or not _is_person(front, lexicon):
            continue
        if words[at - 2].low == "as":
            continue
        gerund = lexicon.lemmas(word.low, "gerund") - idle
        if word.low in states or (watched and gerund and not word.mark):
            yield word


def _is_person(word: Word, lexicon: Lexicon) -> bool:
    named = lexicon.names_person(lexicon.singular(word.low))
    return named or (word.low not in lexicon.domains and is_somebody(word, lexicon))


def _apart(words: Sequence[Word], at: int) -> bool:
    """Whether a word begins a line, or a part of it behind a mark."""
    return at == 0 or words[at - 1].text in {",", ";", "."}


def _headed(
    source: Sequence[Word], draft: Sequence[Word], lexicon: Lexicon
) -> Iterator[tuple[str, int, int]]:
    """Yield somebody who heads a draft as if the client were they: "helped the welder",
    "*Welder*: helped"."""
    colon = next((word.i for word in draft if word.text == ":"), None)
    if colon is None or not 0 < colon <= _HEADING:
        return
    word = draft[colon - 1]
    place = next((w.i for w in source if w.low == word.low), None)
    shared = word.low in lexicon.words("credit_words")
    if place and not shared and _is_person(word, lexicon):
        front = [w.low for w in source[max(place - _HEADING, 0) : place]]
        was = lexicon.words("be_words") | {"as"}
        if not any(w.text == ":" for w in source) and not was & set(front):
            yield word.text, word.start, word.end
