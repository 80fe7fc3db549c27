"""The coach's report: what stands on the page, where it comes from, and that it can be read."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reframe import Decision
from reframe.bundled import bundled
from reframe.core.resume import Line
from reframe.core.suggestion import Provenance, Withheld
from reframe.core.target import Requirement, Target
from reframe.documents.report import report_data
from reframe.documents.report_basis import Basis
from reframe.documents.report_marks import sides
from reframe.engine.reading import read
from reframe.engine.reporting import report_page, write_report
from reframe.errors import StaleDecision, TemplateError
from reframe.formats.docx.redline import Refusal
from reframe.formats.ledger import Ledger
from reframe.tables.documents import load_frames
from reframe.tables.report import load_report_words
from tests.documents.made import NAMES, SECRET, confirmed_review, plain_review, sample
from tests.documents.pages import accessibility_problems, colours, contrast, fetched, looked_at

SAMPLE = bundled("data", "samples", "mara-okonski.docx")
LEDGER = bundled("data", "samples", "mara-okonski.ledger.yaml")
STYLE = bundled("templates", "html", "_report.css")
LEVELS = ("wording", "detail", "scope", "role", "leadership", "outcome")


def basis_of(review, reframer, **more):
    return Basis(
        review, reframer.book, reframer.lexicon, load_frames(), load_report_words(), **more
    )


@pytest.fixture(scope="module")
def reviews(reframer):
    """Mara's first draft, and her second with the answers."""
    resume = read(SAMPLE)
    return reframer.review(resume), reframer.review(resume, Ledger.load(LEDGER))


@pytest.fixture(scope="module")
def pages(reviews, reframer):
    return [report_page(review, reframer=reframer) for review in reviews]


def words(text: str) -> str:
    return " ".join(text.split())


# Words and where they come from


@given(st.text("ab ,.", max_size=30), st.text("ab ,.", max_size=30), st.data())
def test_both_sides_of_a_line_can_be_put_together_again(before, after, data):
    cuts = sorted({0, len(after), *data.draw(st.lists(st.integers(0, len(after)), max_size=4))})
    origins = [Provenance(a, b, f"rule:{a}") for a, b in pairwise(cuts)]
    left, right = sides(before, after, origins, str)
    assert "".join(mark.text for mark in left) == before
    assert "".join(mark.text for mark in right) == after
    assert not any(mark.kind == "ins" for mark in left)
    assert not any(mark.kind == "del" for mark in right)
    assert all(mark.text.strip() for mark in left if mark.kind == "del")


def test_each_line_of_the_page_is_the_clients_line_and_what_the_draft_says(reviews, pages):
    for review, page in zip(reviews, pages, strict=True):
        texts = {words(e.text) for e in looked_at(page).marked("text")}
        for bullet in review.bullets():
            suggestion = review.suggestions(bullet.id)
            assert words(suggestion.before) in texts
            assert words(suggestion.after) in texts
        for role in review.roles:
            assert not role.scope_line or words(role.scope_line) in texts


def test_new_words_tell_rule_answer_and_who_confirmed_it(reviews, reframer):
    second = reviews[1]
    data = report_data(basis_of(second, reframer))
    line = next(ln for post in data.posts for ln in post.lines if "45" in line_text(ln.after))
    tips = {mark.text: mark.tip for mark in line.after if mark.kind == "ins"}
    assert (
        tips["45"] == "answer A6: 45, from a record or report, confirmed by a document, 2025-09-10"
    )
    assert tips["Drafted"] == "a word of the client's line in another form"
    rule = next(tip for tip in tips.values() if tip.startswith("wording of the rule"))
    assert "compliance.trained-on-documents" in rule
    assert re.search(r"licensed by A\d", rule)
    assert {answer.number for answer in data.answers if line.number in answer.lines} == set(
        line.answers
    )


def line_text(marks) -> str:
    return "".join(mark.text for mark in marks)


def test_new_words_can_be_reached_with_the_keyboard(pages):
    marks = [e for e in looked_at(pages[1]).all("ins") if "data-tip" in e.attributes]
    assert len(marks) > 20
    assert all(e.attributes["tabindex"] == "0" and e.attributes["aria-description"] for e in marks)


def test_what_is_left_as_it_was_has_its_reason(reviews, reframer):
    data = report_data(basis_of(reviews[0], reframer))
    kept = [line for post in data.posts for line in post.lines if not line.changed]
    assert len(kept) > 10
    assert all(line.why_kept for line in kept)


