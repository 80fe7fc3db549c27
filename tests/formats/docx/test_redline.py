"""Redlining real layouts: what comes back when all is accepted, and when all is rejected."""

import random
import zipfile
from datetime import UTC, datetime, timedelta, timezone
from io import BytesIO

import pytest

from reframe.core.suggestion import Edit, Piece
from reframe.formats.docx.accept import accept_all, reject_all
from reframe.formats.docx.names import W
from reframe.formats.docx.opc import parse
from reframe.formats.docx.package import open_package
from reframe.formats.docx.redline import Change, Insertion, Refusal, redline
from reframe.formats.docx.text import visible_text
from reframe.formats.docx.walk import paragraphs
from tests.formats.docx.oracle import applied, document_root, lines, random_edits
from tests.formats.docx.packages import packed, parts
from tests.formats.docx.test_text import SAMPLES, field, run

ME = "Reframe (draft)"
DATE = datetime(2025, 1, 2, 3, 4, 5)


def edits(*found):
    return tuple(Edit(start, end, (Piece(text, "source"),), "") for start, end, text in found)


def texts(data, view="accepted", by=ME):
    return [line.text for line in lines(document_root(data), view, by=by) if not line.fallback]


def random_changes(root, seed):
    """Changes of about half of the lines, and the text that each is to become."""
    draw = random.Random(seed)
    changes, wanted = [], {}
    for number, paragraph in enumerate(paragraphs(root)):
        text = visible_text(paragraph)
        found = random_edits(text, draw) if text.strip() and draw.random() < 0.6 else []
        if found:
            anchor = f"p{number}"
            changes.append(Change(anchor, edits(*found), "Why." if draw.random() < 0.2 else None))
            wanted[anchor] = applied(text, found)
    return changes, wanted


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_both_ways_lead_home(path):
    data = path.read_bytes()
    root = document_root(data)
    changes, wanted = random_changes(root, path.stem)
    made = redline(data, changes=changes, date=DATE)
    new = document_root(made.data)
    # Rejecting: every character, format, drawing, field and bookmark where it was.
    assert lines(new, "rejected", by=ME) == lines(root, "rejected", by=ME)
    # Accepting: exactly the new text, and no other line changed.
    for refusal in made.refused:
        del wanted[refusal.anchor]
    accept_all(new, chosen=lambda mark: mark.get(W + "author") == ME)
    now = [visible_text(paragraph) for paragraph in paragraphs(new)]
    before = [visible_text(paragraph) for paragraph in paragraphs(root)]
    assert now == [wanted.get(f"p{n}", text) for n, text in enumerate(before)]
    # The product's own way of accepting agrees with the oracle's.
    assert lines(new, "accepted", by=ME) == lines(document_root(made.data), "accepted", by=ME)


@pytest.mark.parametrize("path", SAMPLES[::5], ids=lambda path: path.stem)
def test_rejecting_in_place_restores_the_document(path):
    data = path.read_bytes()
    changes, _ = random_changes(document_root(data), 1)
    root = document_root(redline(data, changes=changes, date=DATE).data)
    reject_all(root, chosen=lambda mark: mark.get(W + "author") == ME)
    assert lines(root, "rejected", by=ME) == lines(document_root(data), "rejected", by=ME)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_anchors_count_the_paragraphs_that_the_reader_counts(path):
    data = path.read_bytes()
    counted = [visible_text(p) for p in paragraphs(open_package(data, name="x").root)]
    assert counted == [visible_text(p) for p in paragraphs(document_root(data))]


@pytest.mark.parametrize("path", SAMPLES[::9], ids=lambda path: path.stem)
def test_the_same_input_gives_the_same_bytes_and_other_parts_stay_as_they_were(path):
    data = path.read_bytes()
    changes, _ = random_changes(document_root(data), 2)
    first, second = (redline(data, changes=changes, date=DATE).data for _ in range(2))
    assert first == second
    touched = {"word/document.xml", "word/comments.xml", "[Content_Types].xml"}
    touched |= {"word/_rels/document.xml.rels"}
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(BytesIO(first)) as new:
        assert set(old.namelist()) <= set(new.namelist())
        for name in set(old.namelist()) - touched:
            assert old.read(name) == new.read(name), name


