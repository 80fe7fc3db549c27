"""Judge a draft by anybody: it passes where it can be proven, or where nothing speaks against it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from reframe.core.guard import check as guard
from reframe.core.guard_fair import in_one_word, read_pairs
from reframe.core.guard_figures import figure_findings
from reframe.core.guard_finding import Finding
from reframe.core.guard_licence import Licence
from reframe.core.guard_match import match
from reframe.core.guard_plain import Plain, in_plain_words
from reframe.core.guard_said import Said
from reframe.core.guard_said_read import read_said
from reframe.core.guard_weigh import weigh
from reframe.core.never import never_findings

if TYPE_CHECKING:
    from reframe.engine.resources import Resources

Findings = tuple[Finding, ...]

# What a hyphen ties to an -ing word describes with it ("Spanish-speaking"): parsed as two words.
_TIED = re.compile(r"(?<=\w)-(?=\w+ing\b)")


def judge(resources: Resources, before: str, after: str, licence: Licence) -> Findings:
    """Return what speaks against a draft in free words, nothing where it can be proven.

    Where answers license more than the source says, every word has to be proven.
    """
    unproven = _unproven(resources, before, after, licence)
    if not unproven or licence != Licence() or not resources.has_trees:
        return unproven
    against = _lightest(_weighed(resources, before, after))
    never = tuple(never_findings(before, after, resources.never, resources.lexicon))
    return (*against, *never)


def _weighed(resources: Resources, before: str, after: str) -> Iterator[Findings]:
    """Yield what speaks against a draft in every reading of the two texts, the plainest first.

    A mistake in spelling misleads the parser: what only the misspelled line speaks for is none.
    """
    mended = resources.mend(before).text, resources.mend(after).text
    for texts in dict.fromkeys(((before, after), mended)):
        for source, draft in _pairs(resources, *texts):
            yield _against(resources, source, draft)


def _lightest(weighed: Iterator[Findings]) -> Findings:
    """Return the fewest findings of all, none as soon as there are none."""
    fewest: Findings | None = None
    for found in weighed:
        if fewest is None or len(found) < len(fewest):
            fewest = found
        if not fewest:
            break
    return fewest or ()


def _unproven(resources: Resources, before: str, after: str, licence: Licence) -> Findings:
    """Return what the reading that bears a draft best cannot prove."""
    read = cache(lambda text: resources.judged(text, sure=resources.parse(text).confident))
    fewest: Findings | None = None
    for pair in read_pairs(before, after, read, resources.wide):
        found = (
            *guard(pair.before, pair.after, licence, resources.wide),
            *never_findings(pair.before.text, pair.after.text, resources.never, resources.lexicon),
        )
        if fewest is None or len(found) < len(fewest):
            fewest = pair.told(found)
        if not fewest:
            break
    return fewest or ()


def _pairs(resources: Resources, before: str, after: str) -> Iterator[tuple[Plain, Plain]]:
    """Yield a source and a draft in plain words, as they may be meant."""
    draft = in_plain_words(after, resources.wide, "plain_phrases")
    source = in_plain_words(before, resources.wide, "plain_openers", "plain_phrases")
    yield in_one_word(source, draft.text), in_one_word(draft, source.text)
    plainest = in_plain_words(
        before, resources.wide, "plain_openers", "plain_phrases", "plain_acts"
    )
    if plainest.text != source.text:
        yield in_one_word(plainest, draft.text), in_one_word(draft, plainest.text)


def _against(resources: Resources, source: Plain, draft: Plain) -> Findings:
    was = _said(resources, source, source=True)
    now = _said(resources, draft, source=False)
    lexicon = resources.wide
    figures = figure_findings(source.text, draft.text, Licence(), lexicon)
    found = (
        # A year may be said once for two months.
        *(f for f in figures if (f.kind, f.cls) != ("lost", "date") or f.text not in draft.text),
        *weigh(match(was, now, lexicon), lexicon),
    )
    return tuple((source if f.kind == "lost" else draft).told(f) for f in found)


def _said(resources: Resources, plain: Plain, *, source: bool) -> Said:
    doc = resources.nlp(_TIED.sub(" ", plain.text))
    return read_said(resources.parse(plain.text), list(doc), resources.wide, source=source)
