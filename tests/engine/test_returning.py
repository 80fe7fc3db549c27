"""The client's own document comes back: changed where it is suggested, and nowhere else."""

import io
import shutil
import zipfile
from datetime import UTC, datetime

import docx
import pytest

from reframe import Decision, Ledger, Review, check, read, redline
from reframe.bundled import bundled
from reframe.engine.drafting import draft_file
from reframe.errors import StaleDecision, Unsupported

SAMPLE = bundled("data", "samples", "mara-okonski.docx")
LEDGER = bundled("data", "samples", "mara-okonski.ledger.yaml")
DAY = datetime(2026, 1, 31, tzinfo=UTC)
DUTY = "Responsible for drafting compliance documents and training staff"


@pytest.fixture(scope="module")
def plain(reframer):
    return reframer.review(read(SAMPLE))


@pytest.fixture(scope="module")
def answered(reframer):
    return reframer.review(read(SAMPLE), Ledger.load(LEDGER))


def texts(path) -> list[str]:
    return [b.text for b, _, _ in read(path).placed_bullets()]


def part(path, name: str) -> str:
    return zipfile.ZipFile(path).read(name).decode()


def test_the_redline_reads_as_the_suggestions_say(plain, tmp_path):
    assert redline(plain, tmp_path / "draft.docx", date=DAY) == ()
    assert texts(tmp_path / "draft.docx") == [plain.text(b.id) for b in plain.bullets()]


def test_titles_dates_names_and_contact_stay(answered, tmp_path):
    redline(answered, tmp_path / "draft.docx", date=DAY)
    before, after = read(SAMPLE), read(tmp_path / "draft.docx")
    assert [(p.title, p.employer, p.dates) for p in before.positions()] == [
        (p.title, p.employer, p.dates) for p in after.positions()
    ]
    assert [line.text for line in before.contact] == [line.text for line in after.contact]


def test_the_scope_line_stands_under_its_title_only_once_confirmed(plain, answered, tmp_path):
    redline(plain, tmp_path / "plain.docx", date=DAY)
    redline(answered, tmp_path / "answered.docx", date=DAY)
    wanted = "Co-led the creation and formalization of the company's compliance program"
    assert wanted not in part(tmp_path / "plain.docx", "word/document.xml")
    lines = [p.text for p in docx.Document(tmp_path / "answered.docx").paragraphs]
    place = next(i for i, p in enumerate(read(tmp_path / "answered.docx").positions()) if p.title)
    assert place == 0
    assert wanted in part(tmp_path / "answered.docx", "word/document.xml")
    assert lines


def test_every_change_is_tracked_and_signed(plain, tmp_path):
    redline(plain, tmp_path / "draft.docx", date=DAY)
    body = part(tmp_path / "draft.docx", "word/document.xml")
    assert 'w:author="Reframe (draft)"' in body
    assert 'w:date="2026-01-31T00:00:00Z"' in body
    assert body.count("<w:ins ") >= 3
    assert body.count("<w:del ") >= 3


def test_a_comment_says_why_what_it_claims_and_what_to_ask(answered, tmp_path):
    redline(answered, tmp_path / "draft.docx", date=DAY)
    notes = part(tmp_path / "draft.docx", "word/comments.xml")
    for words in ("Why: ", "Claim: ", "Question: ", "Confirmed by: "):
        assert words in notes


def test_the_final_has_no_revision_comment_or_author(answered, tmp_path):
    redline(answered, tmp_path / "final.docx", date=DAY, clean=True)
    package = zipfile.ZipFile(tmp_path / "final.docx")
    body = package.read("word/document.xml").decode()
    assert not any(mark in body for mark in ("<w:ins ", "<w:del ", "w:rsid", "commentReference"))
    assert "word/comments.xml" not in package.namelist()
    assert (
        docx.Document(io.BytesIO((tmp_path / "final.docx").read_bytes())).core_properties.author
        == ""
    )
    assert texts(tmp_path / "final.docx") == [answered.text(b.id) for b in answered.bullets()]


