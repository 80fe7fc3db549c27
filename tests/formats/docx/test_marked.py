"""What a document that comes back is read for: its lines as they stand, and its comments."""

from datetime import datetime
from pathlib import Path

import pytest

from reframe.errors import Unreadable
from reframe.formats.docx.marked import read_marked
from reframe.formats.docx.names import W15_NS
from reframe.formats.docx.read import read_docx
from reframe.formats.docx.redline import Change, redline
from tests.formats.docx.packages import W, packed, parts, rel, rels

SAMPLES = sorted((Path(__file__).parent / "samples").glob("*.docx"))
DATE = datetime(2025, 1, 2)
W14_NS = "http://schemas.microsoft.com/office/word/2010/wordml"
RELATIONSHIP = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_bullet_is_one_of_the_lines(path):
    data = path.read_bytes()
    lines = {" ".join(line.text.split()) for line in read_marked(data, name="draft").lines}
    bullets = read_docx(data, source="draft").placed_bullets()
    assert {" ".join(bullet.text.split()) for bullet, _, _ in bullets} <= lines


def test_a_line_reads_without_what_is_struck_and_is_open_while_anything_is():
    inserted = '<w:ins w:id="1"><w:r><w:t>Filed</w:t></w:r></w:ins>'
    struck = '<w:del w:id="2"><w:r><w:delText>Was filing</w:delText></w:r></w:del>'
    rest = '<w:r><w:t xml:space="preserve"> papers</w:t></w:r>'
    tracked = f"<w:p>{struck}{inserted}{rest}</w:p>"
    found = read_marked(packed(parts(tracked, "Sorted mail")), name="draft").lines
    assert [(line.text, line.open) for line in found] == [
        ("Filed papers", True),
        ("Sorted mail", False),
    ]


def commented(*comments: tuple[str, str], extended: str | None = None) -> bytes:
    """A package with comments on its one line: (paragraph id, text); the ids count from 0."""
    marks = "".join(f'<w:r><w:commentReference w:id="{n}"/></w:r>' for n, _ in enumerate(comments))
    contents = parts(f"<w:p><w:r><w:t>Filed papers</w:t></w:r>{marks}</w:p>")
    contents["word/comments.xml"] = (
        f'<w:comments xmlns:w="{W}" xmlns:w14="{W14_NS}">'
        + "".join(
            f'<w:comment w:id="{n}" w:author="A{n}"><w:p w14:paraId="{key}"><w:r><w:t>{text}'
            "</w:t></w:r></w:p></w:comment>"
            for n, (key, text) in enumerate(comments)
        )
        + "</w:comments>"
    )
    links = [rel("rId1", "comments", "comments.xml")]
    if extended is not None:
        contents["word/commentsExtended.xml"] = extended
        links.append(
            f'<Relationship Id="rId2" Type="{RELATIONSHIP}" Target="commentsExtended.xml"/>'
        )
    contents["word/_rels/document.xml.rels"] = rels(*links)
    return packed(contents)


def replies(*pairs: tuple[str, str]) -> str:
    entries = "".join(
        f'<w15:commentEx w15:paraId="{child}" w15:paraIdParent="{parent}"/>'
        for child, parent in pairs
    )
    return f'<w15:commentsEx xmlns:w15="{W15_NS}">{entries}</w15:commentsEx>'


def test_replies_belong_to_the_thread_however_deep():
    extended = replies(("B", "A"), ("C", "B"))
    data = commented(("A", "one"), ("B", "two"), ("C", "three"), ("D", "four"), extended=extended)
    first, second = read_marked(data, name="draft").threads
    assert first.lines == ("one",)
    assert [reply.lines for reply in first.replies] == [("two",), ("three",)]
    assert (second.author, second.lines, second.paragraph) == ("A3", ("four",), 0)


def test_comments_without_ids_or_in_a_circle_stay_by_themselves():
    assert len(read_marked(commented(("", "a"), ("", "b")), name="draft").threads) == 2
    circle = commented(("A", "a"), ("B", "b"), extended=replies(("A", "B"), ("B", "A")))
    assert len(read_marked(circle, name="draft").threads) == 2


def test_a_damaged_part_is_named_and_not_a_traceback():
    broken = commented(("A", "one"), extended="<w15:commentsEx")
    with pytest.raises(Unreadable, match=r"draft\.docx: is damaged"):
        read_marked(broken, name="draft.docx")
    contents = parts("Filed papers")
    contents["word/comments.xml"] = "<w:comments"
    contents["word/_rels/document.xml.rels"] = rels(rel("rId1", "comments", "comments.xml"))
    with pytest.raises(Unreadable, match="is damaged"):
        redline(packed(contents), changes=[Change("p0", (), "note")], date=DATE)
