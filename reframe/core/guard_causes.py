"""What only came at the same time, told as what an act was for: "while sales grew by 5%", "for 5%
sales growth"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reframe.core.derive import verbs_of
from reframe.core.guard_aims import brings_change
from reframe.core.lexicon import Lexicon
from reframe.core.phrases import words_of
from reframe.core.words import Word


def claimed_causes(before: str, after: str, lexicon: Lexicon) -> Iterator[tuple[str, int, int]]:
    """Yield the words of a draft that tie to an act what the source only tells beside it."""
    source, draft = words_of(before), words_of(after)
    yield from _added(source, draft, lexicon)
    yield from _credited(source, draft, lexicon)
    ends = _happenings(source, lexicon)
    leads = lexicon.words("cause_leads")
    apart = leads | lexicon.words("beside_leads")
    for at, word in enumerate(draft):
        if word.low not in ends or any(w.low in ends for w in draft[:at]):
            continue
        front = [w for w in draft[:at] if w.low in apart and not _leads_figure(w, draft)]
        if front and front[-1].low in leads:
            yield front[-1].text, front[-1].start, front[-1].end


def _added(
    source: Sequence[Word], draft: Sequence[Word], lexicon: Lexicon
) -> Iterator[tuple[str, int, int]]:
    """Yield the words that make one thing of a draft the cause of another, where the source has
    both side by side: "moved the display. Sales rose", "moved the display, *so* sales rose"."""
    licences = lexicon.words("cause_licences")
    if any(word.low in licences and not _leads_figure(word, source) for word in source):
        return
    for word in draft:
        if word.low in lexicon.words("cause_connectives"):
            yield word.text, word.start, word.end


def _credited(
    source: Sequence[Word], draft: Sequence[Word], lexicon: Lexicon
) -> Iterator[tuple[str, int, int]]:
    """Yield the word of a draft that gives one act as the means of a change, where the source tells
    of the two in sentences of their own: "moved the racks. Errors were cut", "cut errors *by*
    moving the racks"."""
    rows = [_verbs(row, lexicon) for row in _sentences(source, lexicon)]
    if len(rows) < 2:
        return
    changes = {verb for row in rows for verb in row if brings_change(verb, lexicon)}
    for lead, behind in pairwise(draft):
        if lead.low not in lexicon.words("means_places"):
            continue
        means = lexicon.lemmas(behind.low, "gerund")
        told = _verbs(draft[: lead.i], lexicon) & changes
        theirs = [row for row in rows if means & row]
        if told and theirs and not any(told & row for row in theirs):
            yield lead.text, lead.start, lead.end


def _sentences(words: Sequence[Word], lexicon: Lexicon) -> list[list[Word]]:
    """Return the sentences of a text that lean on none in front ("This cut errors")."""
    rows: list[list[Word]] = [[]]
    for word in words:
        if word.text in {".", ";"}:
            rows.append([])
        else:
            rows[-1].append(word)
    leaning = (
        lexicon.words("spliced_subjects")
        | lexicon.words("cause_licences")
        | lexicon.words("relatives")
    )
    return [row for row in rows if row and row[0].low not in leaning]


def _verbs(words: Sequence[Word], lexicon: Lexicon) -> set[str]:
    named = {v for word in words for v in verbs_of(word.low, lexicon)}
    return named | {v for word in words for v in lexicon.lemmas(word.low)}


def _happenings(words: Sequence[Word], lexicon: Lexicon) -> frozenset[str]:
    """Return the figures and prizes of what happened beside an act, in a clause of its own."""
    changes, leads = lexicon.words("change_words"), lexicon.words("beside_leads")
    found: set[str] = set()
    for at, word in enumerate(words):
        if word.low not in changes or not at:
            continue
        front = words[:at]
        lead = next((w for w in reversed(front) if w.low in leads | _causes(lexicon)), None)
        # "and raised sales" is the client's own act: what happened has a subject.
        if lead is None or lead.low not in leads or lead.i == at - 1:
            continue
        rest = words[at + 1 :]
        ends = (w.i for w in rest if w.low in leads | _causes(lexicon) or w.mark)
        stop = next((i for i in ends if not _leads_figure(words[i], words)), len(words))
        found |= {w.low for w in words[at + 1 : stop] if w.number}
        found |= {w.low for w in words[at + 1 : stop] if w.low in lexicon.words("prizes")}
    return frozenset(found)


def _causes(lexicon: Lexicon) -> frozenset[str]:
    return lexicon.words("cause_leads") - {"to", "with"}


def _leads_figure(word: Word, words: Sequence[Word]) -> bool:
    """Whether a word tells how far a change went: "from 10% to 14%", "by 15%"."""
    behind = [w.number for w in words[word.i + 1 : word.i + 2]]
    return word.low in {"to", "by"} and any(behind)
