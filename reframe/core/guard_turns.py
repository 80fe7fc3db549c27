"""Acts that the source tells side by side, told as one following another: "wrote and posted",
"wrote, then posted", "wrote before posting"."""

from collections.abc import Iterator

from reframe.core.lexicon import Lexicon
from reframe.core.phrases import words_of


def told_in_turn(before: str, after: str, lexicon: Lexicon) -> Iterator[tuple[str, int, int]]:
    """Yield the word of a draft that tells that one act followed another, where no word of the
    source tells what came first."""
    ordering = lexicon.words("turn_words")
    if any(w.low in ordering or w.low in lexicon.words("turn_signs") for w in words_of(before)):
        return
    leads = lexicon.words("later_leads") | lexicon.words("earlier_leads")
    words = words_of(after)
    for at, word in enumerate(words):
        behind = words[at + 1].low if at + 1 < len(words) else ""
        if word.low in ordering or (word.low in leads and lexicon.lemmas(behind, "gerund")):
            yield word.text, word.start, word.end
