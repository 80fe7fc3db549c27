"""What the coach's report shows, as frozen values: the data of its template."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Level:
    """A claim level: ``code`` picks its shade, ``label`` is what it is called."""

    code: str
    label: str


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of one side of a line. ``kind`` is ``same``, ``del`` or ``ins``; ``tip`` tells where
    new words come from."""

    text: str
    kind: str
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """An open question: its place in the ranking (from 1), what it is about (``anchor`` on the
    page), and the line that its answer would make possible."""

    rank: int
    text: str
    answer_in: str
    of: tuple[str, ...]
    about: str
    anchor: str
    unlocks: str
    levels: tuple[Level, ...]
    missing: int
    sheet: bool


@dataclass(frozen=True, slots=True)
class Confirmed:
    """An answer that may be shown, numbered from 1, and the lines that rest on it."""

    number: int
    question: str
    value: str
    basis: str
    by: str
    on: str
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Other:
    """Another licensed wording of a line."""

    text: str
    levels: tuple[Level, ...]


@dataclass(frozen=True, slots=True)
class LineData:
    """A line of work: its two sides, and everything that a coach asks about it.

    ``number`` counts the lines of the page, as its anchor does; ``changed`` is whether the two
    sides differ. ``why_kept`` is empty where they do, unless only repairs were made. ``asides`` are what
    else there is to tell: wordings not printed and why, a split, the target's view of the line.
    """

    number: int
    state: str
    state_label: str
    changed: bool
    before: tuple[Mark, ...]
    after: tuple[Mark, ...]
    levels: tuple[Level, ...]
    worth: str
    reasons: tuple[str, ...]
    why_kept: str
    noticed: tuple[str, ...]
    doubts: tuple[str, ...]
    asides: tuple[str, ...]
    findings: tuple[str, ...]
    others: tuple[Other, ...]
    answers: tuple[int, ...]
    questions: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class Rung:
    """A step of a ladder: ``state`` is ``here``, ``open``, ``below`` or ``closed``."""

    name: str
    state: str
    state_label: str
    levels: tuple[Level, ...]
    missing: int


@dataclass(frozen=True, slots=True)
class LadderData:
    """What a post adds up to under one pattern, how far that is confirmed, and what the next
    step still waits for. ``rungs`` stand highest first; ``height`` is the step reached, from
    the bottom, 0 for none."""

    title: str
    why: str
    shown: tuple[str, ...]
    not_shown: tuple[str, ...]
    height: int
    rungs: tuple[Rung, ...]
    next: str
    preview: str
    waits_for: tuple[Asked, ...]
    conflicts: tuple[str, ...]
    questions: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class PostData:
    """A post: its header, the scope line that stands above its bullets (or None), its ladders
    and its lines. Lines outside any post have their section's heading as the title."""

    anchor: str
    title: str
    employer: str
    location: str
    dates: str
    scope: LineData | None
    ladders: tuple[LadderData, ...]
    lines: tuple[LineData, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a stacked bar."""

    code: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Row:
    """A bar of several parts, from left to right, and how many they are together."""

    label: str
    parts: tuple[Part, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Met:
    """A line that speaks to a requirement: its number on the page, or 0, and its words."""

    number: int
    text: str
    full: bool


@dataclass(frozen=True, slots=True)
class Wanted:
    """A requirement of the target, how it stands, and the lines that speak to it; ``open`` are
    its words that no line meets, ``judge`` those that a person has to."""

    text: str
    weight: str
    status: str
    label: str
    lines: tuple[Met, ...]
    open: str
    judge: str


@dataclass(frozen=True, slots=True)
class AimData:
    """What the client aims at, and what that asks for; empty without a target."""

    role: str
    differs: str
    wanted: tuple[Wanted, ...]
    counts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Plots:
    """The figures of the page: rows of stacked bars, and plain bars by label."""

    levels: tuple[Row, ...]
    quantified: tuple[Row, ...]
    worth: tuple[Part, ...]
    unlocks: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class ReportData:
    """The whole page."""

    name: str
    source: str
    answered: str
    figures: tuple[tuple[str, int], ...]
    levels: tuple[tuple[Level, str], ...]
    plots: Plots
    sheet: tuple[Asked, ...]
    aim: AimData
    posts: tuple[PostData, ...]
    answers: tuple[Confirmed, ...]
    unplaced: tuple[str, ...]
    warnings: tuple[str, ...]
