"""The paragraphs of a document in the order of its XML: their ordinals are anchors."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, cast

from lxml import etree

from reframe.formats.docx.atoms import Element
from reframe.formats.docx.names import MC_NS, W_NS, R, W
from reframe.formats.docx.package import Package

_SPACES: Final = {"w": W_NS, "mc": MC_NS}
# The fallback of a text box repeats its text for programs older than Word 2010.
_PARAGRAPHS: Final = etree.XPath(".//w:p[not(ancestor::mc:Fallback)]", namespaces=_SPACES)
_REFERENCES: Final = etree.XPath(".//w:headerReference | .//w:footerReference", namespaces=_SPACES)
_FRAMES: Final = (W + "tc", W + "tr", W + "tbl", W + "txbxContent")


def paragraphs(root: Element) -> list[Element]:
    """Return every ``w:p`` of a part in document order.

    Tables, text boxes and content controls are walked through; the fallback copy of a text box
    is skipped. The index in this list is the ordinal of an anchor (``p12``).
    """
    return cast("list[Element]", _PARAGRAPHS(root))


def furniture(package: Package) -> Iterator[tuple[str, list[Element]]]:
    """Yield ("header" or "footer", its paragraphs), each part once, in the order of use.

    A part that no section refers to is not shown, and not yielded. The place in this sequence
    is the ``k`` of an anchor (``h0p2``).
    """
    seen: set[Element] = set()
    for reference in _REFERENCES(package.root):
        page = package.furniture.get(reference.get(R + "id"))
        if page is None or page in seen:
            continue
        seen.add(page)
        kind = "header" if reference.tag == W + "headerReference" else "footer"
        yield kind, paragraphs(page)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph stands: a path of table rows and text boxes, and the cell in the row."""

    group: str = ""
    column: int = 0


class Places:
    """Finds the place of paragraphs; remembers ordinals, since counting siblings is slow.

    The keys are the elements themselves: holding them keeps their proxies alive, so that none
    is recycled under an old key.
    """

    def __init__(self) -> None:
        self._ordinals: dict[etree._Element, int] = {}
        self._tables = self._boxes = 0
        self._last: tuple[etree._Element | None, Place] = (None, Place())

    def of(self, paragraph: etree._Element) -> Place:
        """Return the place of a paragraph; call it in document order."""
        parent = paragraph.getparent()
        if parent is None or parent is not self._last[0]:
            self._last = parent, self._found(paragraph)
        return self._last[1]

    def _found(self, paragraph: etree._Element) -> Place:
        path: list[str] = []
        column = 0
        innermost = True
        for frame in paragraph.iterancestors(*_FRAMES):
            ordinal = self._ordinals.get(frame)
            if ordinal is None:
                ordinal = self._ordinals[frame] = self._count(frame)
            if frame.tag == W + "tc":
                if innermost:
                    column = ordinal
                else:
                    path.append(f"c{ordinal}")
                innermost = False
            elif frame.tag == W + "tr":
                path.append(f"r{ordinal}")
            else:
                path.append(f"{'t' if frame.tag == W + 'tbl' else 'x'}{ordinal}")
                innermost = False
        return Place(".".join(reversed(path)), column)

    def _count(self, frame: etree._Element) -> int:
        if frame.tag == W + "tbl":
            self._tables += 1
            return self._tables
        if frame.tag == W + "txbxContent":
            self._boxes += 1
            return self._boxes
        # A content control may wrap a cell or a row: number all of a table or row, through it.
        around = W + "tr" if frame.tag == W + "tc" else W + "tbl"
        table = next(frame.iterancestors(around), None)
        if table is None:
            return 0
        inside = table.iter(frame.tag)
        own = (found for found in inside if next(found.iterancestors(around), None) is table)
        self._ordinals.update((found, at) for at, found in enumerate(own))
        return self._ordinals[frame]