def test_ids_clash_with_nothing_in_the_package():
    for path in SAMPLES:
        data = path.read_bytes()
        changes, _ = random_changes(document_root(data), 3)
        made = redline(data, changes=changes, date=DATE)
        with zipfile.ZipFile(BytesIO(made.data)) as archive:
            names = [
                n for n in archive.namelist() if n in ("word/document.xml", "word/comments.xml")
            ]
            found = [
                (element.tag, element.get(W + "id"))
                for name in names
                for element in parse(archive.read(name)).iter(
                    W + "ins", W + "del", W + "comment", W + "bookmarkStart"
                )
                if element.get(W + "author") == ME
            ]
        old = {e.get(W + "id") for e in document_root(data).iter() if e.get(W + "id")}
        numbers = [number for _, number in found]
        assert len(numbers) == len(set(numbers)) and not old & set(numbers)
        assert all(0 < int(number) < 2**31 for number in numbers)


def test_a_range_is_counted_in_the_visible_text():
    data = packed(
        parts("<w:p>" + run("- Filed papers") + "<w:r><w:br/></w:r>" + run("- Sold") + "</w:p>")
    )
    made = redline(data, changes=[Change("p0:2-14", edits((0, 5, "Sorted")))], date=DATE)
    assert texts(made.data) == ["- Sorted papers\n- Sold"]


def test_two_lines_of_one_paragraph_are_changed_apart():
    data = packed(
        parts("<w:p>" + run("- Filed papers") + "<w:r><w:br/></w:r>" + run("- Sold") + "</w:p>")
    )
    changes = [
        Change("p0:17-21", edits((0, 4, "Traded")), "second"),
        Change("p0:2-14", edits((0, 5, "Sorted")), "first"),
    ]
    made = redline(data, changes=changes, date=DATE)
    assert texts(made.data) == ["- Sorted papers\n- Traded"]
    again = [*changes, Change("p0:2-7", edits((0, 5, "Read")))]
    made = redline(data, changes=again, date=DATE)
    assert [refusal.anchor for refusal in made.refused] == ["p0:2-7"]


@pytest.mark.parametrize("anchor", ["p9", "q1", "p0:3", "p0:3-99", "p0:9-3", "h0p0"])
def test_an_anchor_that_is_not_there_is_the_callers_mistake(anchor):
    with pytest.raises(ValueError, match="anchor"):
        redline(packed(parts("Filed papers")), changes=[Change(anchor, ())], date=DATE)


def test_an_edit_of_a_field_is_refused_as_a_whole_and_still_commented():
    data = packed(parts("<w:p>" + run("Was in ") + field("DATE", "May") + run(" busy") + "</w:p>"))
    change = Change("p0", edits((0, 3, "Stood"), (7, 10, "June")), "Which month?")
    made = redline(data, changes=[change], date=DATE)
    assert made.refused == (
        Refusal("p0", "the words are part of a field, a symbol or a fixed content control"),
    )
    assert texts(made.data) == texts(data)
    with zipfile.ZipFile(BytesIO(made.data)) as archive:
        assert b"Which month?" in archive.read("word/comments.xml")


def test_words_around_a_picture_change_and_words_across_it_do_not():
    data = packed(parts("<w:p>" + run("one ") + "<w:r><w:drawing/></w:r>" + run("two") + "</w:p>"))
    made = redline(data, changes=[Change("p0", edits((0, 3, "1"), (4, 7, "2")))], date=DATE)
    assert made.refused == ()
    assert [token.what for line in lines(document_root(made.data), "accepted") for token in line.tokens] == [
        "1", " ", "<drawing>", "2",
    ]  # fmt: skip
    assert redline(data, changes=[Change("p0", edits((0, 7, "3")))], date=DATE).refused


