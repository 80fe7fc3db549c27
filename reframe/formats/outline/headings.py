"""Which lines are headings of sections, and of which kind.

Words decide first. How the headings known by their words are set then tells which other lines
are headings too, and whether a doubtful word ("Achievements") is a heading or a label inside a
post: a document sets its headings alike.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final, NamedTuple

from reframe.core.resume import SectionKind
from reframe.formats.outline.contact import has_address_mark, is_title
from reframe.formats.outline.dates import find_dates
from reframe.formats.outline.line import SourceLine
from reframe.formats.outline.words import fold, singular_of, words

_MAX_WORDS: Final = 8
_MAX_LENGTH: Final = 90
_MAX_UNKNOWN_WORDS: Final = 5
_INLINE: Final = re.compile(r"^([^:]{4,40}?)\s*:[-–\s]*(?=\S)")
_WORDY: Final = re.compile(r"[^\W\d_]")


class Heading(NamedTuple):
    """A heading: its kind, and whether its own line also holds text of the section."""

    kind: SectionKind
    inline: bool = False


class _Setting(NamedTuple):
    """How a line is set, as far as that tells a heading from text."""

    heading: int
    bold: bool
    caps: bool
    underlined: bool
    ruled: bool
    size: float
    alone: bool
    bullet: bool


def find_headings(lines: Sequence[SourceLine]) -> dict[int, Heading]:
    """Return the headings among the lines of the main text, by index."""
    rows = _data_rows(lines)
    alone = _alone_in_cell(lines)
    settings = [_setting(line, line.group in alone) for line in lines]
    eligible = [
        line.region == "body" and line.group not in rows and not line.text.endswith((",", ";"))
        for line in lines
    ]
    body = _body_setting(settings)
    known: dict[int, Heading] = {}
    doubtful: dict[int, Heading] = {}
    for at, line in enumerate(lines):
        if not eligible[at]:
            continue
        folded = fold(line.text) if len(line.text) <= _MAX_LENGTH else ""
        kind = kind_of(folded) if folded else None
        set_off = _is_set_off(settings[at], body)
        if kind is None and set_off and ":" not in folded:
            kind = _kind_of_suffix(folded)
        if kind is None:
            if (inline := _inline_kind(line, settings[at])) is not None:
                doubtful[at] = Heading(inline, inline=True)
            continue
        if line.bullet:
            if _heads_items(lines, at):
                known[at] = Heading(kind)
            continue
        label = folded in words().duty_labels or folded in words().post_labels
        if label or not (set_off or line.gap or line.text.endswith(":") or len(folded.split()) > 1):
            doubtful[at] = Heading(kind)
        else:
            known[at] = Heading(kind)
    usual = Counter(settings[at] for at in known)
    posts = [at for at, heading in known.items() if heading.kind == "experience"]
    work = min(posts or known, default=-1)
    for at, heading in doubtful.items():
        # Above the posts "PROFILE" can only be a heading; among them it is set as one or not.
        above = at < work and _is_set_off(settings[at], body)
        if heading.inline or above or usual[settings[at]] or not usual:
            known[at] = heading
    for at in _set_alike(lines, settings, known, eligible, body):
        known[at] = Heading("other")
    return dict(sorted(known.items()))


def kind_of(folded: str) -> SectionKind | None:
    """Return the kind that a folded line names as a whole, or None.

    >>> kind_of("my professional work experience"), kind_of("sales experience")
    ('experience', None)
    """
    table = words()
    if folded in table.headings:
        return table.headings[folded]
    if (singular := singular_of(folded)) in table.singular_headings:
        return table.singular_headings[singular]
    tokens = folded.split()
    if not 1 < len(tokens) <= _MAX_WORDS:
        return None
    if "and" in tokens and (joint := _kind_of_joint(folded)):
        return joint
    # The longest known heading at the end decides; all before it must be filler or known.
    for start in range(1, len(tokens)):
        tail = " ".join(tokens[start:])
        if tail in table.headings:
            before = tokens[:start]
            if all(token in table.filler or token in table.headings for token in before):
                return table.headings[tail]
    return None


def _kind_of_joint(folded: str) -> SectionKind | None:
    """Return the kind of "education and training": of the first part, but posts come first."""
    kinds = [words().headings.get(part) for part in folded.split(" and ")]
    if any(kind is None for kind in kinds):
        return None
    return "experience" if "experience" in kinds else kinds[0]


def _kind_of_suffix(folded: str) -> SectionKind | None:
    tokens = folded.split()
    if 1 < len(tokens) <= 4 and tokens[-1] in words().suffixes:
        return words().headings.get(tokens[-1])
    return None


def _inline_kind(line: SourceLine, setting: _Setting) -> SectionKind | None:
    """A heading with its text on the same line: "OBJECTIVE: A post in ..."."""
    found = _INLINE.match(line.text)
    if found is None or line.bullet or not (found.group(1).isupper() or setting.bold):
        return None
    folded = fold(found.group(1))
    if folded in words().post_labels or folded in words().duty_labels:
        return None
    return words().headings.get(folded) if words().headings.get(folded) == "summary" else None


def _heads_items(lines: Sequence[SourceLine], at: int) -> bool:
    """Whether a list item that reads like a heading is set off from the items below it."""
    line = lines[at]
    if at + 1 >= len(lines):
        return False
    below = lines[at + 1]
    emphasis = (line.bold and not below.bold) or (line.heading and not below.heading)
    return bool(emphasis or (line.caps and not below.caps and below.bullet))


def _set_alike(
    lines: Sequence[SourceLine],
    settings: Sequence[_Setting],
    known: dict[int, Heading],
    eligible: Sequence[bool],
    body: _Setting | None,
) -> list[int]:
    """Return lines that are set as the known headings are, where that setting is theirs alone."""
    usual = Counter(settings[at] for at, heading in known.items() if not heading.inline)
    alike = []
    for setting, count in usual.items():
        if count < 2 or not _is_set_off(setting, body) or setting.bullet:
            continue
        others = [
            at
            for at in range(min(known), len(lines))
            if settings[at] == setting and at not in known and eligible[at]
        ]
        candidates = [at for at in others if _may_be_heading(lines, at)]
        # A setting that posts or plain lines share as often says nothing.
        if len(others) <= 2 * count:
            alike += candidates
    return alike


def _may_be_heading(lines: Sequence[SourceLine], at: int) -> bool:
    line = lines[at]
    folded = fold(line.text)
    if not folded or len(folded.split()) > _MAX_UNKNOWN_WORDS or not _WORDY.search(line.text):
        return False
    if "\t" in line.text or ":" in line.text.rstrip(":- ") or line.text.rstrip().endswith("."):
        return False
    if folded in words().duty_labels or has_address_mark(line.text):
        return False
    if folded in words().contact_labels or folded in words().contact_titles or is_title(folded):
        return False
    tokens = set(folded.replace(",", " ").split())
    if tokens & words().post_words or tokens & words().employer_words:
        return False
    # An employer or a title has its dates beside it or on the next line.
    near = [other for other in lines[at : at + 3] if not other.bullet]
    return not any(find_dates(other.text) for other in near)


def _is_set_off(setting: _Setting, body: _Setting | None) -> bool:
    if setting.heading or setting.ruled or setting.alone:
        return True
    if body is None:
        return setting.bold or setting.caps or setting.underlined
    return (
        (setting.bold and not body.bold)
        or (setting.caps and not body.caps)
        or (setting.underlined and not body.underlined)
        or setting.size > body.size + 0.9
    )


def _setting(line: SourceLine, alone: bool) -> _Setting:
    return _Setting(
        line.heading,
        line.bold,
        line.caps,
        line.underlined,
        line.ruled,
        line.size,
        alone,
        line.bullet,
    )


def _body_setting(settings: Sequence[_Setting]) -> _Setting | None:
    """Return how most lines are set, a single emphasis at a time."""
    if len(settings) < 4:
        return None
    return Counter(settings).most_common(1)[0][0]


def _alone_in_cell(lines: Sequence[SourceLine]) -> set[str]:
    """Return the groups (a one-cell table, a small text box) that hold one line only."""
    count = Counter(line.group for line in lines if line.group)
    return {group for group, n in count.items() if n == 1}


def _data_rows(lines: Sequence[SourceLine]) -> set[str]:
    """Return the table rows that hold data side by side: their cells are no headings."""
    rows: dict[str, dict[int, list[SourceLine]]] = {}
    for line in lines:
        if line.group:
            rows.setdefault(line.group, {}).setdefault(line.column, []).append(line)
    found = set()
    for group, cells in rows.items():
        longest = max(len(cell) for cell in cells.values())
        if len(cells) >= 3 and longest <= 3:
            found.add(group)
        elif len(cells) == 2 and longest == 1:
            first, second = (cell[0] for cell in cells.values())
            if kind_of(fold(first.text)) and first.text.isupper() and not second.text.isupper():
                continue  # a heading in the margin of its text
            if first.bold == second.bold and len(second.text.split()) <= 4:
                found.add(group)
    return found
