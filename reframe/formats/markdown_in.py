"""Read a Markdown résumé."""

from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from reframe.core.resume import Resume
from reframe.errors import Unreadable
from reframe.formats.outline import SourceLine, place_lines
from reframe.formats.outline.marks import typed_mark


def read_markdown(text: str, *, source: str) -> Resume:
    """Return the résumé in a Markdown text; an anchor is the line number, from 1.

    Raises:
        Unreadable: when there is no text.
    """
    lines = list(_lines(MarkdownIt("commonmark").enable("table").parse(text)))
    if not lines:
        raise Unreadable(f"{source}: holds no text. Give the résumé as it was saved.")
    return place_lines(lines, source=source, format="md", data=text.encode())


def _lines(tokens: Sequence[Token]) -> Iterator[SourceLine]:
    depth = row = cell = heading = 0
    mark = ""
    first = False
    table = 0
    for token in tokens:
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                depth += 1
            case "bullet_list_close" | "ordered_list_close":
                depth -= 1
            case "list_item_open":
                mark, first = token.info + token.markup, True
            case "heading_open":
                heading = int(token.tag[1:])
            case "heading_close":
                heading = 0
            case "table_open":
                table, row = table + 1, 0
            case "tr_open":
                row, cell = row + 1, 0
            case "th_open" | "td_open":
                cell += 1
            case "inline":
                group = f"t{table}.r{row}" if cell else ""
                bullet = depth > 0 and first
                yield from _inline(
                    token, heading=heading, bullet=bullet, mark=mark if bullet else "",
                    level=max(depth - 1, 0), group=group, column=cell,
                )  # fmt: skip
                first = False
            case "table_close":
                cell = 0
            case "code_block" | "fence" | "html_block":
                for number, line in enumerate(token.content.splitlines()):
                    if line.strip():
                        at = (token.map or [0])[0] + number + 1
                        yield _typed(line, f"l{at}", gap=number == 0)


def _inline(
    token: Token, *, heading: int, bullet: bool, mark: str, level: int, group: str, column: int
) -> Iterator[SourceLine]:
    at = (token.map or [0])[0] + 1
    for number, parts in enumerate(_split(token.children or (), join=bullet)):
        text = "".join(t.content for t in parts if t.type in {"text", "code_inline"}).strip()
        if not text:
            continue
        anchor = f"l{at + number}"
        marked = typed_mark(text)
        if not (bullet or heading) and marked:
            yield _typed(text, anchor, gap=False)
            continue
        yield SourceLine(
            text=text,
            anchor=anchor,
            bullet=bullet,
            mark=mark,
            level=level,
            heading=heading,
            bold=_whole(parts, "strong"),
            italic=_whole(parts, "em"),
            caps=text.isupper(),
            gap=number == 0 and not bullet,
            group=group,
            column=column,
            joined=number > 0,
        )


def _typed(line: str, anchor: str, *, gap: bool) -> SourceLine:
    text = line.strip()
    mark = typed_mark(text)
    return SourceLine(
        text=text[mark.start :].strip() if mark else text,
        anchor=anchor,
        bullet=mark is not None,
        mark=mark.text if mark else "",
        gap=gap,
    )


def _split(children: Sequence[Token], *, join: bool) -> Iterator[list[Token]]:
    """Cut inline content at its line breaks; inside a list item a break is only a wrap."""
    part: list[Token] = []
    for child in children:
        if child.type in {"softbreak", "hardbreak"}:
            if join:
                part.append(Token("text", "", 0, content=" "))
                continue
            yield part
            part = []
        else:
            part.append(child)
    yield part


def _whole(parts: Sequence[Token], style: str) -> bool:
    """Whether everything visible stands inside one emphasis."""
    shown = [t for t in parts if t.type != "text" or t.content.strip()]
    return (
        len(shown) > 2
        and shown[0].type == f"{style}_open"
        and shown[-1].type == f"{style}_close"
        and sum(t.type == f"{style}_open" for t in shown) == 1
    )
