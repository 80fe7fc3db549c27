"""The package around a document: its parts as bytes, how they refer to each other, the zip.

Parts are kept as they came; only what a change touches is parsed and written again, so that
everything else in the client's file comes back byte for byte.
"""

import posixpath
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, lru_cache
from urllib.parse import unquote

from lxml import etree

from reframe.errors import Unreadable
from reframe.formats.docx.atoms import Element
from reframe.formats.docx.names import R_NS
from reframe.formats.docx.preflight import DAMAGED

Parts = dict[str, bytes]

TYPES = "[Content_Types].xml"
_CT = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_REL_NS = "http://schemas.openxmlformats.org/package/2006/relationships"
_REL = f"{{{_REL_NS}}}"
_NO_RELATIONSHIPS = f'<Relationships xmlns="{_REL_NS}"/>'.encode()


@dataclass(frozen=True, slots=True)
class Relationship:
    """One reference of a part. ``kind`` is the last word of its type, ``target`` the part it
    points at, or None when that is outside the package or not there."""

    id: str
    kind: str
    target: str | None


def parse(part: bytes) -> Element:
    """Return the root of an XML part; entities and networks are never touched.

    Raises:
        lxml.etree.XMLSyntaxError: when the part is damaged.
    """
    return etree.fromstring(part, _parser())


@cache
def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True)


@contextmanager
def damage_told(name: str) -> Iterator[None]:
    """Turn a part that cannot be parsed into an error that says what to do; ``name`` is the
    file's.

    Raises:
        Unreadable: when a part is no sound XML.
    """
    try:
        yield
    except etree.XMLSyntaxError as error:
        raise Unreadable(f"{name}: {DAMAGED} ({' '.join(str(error).split())[:120]})") from error


def serialize(root: Element) -> bytes:
    """Return an XML part as Word expects it."""
    tree = root.getroottree()
    return bytes(etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True))


def rels_of(source: str) -> str:
    """Return the name of the part that lists the references of ``source``.

    >>> rels_of("word/document.xml"), rels_of("")
    ('word/_rels/document.xml.rels', '_rels/.rels')
    """
    folder, _, name = source.rpartition("/")
    return posixpath.join(folder, "_rels", f"{name}.rels")


def source_of(rels: str) -> str:
    """Return the name of the part whose references a ``.rels`` part lists."""
    folder, _, name = rels.rpartition("/")
    return posixpath.join(posixpath.dirname(folder), name.removesuffix(".rels"))


def relationships(parts: Parts, source: str) -> list[Relationship]:
    """Return the references of a part; the package itself is ``""``."""
    listed = parts.get(rels_of(source))
    return [] if listed is None else list(_listed(listed, source, tuple(parts)))


# The same few parts are asked about over and over while one file is read and returned.
@lru_cache(maxsize=128)
def _listed(listed: bytes, source: str, names: tuple[str, ...]) -> tuple[Relationship, ...]:
    folded = _by_folded_name(names)
    return tuple(
        _relationship(source, element, folded)
        for element in parse(listed).iter(_REL + "Relationship")
    )


def related(parts: Parts, source: str, kind: str) -> str | None:
    """Return the name of the first part of a kind that ``source`` refers to, or None."""
    targets = (r.target for r in relationships(parts, source) if r.kind == kind)
    return next((target for target in targets if target), None)


def main_part(parts: Parts) -> str:
    """Return the name of the document part.

    Raises:
        Unreadable: when the package has none.
    """
    main = related(parts, "", "officeDocument")
    if main is None:
        raise Unreadable("The file has no document inside: it is damaged or no Word document.")
    return main


def add_part(parts: Parts, *, source: str, name: str, kind: str, media: str, part: bytes) -> None:
    """Add a part that ``source`` refers to; ``media`` is its content type."""
    root = parse(parts.get(rels_of(source), _NO_RELATIONSHIPS))
    taken = {element.get("Id") for element in root}
    number = next(n for n in range(1, len(taken) + 2) if f"rId{n}" not in taken)
    target = posixpath.relpath("/" + name, "/" + posixpath.dirname(source))
    etree.SubElement(
        root, _REL + "Relationship", Id=f"rId{number}", Type=f"{R_NS}/{kind}", Target=target
    )
    parts[rels_of(source)] = serialize(root)
    types = parse(parts[TYPES])
    etree.SubElement(types, _CT + "Override", PartName="/" + name, ContentType=media)
    parts[TYPES] = serialize(types)
    parts[name] = part


def set_media(parts: Parts, name: str, media: str) -> None:
    """Give a part a content type, if it has another."""
    types = parse(parts[TYPES])
    for element in types.iter(_CT + "Override"):
        if unquote(element.get("PartName") or "").lower() == f"/{name}".lower():
            if element.get("ContentType") == media:
                return
            element.set("ContentType", media)
            break
    else:
        etree.SubElement(types, _CT + "Override", PartName="/" + name, ContentType=media)
    parts[TYPES] = serialize(types)


def drop_parts(parts: Parts, doomed: set[str]) -> None:
    """Remove parts with their own references, and every mention of them in the package."""
    doomed = {name for name in doomed if name in parts}
    if not doomed:
        return
    for name in doomed:
        del parts[name]
        parts.pop(rels_of(name), None)
    folded = {f"/{name}".lower() for name in doomed}
    types = parse(parts[TYPES])
    for element in list(types.iter(_CT + "Override")):
        if unquote(element.get("PartName") or "").lower() in folded:
            types.remove(element)
    parts[TYPES] = serialize(types)
    drop_relationships(parts, lambda _, relationship: relationship.target in doomed, gone=doomed)


def drop_relationships(
    parts: Parts,
    unwanted: Callable[[str, Relationship], bool],
    *,
    gone: set[str] = frozenset(),  # type: ignore[assignment]
) -> dict[str, dict[str, str]]:
    """Remove references by ``unwanted(source, relationship)``; return {source: {id: kind}}.

    ``gone`` are names of parts that were just removed, so that their targets are still known.
    """
    all_names = (*parts, *gone)
    names = _by_folded_name(all_names)
    removed: dict[str, dict[str, str]] = {}
    for key in [key for key in parts if key.endswith(".rels")]:
        source = source_of(key)
        if not any(unwanted(source, found) for found in _listed(parts[key], source, all_names)):
            continue
        root = parse(parts[key])
        for element in list(root.iter(_REL + "Relationship")):
            relationship = _relationship(source, element, names)
            if unwanted(source, relationship):
                removed.setdefault(source, {})[relationship.id] = relationship.kind
                root.remove(element)
        parts[key] = serialize(root)
    return removed


def _relationship(source: str, element: Element, names: dict[str, str]) -> Relationship:
    target = None
    if element.get("TargetMode") != "External":
        path = (element.get("Target") or "").partition("#")[0].replace("\\", "/")
        joined = posixpath.join("/", posixpath.dirname(source), path)
        target = names.get(unquote(posixpath.normpath(joined)).lstrip("/").lower())
    kind = (element.get("Type") or "").rpartition("/")[2]
    return Relationship(element.get("Id") or "", kind, target)


@lru_cache(maxsize=16)
def _by_folded_name(names: tuple[str, ...]) -> dict[str, str]:
    """Map names without case and escapes to names: some programs write them differently."""
    return {unquote(name).lower(): name for name in names}
