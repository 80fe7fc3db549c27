"""Comments: beside their line, in every kind of place, and beside the client's own."""

import zipfile
from datetime import datetime
from io import BytesIO

import pytest

from reframe.core.suggestion import Edit, Piece
from reframe.formats.docx.names import W
from reframe.formats.docx.opc import TYPES, main_part, parse, related
from reframe.formats.docx.redline import Change, redline
from reframe.formats.docx.text import visible_text
from reframe.formats.docx.walk import paragraphs
from tests.formats.docx.oracle import document_root
from tests.formats.docx.packages import packed, parts
from tests.formats.docx.test_text import SAMPLES, run

DATE = datetime(2025, 1, 2, 3, 4, 5)
BOX = W + "txbxContent"


def opened(data):
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def commented(data, *changes, **options):
    made = opened(redline(data, changes=changes, date=DATE, **options).data)
    return (
        parse(made[main_part(made)]),
        parse(made[related(made, main_part(made), "comments")]),
        made,
    )


def test_a_first_comment_brings_its_part_its_reference_and_its_type():
    data = packed(parts("Filed papers"))
    _, comments, made = commented(data, Change("p0", (), "How many?\nWhere?"), author="Ann Other")
    [comment] = comments
    assert comment.get(W + "author") == "Ann Other" and comment.get(W + "initials") == "AO"
    assert comment.get(W + "date") == "2025-01-02T03:04:05Z"
    assert ["".join(p.itertext()) for p in comment] == ["How many?", "Where?"]
    assert b'PartName="/word/comments.xml"' in made[TYPES]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_line_of_a_layout_can_be_commented_on(path):
    data = path.read_bytes()
    numbers = [n for n, p in enumerate(paragraphs(document_root(data))) if visible_text(p).strip()]
    old = opened(data)
    earlier = related(old, main_part(old), "comments")
    kept = [] if earlier is None else list(parse(old[earlier]))
    root, comments, _ = commented(data, *(Change(f"p{n}", (), f"note {n}") for n in numbers))
    assert len(comments) == len(kept) + len(numbers)
    ids = [comment.get(W + "id") for comment in comments]
    assert len(ids) == len(set(ids))
    for comment in list(comments)[len(kept) :]:
        number = comment.get(W + "id")
        [start] = [e for e in root.iter(W + "commentRangeStart") if e.get(W + "id") == number]
        [end] = [e for e in root.iter(W + "commentRangeEnd") if e.get(W + "id") == number]
        [mark] = [e for e in root.iter(W + "commentReference") if e.get(W + "id") == number]
        paragraph = start.getparent()
        assert paragraph.tag == W + "p"
        assert end.getparent() is paragraph and mark.getparent().getparent() is paragraph
        assert paragraph.index(start) < paragraph.index(end) < paragraph.index(mark.getparent())
        # Word ignores comments inside text boxes.
        assert next(paragraph.iterancestors(BOX), None) is None


def test_a_comment_on_a_line_in_a_text_box_quotes_the_line():
    box = f"<w:txbxContent><w:p>{run('Filed the papers of a firm')}</w:p></w:txbxContent>"
    data = packed(parts(f"<w:p><w:r><w:pict>{box}</w:pict></w:r></w:p>"))
    root, comments, _ = commented(data, Change("p1", (), "How many?"))
    assert ["".join(p.itertext()) for p in comments[0]] == [
        "“Filed the papers of a firm”",
        "How many?",
    ]
    assert root.find(f".//{W}commentReference").getparent().getparent() is root[0][0]


def test_a_comment_surrounds_what_was_changed():
    data = packed(parts("Was filing the papers"))
    change = Change("p0", (Edit(0, 10, (Piece("Filed", ""),), ""),), "Tense")
    root, _, _ = commented(data, change)
    names = [child.tag.removeprefix(W) for child in root[0][0]]
    assert names == ["commentRangeStart", "del", "ins", "commentRangeEnd", "r", "r"]


def test_in_a_content_control_a_comment_stands_before_the_text():
    control = f"<w:sdt><w:sdtPr/><w:sdtContent><w:p>{run('Education')}</w:p></w:sdtContent></w:sdt>"
    root, _, _ = commented(packed(parts(control)), Change("p0", (), "note"))
    [paragraph] = root.iter(W + "p")
    assert [child.tag.removeprefix(W) for child in paragraph][:2] == [
        "commentRangeStart",
        "commentRangeEnd",
    ]
    assert visible_text(paragraph[-1].getparent()) == "Education"
    assert paragraph[-1].find(W + "t") is not None


def test_control_characters_in_a_comment_do_not_break_the_file():
    _, comments, _ = commented(packed(parts("a")), Change("p0", (), "R&D \x0b<b>"))
    assert "".join(comments[0].itertext()) == "R&D <b>"
