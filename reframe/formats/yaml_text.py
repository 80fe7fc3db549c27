"""Write the YAML of sheets and ledgers: maps, lists, texts and remarks, and nothing else.

They are read with ruamel.yaml, which keeps the lines of what a person typed. Writing needs none
of that, and a cohort writes two files for each client.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from ruamel.yaml.resolver import implicit_resolvers

WIDTH: Final = 100
_STEP: Final = 2
# What YAML would take for a mark of its own in a bare text, and what it cannot hold there.
_ODD: Final = re.compile(
    r"""
    ^ [\#,\[\]{}&*!|>'"%@`] | ^ [-?:] (?:\s|$) | ^ (?:---|\.\.\.)
    | : (?:\s|$) | \s \# | ^ \s | \s $ | [^\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]
    | [\u2028\u2029]
    """,
    re.VERBOSE,
)
_IN_A_ROW: Final = re.compile(r"[,\[\]{}?]")
_UNSEEN: Final = re.compile(r"[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
# A line may be broken at a lone space, which reading puts back.
_SPACE: Final = re.compile(r"(?<=[^ ]) (?=[^ ])")


@dataclass(frozen=True, slots=True)
class Noted:
    """A value with a remark at the end of its line, or in a line of its own ``above``."""

    value: "Bare"
    note: str = ""
    above: str = ""


Bare = str | int | None | tuple[str, ...] | Sequence["Value"] | Mapping[str, "Value"]
"""A tuple of texts is a row, "[a, b]"; a list has a line for each item."""
Value = Bare | Noted


def write_yaml(root: Mapping[str, Value], *, head: str) -> str:
    """Return a map as YAML below a ``head`` of remarks; the same map gives the same text."""
    lines = [f"# {line}" for line in head.splitlines()]
    return "\n".join((*lines, *_map(root, 0))) + "\n"


def _map(entries: Mapping[str, Value], indent: int) -> Iterator[str]:
    for key, value in entries.items():
        note = f"  # {value.note}" if isinstance(value, Noted) else ""
        bare = value.value if isinstance(value, Noted) else value
        front = f"{' ' * indent}{key}:"
        if bare is None:
            yield front + note
        elif isinstance(bare, str):
            yield from _folded(front, scalar(bare), indent + _STEP, note)
        elif isinstance(bare, int):
            yield f"{front} {bare}{note}"
        elif isinstance(bare, tuple) or not bare:
            row = ", ".join(scalar(str(each), in_a_row=True) for each in bare)
            yield from _folded(front, f"[{row}]", indent + _STEP, note)
        elif isinstance(bare, Mapping):
            yield front + note
            yield from _map(bare, indent + _STEP)
        else:
            yield front + note
            yield from _list(bare, indent + _STEP)


def _list(items: Sequence[Value], indent: int) -> Iterator[str]:
    margin = " " * indent
    for item in items:
        if isinstance(item, Noted):
            yield f"{margin}# {item.above}"
        bare = item.value if isinstance(item, Noted) else item
        if isinstance(bare, Mapping):
            first, *rest = _map(bare, indent + _STEP)
            yield f"{margin}- {first.lstrip()}"
            yield from rest
        else:
            yield from _folded(f"{margin}-", scalar(str(bare)), indent + _STEP, "")


def scalar(text: str, *, in_a_row: bool = False) -> str:
    """Return a text as YAML that is read as this text: bare where it can be, else in quotes.

    >>> scalar("Led 3 people"), scalar("12"), scalar("so: it's")
    ('Led 3 people', "'12'", '"so: it\\'s"')
    """
    odd = _ODD.search(text) or (in_a_row and _IN_A_ROW.search(text)) or _means_other(text)
    if not odd:
        return text
    plain = json.dumps(text, ensure_ascii=False)
    quoted = _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", plain)
    return quoted if "'" in text or quoted != f'"{text}"' else f"'{text}'"


def _means_other(text: str) -> bool:
    """Whether a bare text would be read as a number, a day, a truth value or nothing."""
    return any(pattern.match(text) for pattern in _patterns().get(text[:1], ()))


@cache
def _patterns() -> Mapping[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for versions, _, pattern, firsts in implicit_resolvers:
        for first in firsts if (1, 2) in versions else ():
            found.setdefault(first, []).append(pattern)
    return found


def _folded(front: str, text: str, indent: int, note: str) -> Iterator[str]:
    """Yield a text behind its key, broken where a line grows too long."""
    line = front
    if len(front) + len(text) < WIDTH:
        yield f"{front} {text}{note}"
        return
    for at, piece in enumerate(_SPACE.split(text)):
        if at and len(line) + 1 + len(piece) > WIDTH:
            yield line
            line = f"{' ' * indent}{piece}"
        else:
            line = f"{line} {piece}"
    yield line + note
