"""Return the client's own document with tracked changes and comments, or as a final."""

import re
from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from reframe.core.suggestion import Edit, apply
from reframe.formats.docx.atoms import Element, Layout
from reframe.formats.docx.comments import (
    COULD_READ,
    LEFT,
    SUGGESTED,
    SUGGESTED_LINE,
    Comments,
)
from reframe.formats.docx.dress import is_seam
from reframe.formats.docx.metadata import drop_outside_references, drop_programs, make_final
from reframe.formats.docx.names import MC, W
from reframe.formats.docx.opc import (
    Parts,
    damage_told,
    main_part,
    parse,
    related,
    serialize,
)
from reframe.formats.docx.packing import pack
from reframe.formats.docx.pen import Pen, taken_ids
from reframe.formats.docx.phrases import Phrase, phrases
from reframe.formats.docx.preflight import read_parts
from reframe.formats.docx.sniff import check_kind
from reframe.formats.docx.splice import refusal, settle, track
from reframe.formats.docx.text import field_depth_after, layout, visible_text
from reframe.formats.docx.walk import paragraphs
from reframe.formats.docx.whole_lines import (
    StyleSheet,
    delete_line,
    deletion_refusal,
    insert_line,
    insertion_refusal,
)

_ANCHOR = re.compile(r"p(\d+)(?::(\d+)-(\d+))?")
_BOX = W + "txbxContent"


@dataclass(frozen=True, slots=True)
class Change:
    """Edits of the line at an anchor, with offsets into that line; perhaps with a comment."""

    anchor: str
    edits: tuple[Edit, ...]
    comment: str | None = None


@dataclass(frozen=True, slots=True)
class Insertion:
    """A new line of plain text after the line at an anchor."""

    after: str
    text: str
    comment: str | None = None
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Refusal:
    """A change that was not made, and why; its comment says so, and what the line could read."""

    anchor: str
    reason: str


@dataclass(frozen=True, slots=True)
class Redlined:
    """The new file, and the changes that were left out of it."""

    data: bytes
    refused: tuple[Refusal, ...]


class _Spot(NamedTuple):
    """An anchor, found: the paragraph's ordinal, and a range of its visible text."""

    number: int
    start: int
    end: int
    whole: bool


@dataclass(slots=True)
class _Plan:
    """All that happens to one paragraph. A phrase carries the number of its remark."""

    phrases: list[tuple[Phrase, int, bool]] = field(default_factory=list)
    lines: list[tuple[Insertion, int]] = field(default_factory=list)
    deleted: bool = False
    remarks: dict[int, str] = field(default_factory=dict)
    claimed: list[tuple[int, int]] = field(default_factory=list)


def redline(
    data: bytes,
    *,
    changes: Sequence[Change],
    insertions: Sequence[Insertion] = (),
    deletions: Sequence[str] = (),
    author: str = "Reframe (draft)",
    date: datetime,
    comments_only: bool = False,
    clean: bool = False,
) -> Redlined:
    """Return a .docx with changes marked in it, and what could not be changed.

    Anchors are ``p12`` (a paragraph by its ordinal in the main part) or ``p12:4-60`` (a range
    of its visible text). A change that touches a field, a drawing, a symbol or fixed content
    is refused as a whole: half of it would be no sentence.

    ``comments_only`` leaves the text alone; each comment then begins with the wording that it
    is about. ``clean`` makes a final: changes are made, not
    marked; every older revision is accepted; comments, authors, properties and editing history
    are taken out. Macros and references to templates or pictures elsewhere are never written.
    The same arguments give the same bytes.

    Raises:
        ResumeError: when ``data`` is no document that can be read.
        ValueError: for an anchor or an edit that is not in the document.
    """
    check_kind(data, name="résumé")
    parts = read_parts(data, name="résumé")
    with damage_told("résumé"):
        drop_programs(parts)
        drop_outside_references(parts)
        main = main_part(parts)
        root = parse(parts[main])
        work = _Work(
            parts=parts,
            paragraphs=paragraphs(root),
            pen=Pen(author=author, date=date, taken=taken_ids(_xml(parts))),
            with_fields=b"fldChar" in parts[main],
        )
        work.plan(changes, insertions, deletions, text=not comments_only)
        if work.plans:
            sheet = related(parts, main, "styles")
            styles = StyleSheet(None if sheet is None else parts[sheet])
            comments = Comments(parts, main, styles)
            work.carry_out(styles, None if clean else comments)
            comments.save()
            parts[main] = serialize(root)
        if clean:
            make_final(parts)
    return Redlined(pack(parts, source=data), tuple(work.refused))


