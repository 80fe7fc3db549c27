"""LibreOffice opens what is returned, and reads the changes as we meant them."""

from datetime import datetime

import pytest

from reframe.core.suggestion import Edit, Piece
from reframe.formats.docx.accept import accept_all
from reframe.formats.docx.names import W
from reframe.formats.docx.opc import parse, serialize
from reframe.formats.docx.packing import pack
from reframe.formats.docx.preflight import read_parts
from reframe.formats.docx.redline import Change, Insertion, redline
from reframe.formats.docx.text import visible_text
from reframe.formats.docx.walk import paragraphs
from tests.formats.docx.office import SOFFICE, WHY_SKIPPED, settle_all, to_pdf
from tests.formats.docx.oracle import document_root, lines
from tests.formats.docx.test_redline import ME, random_changes
from tests.formats.docx.test_text import SAMPLES

pytestmark = pytest.mark.skipif(SOFFICE is None, reason=WHY_SKIPPED)

DATE = datetime(2025, 1, 2, 3, 4, 5)
# LibreOffice 7 keeps the changes in floating tables and frames unsettled, loses grouped text
# boxes when it writes, and flattens content controls: nothing can be compared there.
COMPARED = [
    path
    for path in SAMPLES
    if path.stem.startswith(
        ("google", "libreoffice", "header", "revisions", "spanish", "multi-run-3")
    )
]


def every_other_line(path):
    """Changes of lines that do not touch: LibreOffice takes two insertions that meet at the end
    of a paragraph for one, and rejecting it joins the paragraphs."""
    root = document_root(path.read_bytes())
    changes, _ = random_changes(root, path.stem)
    return [change for change in changes if int(change.anchor[1:]) % 2]


def test_every_layout_opens_with_changes_comments_and_a_new_line(tmp_path):
    for path in SAMPLES:
        data = path.read_bytes()
        changes, _ = random_changes(document_root(data), path.stem)
        new = [Insertion(changes[0].anchor, "A scope line", "why", True)] if changes else []
        made = redline(data, changes=changes, insertions=new, date=DATE)
        (tmp_path / path.name).write_bytes(made.data)
    found = to_pdf(tmp_path, timeout=120)
    assert {path.stem for path in SAMPLES} == set(found)
    assert all(pdf.startswith(b"%PDF") for pdf in found.values())


@pytest.mark.parametrize("verb", ["Accept", "Reject"])
def test_libreoffice_settles_changes_as_we_meant_them(tmp_path, verb):
    for path in COMPARED:
        data = path.read_bytes()
        made = redline(data, changes=every_other_line(path), date=DATE).data
        (tmp_path / f"{path.stem}--redlined.docx").write_bytes(made)
        (tmp_path / f"{path.stem}--wanted.docx").write_bytes(
            accepted(made) if verb == "Accept" else data
        )
    settled = settle_all(tmp_path, verb, timeout=120)
    assert len(settled) == 2 * len(COMPARED)
    for path in COMPARED:
        assert shown(settled[f"{path.stem}--redlined.docx"], verb) == shown(
            settled[f"{path.stem}--wanted.docx"], verb
        ), path.stem


def test_comments_in_content_controls_hide_no_text(tmp_path):
    chosen = [path for path in SAMPLES if "sdt" in path.stem]
    for path in chosen:
        data = path.read_bytes()
        numbers = [
            n for n, p in enumerate(paragraphs(document_root(data))) if visible_text(p).strip()
        ]
        made = redline(data, changes=[Change(f"p{n}", (), "note") for n in numbers], date=DATE)
        (tmp_path / f"{path.stem}--commented.docx").write_bytes(made.data)
        (tmp_path / f"{path.stem}--original.docx").write_bytes(data)
    settled = settle_all(tmp_path, "Reject", timeout=60)
    for path in chosen:
        assert shown(settled[f"{path.stem}--commented.docx"], "Reject") == shown(
            settled[f"{path.stem}--original.docx"], "Reject"
        ), path.stem


def test_a_new_line_and_a_struck_line_are_understood(tmp_path):
    path = next(path for path in SAMPLES if path.stem.startswith("spanish"))
    data = path.read_bytes()
    full = [n for n, p in enumerate(paragraphs(document_root(data))) if len(visible_text(p)) > 30]
    edit = Edit(0, 4, (Piece("Nuevo", ""),), "")
    made = redline(
        data,
        changes=[Change(f"p{full[3]}", (edit,), "note")],
        insertions=[Insertion(f"p{full[0]}", "A scope line", "why", True)],
        deletions=[f"p{full[6]}"],
        date=DATE,
    ).data
    (tmp_path / "redlined.docx").write_bytes(made)
    (tmp_path / "accepted.docx").write_bytes(accepted(made))
    (tmp_path / "original.docx").write_bytes(data)
    now = settle_all(tmp_path, "Accept", timeout=60)
    assert shown(now["redlined.docx"], "Accept") == shown(now["accepted.docx"], "Accept")
    (tmp_path / "accepted.docx").unlink()
    back = settle_all(tmp_path, "Reject", timeout=60)
    assert shown(back["redlined.docx"], "Reject") == shown(back["original.docx"], "Reject")


def accepted(data):
    parts = read_parts(data, name="draft")
    root = parse(parts["word/document.xml"])
    accept_all(root, chosen=lambda mark: mark.get(W + "author") == ME)
    parts["word/document.xml"] = serialize(root)
    return pack(parts)


def shown(data, verb):
    view = "accepted" if verb == "Accept" else "rejected"
    found = [line.text.rstrip() for line in lines(document_root(data), view) if not line.fallback]
    return [text for text in found if text]
