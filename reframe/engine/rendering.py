"""Render a review into a fresh document; the suffix of the file picks the format."""

import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

from reframe.bundled import bundled
from reframe.core.review import Review
from reframe.documents.build import build
from reframe.engine.reframer import Reframer
from reframe.engine.templates import FORMATS, Template, find_template, parts_of, problems_of
from reframe.engine.words import source_of
from reframe.errors import TemplateError
from reframe.formats.brand import Brand, read_brand
from reframe.formats.files import write_whole
from reframe.formats.leftovers import blanks_left, tags_left
from reframe.formats.visible import lines_of_html, lines_of_markdown, texts_in
from reframe.tables.documents import load_frames

PAPERS: Final = ("letter", "a4")
# XML has no such characters; one of them makes Word refuse a file.
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def render(
    review: Review,
    *,
    template: str = "classic",
    out: str | Path,
    brand: Brand | str | Path | None = None,
    paper: str = "",
    final: bool = True,
    reframer: Reframer | None = None,
) -> None:
    """Write a fresh document with what the review says.

    Args:
        template: the name of a bundled template, or the path of one's own.
        out: the file to write: .docx, .html, .md, .txt, .pdf or .json (JSON Resume).
        brand: colours, fonts, name and logo, or the path of the TOML file with them.
        paper: "letter" or "a4"; by default the template's own.
        final: refuse a document with a blank or a placeholder that nobody filled in.
        reframer: whose rules and pipeline to use, instead of loading the bundled ones.

    Raises:
        TemplateError: when there is no such template or format, the template is broken, there
            is nothing for it to say, or a blank is left.
        ReframeError: when the file cannot be written.
    """
    out = Path(out)
    kind = out.suffix.lower()
    if kind not in FORMATS:
        raise TemplateError(f"{out}: '{kind}' is not a format; use {', '.join(FORMATS)}.")
    if paper not in ("", *PAPERS):
        raise TemplateError(f"paper '{paper}' is not known; use {' or '.join(PAPERS)}.")
    look = brand if isinstance(brand, Brand) else read_brand(Path(brand)) if brand else Brand()
    if kind == ".json":
        from reframe.engine.json_out import json_resume

        made = json_resume(review)
        lines: Sequence[str] = texts_in(json.loads(made))
        said = lines
    else:
        found = find_template(template, kind)
        data = _data(found, review, look, paper, reframer)
        made, lines = _make(found, kind, data, look, paper)
        said = texts_in(data)
    _refuse_leftovers(out, lines, said, final=final)
    write_whole(out, made)


def _data(
    template: Template, review: Review, brand: Brand, paper: str, reframer: Reframer | None
) -> dict[str, Any]:
    """Return what the template asks for, once nothing is wrong with it."""
    if template.own and (problems := problems_of(template.path)):
        raise TemplateError("\n".join(problems))
    parts = parts_of(template) | ({template.needs} - {""})
    source = source_of(review, reframer)
    data: dict[str, Any] = printable(build(source, parts, brand=brand, paper=paper or PAPERS[0]))
    if template.needs and not any(texts_in(data[template.needs])):
        raise TemplateError(
            f"there is nothing for '{template.name}' to say: no line of the résumé and no confirmed "
            "answer is of that kind. Ask the client first (see 'reframe draft')."
        )
    return data


def _make(
    template: Template, kind: str, data: Mapping[str, Any], brand: Brand, paper: str
) -> tuple[bytes, Sequence[str]]:
    """Return the document, and the lines that it shows."""
    if template.language == "docx":
        from reframe.formats.docx.template import fill_docx

        filled = fill_docx(template.path, data, brand=brand, paper=paper)
        return filled.data, filled.lines
    if template.language == "typst":
        from reframe.formats.typst_pdf import set_pdf

        return set_pdf(template.path, data, fonts=_fonts()), texts_in(data["sections"])
    from reframe.formats.jinja_text import fill_text

    text = fill_text(template.path, data, language=template.language)
    match template.language, kind:
        case "html", _:
            return text.encode(), lines_of_html(text)
        case "markdown", ".md":
            return _spaced(text).encode(), lines_of_markdown(text)
        case "text", _:
            return text.encode(), text.split("\n")
    return _from_markdown(template, kind, text, brand, paper)


def _from_markdown(
    template: Template, kind: str, text: str, brand: Brand, paper: str
) -> tuple[bytes, Sequence[str]]:
    """Make another format of a Markdown document: its words are the same in each."""
    from reframe.formats.blocks import blocks_of, plain

    blocks = blocks_of(text)
    cells = (plain(cell) for block in blocks for row in block.rows for cell in row)
    lines = [*(line for block in blocks for line in block.text.split("\n")), *cells]
    headed = template.kind == "paper"
    title = next((block.text for block in blocks if block.kind == "heading"), template.name)
    if kind == ".txt":
        from reframe.formats.text_out import text_of

        return text_of(blocks).encode(), lines
    if kind == ".docx":
        from reframe.formats.docx.blocks_out import write_blocks

        blank = bundled("templates", "docx", "_paper.docx")
        return write_blocks(blocks, blank, brand=brand, paper=paper, headed=headed), lines
    if kind == ".pdf":
        from reframe.formats.typst_pdf import blocks_data, set_pdf

        laid = blocks_data(
            blocks, title=title, brand=brand, paper=paper or PAPERS[0], headed=headed
        )
        return set_pdf(bundled("templates", "typst", "_paper.typ"), laid, fonts=_fonts()), lines
    from markupsafe import Markup

    from reframe.core.wire import to_plain
    from reframe.formats.blocks import reader
    from reframe.formats.jinja_text import fill_text

    page = {
        "title": title,
        "body": Markup(reader().render(text)),
        "headed": headed,
        "brand": to_plain(brand),
        "paper": paper or PAPERS[0],
    }
    shell = bundled("templates", "html", "_paper.html.j2")
    return fill_text(shell, page, language="html").encode(), lines


def _refuse_leftovers(out: Path, lines: Sequence[str], data: Sequence[str], *, final: bool) -> None:
    found = list(tags_left(lines, data))
    if final:
        kept = load_frames()["placeholders"]["kept"]
        found += blanks_left(lines, kept)
    if found:
        raise TemplateError("\n".join(f"{out}: not written. {problem}" for problem in found))


@cache
def _fonts() -> Path:
    return bundled("templates", "fonts")


def _spaced(text: str) -> str:
    """Return Markdown with single empty lines, one line end at the end."""
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n") + "\n"


def printable(value: Any) -> Any:
    """Return plain data without the characters that no document may hold."""
    if isinstance(value, str):
        return _CONTROL.sub("", value)
    if isinstance(value, Mapping):
        return {key: printable(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [printable(item) for item in value]
    return value
