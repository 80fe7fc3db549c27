"""A draft comes back from Word: what was accepted, rejected, reworded, removed and answered."""

import copy
import json
import subprocess
import sys
from datetime import UTC, datetime

import pytest
from lxml import etree

from reframe import Decision, Ledger, read, redline
from reframe.bundled import bundled
from reframe.engine.answering import take
from reframe.engine.coming_back import read_sheet_or_draft
from reframe.engine.readback import is_draft, read_answers, read_back, read_draft
from reframe.errors import StaleDecision, Unreadable
from reframe.formats.docx.text import visible_text
from tests.engine.drafts import Draft
from tests.formats.docx.office import SOFFICE, WHY_SKIPPED, to_docx

SAMPLE = bundled("data", "samples", "mara-okonski.docx")
LEDGER = bundled("data", "samples", "mara-okonski.ledger.yaml")
DAY = datetime(2026, 1, 31, tzinfo=UTC)
DUTY = "Responsible for drafting compliance documents and training staff"
DRAFTED = "Drafted compliance documents and trained staff"
CLOSE = "Reconciled 40 accounts and supported the month-end close"
FILES = "Maintained compliance files"
KINDS, FIRST = "compliance.drafted-documents/kinds", "compliance.answered-questions/first"
DAYS = "accounting.helped-with-close/before"


@pytest.fixture(scope="module")
def review(reframer):
    return reframer.review(read(SAMPLE))


@pytest.fixture(scope="module")
def answered(reframer):
    return reframer.review(read(SAMPLE), Ledger.load(LEDGER))


@pytest.fixture
def draft(review, tmp_path):
    redline(review, tmp_path / "sent.docx", date=DAY)
    return Draft(tmp_path / "sent.docx")


@pytest.fixture
def back(review, reframer, tmp_path):
    def run(draft):
        return read_back(review, draft.save(tmp_path / "came.docx"), reframer=reframer)

    return run


@pytest.fixture
def taken(reframer):
    def run(back):
        return take(back.replies, Ledger(), reframer.book, reframer.number_words, on="2026-02-01")

    return run


def line(back, review, text):
    """What became of the bullet that the client wrote so."""
    [bullet] = [b for b in review.bullets() if b.text == text]
    [found] = [entry for entry in back.lines if entry.bullet_id == bullet.id]
    return found


def changed(review):
    return [b.id for b in review.bullets() if review.suggestions(b.id).changed]


# What became of the lines


def test_an_untouched_draft_stands_and_decides_nothing(draft, back, review):
    came = back(draft)
    assert [entry.bullet_id for entry in came.of("stands")] == changed(review)
    assert all(entry.open for entry in came.of("stands"))
    assert came.decisions() == {}
    assert len(came.of("same")) == len(review.bullets()) - len(changed(review))


def test_accepted_suggestions_stand_and_are_accepted(draft, back, review):
    draft.settle_all(accept=True)
    came = back(draft)
    assert came.decisions() == dict.fromkeys(changed(review), Decision.accept())
    assert not any(entry.open for entry in came.lines)


def test_rejected_suggestions_are_gone_and_declined(draft, back, review):
    draft.settle_all(accept=False)
    came = back(draft)
    assert came.decisions() == dict.fromkeys(changed(review), Decision.decline())
    assert len(came.of("gone")) == len(changed(review))


def test_one_line_rejected_one_accepted_and_the_rest_left_open(draft, back, review):
    draft.settle(DRAFTED, accept=False)
    draft.settle(CLOSE, accept=True)
    came = back(draft)
    assert line(came, review, DUTY).status == "gone"
    assert line(came, review, DUTY).text == DUTY
    assert sorted(d.kind for d in came.decisions().values()) == ["accept", "decline"]


def test_a_line_reworded_by_hand_is_an_edit_with_what_the_guard_says(draft, back, review):
    draft.settle_all(accept=True)
    draft.reword(DRAFTED, "staff", "30 staff")
    came = back(draft)
    entry = line(came, review, DUTY)
    assert entry.status == "reworded"
    assert entry.decision == Decision.edit("Drafted compliance documents and trained 30 staff")
    assert any("30" in finding.message for finding in entry.findings)
    assert "reworded: Drafted compliance documents and trained 30 staff" in came.report()


