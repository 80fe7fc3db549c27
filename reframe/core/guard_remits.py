"""A remit told as an act: "responsible for audits" does not say that anybody audited."""

from collections.abc import Iterator

from reframe.core.derive import verbs_of
from reframe.core.lexicon import Lexicon
from reframe.core.phrases import words_of

_PAIR = 3
"""Two nouns and what joins them, at the end of a line: "product shipments *and verification*"."""


def told_remits(before: str, after: str, lexicon: Lexicon) -> Iterator[tuple[str, int, int]]:
    """Yield the verb of a draft that stands for the one noun of a remit, and has no object, or the
    first of two that stand for its pair of nouns: where the source names what the act was done to
    ("the audit of tills"), a duty may stand as an act."""
    source, draft = words_of(before), words_of(after)
    signs = lexicon.words("part_signs")
    at = next((w.i for w in source[:4] if w.low in signs), None)
    if at is None or at + 2 >= len(source) or source[at + 1].low != "for" or not draft:
        return
    places = lexicon.words("prepositions")
    head = at + 2
    while head + 1 < len(source) and not (
        source[head + 1].mark or source[head + 1].low in places | lexicon.words("conjunctions")
    ):
        head += 1
    behind = source[head + 1] if head + 1 < len(source) else None
    if behind is not None and behind.low == "of":
        return
    if any(lexicon.is_gerund(word.low) for word in source[at + 2 :]):
        return
    first = draft[0]
    if behind is not None and behind.low in lexicon.words("conjunctions"):
        pair = [word for word in source[head:] if not word.mark]
        second = [word for word in draft[1:3] if word.low not in lexicon.words("conjunctions")]
        if len(pair) == _PAIR and second:
            one, two = (_acts(pair[n].low, lexicon) for n in (0, -1))
            told = (lexicon.lemmas(word.low, "past") for word in (first, second[0]))
            if all(past & acts for past, acts in zip(told, (one, two), strict=True)):
                yield first.text, first.start, first.end
        return
    nexts = draft[1] if len(draft) > 1 else None
    bare = nexts is None or nexts.mark or nexts.low in places
    if bare and lexicon.lemmas(first.low, "past") & _acts(source[head].low, lexicon):
        yield first.text, first.start, first.end


def _acts(noun: str, lexicon: Lexicon) -> set[str]:
    single = lexicon.singular(noun)
    return {single} | verbs_of(noun, lexicon) | verbs_of(single, lexicon)
