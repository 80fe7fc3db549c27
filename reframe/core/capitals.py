"""Capitals inside a line that name nothing, lines in capitals, and lines that begin small."""

from collections.abc import Iterator, Sequence

from reframe.core.lexicon import Lexicon
from reframe.core.spelling import Vocabulary, is_known
from reframe.core.suggestion import MECHANICS, Edit, Piece
from reframe.core.words import Word

_WHY = "An ordinary word has no capital inside a line."
_MOST = 0.8
_FEW = 6
_SHOUTED = 3


def capital_edits(
    text: str, words: Sequence[Word], lexicon: Lexicon, vocabulary: Vocabulary
) -> Iterator[Edit | str]:
    """Yield the certain repairs of capitals; a doubt's name for a line that may hold names."""
    spelled = [word for word in words if word.text[0].isalpha()]
    if not spelled:
        return
    if text.isupper() and len(spelled) >= _SHOUTED:
        yield from _shouted(spelled, lexicon, vocabulary)
        return
    yield from _opener(text, spelled[0], lexicon, vocabulary)
    # Where every word has its capital a capital says nothing, and only what can be nothing but
    # an ordinary word is set small.
    inner = spelled[1:]
    large = [word for word in inner if word.text[0].isupper() and word.text[1:].islower()]
    small = [word for word in inner if word.text.islower() and len(word.text) > 3]
    titled = len(inner) >= _FEW and len(large) >= _MOST * (len(large) + len(small))
    for run in _runs(text, words):
        for word in _slips(run, words, lexicon, titled=titled):
            yield Edit(
                word.start, word.end, (Piece(word.text.lower(), MECHANICS),), _WHY, "mechanics"
            )


def _runs(text: str, words: Sequence[Word]) -> Iterator[list[Word]]:
    """Yield the runs of capitalised words inside a line: what one name would hold."""
    run: list[Word] = []
    for at, word in enumerate(words):
        starts = at == 0 or _begins(words[at - 1])
        capital = word.text[0].isupper() and not starts
        if capital and (not run or text[run[-1].end : word.start].isspace()):
            run.append(word)
            continue
        if run:
            yield run
        run = [word] if capital else []
    if run:
        yield run


def _begins(before: Word) -> bool:
    """Whether a sentence, a quotation or an item begins behind a mark."""
    return before.mark and before.text not in {",", "&", "/"}


def _slips(
    run: Sequence[Word], words: Sequence[Word], lexicon: Lexicon, *, titled: bool
) -> Iterator[Word]:
    """Yield the words of a run whose capitals are slips."""
    also = lexicon.words("also_names")
    shaped = all(len(w.text) > 1 and w.text[1:].islower() and w.text.isalpha() for w in run)
    first = run[0]
    before = words[first.i - 1] if first.i else None
    behind = words[run[-1].i + 1] if run[-1].i + 1 < len(words) else None
    joined = before is not None and before.low in lexicon.words("name_joints")
    # "Board of Directors", "Bed Bath and Beyond": a name may reach across the small word.
    reaches = joined and first.i > 1 and words[first.i - 2].text[0].isupper() and first.i > 2
    leads = (
        behind is not None
        and behind.low in lexicon.words("name_joints")
        and behind.i + 1 < len(words)
        and words[behind.i + 1].text[0].isupper()
    )
    if not shaped:
        return
    if len(run) == 1 and first.low not in also:
        acts = lexicon.readings.get(first.low, ())
        if acts and not any(r.nominal for r in acts) and not leads and _may_act(before, lexicon):
            yield first
            return
    if titled or reaches or leads:
        return
    plurals = lexicon.words("plain_plurals")
    if run[-1].low not in plurals or run[-1].low in lexicon.words("name_heads") | also:
        return
    if len(run) == 1 and not (behind is not None and behind.text[0].isupper()):
        yield first


def _may_act(before: Word | None, lexicon: Lexicon) -> bool:
    """Whether an act may begin behind this word: after "and", a comma, "by", "to" or a small
    word."""
    return before is not None and (
        before.low in {",", "and", "or", "&", "to", "by", "for", "in", "of", "while", "also"}
        or before.low in lexicon.words("conjunctions")
    )


def _opener(text: str, first: Word, lexicon: Lexicon, vocabulary: Vocabulary) -> Iterator[Edit]:
    """Begin the line with a capital, unless it goes on from the line above."""
    if text[: first.start].strip(" \t\"'“‘(") or not first.text.islower():
        return
    if not first.text.isalpha() and "-" not in first.text:
        return
    if first.low in lexicon.words("continuing") or not is_known(first.low, lexicon, vocabulary):
        return
    if first.low in lexicon.words("lower_names") or len(first.low) < 2:
        return
    piece = Piece(first.text[0].upper(), MECHANICS)
    yield Edit(first.start, first.start + 1, (piece,), "A line begins with a capital.", "mechanics")


def _shouted(
    words: Sequence[Word], lexicon: Lexicon, vocabulary: Vocabulary
) -> Iterator[Edit | str]:
    """Set a line of capitals in small letters where every word of it is an ordinary one."""
    kept = lexicon.words("short_forms") | lexicon.words("also_names")
    plain = (
        lexicon.words("function") | lexicon.words("prepositions") | lexicon.words("conjunctions")
    )
    for word in words:
        low = word.low
        ordinary = low in plain or low in lexicon.readings or low in lexicon.domains
        ordinary = ordinary or lexicon.domain(low) is not None or low in lexicon.words("adjectives")
        unsure = not ordinary or (low in kept and low not in plain)
        if unsure or not low.replace("-", "").isalpha() or not vocabulary.has(low.split("-")[0]):
            yield "capitals"
            return
    for at, word in enumerate(words):
        small = word.low.capitalize() if at == 0 else word.low
        if small != word.text:
            why = "Capitals throughout are hard to read."
            yield Edit(word.start, word.end, (Piece(small, MECHANICS),), why, "mechanics")