def test_a_change_that_the_file_did_not_take_is_told(reviews, reframer):
    review = reviews[0]
    bullet = next(b for b in review.bullets() if review.suggestions(b.id).changed)
    refused = [Refusal(bullet.line.anchor, "the line holds a field")]
    page = report_page(review, refused=refused, reframer=reframer)
    assert "the line holds a field" in page
    assert "Not in the file" in page


def test_a_line_that_nobody_can_read_says_so(reframer):
    review = reframer.review(read(bundled("data", "samples", "mara-okonski.md")))
    bullet = review.bullets()[1]
    unsure = replace(review.suggestions(bullet.id), confident=False)
    review = replace(review, suggestions_by_id={**review.suggestions_by_id, bullet.id: unsure})
    data = report_data(basis_of(review, reframer))
    (line,) = [ln for post in data.posts for ln in post.lines if ln.state == "unsure"]
    assert "not certain" in line.why_kept
    assert dict(data.figures)["not certain"] == 1


# Decisions


def test_a_coachs_own_words_stand_with_what_the_check_finds(reviews, reframer):
    review = reviews[0]
    bullet = next(b for b in review.bullets() if b.text == "Helped with internal audits")
    own = review.decide(bullet.id, Decision.edit("Led internal audits"))
    page = report_page(own, reframer=reframer)
    assert "Your words" in page
    assert "claims more" in page
    assert "claims more" not in report_page(review, reframer=reframer)


def test_declined_and_chosen_wordings_stand_as_decided(reviews, reframer):
    review = reviews[1]
    bullet = review.bullets()[0]
    other = review.suggestions(bullet.id).alternatives[0]
    for decision, text in ((Decision.decline(), bullet.text), (Decision.accept(1), other.text)):
        data = report_data(basis_of(review.decide(bullet.id, decision), reframer))
        line = data.posts[0].lines[0]
        assert line_text(line.after) == text
        assert text not in [o.text for o in line.others]


def test_wordings_that_are_not_printed_say_why_unless_they_are_private(reviews, reframer):
    review = reviews[1]
    bullet, answer = review.bullets()[0], review.evidence.answers[0]
    told = Withheld("Drafted the rules", "It says the same twice.", (answer.question_id,))
    suggestion = replace(review.suggestions(bullet.id), withheld=(told,), split=("One", "Two"))
    review = replace(review, suggestions_by_id={**review.suggestions_by_id, bullet.id: suggestion})
    page = report_page(review, reframer=reframer)
    assert "Not printed: “Drafted the rules”. It says the same twice." in page
    assert "One / Two" in page
    private = replace(answer, print_ok=False)
    review = replace(review, evidence=review.evidence.with_answer(private))
    assert "Drafted the rules" not in report_page(review, reframer=reframer)


# Targets


def test_a_target_stands_with_the_lines_that_speak_to_it(reframer, pages):
    asked = (
        Requirement("Experience drafting compliance policies", "must"),
        Requirement("Fluent Japanese", "nice"),
    )
    target = Target("Risk Lead", asked)
    review = reframer.review(read(SAMPLE), Ledger.load(LEDGER), target=target)
    data = report_data(basis_of(review, reframer))
    first, second = data.aim.wanted
    assert first.lines
    assert first.lines[0].number
    assert (second.status, second.lines) == ("missing", ())
    page = looked_at(report_page(review, reframer=reframer))
    assert page.problems == []
    assert accessibility_problems(page) == []
    assert any(e.text == "The target: Risk Lead" for e in page.all("h2"))
    assert "The target" not in pages[1]


# Roles


def test_the_next_step_of_a_ladder_names_what_it_waits_for(reviews, reframer):
    first, second = (report_data(basis_of(review, reframer)) for review in reviews)
    ladder = next(found for found in first.posts[0].ladders if found.next)
    assert ladder.height == 0
    assert ladder.next
    assert ladder.preview
    steps = {rung.name: rung for rung in ladder.rungs}
    assert len(ladder.waits_for) == steps[ladder.next].missing > 0
    reached = next(found for found in second.posts[0].ladders if found.title == ladder.title)
    assert reached.height > len(reached.rungs) // 2
    assert [rung.state for rung in reached.rungs].count("here") == 1
    assert second.posts[0].scope is not None
    assert first.posts[0].scope is None


def test_answers_that_contradict_each_other_stand_on_the_page(reviews, reframer):
    review = reviews[0]
    role = replace(review.roles[0], conflicts=("A manager and no manager <both>.",))
    page = report_page(replace(review, roles=(role,)), reframer=reframer)
    assert "A manager and no manager &lt;both&gt;." in page


# Questions


