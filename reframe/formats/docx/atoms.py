"""Visible characters with their places: kept as stretches, made one by one where asked for."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias, overload

from lxml import etree

Element: TypeAlias = etree._Element


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

    def __init__(self, stretches: Sequence[Stretch]) -> None:
        self._stretches = stretches
        self._starts = [stretch.start for stretch in stretches]
        self._length = sum(len(stretch.text) for stretch in stretches)

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
        first = max(0, bisect_right(self._starts, start) - 1)
        for begin, text, node, offset, run, locked in self._stretches[first:]:
            if begin >= stop:
                return
            low, high = max(0, start - begin), stop - begin
            for at, char in enumerate(text[low:high], offset + low):
                yield Atom(char, node, at, run, locked)


class Layout(NamedTuple):
    """The characters of a paragraph, and the ``barriers`` between them: the positions where a
    drawing, a field mark, a footnote or hidden text stands and must stay. ``text`` is what a
    reader sees."""

    stretches: list[Stretch]
    barriers: list[int]
    text: str

    def within(self, start: int, end: int) -> Iterator[Stretch]:
        """Yield the stretches that hold a character of ``text[start:end]``."""
        for stretch in self.stretches:
            if stretch.start >= end:
                return
            if stretch.start + len(stretch.text) > start:
                yield stretch

    def locked(self) -> Iterator[int]:
        """Yield the offsets of the characters that are not ours to edit."""
        for stretch in self.stretches:
            if stretch.locked:
                yield from range(stretch.start, stretch.start + len(stretch.text))

    @property
    def atoms(self) -> Atoms:
        """The characters one by one."""
        return Atoms(self.stretches)
