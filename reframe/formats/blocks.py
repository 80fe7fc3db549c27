"""A document as a row of blocks: what Word, PDF and text are made from where no design of
their own exists."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.token import Token


@dataclass(frozen=True, slots=True)
class Run:
    """Words set alike; a line break is ``\\n``."""

    text: str
    bold: bool = False
    italic: bool = False


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, list item, table or rule.

    ``level`` is a heading's from 1, or a list item's depth from 0; ``rows`` are a table's cells,
    the first row its header.
    """

    kind: Literal["heading", "paragraph", "item", "quote", "table", "rule"]
    runs: Runs = ()
    level: int = 0
    rows: tuple[tuple[Runs, ...], ...] = ()

    @property
    def text(self) -> str:
        """The words alone."""
        return plain(self.runs)


def plain(runs: Runs) -> str:
    """Return the words of runs."""
    return "".join(run.text for run in runs)


def reader() -> MarkdownIt:
    """Return the Markdown that our templates are written in: CommonMark with tables, no HTML."""
    return MarkdownIt("commonmark", {"html": False}).enable("table")


def blocks_of(markdown: str) -> tuple[Block, ...]:
    """Return the blocks of a Markdown text."""
    return tuple(_blocks(reader().parse(markdown)))


def _blocks(tokens: Sequence[Token]) -> Iterator[Block]:
    depth = -1
    quoted = first = False
    heading = 0
    rows: list[list[Runs]] = []
    in_table = False
    for token in tokens:
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                depth += 1
            case "bullet_list_close" | "ordered_list_close":
                depth -= 1
            case "list_item_open":
                first = True
            case "blockquote_open" | "blockquote_close":
                quoted = token.type == "blockquote_open"
            case "heading_open":
                heading = int(token.tag[1:])
            case "heading_close":
                heading = 0
            case "table_open":
                in_table, rows = True, []
            case "tr_open":
                rows.append([])
            case "table_close":
                in_table = False
                yield Block("table", rows=tuple(tuple(row) for row in rows))
            case "hr":
                yield Block("rule")
            case "fence" | "code_block":
                yield Block("paragraph", (Run(token.content.rstrip("\n")),))
            case "inline":
                runs = tuple(_runs(token.children or ()))
                if in_table:
                    rows[-1].append(runs)
                elif heading:
                    yield Block("heading", runs, heading)
                elif depth >= 0:
                    yield Block("item" if first else "paragraph", runs, depth)
                    first = False
                else:
                    yield Block("quote" if quoted else "paragraph", runs)


def _runs(children: Sequence[Token]) -> Iterator[Run]:
    bold = italic = 0
    for child in children:
        match child.type:
            case "strong_open" | "strong_close":
                bold += 1 if child.nesting > 0 else -1
            case "em_open" | "em_close":
                italic += 1 if child.nesting > 0 else -1
            case "hardbreak":
                yield Run("\n")
            case "softbreak":
                yield Run(" ", bool(bold), bool(italic))
            case _ if child.content:
                yield Run(child.content, bool(bold), bool(italic))