class TestInsertion:
    def test_is_a_paragraph_of_its_own_that_rejecting_takes_away(self):
        data = packed(
            parts("<w:p><w:pPr><w:jc w:val='right'/></w:pPr>" + run("Analyst") + "</w:p>", "End")
        )
        made = redline(
            data, changes=[], insertions=[Insertion("p0", "Led it", None, True)], date=DATE
        )
        assert texts(made.data) == ["Analyst", "Led it", "End"]
        before = lines(document_root(data), "rejected")
        assert lines(document_root(made.data), "rejected") == before
        [mark, *_] = document_root(made.data).iterfind(f".//{W}pPr/{W}rPr/{W}ins")
        assert mark.getparent().index(mark) == 0

    def test_several_keep_their_order(self):
        data = packed(parts("Analyst", "End"))
        new = [Insertion("p0", "one"), Insertion("p0", "two")]
        made = redline(data, changes=[], insertions=new, date=DATE)
        assert texts(made.data) == ["Analyst", "one", "two", "End"]

    @pytest.mark.parametrize("count", [1, 2])
    def test_in_a_cell_leaves_the_last_mark_of_the_cell_alone(self, count):
        title = (
            "<w:p><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>"
            + run("Analyst")
            + "</w:p>"
        )
        data = packed(parts(f"<w:tbl><w:tr><w:tc>{title}</w:tc></w:tr></w:tbl>", "End"))
        new = [Insertion("p0", f"line {n}") for n in range(count)]
        made = redline(data, changes=[], insertions=new, date=DATE)
        root = document_root(made.data)
        cell = root.find(f".//{W}tc")
        last = cell.findall(W + "p")[-1]
        assert last.find(f"{W}pPr/{W}rPr/{W}ins") is None
        assert last.find(f"{W}pPr/{W}numPr") is None
        assert lines(root, "rejected") == lines(document_root(data), "rejected")
        assert texts(made.data)[: count + 1] == ["Analyst", *(f"line {n}" for n in range(count))]
        reject_all(root)
        assert [visible_text(p) for p in root.iter(W + "p")] == ["Analyst", "End"]
        assert root.find(f".//{W}tc/{W}p/{W}pPr/{W}numPr") is not None

    def test_under_a_heading_is_no_heading_and_takes_the_font_of_the_text_below(self):
        title = (
            "<w:p><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr><w:outlineLvl w:val='1'/></w:pPr>"
            "<w:r><w:rPr><w:b/><w:caps/><w:sz w:val='40'/></w:rPr><w:t>Analyst</w:t></w:r></w:p>"
        )
        body = "<w:p><w:r><w:rPr><w:sz w:val='21'/></w:rPr><w:t>Filed papers</w:t></w:r></w:p>"
        made = redline(
            packed(parts(title, body)),
            changes=[],
            insertions=[Insertion("p0", "Led it")],
            date=DATE,
        )
        new = paragraphs(document_root(made.data))[1]
        assert visible_text(new) == "Led it"
        assert new.find(f"{W}pPr/{W}numPr") is None and new.find(f"{W}pPr/{W}outlineLvl") is None
        [format_] = new.iterfind(f"{W}ins/{W}r/{W}rPr")
        assert [(c.tag, c.get(W + "val")) for c in format_] == [(W + "sz", "21")]

    def test_under_one_of_several_lines_follows_a_line_break(self):
        data = packed(
            parts("<w:p>" + run("Analyst") + "<w:r><w:br/></w:r>" + run("- Filed") + "</w:p>")
        )
        new = [Insertion("p0:0-7", "Led it", None, True)]
        made = redline(data, changes=[], insertions=new, date=DATE)
        assert texts(made.data) == ["Analyst\nLed it\n- Filed"]

    def test_where_a_section_ends_is_refused(self):
        data = packed(parts("<w:p><w:pPr><w:sectPr/></w:pPr>" + run("Analyst") + "</w:p>", "End"))
        made = redline(data, changes=[], insertions=[Insertion("p0", "Led it", "Note")], date=DATE)
        assert [r.reason for r in made.refused] == ["a section ends at the line above"]


