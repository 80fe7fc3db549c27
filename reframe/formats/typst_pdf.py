"""Set a PDF with Typst: tagged, with its fonts inside, the same bytes for the same data.

The data goes in as JSON; no word of a client's is ever read as a command. Typst is an optional
extra of this package.
"""

import json
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from reframe.core.wire import to_plain
from reframe.errors import TemplateError
from reframe.formats.blocks import Block
from reframe.formats.brand import Brand

if TYPE_CHECKING:
    import typst

# The standard for documents that anybody can read; it refuses signs that no font has.
_STANDARD: Final = "ua-1"
_MISSING: Final = "could not be displayed"
_KEPT = threading.local()


def set_pdf(template: Path, data: Mapping[str, Any], *, fonts: Path) -> bytes:
    """Return the PDF of a bundled Typst template, filled with ``data``; ``fonts`` is a folder.

    Raises:
        TemplateError: when Typst is not installed, or no font has a sign of the text.
    """
    compiler = _compiler(template, fonts)
    from typst import TypstError

    try:
        made = compiler.compile(
            format="pdf",
            sys_inputs={"data": json.dumps(data, ensure_ascii=False, sort_keys=True)},
            pdf_standards=[_STANDARD],
        )
        assert isinstance(made, bytes)  # a PDF is one file, unlike a row of pictures
        return made
    except TypstError as error:
        message = str(error)
        if _MISSING in message or "font" in message:
            raise TemplateError(
                f"the PDF cannot be set: {message}. Name an installed font that has these signs "
                "in the brand file ([fonts] body = ...), or make a .docx."
            ) from error
        raise TemplateError(f"{template}: the PDF cannot be set: {message}") from error


def blocks_data(
    blocks: Sequence[Block], *, title: str, brand: Brand, paper: str, headed: bool
) -> dict[str, Any]:
    """Return blocks as the paper template takes them."""
    return {
        "title": title,
        "brand": to_plain(brand),
        "logo": list(brand.logo_bytes) if headed else [],
        "paper": paper,
        "headed": headed,
        "blocks": [to_plain(block) for block in blocks],
    }


def _compiler(template: Path, fonts: Path) -> "typst.Compiler":
    """Return a compiler for a template; each thread has its own, kept for the next document."""
    try:
        import typst
    except ImportError:
        raise TemplateError(
            "a PDF needs Typst: install it with 'pip install \"resume-reframe[pdf]\"', or make a "
            ".docx and save that as PDF."
        ) from None
    kept: dict[Path, typst.Compiler] = _KEPT.__dict__.setdefault("compilers", {})
    if template not in kept:
        # The fonts of the machine come after ours, for writing that ours do not cover.
        kept[template] = typst.Compiler(
            str(template), root=str(template.parent), font_paths=[str(fonts)]
        )
    return kept[template]
