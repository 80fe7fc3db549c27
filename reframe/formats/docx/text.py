"""What text a reader sees in a paragraph, and where each character of it comes from.

This is the only definition in the project: the reader, the redline and their tests all count
characters here, so that an offset means the same to each of them.

``paragraph.text`` of python-docx is no such thing: it loses text in tracked insertions, smart
tags, inline content controls and simple fields.
"""

import re
from collections.abc import Iterator

from lxml import etree

from reframe.formats.docx import symbols
from reframe.formats.docx.atoms import Atoms, Element, Layout, Stretch
from reframe.formats.docx.names import MC, W14, XML_SPACE, W, is_on

# Names that are compared for every element of a document.
_RUN, _TEXT, _PROPERTIES, _SYMBOL = W + "r", W + "t", W + "rPr", W + "sym"
_SIMPLE_FIELD, _FIELD_MARK, _CONTROL = W + "fldSimple", W + "fldChar", W + "sdt"
_VARIANTS = MC + "AlternateContent"
_CONTROL_SETTINGS, _LOCK = W + "sdtPr", W + "lock"
_LOCKED = ("contentLocked", "sdtContentLocked")
_VALUE, _ASCII, _HIGH_ANSI = W + "val", W + "ascii", W + "hAnsi"
_SETTINGS = _HIDDEN, _FONTS = W + "vanish", W + "rFonts"
_EMPTY = frozenset(
    W + tag
    for tag in [
        *("pPr", "proofErr", "bookmarkStart", "bookmarkEnd", "del", "moveFrom"),
        *("commentRangeStart", "commentRangeEnd"),
    ]
)
# Children of a paragraph whose runs are text of the paragraph itself.
_THROUGH = frozenset(
    f"{W}{tag}"
    for tag in [
        *("hyperlink", "ins", "moveTo", "smartTag", "customXml", "fldSimple", "dir", "bdo"),
        *("sdt", "sdtContent"),
    ]
)
_CHARACTERS = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "\u2011",
    W + "softHyphen": "\u00ad",
}
# Children of a run that show nothing and that nothing depends on staying in place.
_SILENT = frozenset(
    W + tag
    for tag in ("rPr", "lastRenderedPageBreak", "commentReference", "annotationRef", "delText")
)
_CONTROLS = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_FIRST_PRIVATE = chr(symbols.PRIVATE.start)
_PAGE_BREAKS = ("page", "column")
_BLANKS = " \t\r\n"
_LINE_ENDS = str.maketrans("\t\r\n", "   ")
# Content controls whose text is a choice or is refilled from the document's data store.
_FIXED_CONTROLS = (
    *(W + tag for tag in ("dataBinding", "dropDownList", "comboBox", "date", "picture")),
    W14 + "checkbox",
)


def atoms(paragraph: Element) -> Atoms:
    """Return the visible characters of a ``w:p``, in reading order."""
    return layout(paragraph).atoms


def visible_text(paragraph: Element) -> str:
    """Return the text that a reader sees in a ``w:p``; tabs are ``\\t``, line breaks ``\\n``.

    Tracked insertions count, tracked deletions do not. A text box that is anchored in the
    paragraph holds paragraphs of its own and adds nothing here; nor do pictures, footnote
    marks, field codes and hidden text. Symbols are mapped to the marks they show.
    """
    return layout(paragraph).text


def layout(paragraph: Element, *, in_field: bool = False) -> Layout:
    """Return the characters of a ``w:p`` and the barriers between them.

    ``in_field`` says that the paragraph begins inside the result of a field that an earlier
    paragraph opened, as the second line of a table of contents does.
    """
    walk = _Walk(in_field)
    walk.container(paragraph, locked=False)
    if walk.stretches and fixed_by_control(paragraph):
        walk.stretches = [piece._replace(locked=True) for piece in walk.stretches]
    if walk.closed_foreign_field:
        # The field began in an earlier paragraph: everything before its end is its result.
        cut = walk.closed_foreign_field
        walk.stretches[:cut] = [piece._replace(locked=True) for piece in walk.stretches[:cut]]
    text = "".join([stretch.text for stretch in walk.stretches])
    return Layout(walk.stretches, walk.barriers, text)


def field_depth_after(paragraph: Element, depth: int = 0) -> int:
    """Return how many fields are open at the end of a ``w:p`` that began inside ``depth``."""
    for run in runs(paragraph):
        for mark in run.iterchildren(W + "fldChar"):
            kind = mark.get(W + "fldCharType")
            depth += {"begin": 1, "end": -1}.get(kind or "", 0)
    return max(0, depth)


def parent_of(element: Element) -> Element:
    """Return the parent of an element that has one."""
    parent = element.getparent()
    assert parent is not None, f"{element.tag} stands alone"
    return parent


def runs(paragraph: Element) -> Iterator[Element]:
    """Yield the runs whose text belongs to a ``w:p``, through links, revisions and controls."""
    for child in paragraph.iterchildren(tag=etree.Element):
        if child.tag == _RUN:
            yield child
        elif child.tag in _THROUGH:
            yield from runs(child)


def fixed_by_control(element: Element) -> bool:
    """Whether a content control around or at the element keeps its text from being edited."""
    return any(_fixes(control) for control in element.iterancestors(W + "sdt"))


def _fixes(control: Element) -> bool:
    settings = next(control.iterchildren(_CONTROL_SETTINGS), None)
    if settings is None:
        return False
    return any(
        child.tag != _LOCK or child.get(_VALUE) in _LOCKED
        for child in settings.iterchildren(_LOCK, *_FIXED_CONTROLS)
    )


