"""A target chooses, orders and compares: it licenses nothing, hides nothing, and tells no secret."""

import json
import zipfile
from pathlib import Path

import pytest

import reframe
from reframe.bundled import bundled
from reframe.core.target import Requirement, Target
from reframe.engine.drafting import draft_file
from reframe.engine.rendering import render
from reframe.errors import TargetError

SAMPLES = bundled("data", "samples")
RESUME = SAMPLES / "mara-okonski.docx"
BRIEF = SAMPLES / "mara-okonski.target.yaml"
SECRETS = (b"Quartzbell", b"evening classes", b"weekend calls", b"52,417", b"why_now")

MANAGER = """\
# Ines Varga

## Experience

### Operations Manager | March 2021 – Present
Brightwater Foods, Leeds

- Oversee 12 packers on the night shift
- Hire and appraise packers
- Review service level agreements with carriers
- Prepare weekly production reports in Excel
- Set the strategy for two lines

### Packer | 2015 – 2021
Brightwater Foods, Leeds

- Packed orders
- Swept the hall
- Fed the office cat
"""


@pytest.fixture(scope="module")
def ledger():
    return reframe.Ledger.load(SAMPLES / "mara-okonski.ledger.yaml")


@pytest.fixture(scope="module")
def plain(reframer, ledger):
    return reframer.review(reframe.read(RESUME), ledger)


@pytest.fixture(scope="module")
def aimed(reframer, ledger):
    return reframer.review(reframe.read(RESUME), ledger, target=BRIEF)


@pytest.fixture(scope="module")
def manager(reframer, tmp_path_factory):
    path = tmp_path_factory.mktemp("manager") / "varga.md"
    path.write_text(MANAGER, encoding="utf-8")

    def review(target: Target):
        return reframer.review(reframe.read(path), target=target)

    return review


@pytest.fixture(scope="module")
def drafted(reframer, tmp_path_factory):
    out = tmp_path_factory.mktemp("drafted")
    ledger = SAMPLES / "mara-okonski.ledger.yaml"
    return draft_file(RESUME, out, reframer, ledger=ledger, target=BRIEF)


def test_the_matrix_of_the_sample(drafted, golden):
    golden("target/matrix.md", (drafted.folder / "matrix.md").read_text(encoding="utf-8"))
    golden("target/matrix.csv", (drafted.folder / "matrix.csv").read_text(encoding="utf-8"))


def test_no_claim_and_no_answer_changes_with_a_target(plain, aimed):
    assert plain.suggestions_by_id.keys() == aimed.suggestions_by_id.keys()
    for key, suggestion in plain.suggestions_by_id.items():
        other = aimed.suggestions(key)
        assert (other.claims, other.answer_ids, other.rule_ids) == (
            suggestion.claims, suggestion.answer_ids, suggestion.rule_ids,
        )  # fmt: skip
        assert other.questions == suggestion.questions
    assert aimed.roles == plain.roles


def test_only_confirmed_wordings_are_called_confirmed(aimed):
    licensed = {key for key, s in aimed.suggestions_by_id.items() if s.answer_ids}
    licensed |= {role.position_id for role in aimed.roles if role.answer_ids}
    dots = [dot for row in aimed.fit.rows for dot in row.dots]
    assert any(dot.confirmed for dot in dots)
    for dot in dots:
        assert not dot.confirmed or (dot.about in licensed and dot.by)


def test_an_empty_ledger_confirms_nothing(reframer):
    review = reframer.review(reframe.read(RESUME), target=BRIEF)
    assert review.fit.count("confirmed") == 0
    assert review.fit.count("declared") > 0


def test_private_motives_reach_no_output(drafted, aimed, tmp_path):
    assert all(secret in BRIEF.read_bytes() for secret in SECRETS)
    render(aimed, out=tmp_path / "fresh.docx")
    render(aimed, template="plain", out=tmp_path / "fresh.md")
    files = [*drafted.folder.iterdir(), *tmp_path.iterdir()]
    assert len(files) == 12
    for path in files:
        data = [path.read_bytes()]
        if path.suffix == ".docx":
            with zipfile.ZipFile(path) as package:
                data += [package.read(name) for name in package.namelist()]
        assert not [s for s in SECRETS for part in data if s.lower() in part.lower()], path
    told = json.dumps(drafted.summary()) + repr(aimed)
    assert not [s for s in SECRETS if s.decode() in told]


def test_the_clients_own_file_keeps_every_line_and_is_told_in_comments(drafted, aimed):
    draft = next(p for p in drafted.written if p.name.endswith("_DRAFT.docx"))
    after = reframe.read(draft)
    before = reframe.read(RESUME)
    assert [len(p.bullets) for p in after.positions()] == [
        len(p.bullets) for p in before.positions()
    ]
    with zipfile.ZipFile(draft) as package:
        comments = package.read("word/comments.xml").decode()
    assert comments.count("Target: less relevant for Compliance Assistant") == len(aimed.left_out())
    assert "Target: this line led or managed others" in comments


def test_a_comment_about_the_target_is_no_answer(drafted, reframer):
    from reframe.engine.coming_back import read_sheet_or_draft

    draft = next(p for p in drafted.written if p.name.endswith("_DRAFT.docx"))
    filled = read_sheet_or_draft(draft, reframer).filled
    assert not [f for f in filled if f.text or f.ticks]


