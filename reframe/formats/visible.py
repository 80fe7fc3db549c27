"""The words that a finished document shows, line by line, whatever its format."""

import html
import re
from collections.abc import Mapping
from typing import Any, Final

_HIDDEN: Final = re.compile(r"(?is)<(style|script|title)\b.*?</\1\s*>|<!--.*?-->")
_BREAK: Final = re.compile(r"(?i)</(?:p|li|h\d|div|td|th|header|footer|tr)\s*>|<br\s*/?>")
_TAG: Final = re.compile(r"<[^>]*>")
_ESCAPED: Final = re.compile(r"\\([!-/:-@\[-`{-~])")


def lines_of_html(text: str) -> list[str]:
    """Return the visible lines of an HTML document."""
    shown = _TAG.sub("", _BREAK.sub("\n", _HIDDEN.sub("", text.replace("\n", " "))))
    return [line.strip() for line in html.unescape(shown).split("\n") if line.strip()]


def lines_of_markdown(text: str) -> list[str]:
    """Return the lines of a Markdown text without its backslashes."""
    return [_ESCAPED.sub(r"\1", line) for line in text.split("\n")]


def texts_in(value: Any) -> list[str]:
    """Return every text inside plain data, in order."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, Mapping):
        return [text for item in value.values() for text in texts_in(item)]
    if isinstance(value, list | tuple):
        return [text for item in value for text in texts_in(item)]
    return []
