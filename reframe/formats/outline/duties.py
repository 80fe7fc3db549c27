"""Which plain lines say what the client did, although nobody put a mark in front."""

import re
from typing import Final

from reframe.formats.outline.contact import has_address_mark
from reframe.formats.outline.dates import has_range
from reframe.formats.outline.line import SourceLine
from reframe.formats.outline.words import fold, words

_MIN_WORDS: Final = 4
_MAX_WORDS: Final = 60
_MIN_LISTED_WORDS: Final = 3
_BREAK: Final = re.compile(r"[,;:(\[/–—]")
_MAX_SENTENCES: Final = 2
_SENTENCE_END: Final = re.compile(r"[.!?]\s+(?=[A-Z])")
_TOKEN: Final = re.compile(r"[^\W\d_][\w'’-]*")


def is_duty(line: SourceLine) -> bool:
    """Whether a line opens as a duty does and reads as one statement, not as prose or a title.

    A wrong "yes" would reword a heading, a wrong "no" leaves a line alone: so it must open with
    a verb or with words such as "responsible for", and not be set like a title.
    """
    text = line.text
    tokens = _TOKEN.findall(text)
    if not _MIN_WORDS <= len(tokens) <= _MAX_WORDS:
        return False
    if text.rstrip().endswith(":") or has_range(text) or "\t" in text.strip():
        return False
    if len(_SENTENCE_END.findall(text)) >= _MAX_SENTENCES:
        return False
    if line.heading or line.caps or _is_title_case(tokens):
        return False
    return opens_as_duty(text)


def is_listed_item(line: SourceLine) -> bool:
    """Whether a line in a list style, whose mark was taken away, may still be an item: not set
    like a heading, no dates and no address."""
    return (
        line.listed
        and len(line.text.split()) >= _MIN_LISTED_WORDS
        and not (line.bold or line.caps or line.heading)
        and not line.text.rstrip().endswith(":")
        and not has_range(line.text)
        and not has_address_mark(line.text)
    )


def opens_as_duty(text: str) -> bool:
    """Whether the first words are a verb, or an opener of a duty.

    A bare verb is often a noun ("Contract review"): it counts only when a small word follows
    before any break ("Review contracts for the ...").
    """
    lowered = text.casefold().lstrip("“\"'")
    table = words()
    if any(
        lowered.startswith(opener) and not lowered[len(opener) : len(opener) + 1].isalnum()
        for opener in table.duty_openers
    ):
        return True
    first = _TOKEN.match(lowered)
    if first is None or lowered[first.end() : first.end() + 1] in (":", ","):
        return False
    word = first.group()
    if not is_verb_form(word):
        return False
    if word in table.irregular or word.endswith("ed"):
        return True
    clause = _BREAK.split(lowered[first.end() :])[0]
    return any(token in table.small_words for token in _TOKEN.findall(clause)[:4])


def is_verb_form(word: str) -> bool:
    """Whether a word is a form of a verb that résumés use, and not rather a title or a thing.

    >>> [is_verb_form(w) for w in ("managed", "planning", "wrote", "sales", "kitchen")]
    [True, True, True, False, False]
    """
    table = words()
    if word in table.not_verbs:
        return False
    if word in table.verbs or word in table.irregular:
        return True
    head = word.rpartition("-")[2] if "-" in word else word
    stems = []
    for ending, swaps in (("ed", ("", "e")), ("ing", ("", "e")), ("es", ("", "e")), ("s", ("",))):
        if head.endswith(ending) and len(head) > len(ending) + 2:
            stem = head[: -len(ending)]
            stems += [stem + swap for swap in swaps]
            if len(stem) > 2 and stem[-1] == stem[-2]:
                stems.append(stem[:-1])
    if head.endswith(("ied", "ies")):
        stems.append(head[:-3] + "y")
    return any(stem in table.verbs or british(stem) in table.verbs for stem in stems)


def british(stem: str) -> str:
    """Return the American spelling of a verb in "-ise", which the table lists."""
    return stem[:-3] + "ize" if stem.endswith("ise") else stem


def _is_title_case(tokens: list[str]) -> bool:
    big = [token for token in tokens if len(token) > 3]
    return len(big) > 1 and all(token[0].isupper() for token in big)


def is_label(line: SourceLine) -> bool:
    """Whether a line only announces duties ("Responsibilities:")."""
    return fold(line.text) in words().duty_labels
