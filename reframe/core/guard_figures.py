"""Figures as a multiset: none may appear, and none may be lost."""

import re
from collections.abc import Iterator

from reframe.core.guard_finding import Finding, finding
from reframe.core.guard_licence import Licence
from reframe.core.guard_tokens import read_tokens
from reframe.core.lexicon import Lexicon
from reframe.core.numbers import Figure, is_year, read_figures

# Behind a "one": "one *team*", but not "one team of two", which counts.
_THING = re.compile(r" (\w+)(?! of\b)\b")


def figure_findings(
    before: str, after: str, licence: Licence, lexicon: Lexicon
) -> Iterator[Finding]:
    """Yield a finding for every figure without a source and every figure of the source lost.

    The words that bound a figure belong to it: "about 40" is not 40, and neither is "over 40".
    """
    missing = list(read_figures(before, lexicon))
    for figure in read_figures(after, lexicon):
        source = next((f for f in missing if _same(f, figure)), None)
        if source is not None:
            missing.remove(source)
        elif not _licensed(figure, after, licence, lexicon):
            yield _found("unlicensed", figure, after, lexicon)
    if not missing:
        return
    keys = frozenset(token.key for token in read_tokens(after, lexicon))
    for figure in missing:
        if figure.key not in licence.covered(keys):
            yield _found("lost", figure, before, lexicon)


def free_figure_findings(before: str, after: str, lexicon: Lexicon) -> Iterator[Finding]:
    """Yield what became of the figures in a draft in free words; a year may be said once for two months, a figure once for
    the things and for "the six" of them, and "one" of a thing is "a" thing."""
    told = read_figures(before, lexicon)
    for found in figure_findings(before, after, Licence(), lexicon):
        front = before[: found.start].split()[-1:]
        again = any(word.casefold() in lexicon.words("definite_words") for word in front)
        worth = next((figure.worth for figure in told if figure.start == found.start), None)
        again = again and any(f.start < found.start and f.worth == worth for f in told)
        texts = (before, after) if found.kind == "lost" else (after, before)
        if found.text.casefold() == "one" and _one_thing(texts[0][found.end :], texts[1], lexicon):
            continue
        if found.kind != "lost" or not (again or (found.cls == "date" and found.text in after)):
            yield found


def _one_thing(behind: str, other: str, lexicon: Lexicon) -> bool:
    """Whether another text has the thing behind a "one" with an article; "a week" is a rate, and
    "one week" is none."""
    thing = _THING.match(behind)
    if thing is None or thing[1].casefold() in lexicon.words("time_things"):
        return False
    return re.search(rf"\ban? {thing[1]}\b", other, re.IGNORECASE) is not None


def _same(one: Figure, other: Figure) -> bool:
    less = (one.bound, other.bound) == ("over", "least")  # "3+ vendors", "at least three"
    return one.worth == other.worth and (one.bound == other.bound or less)


def _licensed(figure: Figure, after: str, licence: Licence, lexicon: Lexicon) -> bool:
    exact = any(_same(figure, granted) for granted in licence.figures)
    about = figure.bound == "about" and any(
        figure.worth == granted.worth for granted in licence.estimates
    )
    if not exact and not about:
        return False
    # A wording says what was counted; a bare answer leaves that to the question.
    free = lexicon.words("free_words") | lexicon.words("place_words")
    behind = read_tokens(after[figure.end :], lexicon)
    counted = next((t.key for t in behind if not t.mark and t.key not in free), "")
    followers = {
        next((k for k in phrase.keys[at + 1 :] if k not in free), "")
        for phrase in licence.phrases
        for at, key in enumerate(phrase.keys)
        if key == figure.key and len(phrase.keys) > 1
    }
    # A wording that ends with its figure has said what was counted before it.
    return not followers or "" in followers or counted in followers


def _found(kind: str, figure: Figure, text: str, lexicon: Lexicon) -> Finding:
    words = text[figure.start : figure.end]
    cls = "date" if is_year(figure, words) else "number"
    return finding(kind, cls, words, figure.start, figure.end, lexicon)  # type: ignore[arg-type]