def test_questions_are_ranked_and_lead_to_their_line(reviews, reframer):
    review = reviews[0]
    data = report_data(basis_of(review, reframer))
    assert [asked.text for asked in data.sheet] == [q.text for q in review.sheet()]
    ranks = [asked.rank for asked in data.sheet]
    assert ranks == sorted(ranks)
    everywhere = {
        asked.rank
        for post in data.posts
        for holder in (*post.lines, *post.ladders)
        for asked in holder.questions
    }
    assert everywhere == set(range(1, len(review.questions()) + 1))


# Plots


def test_the_plots_count_what_the_review_holds(reviews, reframer):
    for review in reviews:
        data = report_data(basis_of(review, reframer))
        bullets = len(review.bullets())
        scope = sum(post.scope is not None for post in data.posts)
        received, now, _ = data.plots.levels
        assert (received.total, now.total) == (bullets, bullets + scope)
        assert sum(part.count for part in data.plots.worth) == bullets + scope
        assert sum(part.count for part in data.plots.unlocks) <= len(review.questions())
        for row in (*data.plots.levels, *data.plots.quantified):
            assert sum(part.count for part in row.parts) == row.total


def test_levels_are_told_apart_without_colour():
    shades = [contrast(colours(STYLE)[f"level-{level}"], "#ffffff") for level in LEVELS]
    assert all(darker / lighter > 1.2 for lighter, darker in pairwise(shades))


def test_words_can_be_read_on_their_ground():
    named = colours(STYLE)
    grounds = {"ink": ("paper", "wash"), "soft": ("paper", "wash"), "accent": ("paper", "wash")}
    for word, under in grounds.items():
        assert all(contrast(named[word], named[ground]) >= 4.5 for ground in under), word
    for at, level in enumerate(LEVELS):
        text = "#ffffff" if at > 2 else named["ink"]
        assert contrast(text, named[f"level-{level}"]) >= 4.5, level


# The page


@pytest.mark.parametrize("name", NAMES)
def test_the_page_of_each_sample_is_well_formed(name, reframer):
    for review in (plain_review(sample(name)), confirmed_review(sample(name))):
        page = looked_at(report_page(review, reframer=reframer))
        assert page.problems == []
        assert accessibility_problems(page) == []
        assert fetched(page) == []


def test_maras_pages_are_well_formed_and_whole_in_themselves(pages):
    for text in pages:
        page = looked_at(text)
        assert page.problems == []
        assert accessibility_problems(page) == []
        assert fetched(page) == []
        assert not re.search(r"https?:", text)


def test_a_made_page_is_the_golden_one(golden, reframer):
    review = confirmed_review(sample("sparse"))
    golden("report/sparse.html", report_page(review, reframer=reframer))


def test_the_same_review_gives_the_same_page(reviews, reframer, pages):
    assert report_page(reviews[1], reframer=reframer) == pages[1]


def test_a_value_without_leave_to_print_is_nowhere(reframer):
    for name in NAMES:
        assert SECRET not in report_page(confirmed_review(sample(name)), reframer=reframer)


def test_a_clients_words_are_never_markup(reframer):
    review = plain_review(sample("sparse"))
    hostile = '<script>alert(1)</script> "quoted" & \x0b{{ 7 * 7 }}'
    resume = replace(review.resume, unplaced=(Line(hostile, ""),), name=hostile, contact=())
    text = report_page(replace(review, resume=resume), reframer=reframer)
    assert "<script" not in text
    assert "{{ 7 * 7 }}" in text
    assert looked_at(text).problems == []


def test_a_resume_without_a_line_of_work_is_a_stated_result(reframer, tmp_path):
    (tmp_path / "short.md").write_text("# A. Client\n\nclient@example.com\n\n## Skills\n\nExcel\n")
    page = report_page(reframer.review(read(tmp_path / "short.md")), reframer=reframer)
    assert "No line of work was found" in page
    assert accessibility_problems(looked_at(page)) == []


def test_the_paper_is_told_to_the_printer(reviews, reframer, pages):
    assert "size: a4" in report_page(reviews[0], paper="a4", reframer=reframer)
    assert "size:" not in re.sub(r"[\w-]+-size:", "", pages[0])
    with pytest.raises(TemplateError, match="letter"):
        report_page(reviews[0], paper="a3", reframer=reframer)


def test_a_report_is_refused_what_it_cannot_be(reviews, reframer, tmp_path):
    with pytest.raises(TemplateError, match=r"\.html"):
        write_report(reviews[0], tmp_path / "report.pdf", reframer=reframer)
    with pytest.raises(StaleDecision, match="rules have changed"):
        report_page(replace(reviews[0], rules="of another day"), reframer=reframer)
    assert not list(tmp_path.iterdir())
