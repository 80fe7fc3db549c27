"""Fill a text template (Markdown, HTML, plain text) through Jinja: strict and sandboxed."""

import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal

from jinja2 import TemplateError as JinjaError
from jinja2 import TemplateNotFound, TemplateSyntaxError
from markupsafe import Markup

from reframe.errors import TemplateError
from reframe.formats.sandbox import Sandbox, loader_of
from reframe.formats.template_check import TemplateProblem, names_used, template_problems

Language = Literal["html", "markdown", "text"]

# What Markdown would take for an emphasis, a link, or a tag; a mark at the
# beginning would make a list or a heading, and "&copy;" another sign.
_MARKS: Final = re.compile(r"[\\*_`<\[\]]|&(?=#?\w+;)|^(?:[#>=~]|[+-](?=\s|$)|-(?=-))")
_NUMBERED: Final = re.compile(r"^(\d+)([.)])(?=\s|$)")
_INCLUDE: Final = re.compile(r"""\{%-?\s*include\s+["']([^"']+)["']\s*-?%\}""")


def fill_text(template: Path, data: Mapping[str, Any], *, language: Language) -> str:
    """Return the template filled with ``data``; text is escaped as its language needs.

    Raises:
        TemplateError: when the template is missing or broken, asks for what is not there, or
            does not come to an end.
    """
    environment = _environment(template.parent, language)
    environment.fresh()
    try:
        return environment.from_string(_read(template)).render(data)
    except JinjaError as error:
        line = getattr(error, "lineno", None)
        at = f":{line}" if line else ""
        raise TemplateError(f"{template}{at}: {error}. Correct the template.") from error
    except (TypeError, ValueError, ArithmeticError, LookupError, RecursionError) as error:
        raise TemplateError(f"{template}: cannot be filled: {error}. Correct it.") from error


def parts_of_text(template: Path, *, language: Language) -> frozenset[str]:
    """Return the names of the data that a template speaks of.

    Raises:
        TemplateError: when the template is missing or cannot be read.
    """
    try:
        return names_used(_read(template), _environment(template.parent, language))
    except TemplateNotFound as error:
        raise TemplateError(f"{template}: the part '{error}' is not there.") from error
    except TemplateSyntaxError as error:
        raise TemplateError(f"{template}:{error.lineno}: {error.message}; correct it") from error


def problems_of_text(
    template: Path, shape: Mapping[str, Any], *, language: Language
) -> list[TemplateProblem]:
    """Return everything that is wrong with a template, before it is filled.

    Raises:
        TemplateError: when the template is missing or no text.
    """
    return template_problems(_read(template), shape, _environment(template.parent, language))


def flattened(template: Path) -> str:
    """Return a template with what it includes put in place, so that it stands on its own.

    Raises:
        TemplateError: when the template or a part is missing.
    """

    def part(found: re.Match[str]) -> str:
        return flattened(template.parent / found[1])

    return _INCLUDE.sub(part, _read(template))


def markdown_text(text: str) -> str:
    """Return a text as Markdown prints it.

    >>> markdown_text("- Ran *all* of R&D in C++ [2020]")
    '\\\\- Ran \\\\*all\\\\* of R&D in C++ \\\\[2020\\\\]'
    """
    escaped = _MARKS.sub(lambda mark: f"\\{mark.group()}", text)
    return _NUMBERED.sub(r"\1\\\2", escaped)


def _read(template: Path) -> str:
    try:
        return template.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise TemplateError(
            f"{template}: no such template. 'reframe templates list' names those there are."
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        raise TemplateError(f"{template}: cannot be read as text ({error}).") from error


@cache
def _environment(folder: Path, language: Language) -> Sandbox:
    escape: Callable[[str], str] = markdown_text if language == "markdown" else str

    def printed(value: Any) -> Any:
        if value is None:
            return ""
        return escape(value) if isinstance(value, str) and not isinstance(value, Markup) else value

    environment = Sandbox(
        autoescape=language == "html",
        finalize=None if language == "html" else printed,
        loader=loader_of(folder),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    if language != "html":
        # Everything printed is escaped already; twice would show the backslashes.
        environment.filters["e"] = environment.filters["escape"] = lambda text: text
    if language == "markdown":
        environment.filters["cell"] = _cell
    return environment


def _cell(text: str) -> Markup:
    """Return a text as it stands in a cell of a table, where a bar ends the cell."""
    return Markup(markdown_text(str(text)).replace("|", "\\|"))
