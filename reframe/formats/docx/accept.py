"""Accept or reject every tracked change, as Word would: in text, paragraphs, tables, formats."""

from collections.abc import Callable

from lxml import etree

from reframe.formats.docx.atoms import Element
from reframe.formats.docx.names import W
from reframe.formats.docx.text import parent_of

Chosen = Callable[[Element], bool]

_NEW, _OLD = (W + "ins", W + "moveTo"), (W + "del", W + "moveFrom")
_FORMAT_CHANGES = tuple(
    W + tag
    for tag in [
        *("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblPrExChange"),
        *("tcPrChange", "trPrChange", "tblGridChange", "numberingChange"),
    ]
)
_RANGE_MARKS = tuple(
    W + tag + end
    for tag in [
        *("moveFromRange", "moveToRange", "customXmlInsRange", "customXmlDelRange"),
        *("customXmlMoveFromRange", "customXmlMoveToRange"),
    ]
    for end in ("Start", "End")
)
# Nothing without words in them, unlike a content control, which can be filled again.
_WITH_TEXT = (W + "hyperlink", W + "smartTag", W + "ins", W + "moveTo")
_WITHOUT_TEXT = (W + "smartTagPr", W + "proofErr")
_UNSTRUCK = {W + "delText": W + "t", W + "delInstrText": W + "instrText"}
# What a paragraph's or section's own properties hold beside the ones that a change records.
_NOT_RECORDED = {
    W + "pPr": (W + "rPr", W + "sectPr", W + "pPrChange"),
    W + "sectPr": (W + "headerReference", W + "footerReference", W + "sectPrChange"),
}


def accept_all(root: Element, *, chosen: Chosen = lambda _: True) -> None:
    """Make the changes of a part final, in place; ``chosen`` picks those marks to settle."""
    _settle(root, keep=_NEW, drop=_OLD, chosen=chosen, restore=False)


def reject_all(root: Element, *, chosen: Chosen = lambda _: True) -> None:
    """Undo the changes of a part, in place; ``chosen`` picks those marks to settle."""
    _settle(root, keep=_OLD, drop=_NEW, chosen=chosen, restore=True)


def _settle(
    root: Element,
    *,
    keep: tuple[str, ...],
    drop: tuple[str, ...],
    chosen: Chosen,
    restore: bool,
) -> None:
    for change in _found(root, _FORMAT_CHANGES, chosen):
        if restore:
            _restore(change)
        _remove(change)
    lost: list[Element] = []
    for mark in _found(root, drop, chosen):
        holder = parent_of(mark)
        if holder.tag == W + "rPr":
            owner = parent_of(holder)
            if owner.tag == W + "pPr":
                lost.append(parent_of(owner))
            _remove(mark)
        elif holder.tag == W + "trPr":
            _remove_row(parent_of(holder))
        else:
            _remove(mark)
            _remove_if_empty(holder)
    for mark in _found(root, keep, chosen):
        if parent_of(mark).tag in (W + "rPr", W + "trPr"):
            _remove(mark)
        else:
            _unwrap(mark)
    for kind, goes in ((W + "cellIns", restore), (W + "cellDel", not restore)):
        for mark in _found(root, (kind,), chosen):
            cell = parent_of(parent_of(mark))
            _remove(mark)
            if goes:
                _remove(cell)
    for mark in _found(root, (*_RANGE_MARKS, W + "cellMerge"), chosen):
        _remove(mark)
    for paragraph in reversed(lost):
        _join_next(paragraph)


def _found(root: Element, tags: tuple[str, ...], chosen: Chosen) -> list[Element]:
    return [element for element in root.iter(*tags) if chosen(element)]


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _remove_if_empty(holder: Element) -> None:
    """Remove a link or a tag whose last word is gone, and what was around that alone."""
    while holder.tag in _WITH_TEXT and all(child.tag in _WITHOUT_TEXT for child in holder):
        emptied, holder = holder, parent_of(holder)
        _remove(emptied)


def _unwrap(mark: Element) -> None:
    for node in mark.iter(*_UNSTRUCK):
        node.tag = _UNSTRUCK[node.tag]
    for child in list(mark):
        mark.addprevious(child)
    _remove(mark)


def _remove_row(row: Element) -> None:
    table = row.getparent()
    _remove(row)
    if table is not None and table.tag == W + "tbl" and table.find(f".//{W}tr") is None:
        _remove(table)


def _restore(change: Element) -> None:
    """Put the recorded properties back in place of those that stand there now."""
    properties = parent_of(change)
    recorded = next(change.iterchildren(tag=etree.Element), None)
    if recorded is None or recorded.tag != properties.tag:
        return
    kept = _NOT_RECORDED.get(properties.tag, (change.tag,))
    for child in list(properties):
        if child.tag not in kept:
            properties.remove(child)
    # References stand first in a section, the format of the mark last in a paragraph.
    at = 0
    if properties.tag == W + "sectPr":
        at = sum(child.tag in kept[:2] for child in properties)
    for child in reversed(list(recorded)):
        properties.insert(at, child)


def _join_next(paragraph: Element) -> None:
    """Join a paragraph without its end to the next, which gives the properties to both."""
    parent = paragraph.getparent()
    if parent is None:
        return
    content = [child for child in paragraph if child.tag != W + "pPr"]
    following = paragraph.getnext()
    while following is not None and following.tag in (W + "bookmarkStart", W + "bookmarkEnd"):
        following = following.getnext()
    if following is not None and following.tag == W + "p":
        at = 1 if following.find(W + "pPr") is not None else 0
        for child in reversed(content):
            following.insert(at, child)
        parent.remove(paragraph)
    elif not content and following is not None and following.tag == W + "tbl":
        parent.remove(paragraph)
