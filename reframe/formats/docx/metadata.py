"""What a returned file must not carry: programs, links that fetch, and in a final the past."""

from lxml import etree

from reframe.formats.docx.accept import accept_all
from reframe.formats.docx.atoms import Element
from reframe.formats.docx.comments import remove_comments
from reframe.formats.docx.links import cut_references
from reframe.formats.docx.names import MC, W
from reframe.formats.docx.opc import (
    Parts,
    Relationship,
    drop_parts,
    drop_relationships,
    main_part,
    parse,
    related,
    relationships,
    serialize,
    set_media,
)

_MAIN_MEDIA = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
# Kinds of references, as the last word of their type.
_PROGRAMS = frozenset(
    {"vbaProject", "wordVbaData", "keyMapCustomizations", "attachedToolbars"}
    | {"extensibility", "userCustomization", "activeXControlBinary"}
    # Not a program, but a signature holds no longer once the document is changed.
    | {"origin", "signature"}
)
_REVIEW = frozenset(
    {"comments", "commentsExtended", "commentsIds", "commentsExtensible", "people"}
    | {"documenttasks"}
)
_PERSONAL = frozenset(
    {"core-properties", "extended-properties", "custom-properties", "thumbnail", "customXml"}
    | {"customXmlProps", "classificationlabels", "recipientData"}
)
_STORIES = frozenset(
    {"header", "footer", "footnotes", "endnotes", "glossaryDocument", "styles", "numbering"}
    | {"stylesWithEffects"}
)
_SETTINGS = tuple(
    W + tag
    for tag in [
        *("attachedTemplate", "rsids", "docVars", "mailMerge", "trackRevisions"),
        *("revisionView", "saveThroughXslt"),
    ]
)


def drop_programs(parts: Parts) -> None:
    """Remove macros and their toolbars and keys; the file is then a plain document."""
    drop_parts(parts, _targets(parts, _PROGRAMS))
    set_media(parts, main_part(parts), _MAIN_MEDIA)


def drop_outside_references(parts: Parts) -> dict[str, dict[str, str]]:
    """Remove references to templates, pictures and objects outside the package, and to parts
    that are not there; hyperlinks stay, since a reader clicks them on purpose.

    Return the kinds of what was removed: {part: {id: kind}}.
    """

    def unwanted(_: str, relationship: Relationship) -> bool:
        return relationship.target is None and relationship.kind != "hyperlink"

    removed = drop_relationships(parts, unwanted)
    for source, ids in removed.items():
        if source in parts:
            root = parse(parts[source])
            cut_references(root, ids)
            parts[source] = serialize(root)
    return removed


def make_final(parts: Parts) -> None:
    """Settle every revision and take out comments, authors, properties and editing history."""
    main = main_part(parts)
    for name in sorted(_story_parts(parts, main)):
        root = parse(parts[name])
        accept_all(root)
        remove_comments(root)
        _forget_editing(root)
        parts[name] = serialize(root)
    settings = related(parts, main, "settings")
    if settings is not None:
        root = parse(parts[settings])
        for element in [child for child in root if child.tag in _SETTINGS]:
            root.remove(element)
        _forget_editing(root)
        parts[settings] = serialize(root)
    drop_parts(parts, _targets(parts, _REVIEW | _PERSONAL))


def _targets(parts: Parts, kinds: frozenset[str]) -> set[str]:
    sources = ["", *parts]
    return {
        relationship.target
        for source in sources
        for relationship in relationships(parts, source)
        if relationship.kind in kinds and relationship.target
    }


def _story_parts(parts: Parts, main: str) -> set[str]:
    found = {main}
    for relationship in relationships(parts, main):
        if relationship.kind in _STORIES and relationship.target:
            found.add(relationship.target)
    return found


def _forget_editing(root: Element) -> None:
    """Remove editing sessions, and what ties text to data that is no longer there.

    A control bound to the "Author" property would show that property again when Word opens
    the file: once the property is empty, the name on the résumé would be too.
    """
    for element in list(root.iter(W + "rsid", W + "dataBinding")):
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    for element in root.iter(tag=etree.Element):
        for name in [name for name in element.attrib if str(name).startswith(W + "rsid")]:
            del element.attrib[name]
        if (
            etree.QName(element).localname == "docPr"
            and element.tag.startswith("{")
            and not (element.tag.startswith((W, MC)))
        ):
            _forget_path(element)


def _forget_path(properties: Element) -> None:
    """Remove a picture's alternative text or name when it is a path of somebody's disk."""
    for name in ("descr", "title", "name"):
        value = properties.get(name, "")
        if "\\" in value or value.startswith(("file:", "/")):
            properties.set(name, "")