def test_a_fresh_document_has_the_order_of_the_target_and_every_post(aimed, tmp_path):
    render(aimed, template="plain", out=tmp_path / "fresh.md")
    fresh = reframe.read(tmp_path / "fresh.md")
    source = aimed.resume
    assert [(p.title, p.dates) for p in fresh.positions()] == [
        (p.title, p.dates) for p in source.positions()
    ]
    for old, new in zip(source.positions(), fresh.positions(), strict=True):
        assert [b.text for b in new.bullets] == [aimed.text(b.id) for b in aimed.shown(old)]
    shown = {b.id for p in source.positions() for b in aimed.shown(p)}
    assert shown | {b.id for b in aimed.left_out()} == {b.id for b in aimed.bullets()}


def test_a_fit_goes_through_json(aimed):
    text = aimed.to_json()
    again = reframe.Review.from_json(text)
    assert again.fit == aimed.fit
    assert again.to_json() == text


def test_the_same_target_gives_the_same_bytes(reframer, ledger, aimed):
    again = reframer.review(reframe.read(RESUME), ledger, target=reframe.read_target(BRIEF))
    assert again.to_json() == aimed.to_json()


def test_below_the_present_title_own_work_comes_first_and_doubts_are_told(manager):
    review = manager(Target("Production Clerk", (Requirement("Excel", "nice"),)))
    assert review.fit.size.below
    first, _ = review.resume.positions()
    texts = [b.text for b in review.shown(first)]
    assert texts[:2] == [
        "Prepare weekly production reports in Excel",
        "Review service level agreements with carriers",
    ]
    doubted = {review.suggestions(s.bullet_id).before for s in review.fit.standings if s.doubts}
    assert doubted == {"Oversee 12 packers on the night shift", "Hire and appraise packers",
                       "Set the strategy for two lines"}  # fmt: skip
    plainer = {s.plainer for s in review.fit.standings} - {""}
    assert plainer == {"Supervise 12 packers on the night shift"}


def test_at_the_same_level_nothing_is_doubted(manager):
    review = manager(Target("Store Manager", (Requirement("Excel", "nice"),)))
    assert not review.fit.size.below
    assert not any(s.doubts or s.plainer for s in review.fit.standings)


@pytest.mark.parametrize(
    ("register", "asked", "text"),
    [
        ("", "Review SLAs", "Review service level agreements with carriers"),
        ("field", "Review SLAs", "Review SLAs with carriers"),
        ("field", "Update manuals", "Review service level agreements with carriers"),
        ("plain", "Review SLAs", "Review service level agreements with carriers"),
    ],
)
def test_the_fields_own_words_only_where_they_mean_the_same_and_are_used(
    manager, register, asked, text
):
    review = manager(Target("Store Manager", (Requirement(asked, "must"),), register=register))
    found = [s for s in review.suggestions_by_id.values() if s.before.startswith("Review")]
    assert [s.after for s in found] == [text]
    assert reframe.apply(found[0].before, found[0].edits) == text
    assert found[0].claims == {reframe.Claim.WORDING}


def test_a_bullets_answers_can_be_put_in_the_register_too(reframer, ledger):
    answered = "Drafted policies about know-your-customer checks"
    from reframe.core.claims import Claim
    from reframe.core.suggestion import Edit, Piece, Suggestion
    from reframe.core.target_wording import in_register

    source = "Drafted policies"
    edits = (Edit(8, 16, (Piece("policies", "source"), Piece(" about know-your-customer checks", "answer:x")), "Kinds."),)  # fmt: skip
    suggestion = Suggestion(source, answered, edits, frozenset({Claim.DETAIL}), (), (), "", (), ("x",), (), (), True)  # fmt: skip
    wording = in_register(suggestion, [("know-your-customer", "KYC")], "field")
    assert wording.text == "Drafted policies about KYC checks"
    assert [p.origin for p in wording.edits[0].pieces] == [
        "source", "answer:x", "same meaning", "answer:x",
    ]  # fmt: skip


def test_a_missing_or_empty_advertisement_is_one_clear_line(tmp_path):
    brief = tmp_path / "brief.yaml"
    brief.write_text("schema: 1\nrole: Clerk\nadvertisement_file: gone.txt\n")
    with pytest.raises(TargetError, match=r"gone\.txt: no such file"):
        reframe.read_target(brief)
    (tmp_path / "gone.txt").write_text("Come and join us!")
    with pytest.raises(TargetError, match="no requirement was found"):
        reframe.read_target(brief)
    with pytest.raises(TargetError, match="no such file"):
        reframe.read_target(tmp_path / "none.yaml")
    (tmp_path / "gone.txt").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(TargetError, match="not a text file"):
        reframe.read_target(brief)


def test_a_cell_that_a_spreadsheet_would_calculate_is_text(reframer):
    from reframe.formats.target_matrix import matrix_csv

    review = reframer.review(
        reframe.read(Path(SAMPLES / "mara-okonski.md")),
        target=Target("Clerk", (Requirement("=HYPERLINK(1)", "must"),)),
    )
    assert "\nmust,'=HYPERLINK(1),missing" in matrix_csv(review.fit)
