"""Links that would make a reader's program fetch something: found, removed, and reported."""

from typing import Final

from docx.document import Document
from lxml import etree

from reframe.formats.docx.names import R, W

# What a reader follows on purpose, with a click.
_HARMLESS: Final = ("/hyperlink",)
# Removed without a word here: whoever takes macros out of a package says so.
_SILENT: Final = ("vbaProject", "wordVbaData", "attachedToolbars", "keyMapCustomizations")
# Elements that are nothing without their target; of others only the reference is removed.
_WHOLE: Final = frozenset(
    W + tag
    for tag in (
        *("attachedTemplate", "headerReference", "footerReference", "altChunk", "subDoc"),
        *("saveThroughXslt", "src", "dataSource", "headerSource", "sourceFileName", "movie"),
    )
)


def drop_outside_links(document: Document) -> tuple[str, ...]:
    """Remove references to templates, pictures and objects outside the document.

    Return one note for each kind that was removed. Hyperlinks stay: they are text that a
    reader clicks on purpose.
    """
    found: set[str] = set()
    for part in document.part.package.iter_parts():
        outside = {
            key: relationship.reltype.rpartition("/")[2]
            for key, relationship in part.rels.items()
            if relationship.is_external and not relationship.reltype.endswith(_HARMLESS)
        }
        if not outside:
            continue
        root = getattr(part, "element", None)
        if root is not None:
            cut_references(root, outside)
        for key in outside:
            del part.rels[key]
        found.update(outside.values())
    return tuple(
        f"A link to {kind} outside the document was left out."
        for kind in sorted(found.difference(_SILENT))
    )


def cut_references(root: etree._Element, outside: dict[str, str]) -> None:
    """Remove what refers to relationships by id: the element, or only the reference."""
    doomed = []
    for element in root.iter(tag=etree.Element):
        for name, value in element.items():
            if name.startswith(R) and value in outside:
                if element.tag in _WHOLE:
                    doomed.append(element)
                else:
                    del element.attrib[name]
    for element in doomed:
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
