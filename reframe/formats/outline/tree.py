"""Place every line of a source in a résumé."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reframe.core.resume import Line, Resume, Section, SectionKind
from reframe.formats.outline.contact import (
    has_name_label,
    is_contact,
    is_street,
    is_title,
    name_in,
)
from reframe.formats.outline.dates import has_range
from reframe.formats.outline.duties import is_duty
from reframe.formats.outline.flows import flows
from reframe.formats.outline.headings import Heading, find_headings
from reframe.formats.outline.line import SourceLine, placed
from reframe.formats.outline.posts import has_employer_word, has_title_word
from reframe.formats.outline.reading_order import in_reading_order
from reframe.formats.outline.sections import Names, read_section

_MAX_CONTACT_WORDS = 10
_MAX_TOP_LINES = 25
_MAX_NAME_LINES = 8
_MAX_LOST_LINES = 4


def place_lines(
    lines: Iterable[SourceLine],
    *,
    source: str,
    format: str,  # noqa: A002 (the name of the field it fills)
    data: bytes = b"",
    warnings: tuple[str, ...] = (),
) -> Resume:
    """Return the résumé that these lines make up; every one of them is in it exactly once."""
    ordered = in_reading_order(list(lines))
    furniture = [line for line in ordered if line.region != "body" or _is_ornament(line)]
    body = [line for line in ordered if line.region == "body" and not _is_ornament(line)]
    headings = find_headings(body)
    streams = flows(body, headings)
    top = min(headings, default=len(body))
    contact, opening, unplaced = _split_top(body[:top], headed=bool(headings))
    furniture += [line for line in contact if is_title(line.text)]
    contact = [line for line in contact if not is_title(line.text)]
    name = _name(contact, furniture) or _labelled_name(body)

    parts = [_Part(kind, None, part) for kind, part in opening]
    parts += _parts(body, headings, streams, top, unplaced)
    names = Names()
    sections: list[Section] = []
    for part in parts:
        late = [] if part.kind == "references" else [x for x in part.lines if _is_late_contact(x)]
        contact += late
        kept = [line for line in part.lines if line not in late]
        sections += read_section(part.kind, part.heading, kept, names)
    contact.sort(key=lambda line: name_in(line.text) != name)
    notes = list(warnings)
    if body and not any(s.bullets or any(p.bullets for p in s.positions) for s in sections):
        notes.append("No bullets were found: the duties may be written as running text.")
    return Resume(
        source=source,
        format=format,
        name=name,
        contact=_as_lines(contact),
        furniture=_as_lines(furniture),
        sections=tuple(sections),
        unplaced=_as_lines(unplaced),
        warnings=tuple(notes),
        data=data,
    )


def _split_top(
    top: Sequence[SourceLine], *, headed: bool
) -> tuple[list[SourceLine], list[tuple[SectionKind, list[SourceLine]]], list[SourceLine]]:
    """Split what stands above the first heading: contact, sections without a heading, rest."""
    contact: list[SourceLine] = []
    summary: list[SourceLine] = []
    work: list[SourceLine] = []
    unplaced: list[SourceLine] = []
    for at, line in enumerate(top):
        if is_contact(line) or is_title(line.text):
            contact.append(line)
        elif work or _starts_work(top, at):
            work.append(line)
        elif len(line.text.split()) > _MAX_CONTACT_WORDS:
            summary.append(line)
        elif len(contact) < _MAX_TOP_LINES and not summary:
            contact.append(line)
        elif summary:
            summary.append(line)
        else:
            unplaced.append(line)
    sections: list[tuple[SectionKind, list[SourceLine]]] = []
    if summary:
        sections.append(("summary", summary))
    if work:
        sections.append(("experience" if not headed or _is_work(work) else "summary", work))
    return contact, sections, unplaced


def _starts_work(top: Sequence[SourceLine], at: int) -> bool:
    """Whether posts or bullets begin here although no heading was seen."""
    line = top[at]
    if line.bullet or is_duty(line):
        return True
    near = top[at : at + 3]
    return has_range(line.text) or (
        at > 0 and has_title_word(line.text) and any(has_range(other.text) for other in near)
    )


def _is_work(lines: Sequence[SourceLine]) -> bool:
    return any(has_range(line.text) for line in lines)


@dataclass
class _Part:
    """The lines under one heading; ``heading`` is None when there is none."""

    kind: SectionKind
    heading: SourceLine | None
    lines: list[SourceLine]


def _parts(
    body: Sequence[SourceLine],
    headings: Mapping[int, Heading],
    streams: Sequence[str],
    top: int,
    unplaced: list[SourceLine],
) -> list[_Part]:
    """Return the parts from the first heading on; each stream goes on under its own heading.

    A few lines of a stream that no heading leads to are added to ``unplaced``.
    """
    parts: list[_Part] = []
    open_parts: dict[str, _Part] = {}
    for at in range(top, len(body)):
        stream = streams[at]
        heading = headings.get(at)
        if heading is not None:
            part = _Part(heading.kind, None if heading.inline else body[at], [])
            open_parts[stream] = part
            parts.append(part)
            if not heading.inline:
                continue
        elif stream not in open_parts:
            begins = _until_heading(body, streams, headings, at)
            if len(begins) <= _MAX_LOST_LINES and not any(line.bullet for line in begins):
                unplaced.append(body[at])
                continue
            kind: SectionKind = "experience" if _is_work(begins) else "other"
            open_parts[stream] = _Part(kind, None, [])
            parts.append(open_parts[stream])
        open_parts[stream].lines.append(body[at])
    return parts


def _until_heading(
    body: Sequence[SourceLine], streams: Sequence[str], headings: Mapping[int, Heading], at: int
) -> list[SourceLine]:
    """Return the lines of the stream at ``at`` from there to its next heading."""
    own = [k for k in range(at, len(body)) if streams[k] == streams[at]]
    stop = next((k for k in own if k in headings), len(body))
    return [body[k] for k in own if k < stop]


def _is_late_contact(line: SourceLine) -> bool:
    """A line of contact below the first heading, as in a side column."""
    return "@" in line.text and is_contact(line) and not line.bullet


def _is_ornament(line: SourceLine) -> bool:
    """Whether a line shows no letter and no figure: a rule, a row of dots."""
    return not any(char.isalnum() for char in line.text)


def _name(contact: Sequence[SourceLine], furniture: Sequence[SourceLine]) -> str:
    """Return the name: the largest line at the top that can be one, else one in a page header."""
    found: list[tuple[bool, float, int, str]] = []
    labelled = False
    for at, line in enumerate(contact[:_MAX_NAME_LINES]):
        name = name_in(line.text)
        if name and not labelled:
            # "Lane" may be a family name, and the name may share its line with an address: such
            # a line is taken only when nothing else offers.
            doubtful = (
                is_street(f"1 {name}")
                or has_employer_word(name)
                or has_title_word(name)
                or (is_contact(line) and not has_name_label(line.text))
            )
            if not doubtful or len(name.split()) > 1:
                found.append((doubtful, -line.size, at, name))
        labelled = line.text.endswith(":")
    if found:
        return min(found)[-1]
    headers = [line for line in furniture if line.region == "header"]
    return next((name for line in headers if (name := name_in(line.text))), "")


def _labelled_name(body: Sequence[SourceLine]) -> str:
    """Return the name that personal details state ("Name : Ada Example"), or nothing."""
    named = (line.text for line in body if has_name_label(line.text))
    return next((name for text in named if (name := name_in(text))), "")


def _as_lines(lines: Iterable[SourceLine]) -> tuple[Line, ...]:
    return tuple(placed(line) for line in lines)
