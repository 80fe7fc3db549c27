"""The question sheet as plain text, for a mail or a terminal: boxes to cross, lines to type on."""

import re
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from reframe.errors import LedgerError
from reframe.formats.sheet_words import (
    BASIS,
    INTRO,
    LABELS,
    REF,
    Filled,
    SheetItem,
    choices,
    is_figure,
    needs_leave,
)

_WIDTH: Final = 78
_INDENT: Final = "   "
_BOX: Final = re.compile(r"\[([^\]]*)\]\s*([^\[\n]*)")
_ASKED: Final = re.compile(r"(\d+)\. (.+)")
_UNTICKED: Final = frozenset({"", "-", "_"})


def write_sheet_text(items: Sequence[SheetItem], *, client: str) -> str:
    """Return the questions as text with places for the answers."""
    lines = ["QUESTIONS ABOUT YOUR RÉSUMÉ"]
    if client:
        lines.append(client)
    lines += ["", *textwrap.wrap(INTRO, _WIDTH), "Put an x between the brackets: [x]", ""]
    for number, item in enumerate(items, start=1):
        lines += [*_question(number, item), ""]
    if not items:
        lines.append("There is nothing left to ask.")
    return "\n".join(lines) + "\n"


def read_sheet_text(text: str, *, name: str) -> tuple[Filled, ...]:
    """Return what was filled in.

    Raises:
        LedgerError: when the text holds no question of a sheet.
    """
    filled = tuple(_filled(block) for block in _blocks(text))
    if not filled:
        raise LedgerError(f"{name}: no question was found. Is it a question sheet from 'draft'?")
    return filled


def _question(number: int, item: SheetItem) -> Iterator[str]:
    question = item.question
    yield from textwrap.wrap(f"{number}. {question.text}", _WIDTH, subsequent_indent=_INDENT)
    yield from _wrapped(f"{LABELS['about']}{item.about}")
    if question.unlocks:
        yield from _wrapped(f"{LABELS['unlocks']}{question.unlocks}")
    yield ""
    options = choices(question)
    yield f"{_INDENT}{LABELS['answer']}:"
    yield from (f"{_INDENT}[ ] {option}" for option in options)
    if not options:
        yield ""
    if is_figure(question):
        yield f"{_INDENT}{LABELS['basis']} {_boxes(BASIS.values())}"
    if needs_leave(question):
        yield f"{_INDENT}{LABELS['print']} {_boxes(('yes', 'no'))}"
    if item.also:
        yield f"{_INDENT}{LABELS['also']}"
        yield from (f"{_INDENT}[ ] {line}" for _, line in item.also)
    yield f"{_INDENT}({REF}{' '.join((question.id, *(key for key, _ in item.also)))})"


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(
        text, _WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT * 2,
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip


def _boxes(options: Iterable[str]) -> str:
    return "  ".join(f"[ ] {option}" for option in options)


def _blocks(text: str) -> Iterator[list[tuple[int, str]]]:
    """Yield the numbered lines of each question, up to its reference."""
    block: list[tuple[int, str]] = []
    for number, line in enumerate(text.splitlines(), start=1):
        bare = line.strip().strip(">").strip()
        if _ASKED.match(bare) and not any(_ASKED.match(known) for _, known in block):
            block = []
        block.append((number, bare))
        if bare.startswith(f"({REF}") and bare.endswith(")"):
            yield block
            block = []


def _filled(block: Sequence[tuple[int, str]]) -> Filled:
    keys = block[-1][1].strip("()").removeprefix(REF).split()
    parts, places = _parts(block[:-1])
    answer = parts["answer"]
    ticks = _ticks("\n".join(answer))
    boxed = any(line.startswith("[") for line in answer)
    basis = _ticks("\n".join(parts["basis"]))
    leave = _ticks("\n".join(parts["print"]))
    also = [bool(_ticks(line)) for line in parts["also"] if line.startswith("[")]
    known = [key for key, label in BASIS.items() if label in basis]
    return Filled(
        question_id=keys[0] if keys else "",
        place=places["answer"],
        asked=" ".join(parts["asked"]).split(". ", 1)[-1],
        text="" if boxed else "\n".join(line for line in answer if line),
        ticks=ticks,
        basis=tuple(known),
        print_ok=None if not leave else leave == ("yes",),
        about=" ".join(parts["about"]).removeprefix(LABELS["about"]),
        also=tuple(key for key, same in zip(keys[1:], also, strict=False) if same),
        problem=f'"{LABELS["print"]}" is crossed yes and no. Cross one.' if len(leave) > 1 else "",
        places=places,
    )


def _parts(block: Sequence[tuple[int, str]]) -> tuple[dict[str, list[str]], dict[str, str]]:
    """Sort the lines of a question by what they are, and tell where each part begins."""
    parts: dict[str, list[str]] = {
        key: [] for key in ("asked", "about", "unlocks", "answer", "basis", "print", "also")
    }
    places = {"answer": f"line {block[0][0]}"}
    at = "asked"
    for number, line in block:
        for key, label in LABELS.items():
            if line.startswith(label.strip()):
                at = key
                places[key] = f"line {number}"
                if key in {"answer", "basis", "print", "also"}:
                    line = line.removeprefix(label.strip()).lstrip(":").strip()
        if line or at == "answer":
            parts[at].append(line)
    return parts, places


def _ticks(text: str) -> tuple[str, ...]:
    found = ((mark.strip(), option.strip()) for mark, option in _BOX.findall(text))
    return tuple(option for mark, option in found if mark not in _UNTICKED)
