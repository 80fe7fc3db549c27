"""A remit told as an act: "responsible for audits" does not say that anybody audited."""

from collections.abc import Iterator

from reframe.core.derive import verbs_of
from reframe.core.lexicon import Lexicon
from reframe.core.phrases import words_of


def told_remits(before: str, after: str, lexicon: Lexicon) -> Iterator[tuple[str, int, int]]:
    """Yield the verb of a draft that stands for the one noun of a remit, and has no object: where
    the source names what the act was done to ("the audit of tills"), a duty may stand as an act."""
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
    if behind is not None and behind.low in {"of", *lexicon.words("conjunctions")}:
        return
    if any(lexicon.is_gerund(word.low) for word in source[at + 2 : head + 1]):
        return
    first = draft[0]
    nexts = draft[1] if len(draft) > 1 else None
    bare = nexts is None or nexts.mark or nexts.low in places
    noun, single = source[head].low, lexicon.singular(source[head].low)
    named = {single} | verbs_of(noun, lexicon) | verbs_of(single, lexicon)
    if bare and lexicon.lemmas(first.low, "past") & named:
        yield first.text, first.start, first.end