def test_a_line_that_nothing_was_suggested_for_can_be_reworded_too(draft, back, review):
    draft.reword(FILES, "Maintained", "Kept")
    entry = line(back(draft), review, FILES)
    assert (entry.status, entry.text) == ("reworded", "Kept compliance files")


def test_a_line_rewritten_from_scratch_is_found_between_its_neighbours(draft, back, review):
    draft.reword(FILES, "Maintained compliance files", "Set up a new archive")
    assert line(back(draft), review, FILES).text == "Set up a new archive"


def test_a_removed_line_is_told_and_the_others_are_still_known(draft, back, review):
    draft.remove(FILES)
    came = back(draft)
    assert [entry.text for entry in came.of("removed")] == [FILES]
    assert len(came.of("stands")) == len(changed(review))
    assert came.decisions() == {}


def test_a_licensed_alternative_typed_by_hand_is_taken_as_that(answered, reframer, tmp_path):
    bullet = next(b for b in answered.bullets() if answered.suggestions(b.id).alternatives)
    suggestion = answered.suggestions(bullet.id)
    redline(answered, tmp_path / "sent.docx", date=DAY)
    draft = Draft(tmp_path / "sent.docx")
    draft.settle_all(accept=True)
    first, *others = draft.line(suggestion.after).iter("{*}t")
    first.text = suggestion.alternatives[0].text
    for node in others:
        node.text = ""
    came = read_back(answered, draft.save(tmp_path / "came.docx"), reframer=reframer)
    assert line(came, answered, bullet.text).decision == Decision.accept(1)


@pytest.mark.parametrize("accept", [True, False])
def test_scope_lines_stand_or_are_told(answered, reframer, tmp_path, accept):
    redline(answered, tmp_path / "sent.docx", date=DAY)
    draft = Draft(tmp_path / "sent.docx")
    draft.settle_all(accept=accept)
    came = read_back(answered, draft.save(tmp_path / "came.docx"), reframer=reframer)
    scope = [role.scope_line for role in answered.roles if role.scope_line]
    assert scope
    assert list(came.scope_gone) == ([] if accept else scope)
    assert not came.of("reworded")
    assert not came.of("removed")


def test_the_decisions_make_the_review_say_what_the_draft_says(draft, back, review):
    draft.settle(DRAFTED, accept=False)
    draft.settle(CLOSE, accept=True)
    draft.reword(FILES, "Maintained", "Kept")
    came = back(draft)
    decided = came.decided(review)
    assert [decided.text(b.id) for b in review.bullets()] == [e.text for e in came.lines]


def test_a_new_line_by_hand_moves_nothing(draft, back, review):
    new = copy.deepcopy(draft.line(FILES))
    draft.line(FILES).addprevious(new)
    next(new.iter("{*}t")).text = "Wrote the house rules"
    assert len(back(draft).of("stands")) == len(changed(review))


def test_the_draft_of_another_resume_is_refused(reframer, draft, tmp_path):
    other = tmp_path / "other.md"
    other.write_text("# Ada\n\n## Experience\n\n**Cook**, Inn, 2019\n\n- Peeled potatoes\n")
    path = draft.save(tmp_path / "came.docx")
    with pytest.raises(StaleDecision, match="none of the review's lines"):
        read_back(reframer.review(read(other)), path, reframer=reframer)


def test_what_is_no_file_is_named(tmp_path):
    with pytest.raises(Unreadable, match="cannot be read"):
        read_draft(tmp_path / "no.docx")


# Drafts whose suggestions stand in comments


@pytest.fixture
def commented(answered, tmp_path):
    redline(answered, tmp_path / "sent.docx", date=DAY, comments_only=True)
    return Draft(tmp_path / "sent.docx")


def test_a_commented_draft_left_as_it_was_decides_nothing(commented, answered, reframer, tmp_path):
    came = read_back(answered, commented.save(tmp_path / "came.docx"), reframer=reframer)
    assert [entry.bullet_id for entry in came.of("commented")] == changed(answered)
    assert (came.decisions(), came.of("gone"), came.scope_gone) == ({}, (), ())
    assert f"only commented on, and left as they were: {len(changed(answered))}" in came.report()


