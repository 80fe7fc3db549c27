"""What a person does to a draft in Word, done to its parts: settle, reword, remove, reply."""

import io
import zipfile
from pathlib import Path

from lxml import etree

from reframe.formats.docx.accept import accept_all, reject_all
from reframe.formats.docx.names import W14, W15, W15_NS, W
from reframe.formats.docx.text import visible_text
from reframe.formats.docx.walk import paragraphs

DOCUMENT, COMMENTS = "word/document.xml", "word/comments.xml"
EXTENDED = "word/commentsExtended.xml"
_RELS, _TYPES = "word/_rels/document.xml.rels", "[Content_Types].xml"
_KIND = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
_MEDIA = "application/vnd.openxmlformats-officedocument.wordprocessingml.commentsExtended+xml"


class Draft:
    """The parts of a draft while somebody works on it."""

    def __init__(self, path: Path, *, comments: bool = True) -> None:
        with zipfile.ZipFile(io.BytesIO(Path(path).read_bytes())) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.root = etree.fromstring(self.parts[DOCUMENT])
        self.comments = etree.fromstring(self.parts[COMMENTS]) if comments else None
        self.extended: etree._Element | None = None

    def line(self, text: str) -> etree._Element:
        """The paragraph that reads so."""
        [found] = [p for p in paragraphs(self.root) if visible_text(p) == text]
        return found

    def retype(self, text: str, new: str) -> None:
        """Type another line over one, without tracking."""
        first, *others = self.line(text).iter(W + "t")
        first.text = new
        for node in others:
            node.text = ""

    def settle(self, text: str, *, accept: bool) -> None:
        """Accept or reject the changes of one line."""
        within = set(self.line(text).iter())
        settle = accept_all if accept else reject_all
        settle(self.root, chosen=lambda mark: mark in within)

    def settle_all(self, *, accept: bool) -> None:
        """Accept or reject everything."""
        (accept_all if accept else reject_all)(self.root)

    def reword(self, text: str, old: str, new: str) -> None:
        """Type over some words of a line, without tracking."""
        for node in self.line(text).iter(W + "t"):
            if old in (node.text or ""):
                node.text = node.text.replace(old, new)
                return
        raise AssertionError(f"{old!r} stands in no run of {text!r}")

    def remove(self, text: str) -> None:
        """Delete a line."""
        line = self.line(text)
        line.getparent().remove(line)

    def question(self, about: str) -> etree._Element:
        """The comment that asks a question; ``about`` is the end of the question's id."""
        [found] = [c for c in self.comments if "".join(c.itertext()).endswith(f"/{about}")]
        return found

    def type_under(self, comment: etree._Element, text: str) -> None:
        """Type a line into a comment, as its last."""
        run = etree.SubElement(etree.SubElement(comment, W + "p"), W + "r")
        etree.SubElement(run, W + "t").text = text

    def comment(self, beside: etree._Element, text: str, *, by: str) -> etree._Element:
        """Add a comment at the place of another."""
        numbers = [int(c.get(W + "id")) for c in self.comments]
        new = etree.SubElement(self.comments, W + "comment")
        new.set(W + "id", str(max(numbers) + 1000))
        new.set(W + "author", by)
        self.type_under(new, text)
        [mark] = [
            found
            for found in self.root.iter(W + "commentReference")
            if found.get(W + "id") == beside.get(W + "id")
        ]
        run = etree.Element(W + "r")
        etree.SubElement(run, W + "commentReference").set(W + "id", new.get(W + "id"))
        mark.getparent().addnext(run)
        return new

    def reply(self, to: etree._Element, text: str, *, by: str = "Mara Okonski") -> None:
        """Reply to a comment the way Word does: a comment, and an entry of who replies to whom."""
        new = self.comment(to, text, by=by)
        if self.extended is None:
            self.extended = etree.Element(W15 + "commentsEx", nsmap={"w15": W15_NS})
        for comment, parent in ((to, None), (new, to)):
            last = comment.findall(W + "p")[-1]
            last.set(W14 + "paraId", f"{int(comment.get(W + 'id')):08X}")
            entry = etree.SubElement(self.extended, W15 + "commentEx")
            entry.set(W15 + "paraId", last.get(W14 + "paraId"))
            if parent is not None:
                entry.set(W15 + "paraIdParent", parent.findall(W + "p")[-1].get(W14 + "paraId"))

    def save(self, path: Path) -> Path:
        """Write the draft."""
        self.parts[DOCUMENT] = etree.tostring(self.root)
        if self.comments is not None:
            self.parts[COMMENTS] = etree.tostring(self.comments)
        if self.extended is not None:
            self.parts[EXTENDED] = etree.tostring(self.extended)
            self._add(_RELS, "Relationship", Id="rIdX", Type=_KIND, Target="commentsExtended.xml")
            self._add(_TYPES, "Override", PartName=f"/{EXTENDED}", ContentType=_MEDIA)
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, part in self.parts.items():
                archive.writestr(name, part)
        return path

    def _add(self, part: str, tag: str, **attributes: str) -> None:
        root = etree.fromstring(self.parts[part])
        etree.SubElement(root, f"{{{etree.QName(root).namespace}}}{tag}", attributes)
        self.parts[part] = etree.tostring(root)
