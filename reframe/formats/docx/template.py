"""Fill a Word template through docxtpl: escaped, strict, sandboxed, and checked afterwards.

What a template keeps for every client (its parts, the tags put together, the look) is made
ready once. Nothing that was filled with a client's data is kept or shared.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import TemplateError as JinjaError
from jinja2 import TemplateSyntaxError
from lxml import etree

from reframe.errors import TemplateError, Unreadable, Unsupported
from reframe.formats.brand import Brand
from reframe.formats.docx.atoms import Element
from reframe.formats.docx.look import put_look
from reframe.formats.docx.metadata import drop_outside_references, drop_programs, make_final
from reframe.formats.docx.names import W
from reframe.formats.docx.opc import Parts, main_part, parse, serialize
from reframe.formats.docx.package import open_package
from reframe.formats.docx.packing import pack
from reframe.formats.docx.preflight import read_parts
from reframe.formats.sandbox import Sandbox
from reframe.formats.template_check import TemplateProblem, names_used, template_problems

_STORY = re.compile(r"word/(?:header\d*|footer\d*|footnotes|endnotes)\.xml")
_PARAGRAPH = re.compile(r"<w:p(?=[ >])")
_TAG = re.compile(r"<[^>]+>")
_DECLARED = re.compile(r"^<\?xml[^>]*\?>\s*")
_QUOTED = 60


@dataclass(frozen=True, slots=True)
class _Ready:
    """A template without a client: its parts, and its stories as Jinja can read them."""

    parts: Mapping[str, bytes]
    stories: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Filled:
    """A finished document, and the lines that it shows."""

    data: bytes
    lines: tuple[str, ...]


def fill_docx(
    template: Path, data: Mapping[str, Any], *, brand: Brand | None = None, paper: str = ""
) -> Filled:
    """Return the template filled with ``data``, in the brand's look and on the paper named.

    Raises:
        TemplateError: when the template is missing or broken, asks for what is not there, or
            does not come to an end.
    """
    ready = _ready(template, brand or Brand(), paper)
    environment = _environment()
    environment.fresh()
    parts: Parts = dict(ready.parts)
    lines: list[str] = []
    # A new object serves each call: one that is shared mixes clients' documents.
    filler = DocxTemplate(str(template))
    filler.docx_ids_index = 1000
    for name, story in ready.stories.items():
        try:
            xml = filler.render_xml_part(story, None, dict(data), environment)
        except JinjaError as error:
            raise TemplateError(
                f"{template}: {_place(error, story)}{error}. Correct it."
            ) from error
        except (TypeError, ValueError, ArithmeticError, LookupError, RecursionError) as error:
            raise TemplateError(f"{template}: cannot be filled: {error}. Correct it.") from error
        root = _checked(filler, xml, template)
        lines += ("".join(t.text or "" for t in p.iter(W + "t")) for p in root.iter(W + "p"))
        parts[name] = serialize(root)
    return Filled(pack(parts), tuple(lines))


def parts_of_docx(template: Path) -> frozenset[str]:
    """Return the names of the data that a template speaks of.

    Raises:
        TemplateError: when the template is missing or cannot be read.
    """
    found: set[str] = set()
    for story in _ready(template, Brand(), "").stories.values():
        try:
            found |= names_used(story, _environment())
        except TemplateSyntaxError as error:
            place = _place(error, story)
            raise TemplateError(f"{template}: {place}{error.message}. Correct it.") from error
    return frozenset(found)


def problems_of_docx(template: Path, shape: Mapping[str, Any]) -> list[TemplateProblem]:
    """Return everything that is wrong with a template; a line is a paragraph, from 1, and is
    quoted.

    Raises:
        TemplateError: when the template is missing or no Word document.
    """
    found: list[TemplateProblem] = []
    for name, story in _ready(template, Brand(), "").stories.items():
        text = _PARAGRAPH.sub("\n<w:p", story)
        lines = text.split("\n")
        for problem in template_problems(text, shape, _environment()):
            at = min(problem.line, len(lines)) - 1
            quoted = " ".join(_TAG.sub("", lines[at]).split())[:_QUOTED]
            part = name.removeprefix("word/").removesuffix(".xml") if _STORY.fullmatch(name) else ""
            what = f"{problem.what}, in '{quoted}'" if quoted else problem.what
            found.append(TemplateProblem(at, what, problem.do, part))
    return found


@cache
def _environment() -> Sandbox:
    return Sandbox(autoescape=True, finalize=lambda value: "" if value is None else value)


def _ready(template: Path, brand: Brand, paper: str) -> _Ready:
    try:
        state = template.stat()
    except OSError:
        raise TemplateError(
            f"{template}: no such template. 'reframe templates list' names those there are."
        ) from None
    return _prepared(template, state.st_mtime_ns, state.st_size, brand, paper)


@lru_cache(64)
def _prepared(template: Path, _changed: int, _size: int, brand: Brand, paper: str) -> _Ready:
    try:
        data = template.read_bytes()
        open_package(data, name=str(template))
        parts = read_parts(data, name=str(template))
        drop_programs(parts)
        drop_outside_references(parts)
        make_final(parts)
    except (Unreadable, Unsupported, OSError) as error:
        raise TemplateError(f"{template}: not a Word template. {error}") from error
    put_look(parts, brand, paper)
    filler, main = DocxTemplate(str(template)), main_part(parts)
    stories = {
        name: filler.patch_xml(_DECLARED.sub("", part.decode("utf-8")))
        for name, part in parts.items()
        if name == main or (_STORY.fullmatch(name) and b"{" in part)
    }
    return _Ready(parts, stories)


def _place(error: JinjaError, story: str) -> str:
    """Return which paragraph an error is about, as far as Jinja tells."""
    line = getattr(error, "lineno", None)
    if not line:
        return ""
    lines = _PARAGRAPH.sub("\n<w:p", story).split("\n")
    quoted = " ".join(_TAG.sub("", lines[min(line, len(lines)) - 1]).split())[:_QUOTED]
    return f"paragraph {line - 1}, '{quoted}': "


def _checked(filler: DocxTemplate, xml: str, template: Path) -> Element:
    """Return the root of a filled story, its tables squared; never one that was cut short."""
    try:
        root = parse(xml.encode())
    except etree.XMLSyntaxError as error:
        raise TemplateError(
            f"{template}: a tag stands where Word keeps no text ({error}). Type it anew."
        ) from error
    if next(root.iter(W + "tbl"), None) is not None:
        root = filler.fix_tables(xml)
    return root