def test_comments_only_leaves_the_text_alone(answered, tmp_path):
    redline(answered, tmp_path / "noted.docx", date=DAY, comments_only=True)
    assert texts(tmp_path / "noted.docx") == texts(SAMPLE)


def test_the_same_review_gives_the_same_bytes(plain, tmp_path):
    redline(plain, tmp_path / "one.docx", date=DAY)
    redline(plain, tmp_path / "two.docx", date=DAY)
    assert (tmp_path / "one.docx").read_bytes() == (tmp_path / "two.docx").read_bytes()


def test_decisions_are_what_is_written(plain, tmp_path):
    ids = {b.text: b.id for b in plain.bullets()}
    close = ids["Helped with month-end close and reconciled 40 accounts"]
    review = plain.decide(ids[DUTY], Decision.decline()).decide(
        close, Decision.edit("Reconciled 40 accounts each month")
    )
    redline(review, tmp_path / "draft.docx", date=DAY)
    written = texts(tmp_path / "draft.docx")
    assert DUTY in written
    assert "Reconciled 40 accounts each month" in written
    assert check("Helped with month-end close and reconciled 40 accounts", review.text(close))


def test_a_review_survives_its_json_and_still_redlines(answered, tmp_path):
    again = Review.from_json(answered.to_json())
    assert again.to_json() == answered.to_json()
    redline(again, tmp_path / "draft.docx", date=DAY)
    assert texts(tmp_path / "draft.docx") == [answered.text(b.id) for b in answered.bullets()]


def test_a_review_of_a_file_that_changed_since_is_stale(reframer, tmp_path):
    shutil.copy(SAMPLE, tmp_path / "client.docx")
    review = Review.from_json(reframer.review(read(tmp_path / "client.docx")).to_json())
    shutil.copy(bundled("templates", "docx", "classic.docx"), tmp_path / "client.docx")
    with pytest.raises(StaleDecision, match="changed after the review"):
        redline(review, tmp_path / "draft.docx")
    assert not (tmp_path / "draft.docx").exists()


def test_the_clients_own_file_is_never_written_over(reframer, tmp_path):
    source = shutil.copy(SAMPLE, tmp_path / "client.docx")
    before = source.read_bytes()
    with pytest.raises(Unsupported, match="own file"):
        redline(reframer.review(read(source)), source)
    assert source.read_bytes() == before


def test_a_decision_about_no_bullet_is_stale(plain):
    with pytest.raises(StaleDecision, match="no bullet of this résumé"):
        plain.decide("gone-000000", Decision.decline())
    with pytest.raises(ValueError, match="alternatives"):
        plain.decide(plain.bullets()[0].id, Decision.accept(99))


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"schema": 7}', '{"schema": 1, "roles": 3}'])
def test_what_is_no_review_is_refused(text):
    with pytest.raises(StaleDecision, match="not a review of this version"):
        Review.from_json(text)


def test_the_margin_says_what_must_not_go_out_unseen_and_no_more(tmp_path, reframer):
    document = docx.Document()
    for text in ("Ana Bright", "ana@example.com", "Date of Birth: 3 May 1981"):
        document.add_paragraph(text)
    document.add_heading("Summary", 1)
    document.add_paragraph("Looking for a position with a slower pace.")
    document.add_heading("Experience", 1)
    document.add_paragraph("Clerk, Harbor Dental, May 2015 - May 2019")
    document.add_paragraph("Filed 40 charts a day and so on", style="List Bullet")
    document.save(str(tmp_path / "ana.docx"))
    done = draft_file(tmp_path / "ana.docx", tmp_path / "out", reframer)
    codes = [remark.code for remark in done.review.remarks]
    assert codes == ["date-of-birth", "less-pressure", "trails-off"]
    with zipfile.ZipFile(next(p for p in done.written if p.suffix == ".docx")) as package:
        comments = package.read("word/comments.xml").decode()
    assert comments.count("May be taken amiss") == 2
    assert "will coast" in comments
    assert "and so on" not in comments
    assert type(done.review).from_json(done.review.to_json()).remarks == done.review.remarks
