"""The comments of a document as threads: what was remarked, where, and what was replied."""

from collections import defaultdict
from dataclasses import dataclass, replace

from reframe.formats.docx.atoms import Element
from reframe.formats.docx.names import W14, W15, W
from reframe.formats.docx.opc import Parts, main_part, parse, related
from reframe.formats.docx.package import Package
from reframe.formats.docx.text import visible_text
from reframe.formats.docx.walk import paragraphs


@dataclass(frozen=True, slots=True)
class Remark:
    """One comment: its lines, the ordinal of the paragraph it stands at (-1: nowhere), and the
    replies to it, oldest first."""

    author: str
    lines: tuple[str, ...]
    paragraph: int
    replies: tuple["Remark", ...] = ()


def read_threads(package: Package) -> tuple[Remark, ...]:
    """Return the comments that reply to nothing, in the order of the document, with their replies.

    Word and LibreOffice keep a reply as a comment of its own, and say in another part which
    one it replies to. A reply to a reply belongs to the thread.
    """
    main = main_part(package.parts)
    name = related(package.parts, main, "comments")
    if name is None:
        return ()
    places = _places(package.root)
    found: dict[str, Remark] = {}
    by_paragraph: dict[str, str] = {}
    for comment in parse(package.parts[name]).iter(W + "comment"):
        number = comment.get(W + "id") or ""
        found[number] = Remark(
            author=comment.get(W + "author") or "",
            lines=tuple(_lines(comment)),
            paragraph=places.get(number, -1),
        )
        for paragraph in comment.iter(W + "p"):
            if key := paragraph.get(W14 + "paraId"):
                by_paragraph[key] = number
    parents = {
        by_paragraph[child]: by_paragraph[parent]
        for child, parent in _replies(package.parts, main)
        if child in by_paragraph and parent in by_paragraph
    }
    threads: dict[str, list[Remark]] = defaultdict(list)
    roots: list[str] = []
    for number, remark in found.items():
        root = _root_of(number, parents)
        if root is None or root == number:
            roots.append(number)
        else:
            threads[root].append(remark)
    order = {number: at for at, number in enumerate(places)}
    roots.sort(key=lambda number: order.get(number, len(order)))
    return tuple(replace(found[number], replies=tuple(threads[number])) for number in roots)


def _places(root: Element) -> dict[str, int]:
    """Return the ordinal of the paragraph that each comment's mark stands in, in order."""
    ordinals = {paragraph: n for n, paragraph in enumerate(paragraphs(root))}
    places: dict[str, int] = {}
    for mark in root.iter(W + "commentReference"):
        host = next(mark.iterancestors(W + "p"), None)
        if host in ordinals:
            places.setdefault(mark.get(W + "id") or "", ordinals[host])
    return places


def _lines(comment: Element) -> list[str]:
    text = "\n".join(visible_text(paragraph) for paragraph in comment.iter(W + "p"))
    return [line for line in (line.strip() for line in text.split("\n")) if line]


def _replies(parts: Parts, main: str) -> list[tuple[str, str]]:
    name = related(parts, main, "commentsExtended")
    if name is None:
        return []
    return [
        (entry.get(W15 + "paraId") or "", entry.get(W15 + "paraIdParent") or "")
        for entry in parse(parts[name]).iter(W15 + "commentEx")
    ]


def _root_of(number: str, parents: dict[str, str]) -> str | None:
    """Return the comment that a thread began with; None when replies run in a circle."""
    seen: set[str] = set()
    while number in parents:
        if number in seen:
            return None
        seen.add(number)
        number = parents[number]
    return number