class TestDeletion:
    def test_takes_the_paragraph_mark_along(self):
        data = packed(parts("one", "two", "three"))
        made = redline(data, changes=[], deletions=["p1"], date=DATE)
        assert texts(made.data) == ["one", "three"]
        assert texts(made.data, "rejected") == ["one", "two", "three"]
        assert texts(redline(data, changes=[], deletions=["p1"], date=DATE, clean=True).data) == [
            "one",
            "three",
        ]

    def test_of_the_last_line_of_a_cell_keeps_a_mark_in_the_cell(self):
        data = packed(
            parts("<w:tbl><w:tr><w:tc><w:p/><w:p>" + run("b") + "</w:p></w:tc></w:tr></w:tbl>")
        )
        root = document_root(redline(data, changes=[], deletions=["p1"], date=DATE).data)
        accept_all(root)
        assert len(root.findall(f".//{W}tc/{W}p")) == 1

    def test_of_one_of_several_lines_takes_its_line_break(self):
        data = packed(parts("<w:p>" + run("- a") + "<w:r><w:br/></w:r>" + run("- b") + "</w:p>"))
        for anchor, left in (("p0:0-3", "- b"), ("p0:4-7", "- a")):
            assert texts(redline(data, changes=[], deletions=[anchor], date=DATE).data) == [left]

    def test_of_a_line_with_a_picture_is_refused(self):
        data = packed(parts("<w:p>" + run("a") + "<w:r><w:drawing/></w:r></w:p>", "b"))
        made = redline(data, changes=[Change("p1", ())], deletions=["p0"], date=DATE)
        assert [r.anchor for r in made.refused] == ["p0"]

    def test_leaves_nothing_to_change(self):
        data = packed(parts("one", "two"))
        made = redline(
            data, changes=[Change("p0", edits((0, 3, "1")))], deletions=["p0"], date=DATE
        )
        assert [r.anchor for r in made.refused] == ["p0"]
        assert texts(made.data) == ["two"]


def test_both_copies_of_a_text_box_change():
    path = next(path for path in SAMPLES if path.stem.startswith("textbox-whole-page"))
    data = path.read_bytes()
    root = document_root(data)
    number = next(
        n for n, p in enumerate(paragraphs(root)) if "brand guidelines" in visible_text(p)
    )
    made = redline(data, changes=[Change(f"p{number}", edits((0, 11, "Keeper")))], date=DATE)
    found = [line for line in lines(document_root(made.data), "accepted") if "brand" in line.text]
    assert [line.text.split()[0] for line in found] == ["Keeper", "Keeper"]
    assert [line.fallback for line in found] == [False, True]


def test_comments_only_leaves_every_word():
    data = packed(parts("one", "two", "three"))
    made = redline(
        data,
        changes=[Change("p0", edits((0, 3, "1")), "Say 1?")],
        insertions=[Insertion("p1", "new", "A scope line?")],
        deletions=["p2"],
        date=DATE,
        comments_only=True,
    )
    assert texts(made.data, by=None) == ["one", "two", "three"]
    assert made.refused == ()
    with zipfile.ZipFile(BytesIO(made.data)) as archive:
        comments = archive.read("word/comments.xml")
    assert b"Say 1?" in comments and b"A scope line?" in comments


@pytest.mark.parametrize("path", SAMPLES[::3], ids=lambda path: path.stem)
def test_a_final_says_what_accepting_the_draft_says(path):
    data = path.read_bytes()
    changes, _ = random_changes(document_root(data), 4)
    draft = document_root(redline(data, changes=changes, date=DATE).data)
    final = document_root(redline(data, changes=changes, date=DATE, clean=True).data)
    accept_all(draft)
    assert [visible_text(p) for p in paragraphs(final)] == [
        visible_text(p) for p in paragraphs(draft)
    ]
    assert not list(final.iter(W + "ins", W + "del", W + "commentReference", W + "rPrChange"))


def test_dates_are_written_in_utc():
    when = datetime(2025, 1, 2, 3, 4, 5, tzinfo=timezone(timedelta(hours=2)))
    for date, stamp in (
        (when, "2025-01-02T01:04:05Z"),
        (DATE.replace(tzinfo=UTC), "2025-01-02T03:04:05Z"),
    ):
        made = redline(packed(parts("a b")), changes=[Change("p0", edits((0, 1, "c")))], date=date)
        [mark, *_] = document_root(made.data).iter(W + "ins")
        assert mark.get(W + "date") == stamp
