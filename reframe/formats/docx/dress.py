"""Which format new words wear: that of the words they replace."""

import copy
import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from lxml import etree

from reframe.formats.docx.atoms import Atom, Element, Layout
from reframe.formats.docx.names import W

_TOKEN = re.compile(r"\w+|\W+")
_LINK_LOOK = (W + "rStyle", W + "color", W + "u")
# Marks of revisions, and a width or an invisibility that belonged to the old words alone.
_NOT_WORN = tuple(
    W + tag
    for tag in ("rPrChange", "ins", "del", "moveFrom", "moveTo", "fitText", "vanish", "specVanish")
)
# The order that the schema demands of the children of w:rPr; Word rejects a file without it.
_ORDER = tuple(
    W + tag
    for tag in [
        *("ins", "del", "moveFrom", "moveTo", "rStyle", "rFonts", "b", "bCs", "i", "iCs"),
        *("caps", "smallCaps", "strike", "dstrike", "outline", "shadow", "emboss", "imprint"),
        *("noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing", "w", "kern"),
        *("position", "sz", "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText"),
        *("vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath"),
    ]
)
# Two words share a stem when this many first letters agree: "drafting" and "Drafted".
_STEM = 4


def worn(run: Element | None, *, as_link: bool = True) -> Element | None:
    """Return a copy of a run's ``w:rPr`` for a new run, or None for none.

    ``as_link=False`` takes off what makes a run look like a hyperlink.
    """
    properties = None if run is None else run.find(W + "rPr")
    if properties is None:
        return None
    properties = copy.deepcopy(properties)
    properties.tail = None
    for tag in _NOT_WORN if as_link else (*_NOT_WORN, *_LINK_LOOK):
        for child in properties.findall(tag):
            properties.remove(child)
    return properties


def format_key(run: Element) -> bytes:
    """Return a run's format as bytes that are equal when formats are."""
    properties = next(run.iterchildren(W + "rPr"), None)
    if properties is None or not len(properties):
        return b""
    if next(properties.iterchildren(*_NOT_WORN), None) is not None:
        properties = worn(run)
        if properties is None or not len(properties):
            return b""
    return bytes(etree.tostring(properties, method="c14n", exclusive=True, with_tail=False))


def is_seam(where: Layout, at: int) -> bool:
    """Whether the format changes at an offset of a paragraph's text."""
    beside = list(where.within(at - 1, at + 1)) if 0 < at < len(where.text) else []
    return len(beside) == 2 and (
        beside[0].run is not beside[1].run
        and format_key(beside[0].run) != format_key(beside[1].run)
    )


def dressed(text: str, replaced: Sequence[Atom]) -> list[tuple[str, Element]]:
    """Return the pieces of a text, each with the run whose format it wears.

    A word that stood among the replaced ones, or one of the same stem, wears what that word
    wore, so that a bold term stays bold; the rest wears what most replaced letters did.
    """
    if all(atom.run is replaced[0].run for atom in replaced):
        return [(text, replaced[0].run)]
    keys: dict[bytes, Element] = {}
    weight: Counter[bytes] = Counter()
    old: list[tuple[str, bytes]] = []
    word = ""
    for run, group in groupby(replaced, key=lambda atom: atom.run):
        key = format_key(run)
        keys.setdefault(key, run)
        for atom in group:
            weight[key] += not atom.char.isspace()
            if atom.char.isalnum() or atom.char == "_":
                if not word:
                    old.append(("", key))
                word += atom.char
                old[-1] = (word.casefold(), old[-1][1])
            else:
                word = ""
    if len(keys) == 1:
        return [(text, next(iter(keys.values())))]
    most = max(weight, key=lambda key: weight[key])
    tokens = _TOKEN.findall(text)
    worn_by = [_remembered(token, old) for token in tokens]
    for at, token in enumerate(tokens):
        if worn_by[at] is None:
            before = worn_by[at - 1] if at else None
            after = worn_by[at + 1] if at + 1 < len(tokens) else None
            between_same = not token[0].isalnum() and before is not None and before == after
            worn_by[at] = before if between_same else most
    return [
        ("".join(token for token, _ in group), keys[key or most])
        for key, group in groupby(zip(tokens, worn_by, strict=True), key=lambda pair: pair[1])
    ]


def _remembered(token: str, old: list[tuple[str, bytes]]) -> bytes | None:
    """Take the format of the same word, or of one with the same stem, out of the old words."""
    folded = token.casefold()
    for fits in (folded.__eq__, lambda word: len(word) >= _STEM and word[:_STEM] == folded[:_STEM]):
        for at, (word, key) in enumerate(old):
            if fits(word):
                del old[at]
                return key
    return None


def set_format(properties: Element, name: str, value: str | None = None) -> None:
    """Set a format such as ``i`` in a ``w:rPr``, at the place that the schema demands."""
    tag = W + name
    for child in properties.findall(tag):
        properties.remove(child)
    before = _ORDER[: _ORDER.index(tag)]
    new = etree.Element(tag)
    if value is not None:
        new.set(W + "val", value)
    properties.insert(sum(child.tag in before for child in properties), new)
