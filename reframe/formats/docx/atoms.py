"""Visible characters with their places: kept as stretches, made one by one where asked for."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple, TypeAlias, overload

from lxml import etree

Element: TypeAlias = etree._Element
_START = itemgetter(0)


class Atom(NamedTuple):
    """One visible character: ``node`` is the child of ``run`` it stands in, at ``offset``.

    ``locked`` characters are not ours to edit: results of fields, symbols, fixed controls.
    """

    char: str
    node: Element
    offset: int
    run: Element
    locked: bool


class Stretch(NamedTuple):
    """Characters that stand side by side in one node, the first of them at ``offset`` in it and
    at ``start`` in the paragraph. Few of a document's characters are ever edited; an object for
    each was most of the time that reading took."""

    start: int
    text: str
    node: Element
    offset: int
    run: Element
    locked: bool


class Atoms(Sequence[Atom]):
    """The characters of a paragraph as a sequence of atoms, each made when it is asked for."""

    def __init__(self, stretches: Sequence[Stretch], length: int) -> None:
        self._stretches, self._length = stretches, length

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, at: int) -> Atom: ...
    @overload
    def __getitem__(self, at: slice) -> list[Atom]: ...
    def __getitem__(self, at: int | slice) -> Atom | list[Atom]:
        if isinstance(at, slice):
            start, stop, step = at.indices(self._length)
            return list(self._between(start, stop))[::step]
        if not -self._length <= at < self._length:
            raise IndexError(at)
        at %= self._length
        return next(self._between(at, at + 1))

    def __iter__(self) -> Iterator[Atom]:
        return self._between(0, self._length)

    def _between(self, start: int, stop: int) -> Iterator[Atom]:
        for begin, text, node, offset, run, locked in _from(self._stretches, start):
            if begin >= stop:
                return
            low, high = max(0, start - begin), stop - begin
            for at, char in enumerate(text[low:high], offset + low):
                yield Atom(char, node, at, run, locked)


def _from(stretches: Sequence[Stretch], start: int) -> Iterator[Stretch]:
    """Yield the stretches from the one that holds a character on; those before are skipped
    without a look, since a paragraph may have thousands and as many changes."""
    first = bisect_right(stretches, start, key=_START) - 1
    return (stretches[at] for at in range(max(0, first), len(stretches)))


class Layout(NamedTuple):
    """The characters of a paragraph, and the ``barriers`` between them: the positions where a
    drawing, a field mark, a footnote or hidden text stands and must stay. ``text`` is what a
    reader sees."""

    stretches: list[Stretch]
    barriers: list[int]
    text: str

    def within(self, start: int, end: int) -> Iterator[Stretch]:
        """Yield the stretches that hold a character of ``text[start:end]``."""
        for stretch in _from(self.stretches, start):
            if stretch.start >= end:
                return
            yield stretch

    def locked(self, start: int, end: int) -> Iterator[int]:
        """Yield the offsets of ``text[start:end]`` whose characters are not ours to edit."""
        for stretch in self.within(start, end):
            if stretch.locked:
                last = min(end, stretch.start + len(stretch.text))
                yield from range(max(start, stretch.start), last)

    @property
    def atoms(self) -> Atoms:
        """The characters one by one."""
        return Atoms(self.stretches, len(self.text))
