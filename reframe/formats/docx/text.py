"""What text a reader sees in a paragraph, and where each character of it comes from.

This is the only definition in the project: the reader, the redline and their tests all count
characters here, so that an offset means the same to each of them.

``paragraph.text`` of python-docx is no such thing: it loses text in tracked insertions, smart
tags, inline content controls and simple fields.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from lxml import etree

from reframe.formats.docx import symbols
from reframe.formats.docx.names import MC, W14, XML_SPACE, W, is_on

Element: TypeAlias = etree._Element

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


class Atom(NamedTuple):
    """One visible character: ``node`` is the child of ``run`` it stands in, at ``offset``.

    ``locked`` characters are not ours to edit: results of fields, symbols, fixed controls.
    """

    char: str
    node: Element
    offset: int
    run: Element
    locked: bool


class Layout(NamedTuple):
    """The characters of a paragraph, and the ``barriers`` between them: the positions where a
    drawing, a field mark, a footnote or hidden text stands and must stay."""

    atoms: list[Atom]
    barriers: list[int]


def atoms(paragraph: Element) -> list[Atom]:
    """Return the visible characters of a ``w:p``, in reading order."""
    return layout(paragraph).atoms


def visible_text(paragraph: Element) -> str:
    """Return the text that a reader sees in a ``w:p``; tabs are ``\\t``, line breaks ``\\n``.

    Tracked insertions count, tracked deletions do not. A text box that is anchored in the
    paragraph holds paragraphs of its own and adds nothing here; nor do pictures, footnote
    marks, field codes and hidden text. Symbols are mapped to the marks they show.
    """
    return "".join(atom.char for atom in layout(paragraph).atoms)


def layout(paragraph: Element, *, in_field: bool = False) -> Layout:
    """Return the characters of a ``w:p`` and the barriers between them.

    ``in_field`` says that the paragraph begins inside the result of a field that an earlier
    paragraph opened, as the second line of a table of contents does.
    """
    walk = _Walk(in_field)
    walk.container(paragraph, locked=fixed_by_control(paragraph))
    if walk.closed_foreign_field:
        # The field began in an earlier paragraph: everything before its end is its result.
        cut = walk.closed_foreign_field
        walk.atoms[:cut] = [atom._replace(locked=True) for atom in walk.atoms[:cut]]
    return Layout(walk.atoms, walk.barriers)


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
        if child.tag == W + "r":
            yield child
        elif child.tag in _THROUGH:
            yield from runs(child)


def fixed_by_control(element: Element) -> bool:
    """Whether a content control around or at the element keeps its text from being edited."""
    return any(_fixes(control) for control in element.iterancestors(W + "sdt"))


def _fixes(control: Element) -> bool:
    settings = control.find(W + "sdtPr")
    if settings is None:
        return False
    lock = settings.find(W + "lock")
    if lock is not None and lock.get(W + "val") in ("contentLocked", "sdtContentLocked"):
        return True
    return any(settings.find(tag) is not None for tag in _FIXED_CONTROLS)


class _Walk:
    """The state of one walk over a paragraph: what is collected, and the open fields."""

    def __init__(self, in_field: bool) -> None:
        self.atoms: list[Atom] = []
        self.barriers: list[int] = []
        self.closed_foreign_field = 0
        # One entry per open field: True while its code is being read, False in its result.
        self._fields: list[bool] = [False] if in_field else []

    def container(self, element: Element, *, locked: bool) -> None:
        for child in element.iterchildren(tag=etree.Element):
            tag = child.tag
            if tag == W + "r":
                self._run(child, locked)
            elif tag in _THROUGH:
                fixed = tag == W + "fldSimple" or (tag == W + "sdt" and _fixes(child))
                if tag == W + "fldSimple":
                    self._barrier()
                self.container(child, locked=locked or fixed)
                if tag == W + "fldSimple":
                    self._barrier()
            elif tag == MC + "AlternateContent":
                self._barrier()
                choice = child.find(MC + "Choice")
                if choice is not None:
                    self.container(choice, locked=True)
            elif etree.QName(child).localname in ("oMath", "oMathPara"):
                self._barrier()

    def _run(self, run: Element, locked: bool) -> None:
        properties = run.find(W + "rPr")
        hidden = properties is not None and _hidden(properties)
        font = _font(properties) if properties is not None else ""
        for child in run.iterchildren(tag=etree.Element):
            tag = child.tag
            if tag == W + "fldChar":
                self._field_mark(child.get(W + "fldCharType"))
            elif tag in _SILENT:
                continue
            elif hidden or any(self._fields):
                self._barrier()
            elif tag == W + "t":
                self._text(child, run, font, locked or bool(self._fields))
            elif tag in _CHARACTERS:
                # A page or column break is layout, not wording.
                fixed = locked or bool(self._fields) or child.get(W + "type") in _PAGE_BREAKS
                self._add(_CHARACTERS[tag], child, 0, run, fixed)
            elif tag == W + "sym":
                self._symbol(child, run)
            elif (shown := _shown(child)) is not None:
                for offset, char in enumerate(shown):
                    self._add(char, child, offset, run, True)
            else:
                self._barrier()

    def _text(self, node: Element, run: Element, font: str, locked: bool) -> None:
        first, text = as_shown(node)
        # A lone "§" in Wingdings is a mark; a sentence in it is a file with a wrong font.
        mark = symbols.is_symbol_font(font) and len(text.strip()) == 1
        if not mark and max(text, default="") < _FIRST_PRIVATE:
            self.atoms += [Atom(char, node, at, run, locked) for at, char in enumerate(text, first)]
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
                self.closed_foreign_field = len(self.atoms)
        self._barrier()

    def _add(self, char: str, node: Element, offset: int, run: Element, locked: bool) -> None:
        self.atoms.append(Atom(char, node, offset, run, locked))

    def _barrier(self) -> None:
        self.barriers.append(len(self.atoms))


def as_shown(node: Element) -> tuple[int, str]:
    """Return where the shown text of a ``w:t`` begins in it, and that text.

    Word drops outer blanks unless ``xml:space`` is "preserve", here or on an ancestor, and
    shows a line end as a blank.
    """
    text = (node.text or "").translate(_LINE_ENDS)
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


def _hidden(properties: Element) -> bool:
    mark = properties.find(W + "vanish")
    return mark is not None and is_on(mark.get(W + "val"))


def _font(properties: Element) -> str:
    fonts = properties.find(W + "rFonts")
    if fonts is None:
        return ""
    return fonts.get(W + "ascii") or fonts.get(W + "hAnsi") or ""


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
