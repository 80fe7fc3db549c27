"""Who marks a revision, when, and under which number."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime

from lxml import etree

from reframe.formats.docx.atoms import Element
from reframe.formats.docx.names import W_NS, W
from reframe.formats.docx.text import printable

# Word reads ids as signed 32-bit numbers.
_LAST = 2**31 - 1
_ID = re.compile(rb""":id=["'](-?\d{1,10})["']""")


class Pen:
    """Makes the elements of tracked changes, with ids that nothing in the package has.

    An id that a bookmark or an older revision has too makes Word call the file damaged.
    """

    def __init__(self, *, author: str, date: datetime, taken: Iterable[int]) -> None:
        self.author = printable(author)
        self.date = stamp(date)
        self._taken = set(taken)
        self._last = max(self._taken, default=0)

    def fresh_id(self) -> str:
        """Return an unused id: above all taken ones, or in a gap when there is no room above."""
        if self._last >= _LAST:
            self._last = 0
        self._last += 1
        while self._last in self._taken:
            self._last += 1
        self._taken.add(self._last)
        return str(self._last)

    def mark(self, name: str) -> Element:
        """Return a new ``w:ins``, ``w:del``, ``w:comment`` ... with id, author and date."""
        said = {W + "id": self.fresh_id(), W + "author": self.author, W + "date": self.date}
        return etree.Element(W + name, said, {"w": W_NS})


def stamp(date: datetime) -> str:
    """Return a date as Word writes it: in seconds, and in UTC when it has a time zone."""
    if date.tzinfo is not None:
        date = date.astimezone(UTC)
    return date.strftime("%Y-%m-%dT%H:%M:%SZ")


def taken_ids(parts: Iterable[bytes]) -> set[int]:
    """Return every number that is an ``id`` with a prefix in one of these XML parts.

    Those are the ids of bookmarks, comments, notes and revisions, and a few that do not matter.
    """
    # Most parts have none, which a plain search tells in no time.
    some = (part for part in parts if b":id=" in part)
    return {int(found) for part in some for found in _ID.findall(part)}
