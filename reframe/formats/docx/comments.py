"""Comments beside the lines that they are about."""

import re
from collections.abc import Iterable, Sequence

from lxml import etree

from reframe.formats.docx.atoms import Element
from reframe.formats.docx.names import W_NS, XML_SPACE, W
from reframe.formats.docx.opc import Parts, add_part, parse, related, serialize
from reframe.formats.docx.pen import Pen
from reframe.formats.docx.text import atoms, printable, visible_text
from reframe.formats.docx.whole_lines import StyleSheet

_MEDIA = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
# What a comment begins with when its wording is not in the text: a reader of the draft that
# comes back tells by it that nothing was rejected.
SUGGESTED = "Suggestion: "
SUGGESTED_LINE = "Suggested line: "
LEFT = "Left as it was: "
COULD_READ = "It could read: "
_BOX = W + "txbxContent"
_QUOTED_WORDS = 8
_REMNANTS = (W + "commentRangeStart", W + "commentRangeEnd", W + "commentReference")


class Comments:
    """The comments part of a package: the client's own are kept, new ones are added."""

    def __init__(self, parts: Parts, main: str, styles: StyleSheet) -> None:
        self._parts, self._main = parts, main
        self._text_styled = "CommentText" in styles
        self._mark_styled = "CommentReference" in styles
        self._name = related(parts, main, "comments")
        self._root: Element | None = None

    def add(self, text: str, paragraph: Element, marks: Sequence[Element], pen: Pen) -> None:
        """Comment on the ``marks`` in a paragraph, in its order, or on all of it without any.

        Word ignores comments inside text boxes. Such a comment stands at the paragraph that
        the box is anchored in, and quotes the line.
        """
        host = _host(paragraph)
        ends: tuple[Element | None, Element | None] = (None, None)
        if host is not paragraph:
            text = f"“{_quote(paragraph)}”\n{text}"
            ends = _child_of(host, paragraph), _child_of(host, paragraph)
        elif marks:
            ends = _child_of(host, marks[0]), _child_of(host, marks[-1])
        elif shown := atoms(paragraph):
            ends = _child_of(host, shown[0].run), _child_of(host, shown[-1].run)
        comment = self._comment(text, pen)
        _surround(host, *ends, comment.get(W + "id") or "", self._mark_styled)

    def save(self) -> None:
        """Write the comments into the package, if any were added."""
        if self._root is None:
            return
        if self._name is not None:
            self._parts[self._name] = serialize(self._root)
            return
        folder = self._main.rpartition("/")[0]
        taken = {name.lower() for name in self._parts}
        names = (f"{folder}/comments{n}.xml".lstrip("/") for n in ["", *range(1, len(taken) + 2)])
        add_part(
            self._parts,
            source=self._main,
            name=next(name for name in names if name.lower() not in taken),
            kind="comments",
            media=_MEDIA,
            part=serialize(self._root),
        )

    def _comment(self, text: str, pen: Pen) -> Element:
        if self._root is None:
            if self._name is None:
                self._root = etree.Element(W + "comments", nsmap={"w": W_NS})
            else:
                self._root = parse(self._parts[self._name])
        comment = pen.mark("comment")
        comment.set(W + "initials", _initials(pen.author))
        for number, line in enumerate(printable(text).split("\n")):
            paragraph = etree.SubElement(comment, W + "p")
            if self._text_styled:
                properties = etree.SubElement(paragraph, W + "pPr")
                etree.SubElement(properties, W + "pStyle").set(W + "val", "CommentText")
            if not number:
                run = _reference_run(self._mark_styled)
                etree.SubElement(run, W + "annotationRef")
                paragraph.append(run)
            node = etree.SubElement(etree.SubElement(paragraph, W + "r"), W + "t")
            node.text = line
            node.set(XML_SPACE, "preserve")
        self._root.append(comment)
        return comment


def remove_comments(root: Element) -> None:
    """Take every trace of comments out of a part."""
    for element in list(root.iter(*_REMNANTS)):
        parent = element.getparent()
        if parent is None:
            continue
        parent.remove(element)
        if parent.tag == W + "r" and all(child.tag == W + "rPr" for child in parent):
            holder = parent.getparent()
            if holder is not None:
                holder.remove(parent)


def _surround(
    host: Element, first: Element | None, last: Element | None, number: str, styled: bool
) -> None:
    start, end = (
        etree.Element(W + name, {W + "id": number}, nsmap={"w": W_NS})
        for name in ("commentRangeStart", "commentRangeEnd")
    )
    run = _reference_run(styled)
    etree.SubElement(run, W + "commentReference").set(W + "id", number)
    if first is None or last is None or next(host.iterancestors(W + "sdt"), None) is not None:
        # LibreOffice loses the text of a content control when a comment ends in it; one at
        # its very beginning, around nothing, does no harm.
        properties = host.find(W + "pPr")
        at = 0 if properties is None else host.index(properties) + 1
        host[at:at] = [start, end, run]
        return
    first.addprevious(start)
    last.addnext(end)
    end.addnext(run)


def _reference_run(styled: bool) -> Element:
    run = etree.Element(W + "r", nsmap={"w": W_NS})
    if styled:
        properties = etree.SubElement(run, W + "rPr")
        etree.SubElement(properties, W + "rStyle").set(W + "val", "CommentReference")
    return run


def _host(paragraph: Element) -> Element:
    """Return the paragraph itself, or the one that the outermost text box around it is in."""
    boxes = list(paragraph.iterancestors(_BOX))
    return next(boxes[-1].iterancestors(W + "p"), paragraph) if boxes else paragraph


def _child_of(host: Element, element: Element) -> Element:
    """Return the child of a paragraph that an element is or is in."""
    while (parent := element.getparent()) is not None and parent is not host:
        element = parent
    return element


def _quote(paragraph: Element) -> str:
    words = visible_text(paragraph).split()
    return " ".join(words[:_QUOTED_WORDS]) + (" …" if len(words) > _QUOTED_WORDS else "")


def _initials(author: str) -> str:
    words: Iterable[str] = re.findall(r"\w+", author)
    return "".join(word[0].upper() for word in words)[:4]