def test_a_suggestion_typed_over_a_commented_line_is_accepted(
    commented, answered, reframer, tmp_path
):
    bullet = next(b for b in answered.bullets() if answered.suggestions(b.id).changed)
    after = answered.suggestions(bullet.id).after
    commented.retype(bullet.text, after)
    other = next(b for b in answered.bullets() if b.id in changed(answered)[1:])
    commented.retype(other.text, f"{other.text} as agreed")
    came = read_back(answered, commented.save(tmp_path / "came.docx"), reframer=reframer)
    assert came.decisions() == {
        bullet.id: Decision.accept(),
        other.id: Decision.edit(f"{other.text} as agreed"),
    }


def test_a_comment_alone_says_the_wording_that_it_is_about(commented, answered):
    said = {"".join(p.itertext()) for p in commented.comments.iter("{*}p")}
    for bullet_id in changed(answered):
        assert f"Suggestion: {answered.suggestions(bullet_id).after}" in said
    for role in answered.roles:
        assert not role.scope_line or f"Suggested line: {role.scope_line}" in said


def test_a_change_that_the_file_did_not_allow_is_not_taken_for_rejected(review, reframer, tmp_path):
    control = etree.fromstring(
        '<w:sdt xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:sdtPr><w:lock w:val="sdtContentLocked"/></w:sdtPr><w:sdtContent/></w:sdt>'
    )
    source = Draft(SAMPLE, comments=False)
    fixed = source.line(DUTY)
    fixed.addprevious(control)
    control[-1].append(fixed)
    locked = reframer.review(read(source.save(tmp_path / "locked.docx")))
    refused = redline(locked, tmp_path / "sent.docx", date=DAY)
    assert len(refused) == 1
    came = read_back(locked, tmp_path / "sent.docx", reframer=reframer)
    entry = line(came, locked, DUTY)
    assert (entry.status, entry.decision) == ("commented", None)
    [said] = [
        [visible_text(p) for p in comment.iter("{*}p")]
        for comment in Draft(tmp_path / "sent.docx").comments
        if DRAFTED in "".join(comment.itertext())
    ]
    assert said[0].startswith("Left as it was: ")
    assert said[1] == f"It could read: {DRAFTED}"


# What was answered


def answers(taken):
    return {a.question_id.partition("/")[2]: a.value for a in taken.ledger.answers}


def test_every_question_names_itself_and_is_blank_until_answered(draft, back, taken, review):
    came = back(draft)
    asked = {q.id for b in review.bullets() for q in review.suggestions(b.id).questions}
    assert came.replies and {reply.question_id for reply in came.replies} <= asked
    result = taken(came)
    assert (result.count, result.blank) == (0, len(came.replies))


def test_a_reply_is_the_clients_answer(draft, back, taken):
    draft.reply(draft.question(KINDS), "policies and procedures")
    result = taken(back(draft))
    [answer] = result.ledger.answers
    assert (answer.value, answer.by, answer.on) == (
        "policies and procedures",
        "client",
        "2026-02-01",
    )
    assert answer.question.startswith("Which kinds of compliance documents")


def test_a_comment_of_ones_own_at_the_same_place_is_an_answer(draft, back, taken):
    draft.comment(draft.question(FIRST), "Yes.", by="Mara Okonski")
    assert answers(taken(back(draft))) == {FIRST: "yes"}


def test_what_is_typed_into_the_question_is_an_answer(draft, back, taken):
    draft.type_under(draft.question(KINDS), "policies")
    assert answers(taken(back(draft))) == {KINDS: "policies"}


def test_answers_outlive_the_changes_that_they_stand_beside(draft, back, taken):
    draft.reply(draft.question(KINDS), "policies")
    draft.settle_all(accept=True)
    assert answers(taken(back(draft))) == {KINDS: "policies"}


@pytest.mark.parametrize(
    ("said", "value", "basis"),
    [
        ("12, from a report", "12", "record"),
        ("12 (my estimate)", "12", "estimate"),
        ("I counted 12", "12", "counted"),
        ("about 1,200 - I estimated it", "about 1,200", "estimate"),
    ],
)
def test_a_figure_is_taken_with_where_it_comes_from(draft, back, taken, said, value, basis):
    draft.reply(draft.question(DAYS), said)
    [answer] = taken(back(draft)).ledger.answers
    assert (answer.value, answer.basis) == (value, basis)


