"""The inside of a section: posts with their bullets, bullets on their own, other lines."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from reframe.core.naming import bullet_id, position_id
from reframe.core.resume import Bullet, Line, Position, Section, SectionKind
from reframe.formats.outline.contact import is_personal
from reframe.formats.outline.dates import find_dates, has_range
from reframe.formats.outline.duties import is_duty, is_label, is_listed_item, opens_as_duty
from reframe.formats.outline.line import SourceLine, placed
from reframe.formats.outline.posts import (
    Post,
    has_degree_word,
    has_employer_word,
    has_title_word,
    labelled,
    read_post,
)

# Sections whose lines may be posts. Elsewhere dates belong to degrees, courses and awards.
_WITH_POSTS: Final[frozenset[SectionKind]] = frozenset(
    {"experience", "volunteering", "projects", "other", "summary"}
)
# Sections that a post may follow without a heading of its own.
_INTRUDED: Final[frozenset[SectionKind]] = frozenset(
    {"summary", "skills", "certifications", "awards", "interests"}
)
# In these a line is a post even without dates, when it reads like one.
_SURE: Final[frozenset[SectionKind]] = frozenset({"experience"})
# Sections in which a plain line may be a bullet.
_WITH_DUTIES: Final[frozenset[SectionKind]] = frozenset({"experience", "volunteering", "projects"})
_LABELLED: Final = re.compile(r"[^:]{1,30}?\s*(?:\t|:)")
_Kind = Literal["item", "duty", "line"]
_MAX_HEADER_WORDS: Final = 14
_MAX_HEADER_LINES: Final = 8


class Names:
    """Gives every bullet and post of one résumé an id of its own."""

    def __init__(self) -> None:
        self._used: dict[str, int] = {}

    def unique(self, name: str) -> str:
        """Return ``name``, with "-2" and so on when it was given before."""
        count = self._used.get(name, 0) + 1
        self._used[name] = count
        return name if count == 1 else self.unique(f"{name}-{count}")


@dataclass
class _Open:
    """What is being filled: a post, or what a section holds outside of posts (no header)."""

    header: list[SourceLine] = field(default_factory=list)
    content: list[tuple[_Kind, SourceLine]] = field(default_factory=list)

    def bullets(self) -> list[SourceLine]:
        """Return the marked lines, and the plain duties where those are how bullets are set.

        Beside marked bullets a plain sentence is what stands above a list: a word about the
        firm, or a subtitle. One alone outside of any post is a summary.
        """
        kinds = self._bullet_kinds()
        return [line for kind, line in self.content if kind in kinds]

    def lines(self) -> list[SourceLine]:
        """Return all that is no bullet, the header first."""
        kinds = self._bullet_kinds()
        return [*self.header, *(line for kind, line in self.content if kind not in kinds)]

    def _bullet_kinds(self) -> tuple[_Kind, ...]:
        kinds = [kind for kind, _ in self.content]
        plain, marked = kinds.count("duty"), kinds.count("item")
        return ("item", "duty") if plain > marked and (self.header or plain > 1) else ("item",)


def read_section(
    kind: SectionKind, heading: SourceLine | None, lines: Sequence[SourceLine], names: Names
) -> list[Section]:
    """Return the section that these lines make up, each of them in it once; posts that follow
    a summary without a heading of their own come as a second section."""
    reader = _Reader(kind)
    for at, line in enumerate(lines):
        reader.take(line, lines[at + 1 : at + 4])
    reader.close()
    section = Section(
        kind=kind,
        heading=None if heading is None else placed(heading),
        positions=tuple(_position(post, names) for post in reader.posts),
        bullets=tuple(_bullet(line, names) for line in reader.loose.bullets()),
        lines=tuple(placed(line) for line in reader.loose.lines()),
    )
    if kind in _INTRUDED and section.positions:
        # The heading of the posts is missing: they are no part of a summary or of skills.
        work = Section("experience", None, section.positions, (), ())
        return [replace(section, positions=()), work]
    return [section]


class _Reader:
    """One pass over the lines of a section."""

    def __init__(self, kind: SectionKind) -> None:
        self.kind = kind
        self.posts: list[_Open] = []
        self.loose = _Open()
        self._pending: list[SourceLine] = []
        self._before: SourceLine | None = None
        self._after_item = False

    def take(self, line: SourceLine, following: Sequence[SourceLine]) -> None:
        """Place one line, or keep it until it is clear what it heads."""
        self._after_item = self._place(line, following) == "item"
        self._before = line

    def _place(self, line: SourceLine, following: Sequence[SourceLine]) -> _Kind | None:
        """Place a line; return what as, or None while that is open."""
        if self.kind not in _WITH_POSTS and not self._intrudes(line, following):
            kind: _Kind = "item" if line.bullet or is_listed_item(line) else "line"
            self.loose.content.append((kind, line))
            return kind
        if not line.bullet and is_personal(line.text):
            self._settle()
            self.loose.content.append(("line", line))
            return "line"
        if line.bullet and not self._is_marked_header(line, following):
            return self._add(line, "item")
        if is_label(line):
            return self._add(line, "line")
        if self._is_listed_item(line):
            return self._add(line, "item")
        if self._is_plain_duty(line, following):
            return self._add(line, "duty")
        if self._is_header(line):
            if self._begins_anew(line, following):
                self._settle()
            self._pending.append(line)
            return None
        return self._add(line, "line")

    def _intrudes(self, line: SourceLine, following: Sequence[SourceLine]) -> bool:
        """Whether a post stands here, or stood before, in a section that should hold none."""
        if self.posts or self._pending:
            return True
        if self.kind not in _INTRUDED or line.bullet or not has_range(line.text):
            return False
        post = read_post([line])
        below = next((other for other in following if other.bullet), None)
        return (
            bool(post.title and post.employer)
            and has_title_word(post.title)
            and not has_degree_word(line.text)
            and below is not None
            and opens_as_duty(below.text)
        )

    def close(self) -> None:
        """Place what is still pending."""
        self._settle()

    def _add(self, line: SourceLine, kind: _Kind) -> _Kind:
        """Place a line in the open post, or outside of posts."""
        self._settle()
        (self.posts[-1] if self.posts else self.loose).content.append((kind, line))
        return kind

    def _is_listed_item(self, line: SourceLine) -> bool:
        """Whether a line in a list style without a mark is an item: it opens as a duty, or goes
        on after items. The style alone says little; whole résumés are typed in it."""
        if not is_listed_item(line) or _LABELLED.match(line.text):
            return False
        if opens_as_duty(line.text):
            return True
        names_post = has_title_word(line.text) or has_employer_word(line.text)
        return self._after_item and not (names_post and self._is_header(line))

    def _is_plain_duty(self, line: SourceLine, following: Sequence[SourceLine]) -> bool:
        if self.kind not in _WITH_DUTIES or not is_duty(line):
            return False
        below = following[0] if following else None
        if below is None:
            return True
        if line.bold and not below.bold and _is_date(below.text):
            return False  # a title that opens like a duty
        if line.group and line.group == below.group and line.column != below.column:
            # A cell of its own beside others is a field of a table, not a line of text.
            return self._before is not None and _same_cell(self._before, line)
        return True

    def _is_header(self, line: SourceLine) -> bool:
        if labelled(line.text):
            return True
        count = len(line.text.split())
        if has_range(line.text):
            return count <= 2 * _MAX_HEADER_WORDS
        if count > _MAX_HEADER_WORDS or (line.text.endswith((".", ";")) and count > 5):
            return False
        if line.text.endswith(":") or (line.joined and not self._pending):
            return bool(find_dates(line.text))
        return True

    def _is_marked_header(self, line: SourceLine, following: Sequence[SourceLine]) -> bool:
        """Whether a list item heads a post: "1. Clerk, Sable Bank (2010 - 2012)"."""
        if labelled(line.text):
            return True
        if self._pending and self._is_missing_title(line):
            return True
        dates = find_dates(line.text)
        if dates is None or not dates.ranged or opens_as_duty(line.text):
            return False
        rest = line.text[: dates.begin] + line.text[dates.stop :]
        if len(rest.split()) > _MAX_HEADER_WORDS:
            return False
        if self._after_item and self._before is not None and _alike(self._before, line):
            return False  # the last of several steps of a career
        below = following[0] if following else None
        return below is not None and (
            below.level > line.level
            or (line.bold and not below.bold)
            # Among other items it is a step of a career; on its own it heads what follows.
            or not (below.bullet or self._after_item)
        )

    def _is_missing_title(self, line: SourceLine) -> bool:
        """Whether the first list item under an employer is the title ("• Kitchen Assistant")."""
        count = len(line.text.split())
        if count > 5 or not has_title_word(line.text) or opens_as_duty(line.text):
            return False
        if line.text.rstrip().endswith((".", ";", ",")):
            return False
        post = read_post(self._pending)
        return bool(post.dates and post.employer and not has_title_word(post.title))

    def _begins_anew(self, line: SourceLine, following: Sequence[SourceLine]) -> bool:
        """Whether a header line belongs to another post than the pending ones."""
        if not self._pending:
            return False
        pair = labelled(line.text)
        if pair is not None and pair[0] == "context":
            return False
        if pair is not None:
            return any(
                (other := labelled(pending.text)) is not None and other[0] == pair[0]
                for pending in self._pending
            )
        if line.gap and not any(_names_post(pending) for pending in self._pending):
            return True
        dated = [at for at, pending in enumerate(self._pending) if has_range(pending.text)]
        if not dated:
            return len(self._pending) >= _MAX_HEADER_LINES
        if line.group and line.group != self._pending[-1].group:
            return True
        if has_range(line.text):
            return True
        # After its dates a post goes on, unless space is left and other dates come.
        below = itertools.takewhile(lambda other: not other.bullet, following)
        return (line.gap or dated[0] > 0) and any(has_range(other.text) for other in below)

    def _settle(self) -> None:
        """Make the pending header lines a post, or lines of what is open."""
        pending, self._pending = self._pending, []
        if not pending:
            return
        post = read_post(pending)
        if self._is_post(post, pending):
            self.posts.append(_Open(pending))
        else:
            target = self.posts[-1] if self.posts else self.loose
            target.content += [("item" if line.bullet else "line", line) for line in pending]

    def _is_post(self, post: Post, pending: Sequence[SourceLine]) -> bool:
        labels = {pair[0] for line in pending if (pair := labelled(line.text))}
        if len(labels - {"location", "context"}) >= 2:
            return True
        ranged = any(has_range(line.text) for line in pending)
        if any(has_degree_word(line.text) for line in pending) and not has_title_word(post.title):
            return False
        if self.kind not in _SURE:
            # Personal data has dates too: words must say that this is a post.
            known = has_title_word(post.title) or has_employer_word(post.employer)
            return ranged and post.stated and known
        named = any(has_title_word(line.text) or has_employer_word(line.text) for line in pending)
        if ranged:
            return True
        return named and (post.stated or not self.posts or bool(post.dates))


def _is_date(text: str) -> bool:
    """Whether a line holds dates and nothing else to speak of."""
    found = find_dates(text)
    return found is not None and len((text[: found.begin] + text[found.stop :]).split()) <= 3


def _same_cell(one: SourceLine, other: SourceLine) -> bool:
    return (one.group, one.column) == (other.group, other.column)


def _alike(one: SourceLine, other: SourceLine) -> bool:
    """Whether two list items are set alike, and both state a span of time."""
    return (
        (one.bullet, one.level, one.bold) == (other.bullet, other.level, other.bold)
        and has_range(one.text)
        and has_range(other.text)
    )


def _names_post(line: SourceLine) -> bool:
    """Whether a line by itself says something of a post, or is set off as its header."""
    return (
        line.bold
        or line.caps
        or has_range(line.text)
        or has_title_word(line.text)
        or has_employer_word(line.text)
        or labelled(line.text) is not None
    )


def _position(post: _Open, names: Names) -> Position:
    found = read_post(post.header)
    return Position(
        id=names.unique(position_id(found.title, found.employer, found.dates)),
        title=found.title,
        employer=found.employer,
        location=found.location,
        dates=found.dates,
        start=found.start,
        end=found.end,
        current=found.current,
        lines=tuple(placed(line) for line in post.lines()),
        bullets=tuple(_bullet(line, names) for line in post.bullets()),
    )


def _bullet(line: SourceLine, names: Names) -> Bullet:
    anchor = line.bullet_anchor or line.anchor
    return Bullet(
        names.unique(bullet_id(line.text)), line.text, Line(line.text, anchor), line.level
    )
