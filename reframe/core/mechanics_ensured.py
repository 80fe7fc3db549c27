"""What was made sure of: "*Insured* that guests were safe" is "ensured"."""

from collections.abc import Iterator, Sequence

from reframe.core.lexicon import Lexicon
from reframe.core.suggestion import Edit, repaired
from reframe.core.words import Word

_SURE = '"ensure" is to make sure.'
_ENSURED = "What is ensured is achieved."
_REACH = 7


def achieved_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Take "is achieved" from a quality that one ensures: "ensured guest safety *is achieved*"."""
    for word in words[3:]:
        if word.text not in {"achieved", "attained"}:
            continue
        behind = words[word.i + 1] if word.i + 1 < len(words) else None
        closed = behind is None or behind.text in {".", ";"}
        be, quality = words[word.i - 1], words[word.i - 2]
        if not closed or be.low not in lexicon.words("be_before"):
            continue
        ensured = any("ensure" in lexicon.lemmas(w.low) for w in words[max(word.i - _REACH, 0) :])
        if quality.text in lexicon.words("ensured_qualities") and ensured:
            yield repaired(quality.end, word.end, "", _ENSURED)


def sure_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield "ensure" for an "insure" that leads to a clause: "insured all lamps *were* on"."""
    for word in words[:-2]:
        if not lexicon.lemmas(word.low) & {"insure"} or not word.low.startswith("insur"):
            continue
        if (
            word.low in lexicon.words("insured_things")
            and word.i
            and words[word.i - 1].low != "and"
        ):
            continue
        for behind in words[word.i + 1 : word.i + _REACH]:
            clause = behind.low == "that" and behind.i == word.i + 1
            if behind.mark or (behind.low in lexicon.words("relatives") and not clause):
                break  # "insured homes that were old"
            if clause or behind.low in lexicon.words("be_before"):
                right = f"{word.text[0].replace('i', 'e').replace('I', 'E')}{word.text[1:]}"
                yield repaired(word.start, word.end, right, _SURE)
                break
