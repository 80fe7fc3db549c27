"""Links that would make a reader's program fetch something: found, removed, and reported."""

from collections.abc import Mapping
from typing import Final

from lxml import etree

from reframe.formats.docx.names import R, W

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


def notes_on(removed: Mapping[str, Mapping[str, str]]) -> tuple[str, ...]:
    """Return one note for each kind of reference that was removed: {part: {id: kind}}."""
    found = {kind for kinds in removed.values() for kind in kinds.values()}
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
