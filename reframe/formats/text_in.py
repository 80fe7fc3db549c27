"""Read a plain-text résumé."""

from collections.abc import Iterator

from reframe.core.resume import Resume
from reframe.errors import Unreadable
from reframe.formats.outline import SourceLine, place_lines
from reframe.formats.outline.marks import typed_mark

# A line that fills this much of the usual width was broken by the margin, not by its writer.
_FULL = 55


def read_text(text: str, *, source: str) -> Resume:
    """Return the résumé in a plain text; an anchor is the line number, from 1, or a range of
    them ("l4-5") where a wrapped bullet was joined.

    Raises:
        Unreadable: when there is no text.
    """
    lines = list(_lines(text))
    if not lines:
        raise Unreadable(f"{source}: holds no text. Give the résumé as it was saved.")
    return place_lines(lines, source=source, format="txt", data=text.encode())


def _lines(text: str) -> Iterator[SourceLine]:
    held: tuple[str, int, int, str, int] | None = None
    gap = False
    for number, raw in enumerate(text.expandtabs(4).splitlines(), start=1):
        line = raw.rstrip()
        words = line.strip()
        if not words:
            if held:
                yield _bullet(*held)
                held = None
            gap = True
            continue
        indent = len(line) - len(line.lstrip())
        mark = typed_mark(words)
        if held and not mark and _continues(held, words, indent):
            body, first, _, glyph, depth = held
            held = (f"{body} {words}", first, number, glyph, depth)
            continue
        if held:
            yield _bullet(*held)
            held = None
        if mark:
            held = (words[mark.start :].strip(), number, number, mark.text, indent)
        else:
            yield SourceLine(
                text=words, anchor=f"l{number}", caps=words.isupper(), gap=gap or number == 1
            )
        gap = False
    if held:
        yield _bullet(*held)


def _continues(held: tuple[str, int, int, str, int], words: str, indent: int) -> bool:
    body, _, _, _, depth = held
    return indent > depth or (len(body) >= _FULL and words[:1].islower())


def _bullet(body: str, first: int, last: int, mark: str, indent: int) -> SourceLine:
    anchor = f"l{first}" if first == last else f"l{first}-{last}"
    return SourceLine(text=body, anchor=anchor, bullet=True, mark=mark, level=min(indent // 4, 8))
