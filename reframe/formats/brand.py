"""A coach's own look, from one TOML file: name, colours, fonts, logo."""

import base64
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final

from reframe.errors import TemplateError

_COLOUR: Final = re.compile(r"#[0-9A-Fa-f]{6}")
_FONT: Final = re.compile(r"[\w .-]{1,60}")
_MAX_LOGO: Final = 1_000_000
_LINE: Final = 200
_KINDS: Final = {b"\x89PNG\r\n": "png", b"\xff\xd8\xff": "jpeg"}
_KEYS: Final = {
    "": ("name", "accent", "ink", "logo", "footer", "fonts"),
    "fonts": ("heading", "body"),
}


@dataclass(frozen=True, slots=True)
class Brand:
    """A look. Empty fields leave a template's own; ``logo`` is a ``data:`` URI."""

    name: str = ""
    accent: str = ""
    ink: str = ""
    heading_font: str = ""
    body_font: str = ""
    logo: str = ""
    footer: str = ""

    @property
    def logo_bytes(self) -> bytes:
        """The picture itself, or nothing."""
        return base64.b64decode(self.logo.partition(",")[2]) if self.logo else b""


def read_brand(path: Path) -> Brand:
    """Return the look in a TOML file.

    Raises:
        TemplateError: naming every problem with its line, when the file is missing, is not
            TOML, or holds something that is no part of a look.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
        table = tomllib.loads(text)
    except (OSError, UnicodeDecodeError) as error:
        raise TemplateError(f"{path}: cannot be read as text ({error}).") from error
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+), column (\d+)", str(error))
        at = f":{found[1]}:{found[2]}" if found else ""
        raise TemplateError(f"{path}{at}: not valid TOML: {error}. Quote texts.") from error
    problems = sorted(
        (_line_of(text, part, key), what) for part, key, what in _problems(table, path.parent)
    )
    if problems:
        raise TemplateError("\n".join(f"{path}:{line}: {what}" for line, what in problems))
    fonts = table.get("fonts", {})
    return Brand(
        name=table.get("name", ""),
        accent=table.get("accent", "").upper(),
        ink=table.get("ink", "").upper(),
        heading_font=fonts.get("heading", ""),
        body_font=fonts.get("body", ""),
        logo=_logo(path.parent / table["logo"]) if table.get("logo") else "",
        footer=table.get("footer", ""),
    )


def _problems(table: Mapping[str, Any], folder: Path) -> Iterator[tuple[str, str, str]]:
    """Yield (table, key, what is wrong and what to do)."""
    fonts = table.get("fonts", {})
    if not isinstance(fonts, Mapping):
        yield "", "fonts", "'fonts' is a table: write [fonts] and below it heading and body."
        fonts = {}
    for part, entries in (("", table), ("fonts", fonts)):
        for key, value in entries.items():
            if key not in _KEYS[part]:
                near = get_close_matches(key, _KEYS[part], n=1)
                hint = f"did you mean '{near[0]}'?" if near else f"use {', '.join(_KEYS[part])}."
                yield part, key, f"there is no setting '{key}'; {hint}"
            elif key != "fonts" and not isinstance(value, str):
                yield part, key, f"'{key}' is a text in quotes, not {value!r}."
            elif key in ("accent", "ink") and value and not _COLOUR.fullmatch(value):
                yield part, key, f"'{value}' is no colour; write six digits, such as \"#1F3A5F\"."
            elif part == "fonts" and value and not _FONT.fullmatch(value):
                yield part, key, f"'{value}' is no name of a font."
            elif key in ("name", "footer") and (len(value) > _LINE or "\n" in value):
                yield part, key, f"'{key}' is one line of at most {_LINE} characters."
            elif key == "logo" and value and (wrong := _wrong_logo(folder / value)):
                yield part, key, wrong


def _wrong_logo(path: Path) -> str:
    if not path.is_file():
        return f"there is no picture {path}; give its path from where this file is."
    data = path.read_bytes()
    if len(data) > _MAX_LOGO:
        return f"{path} has more than {_MAX_LOGO // 1000:,} kB; save it smaller."
    return "" if _kind(data) else f"{path} is no PNG or JPEG picture; save it as one."


def _kind(data: bytes) -> str:
    return next((kind for start, kind in _KINDS.items() if data.startswith(start)), "")


def _logo(path: Path) -> str:
    data = path.read_bytes()
    return f"data:image/{_kind(data)};base64,{base64.b64encode(data).decode()}"


def _line_of(text: str, part: str, key: str) -> int:
    """Return the line, from 1, on which a table of the file sets a key."""
    here = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if header := re.match(r"\s*\[\s*([\w-]+)\s*\]", line):
            here = header[1]
            if key == here and not part:
                return number
        elif (here == part and re.match(rf"""\s*["']?{re.escape(key)}["']?\s*[=.]""", line)) or (
            not part and re.match(rf"\s*{re.escape(key)}\s*\.", line)
        ):
            return number
    return 1
