"""A bracket without its other half, where its place is certain: "teams Sales, Legal, etc.)"."""

import re
from collections.abc import Iterator

from reframe.core.suggestion import Edit, repaired

_OPENS = "A list that a bracket closes begins with one."
_CLOSES = "What a bracket opens ends with one."
_ALONE = "The bracket closes nothing."
_NAME = r"[A-Z][\w&/-]*(?: (?:and |& )?[A-Z][\w&/-]*)*"
_LIST = re.compile(rf"(?<=[a-z]s )(?=(?:{_NAME}, ){{2,}}(?:etc\.?|and {_NAME}|{_NAME})\))")
_LAST = re.compile(r"(?<=[a-z]{3})\)(?=\.?\s*$)")
_SHORT = re.compile(
    r"\((?:(?:e\.g\.|i\.e\.),? )?[\w'’/&-]+(?:(?:,| and| or| &)? [\w'’/&-]+){0,6}(?=\.$)"
)
_NUMBERED = re.compile(r"(?:^|\s)(?:\d{1,2}|[a-z])\)")


def bracket_edits(text: str) -> Iterator[Edit]:
    """Yield the one bracket that lacks, or that stands alone at the end.

    A list of names in front of "etc.)" begins behind the plural that it tells of; a few words behind
    a bracket end with the line.
    """
    opened, closed = text.count("("), text.count(")")
    if opened + closed != 1 or _NUMBERED.search(text):
        return
    if found := _LIST.search(text):
        yield repaired(found.start(), found.start(), "(", _OPENS)
    elif found := _LAST.search(text):
        yield repaired(*found.span(), "", _ALONE)
    elif opened and (found := _SHORT.search(text)):
        yield repaired(found.end(), found.end(), ")", _CLOSES)