@pytest.mark.parametrize(
    ("about", "said", "reason"),
    [
        (DAYS, "12", "where the figure comes from"),
        (DAYS, "many, I counted", "holds no number"),
        (DAYS, "12, counted, from a record", "where the figure comes from"),
        (FIRST, "mostly", "is not one of"),
    ],
)
def test_a_reply_is_judged_like_the_sheet(draft, back, taken, about, said, reason):
    draft.reply(draft.question(about), said)
    result = taken(back(draft))
    assert [reason in refusal.reason for refusal in result.refusals] == [True]
    assert len(result.ledger) == 0


def test_two_peoples_answers_are_left_to_them(draft, back, taken):
    question = draft.question(KINDS)
    draft.reply(question, "policies")
    draft.reply(question, "Are you sure?", by="The coach")
    came = back(draft)
    assert ["both answered" in refusal.reason for refusal in came.refused] == [True]
    assert taken(came).count == 0


# Other programs, and the command line


@pytest.mark.skipif(SOFFICE is None, reason=WHY_SKIPPED)
def test_a_round_trip_through_libreoffice_is_read_the_same(draft, review, reframer, tmp_path):
    draft.settle(CLOSE, accept=False)
    draft.reply(draft.question(KINDS), "policies")
    folder = tmp_path / "office"
    folder.mkdir()
    sent = draft.save(folder / "draft.docx")
    (tmp_path / "came.docx").write_bytes(to_docx(folder, timeout=120)["draft"])
    one = read_back(review, sent, reframer=reframer)
    two = read_back(review, tmp_path / "came.docx", reframer=reframer)
    assert two.lines == one.lines
    assert [r.text for r in two.replies] == [r.text for r in one.replies]


def test_a_sheet_is_no_draft(draft, reframer, review, tmp_path):
    assert is_draft(draft.save(tmp_path / "came.docx"))
    assert not is_draft(SAMPLE)
    draft.reply(draft.question(KINDS), "policies")
    filled, refused = read_answers(draft.save(tmp_path / "came.docx"), reframer.book)
    assert ("policies" in {item.text for item in filled}, refused) == (True, ())


def test_the_answers_command_reads_a_draft(tmp_path, draft, review):
    draft.settle(DRAFTED, accept=False)
    draft.reply(draft.question(KINDS), "policies")
    draft.reply(draft.question(FIRST), "mostly")
    came = draft.save(tmp_path / "client_DRAFT.docx")
    (tmp_path / "review.json").write_text(review.to_json(), encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "reframe", "answers", str(came), "--on", "2026-02-01"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.returncode == 1, run.stderr  # one answer was refused
    assert "1 answer taken" in run.stdout
    stand = len(changed(review)) - 1
    assert f"{stand} stand ({stand} still to accept), 1 rejected, 0 reworded" in run.stdout
    assert "is not one of" in run.stderr
    [answer] = Ledger.load(tmp_path / "client.ledger.yaml").answers
    assert answer.value == "policies"
    assert json.loads((tmp_path / "review.json").read_text()) == json.loads(review.to_json())


@pytest.mark.parametrize(
    "name", ["client_DRAFT.docx", "client_DRAFT (2).docx", "client_DRAFT_MO.docx"]
)
def test_the_ledger_is_found_whatever_was_added_to_the_name(draft, reframer, tmp_path, name):
    came = read_sheet_or_draft(draft.save(tmp_path / name), reframer)
    assert came.ledger == tmp_path / "client.ledger.yaml"


def test_without_the_review_the_answers_alone_are_read(tmp_path, draft):
    draft.reply(draft.question(KINDS), "policies")
    came = draft.save(tmp_path / "client_DRAFT.docx")
    run = subprocess.run(
        [sys.executable, "-m", "reframe", "answers", str(came)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    assert "no review.json beside the draft" in run.stdout
    assert (tmp_path / "client.ledger.yaml").is_file()
