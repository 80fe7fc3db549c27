"""Find a template, by name among the bundled ones or by path, and say what is wrong with it."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal

from reframe.bundled import bundled
from reframe.documents.shape import shape_of
from reframe.errors import TemplateError
from reframe.formats.files import write_whole

Language = Literal["docx", "html", "markdown", "text", "typst"]

FORMATS: Final = (".docx", ".html", ".md", ".txt", ".pdf", ".json")
_LANGUAGES: Final[Mapping[str, Language]] = {
    ".docx": "docx", ".html": "html", ".htm": "html", ".md": "markdown", ".txt": "text",
}  # fmt: skip
# Where a bundled template for a format is looked for: its own design, else its Markdown.
_FOLDERS: Final = {
    ".docx": ("docx", ".docx"), ".html": ("html", ".html.j2"), ".md": ("markdown", ".md.j2"),
    ".pdf": ("typst", ".typ"),
}  # fmt: skip
_MARKDOWN: Final = ("markdown", ".md.j2")
# Which formats a template of each language can make.
_MAKES: Final[Mapping[Language, tuple[str, ...]]] = {
    "docx": (".docx",),
    "html": (".html",),
    "markdown": (".md", ".html", ".docx", ".pdf", ".txt"),
    "text": (".txt",),
    "typst": (".pdf",),
}


@dataclass(frozen=True, slots=True)
class Template:
    """A template: whose paper it makes (resume, text, paper), and what it needs to say anything.

    ``part`` stands in the names of files; ``own`` tells a person's own from a bundled one.
    """

    name: str
    path: Path
    language: Language
    kind: str = "resume"
    part: str = "Resume"
    needs: str = ""
    own: bool = True


@dataclass(frozen=True, slots=True)
class Listed:
    """A bundled template: its name, what it is, and the formats it makes."""

    name: str
    title: str
    kind: str
    formats: tuple[str, ...]


def listed() -> tuple[Listed, ...]:
    """Return the bundled templates in the order of their table."""
    return tuple(
        Listed(name, entry["title"], entry["kind"], tuple(_formats(name)))
        for name, entry in _table().items()
    )


def find_template(name: str, kind: str) -> Template:
    """Return the template to make a file of this suffix from.

    ``name`` is a bundled template's, or a path: a .docx for Word, and a .html, .md or .txt (with
    or without ".j2" behind) for text. A Markdown template makes every format.

    Raises:
        TemplateError: when there is none, or it does not make this format.
    """
    own = Path(name)
    if own.suffix or own.parent != Path():
        language = language_of(own)
        if kind not in _MAKES[language]:
            raise TemplateError(
                f"{own}: makes {' or '.join(_MAKES[language])}, not {kind}. Name the output so, or "
                "give another template."
            )
        return Template(own.name.split(".")[0], own, language)
    entry = _table().get(name)
    if entry is None:
        raise TemplateError(
            f"no template '{name}'; there are: {', '.join(_table())}. A template of your own is "
            "given by its path."
        )
    path, language = _bundled_path(name, kind)
    return Template(
        name, path, language, entry["kind"], entry["part"], entry.get("needs", ""), own=False
    )


def language_of(path: Path) -> Language:
    """Return what a template of one's own is written in, by its name.

    Raises:
        TemplateError: when the name does not tell.
    """
    suffix = Path(path.stem).suffix if path.suffix.lower() == ".j2" else path.suffix
    try:
        return _LANGUAGES[suffix.lower()]
    except KeyError:
        raise TemplateError(
            f"{path}: a template ends in .docx, .html, .md or .txt (with or without .j2)."
        ) from None


def problems_of(path: Path) -> list[str]:
    """Return everything that is wrong with a template of one's own: where, what, what to do.

    Raises:
        TemplateError: when it is missing, or no template at all.
    """
    language, shape = language_of(path), shape_of()
    if language == "docx":
        from reframe.formats.docx.template import problems_of_docx

        found = problems_of_docx(path, shape)
    else:
        from reframe.formats.jinja_text import problems_of_text

        assert language in ("html", "markdown", "text")
        found = problems_of_text(path, shape, language=language)
    word = "paragraph " if language == "docx" else ""
    return [
        f"{path.with_name(p.part) if p.part and not word else path}:"
        f"{p.part + ', ' if p.part and word else ''}{word}{p.line}: {p.what}; {p.do}"
        for p in found
    ]


def parts_of(template: Template) -> frozenset[str]:
    """Return the names of the data that a template speaks of.

    Raises:
        TemplateError: when it is missing or cannot be read.
    """
    if template.language == "docx":
        from reframe.formats.docx.template import parts_of_docx

        return parts_of_docx(template.path)
    if template.language == "typst":
        return frozenset({"name", "contact", "sections", "brand", "paper"})
    from reframe.formats.jinja_text import parts_of_text

    return parts_of_text(template.path, language=template.language)


def copy_template(name: str, out: Path) -> None:
    """Write a bundled template as a file of one's own to change; the suffix says in what.

    Raises:
        TemplateError: when there is no such template in that language, or the file exists.
    """
    language = language_of(out)
    suffix = {"docx": ".docx", "html": ".html", "markdown": ".md", "text": ".md"}[language]
    found = find_template(name, suffix)
    if language == "text" or found.language != language:
        kinds = [kind for kind in _formats(name) if _bundled_path(name, kind)[1] != "typst"]
        own = sorted({_bundled_path(name, kind)[1] for kind in kinds})
        raise TemplateError(f"{out}: '{name}' is written in {' and '.join(own)}. End it so.")
    if out.exists():
        raise TemplateError(f"{out}: exists already. Choose another name, or move it away.")
    if language == "docx":
        write_whole(out, found.path.read_bytes())
    else:
        from reframe.formats.jinja_text import flattened

        write_whole(out, flattened(found.path).encode())


def _bundled_path(name: str, kind: str) -> tuple[Path, Language]:
    languages: tuple[Language, ...] = ("docx", "html", "markdown", "text", "typst")
    for folder, suffix in (_FOLDERS.get(kind, _MARKDOWN), _MARKDOWN):
        path = bundled("templates", folder, name + suffix)
        if path.is_file():
            return path, next(language for language in languages if language == folder)
    raise TemplateError(f"the template '{name}' makes {', '.join(_formats(name))}, not {kind}.")


def _formats(name: str) -> Iterator[str]:
    for kind in FORMATS[:-1]:
        paths = (_FOLDERS.get(kind, _MARKDOWN), _MARKDOWN)
        if any(bundled("templates", folder, name + suffix).is_file() for folder, suffix in paths):
            yield kind


@cache
def _table() -> Mapping[str, Mapping[str, Any]]:
    path = bundled("templates", "templates.toml")
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise TemplateError(f"{path}: {error}. Reinstall the package.") from error
