"""A line that holds several bullets: where it comes apart.

Two sentences, acts joined by a semicolon, and a line that runs on without a mark ("... for the
board Trained new staff") work better as bullets of their own. The split is suggested, with the
exact lines; the document's own paragraph stays whole.
"""

from collections.abc import Iterator, Sequence

from reframe.core.lexicon import Lexicon
from reframe.core.phrases import words_of
from reframe.core.words import Word

_SHORTEST = 3
_WORTH = 12


def parts_of(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the bullets that a line holds, as it has them; the line alone where it holds one.

    Every part opens with a verb of its own and points back to nothing in front of it.
    """
    words = words_of(text)
    if sum(not word.mark for word in words) < _WORTH:
        return (text,)
    cuts = [0, *_cuts(text, words, lexicon)]
    ends = [*cuts[1:], len(text)]
    stop = "." if text.rstrip().endswith(".") else ""
    parts = [_tidy(text[start:end]) + stop for start, end in zip(cuts, ends, strict=True)]
    return tuple(parts) if all(_stands(part, lexicon) for part in parts) else (text,)


def _cuts(text: str, words: Sequence[Word], lexicon: Lexicon) -> Iterator[int]:
    depth = 0
    for at, word in enumerate(words):
        depth += (word.low == "(") - (word.low == ")")
        if not at or depth or at + 1 >= len(words) or word.mark:
            continue
        before = words[at - 1]
        if before.low == "and" and at > 1 and words[at - 2].low == ";":
            continue
        if (before.low in lexicon.words("part_ends") and _opens(words, at, lexicon)) or _runs_on(
            text, words, at, lexicon
        ):
            yield word.start


def _opens(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether a verb that can open a bullet stands here, behind adverbs."""
    while at < len(words) and words[at].low.endswith("ly"):
        at += 1
    if at + 1 >= len(words):
        return False
    readings = lexicon.readings.get(words[at].low, ())
    forms = {r.form for r in readings if lexicon.verb(r.lemma) is not None}
    plain = any(not r.nominal for r in readings if r.form in ("past", "base", "third"))
    return plain and bool(forms & {"past", "base", "third"}) and words[at + 1].low != "by"


def _runs_on(text: str, words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether a capital on a past verb shows that a new bullet begins without a mark."""
    word, before = words[at], words[at - 1]
    if before.mark or not word.text[:1].isupper() or word.text.isupper():
        return False
    readings = lexicon.readings.get(word.low, ())
    past = [r for r in readings if r.form == "past" and not r.nominal]
    known = any(lexicon.verb(r.lemma) is not None for r in past)
    behind = words[at + 1]
    led = before.low in lexicon.words("phrase_stops") | lexicon.words("determiners")
    titled = behind.text[:1].isupper() and before.text[:1].isupper()
    return known and not led and not titled and not text[: word.start].isupper()


def _stands(part: str, lexicon: Lexicon) -> bool:
    words = words_of(part)
    plain = [word for word in words if not word.mark]
    if len(plain) < _SHORTEST:
        return False
    gerund = lexicon.is_gerund(plain[0].low)
    opener = plain[0].low in lexicon.words("part_openers") or _opens(words, 0, lexicon) or gerund
    pointing = any(word.low in lexicon.words("anaphors") for word in plain[:4])
    return opener and not pointing and plain[-1].low not in lexicon.words("line_openers")


def _tidy(part: str) -> str:
    """Return a part as a bullet: a capital in front, and no mark that only led to the next."""
    part = part.strip().rstrip(".;,•*-– ").strip()
    return part[:1].upper() + part[1:]
