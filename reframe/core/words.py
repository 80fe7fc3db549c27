"""Cut a text into words as a reader of bullets sees them.

"Cycle-counted", "QA'd", "$1.2M", "96%" and "4.8/5" are one word each; every mark that can part
two phrases is a word of its own.
"""

import re
from typing import NamedTuple

from reframe.core.bullet import Span

_WORD = re.compile(
    r"""
      (?P<number> [$£€¥]?\s?\d[\d,]*+(?:\.\d+)*+  (?:\s?[/xX]\s?\d+(?:\.\d+)?(?!\d))?
                  (?:[KMBkmb]n?(?![\w])|[xX](?![\w])|th\b|st\b|nd\b|rd\b|s\b)? (?:%|\+)? (?![-‐‑]?[^\W\d_]) )
    | (?P<dotted> (?:[^\W\d_]\.){2,} )
    | (?P<slashed> [A-Z]{1,3}/[A-Z]{1,3}(?![\w]) | [A-Z]&[A-Z](?![\w]) | w/ )
    | (?P<word> [^\W_][^\W_]* (?:[-‐‑.'’&_][^\W_]+)* (?:\+\+?|\#)? )
    | (?P<mark> \S )
    """,
    re.VERBOSE,
)


class Word(NamedTuple):
    """A word or mark: ``text == whole[start:end]``; ``low`` is its lower case."""

    i: int
    start: int
    end: int
    text: str
    low: str
    number: bool
    mark: bool
    spaced: bool

    def span(self, lemma: str = "") -> Span:
        """Return the word as a span of its text."""
        return Span(self.start, self.end, self.text, lemma)


def split(text: str) -> tuple[Word, ...]:
    """Return the words and marks of a text, in order.

    >>> [word.text for word in split("QA'd 1,200 SKUs, raised £3.4K (96%)")]
    ["QA'd", '1,200', 'SKUs', ',', 'raised', '£3.4K', '(', '96%', ')']
    """
    words: list[Word] = []
    for found in _WORD.finditer(text):
        start, end = found.span()
        kind = found.lastgroup
        while text[start].isspace():
            start += 1
        piece = text[start:end]
        low = piece.lower()
        if not low.isascii():
            low = low.replace("’", "'").replace("‐", "-").replace("‑", "-")
        spaced = start > 0 and text[start - 1].isspace()
        number, mark = kind == "number", kind == "mark"
        words.append(Word(len(words), start, end, piece, low, number, mark, spaced))
    return tuple(words)


def looks_plural(low: str) -> bool:
    """Whether a word in lower case ends as plurals do.

    >>> looks_plural("orders"), looks_plural("glass"), looks_plural("status")
    (True, False, False)
    """
    return low.endswith("s") and not low.endswith(("ss", "us", "is"))