class _Work:
    """One document while it is changed: what is planned for each paragraph, and then done."""

    def __init__(
        self, *, parts: Parts, paragraphs: list[Element], pen: Pen, with_fields: bool
    ) -> None:
        self.parts, self.paragraphs, self.pen = parts, paragraphs, pen
        self.plans: dict[int, _Plan] = defaultdict(_Plan)
        self.refused: list[Refusal] = []
        self._in_field = _inside_fields(paragraphs) if with_fields else frozenset()
        self._remarks = 0
        self._layouts: dict[int, Layout] = {}
        self._copies: dict[Element, dict[Element, Element]] = {}

    def plan(
        self,
        changes: Sequence[Change],
        insertions: Sequence[Insertion],
        deletions: Sequence[str],
        *,
        text: bool,
    ) -> None:
        """Decide what can be done, before anything is."""
        for anchor in deletions if text else ():
            self._plan_deletion(anchor)
        for change in changes:
            self._plan_change(change, text)
        for insertion in insertions:
            self._plan_insertion(insertion, text)

    def _plan_change(self, change: Change, text: bool) -> None:
        spot = self._find(change.anchor)
        plan = self.plans[spot.number]
        remark = self._remark(plan, change.comment)
        if not change.edits:
            return
        where = self._layout(spot.number)
        line = where.text[spot.start : spot.end]
        if not text:
            self._preface(plan, remark, SUGGESTED + _flat(apply(line, change.edits)))
            return
        walls = {barrier - spot.start for barrier in where.barriers}
        walls |= {at - spot.start for at in where.locked(spot.start, spot.end)}
        found = [
            Phrase(
                spot.start + start,
                spot.start + end,
                new,
                None if like is None else spot.start + like,
            )
            for start, end, new, like in phrases(
                line,
                change.edits,
                walls=walls,
                is_seam=lambda at: is_seam(where, spot.start + at),
            )
        ]
        reason = next((why for phrase in found if (why := refusal(where, phrase))), "")
        if self._claimed(plan, spot):
            reason = "the line is deleted, or changed by something else"
        if reason:
            self.refused.append(Refusal(change.anchor, reason))
            could = COULD_READ + _flat(apply(line, change.edits))
            self._preface(plan, remark, f"{LEFT}{reason}.\n{could}")
            return
        insort(plan.claimed, (spot.start, spot.end))
        plan.phrases += [(phrase, remark, False) for phrase in found]

    def _plan_insertion(self, insertion: Insertion, text: bool) -> None:
        spot = self._find(insertion.after)
        plan = self.plans[spot.number]
        remark = self._remark(plan, insertion.comment)
        if not text:
            self._preface(plan, remark, SUGGESTED_LINE + insertion.text)
            return
        where = self._layout(spot.number)
        if where.text[spot.end :].strip():
            # The line is one of several in its paragraph: the new one follows a line break.
            phrase = Phrase(spot.end, spot.end, "\n" + insertion.text)
            reason = refusal(where, phrase)
            if not reason:
                plan.phrases.append((phrase, remark, insertion.italic))
        else:
            reason = insertion_refusal(self.paragraphs[spot.number])
            if not reason:
                plan.lines.append((insertion, remark))
        if reason:
            self.refused.append(Refusal(insertion.after, reason))
            self._preface(plan, remark, f"{LEFT}{reason}.\n{SUGGESTED_LINE}{insertion.text}")

    def _plan_deletion(self, anchor: str) -> None:
        spot = self._find(anchor)
        plan = self.plans[spot.number]
        paragraph = self.paragraphs[spot.number]
        where = self._layout(spot.number)
        if spot.whole:
            reason = deletion_refusal(paragraph)
            plan.deleted = not reason
        else:
            chars = where.text
            start, end = spot.start, spot.end
            if start and chars[start - 1] == "\n":
                start -= 1
            elif end < len(chars) and chars[end] == "\n":
                end += 1
            phrase = Phrase(start, end, "")
            reason = refusal(where, phrase)
            if not reason:
                plan.phrases.append((phrase, 0, False))
        if reason:
            self.refused.append(Refusal(anchor, reason))
        else:
            insort(plan.claimed, (spot.start, spot.end))

    def _claimed(self, plan: _Plan, spot: _Spot) -> bool:
        # What is claimed never overlaps: only the neighbours of a place can.
        at = bisect_left(plan.claimed, (spot.start, spot.end))
        return plan.deleted or any(
            start < spot.end and spot.start < end
            for start, end in plan.claimed[max(0, at - 1) : at + 1]
        )

    def _remark(self, plan: _Plan, comment: str | None) -> int:
        """Note a comment; return its number, 0 standing for none."""
        if not comment:
            return 0
        self._remarks += 1
        plan.remarks[self._remarks] = comment
        return self._remarks

    @staticmethod
    def _preface(plan: _Plan, remark: int, words: str) -> None:
        if remark:
            plan.remarks[remark] = f"{words}\n{plan.remarks[remark]}"

    def _find(self, anchor: str) -> _Spot:
        match = _ANCHOR.fullmatch(anchor)
        if match is None or int(match[1]) >= len(self.paragraphs):
            raise ValueError(f"anchor {anchor!r} is not a paragraph of the document")
        number = int(match[1])
        length = len(self._layout(number).text)
        if match[2] is None:
            return _Spot(number, 0, length, True)
        start, end = int(match[2]), int(match[3])
        if not start <= end <= length:
            raise ValueError(f"anchor {anchor!r} leaves the text of its paragraph")
        return _Spot(number, start, end, False)

    def _layout(self, number: int) -> Layout:
        if number not in self._layouts:
            self._layouts[number] = layout(
                self.paragraphs[number], in_field=number in self._in_field
            )
        return self._layouts[number]

    def carry_out(self, styles: StyleSheet, comments: Comments | None) -> None:
        """Make the planned changes; without ``comments``, none is written."""
        # New paragraphs shift nothing: paragraphs are held as elements, not as ordinals.
        for number, plan in sorted(self.plans.items()):
            paragraph = self.paragraphs[number]
            twin = self._twin(paragraph)
            marks = self._change(paragraph, self._layout(number), plan, styles)
            if twin is not None:
                self._change(twin, layout(twin), plan, styles)
            if comments is None:
                continue
            for remark, text in plan.remarks.items():
                place, found = marks.get(remark, (paragraph, []))
                comments.add(text, place, found, self.pen)

    def _twin(self, paragraph: Element) -> Element | None:
        """Return the copy of a text box's paragraph that is kept for programs before Word 2010."""
        choice = next(paragraph.iterancestors(MC + "Choice"), None)
        if choice is None:
            return None
        if choice not in self._copies:
            self._copies[choice] = _copies(choice)
        twin = self._copies[choice].get(paragraph)
        alike = twin is not None and visible_text(twin) == visible_text(paragraph)
        return twin if alike else None

    def _change(
        self, paragraph: Element, where: Layout, plan: _Plan, styles: StyleSheet
    ) -> Mapping[int, tuple[Element, list[Element]]]:
        """Change one paragraph; return where the marks of each remark are."""
        marks: dict[int, tuple[Element, list[Element]]] = {}
        if plan.deleted:
            delete_line(paragraph, self.pen)
        elif plan.phrases:
            if settle(paragraph):
                where = layout(paragraph)
            ordered = sorted(plan.phrases, key=lambda item: item[0][:2])
            for phrase, remark, italic in reversed(ordered):
                [made] = track(paragraph, where, [phrase], self.pen, italic=italic)
                marks.setdefault(remark, (paragraph, []))[1][:0] = made
        for insertion, remark in reversed(plan.lines):
            new = insert_line(paragraph, insertion.text, self.pen, styles, italic=insertion.italic)
            marks[remark] = (new, new.findall(W + "ins"))
        return marks


def _flat(text: str) -> str:
    """Return a text on one line: a comment is read back line by line."""
    return " ".join(text.split())


def _xml(parts: Parts) -> list[bytes]:
    return [part for name, part in parts.items() if name.lower().endswith(".xml")]


def _inside_fields(paragraphs: Sequence[Element]) -> frozenset[int]:
    """Return the ordinals of paragraphs that begin inside a field opened further up."""
    inside: set[int] = set()
    depths: dict[Element | None, int] = defaultdict(int)
    for number, paragraph in enumerate(paragraphs):
        story = next(paragraph.iterancestors(_BOX), None)
        if depths[story]:
            inside.add(number)
        depths[story] = field_depth_after(paragraph, depths[story])
    return frozenset(inside)


def _copies(choice: Element) -> dict[Element, Element]:
    """Return the paragraphs of a text box, each with its copy in the fallback."""
    fallback = next(choice.itersiblings(MC + "Fallback"), None)
    own = list(choice.iter(W + "p"))
    copies = [] if fallback is None else list(fallback.iter(W + "p"))
    return dict(zip(own, copies, strict=True)) if len(own) == len(copies) else {}