class _Walk:
    """The state of one walk over a paragraph: what is collected, and the open fields."""

    def __init__(self, in_field: bool) -> None:
        self.stretches: list[Stretch] = []
        self.barriers: list[int] = []
        # How many stretches stood before the last end of a field that began further up.
        self.closed_foreign_field = 0
        self._length = 0
        # One entry per open field: True while its code is being read, False in its result.
        self._fields: list[bool] = [False] if in_field else []

    def container(self, element: Element, *, locked: bool) -> None:
        for child in element.iterchildren(tag=etree.Element):
            tag = child.tag
            if tag == _RUN:
                self._run(child, locked)
            elif tag in _THROUGH:
                fixed = tag == _SIMPLE_FIELD or (tag == _CONTROL and _fixes(child))
                if tag == _SIMPLE_FIELD:
                    self._barrier()
                self.container(child, locked=locked or fixed)
                if tag == _SIMPLE_FIELD:
                    self._barrier()
            elif tag == _VARIANTS:
                self._barrier()
                choice = child.find(MC + "Choice")
                if choice is not None:
                    self.container(choice, locked=True)
            elif tag not in _EMPTY and etree.QName(child).localname in ("oMath", "oMathPara"):
                self._barrier()

    def _run(self, run: Element, locked: bool) -> None:
        hidden, font = False, ""
        for child in run.iterchildren(tag=etree.Element):
            tag = child.tag
            if tag == _PROPERTIES:  # the schema has them first
                hidden, font = _setting(child)
            elif tag in _SILENT:
                continue
            elif tag == _FIELD_MARK:
                self._field_mark(child.get(W + "fldCharType"))
            elif hidden or (self._fields and any(self._fields)):
                self._barrier()
            elif tag == _TEXT:
                self._text(child, run, font, locked or bool(self._fields))
            elif tag in _CHARACTERS:
                # A page or column break is layout, not wording.
                fixed = locked or bool(self._fields) or child.get(W + "type") in _PAGE_BREAKS
                self._add(_CHARACTERS[tag], child, 0, run, fixed)
            elif tag == _SYMBOL:
                self._symbol(child, run)
            elif (shown := _shown(child)) is not None:
                self._add(shown, child, 0, run, True)
            else:
                self._barrier()

    def _text(self, node: Element, run: Element, font: str, locked: bool) -> None:
        first, text = as_shown(node)
        # A lone "§" in Wingdings is a mark; a sentence in it is a file with a wrong font.
        mark = bool(font) and symbols.is_symbol_font(font) and len(text.strip()) == 1
        if not mark and (text.isascii() or max(text) < _FIRST_PRIVATE):
            self._add(text, node, first, run, locked)
            return
        for offset, char in enumerate(text, first):
            shown = char
            if ord(char) in symbols.PRIVATE or (mark and not char.isspace()):
                shown = symbols.seen(ord(char), font)
            self._add(shown, node, offset, run, locked or shown != char)

    def _symbol(self, node: Element, run: Element) -> None:
        try:
            code = int(node.get(W + "char") or "", 16)
        except ValueError:
            self._barrier()
            return
        self._add(symbols.seen(code, node.get(W + "font") or ""), node, 0, run, True)

    def _field_mark(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append(True)
        elif kind == "separate" and self._fields:
            self._fields[-1] = False
        elif kind == "end":
            if self._fields:
                self._fields.pop()
            else:
                self.closed_foreign_field = len(self.stretches)
        self._barrier()

    def _add(self, text: str, node: Element, offset: int, run: Element, locked: bool) -> None:
        if text:
            self.stretches.append(Stretch(self._length, text, node, offset, run, locked))
            self._length += len(text)

    def _barrier(self) -> None:
        self.barriers.append(self._length)


def as_shown(node: Element) -> tuple[int, str]:
    """Return where the shown text of a ``w:t`` begins in it, and that text.

    Word drops outer blanks unless ``xml:space`` is "preserve", here or on an ancestor, and
    shows a line end as a blank.
    """
    text = node.text or ""
    if not text.isprintable():
        text = text.translate(_LINE_ENDS)
    kept = text.strip(_BLANKS)
    if kept == text or _keeps_space(node):
        return 0, text
    return text.index(kept), kept


def printable(text: str) -> str:
    """Return a text without the control characters that XML cannot hold; line ends are ``\\n``."""
    return _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def _keeps_space(node: Element) -> bool:
    for element in (node, *node.iterancestors()):
        space = element.get(XML_SPACE)
        if space is not None:
            return bool(space == "preserve")
    return False


def _setting(properties: Element) -> tuple[bool, str]:
    """Return whether a run with this ``w:rPr`` is hidden, and the font that it names."""
    hidden, font = False, ""
    for stated in properties.iterchildren(*_SETTINGS):
        if stated.tag == _HIDDEN:
            hidden = is_on(stated.get(_VALUE))
        else:
            font = stated.get(_ASCII) or stated.get(_HIGH_ANSI) or ""
    return hidden, font


def _shown(child: Element) -> str | None:
    """Return the text of a run child that wraps plain text: an emoji or a ruby base."""
    if child.tag == MC + "AlternateContent":
        fallback = child.find(MC + "Fallback")
        texts = [] if fallback is None else fallback.findall(W + "t")
    elif child.tag == W + "ruby":
        texts = list(child.iterfind(f"{W}rubyBase/{W}r/{W}t"))
    else:
        return None
    return "".join(text.text or "" for text in texts) or None
