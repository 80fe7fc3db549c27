"""What the clients' folders are called, and that one with answers stays its file's."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reframe.batch.finding import Found
from reframe.batch.naming import folder_names, kept_names


def test_equal_stems_get_the_folders_above_them():
    files = [Found(p, p) for p in ("/x/anna/cv.docx", "/x/bert/cv.docx", "/x/bert/other.docx")]
    assert folder_names(files) == ["anna_cv", "bert_cv", "other"]


def test_equal_names_but_for_the_format_get_the_format():
    files = [Found(p, p) for p in ("/x/ada.docx", "/x/ada.md", "/x/bo.md")]
    assert folder_names(files) == ["ada_docx", "ada_md", "bo"]
    files = [Found(p, p) for p in ("/x/a/cv.docx", "/x/a/cv.md", "/x/b/cv.md")]
    assert folder_names(files) == ["a_cv_docx", "a_cv_md", "b_cv_md"]


def test_a_name_from_an_earlier_run_stays():
    files = [Found(p, p) for p in ("/x/ada.docx", "/x/ada.md", "/y/ada_docx.md")]
    assert folder_names(files, {1: "ada"}) == ["x_ada_docx", "ada", "ada_docx"]


def test_a_kind_that_is_not_read_takes_no_name_from_one_that_is():
    files = [Found(p, p) for p in ("/x/ada.doc", "/x/ada.md", "/x/ada.pdf")]
    assert folder_names(files) == ["ada_doc", "ada", "ada_pdf"]
    assert folder_names(files[::2]) == ["ada_doc", "ada_pdf"]


def a_draft(out, name, source, *, answers="\n- question: q\n"):
    """A folder as an earlier run leaves it, as far as names go."""
    stem = Path(source).stem
    (out / name).mkdir(parents=True)
    (out / name / "review.json").write_text(json.dumps({"resume": {"source": str(source)}}))
    (out / name / f"{stem}.ledger.yaml").write_text(f"schema: 2\nanswers:{answers}")


@pytest.fixture
def found(tmp_path):
    def made(*paths):
        return [Found(str(tmp_path / path), Path(path).name) for path in paths]

    return made


def test_a_folder_stays_with_the_file_its_review_names(tmp_path, found):
    out = tmp_path / "dr"
    a_draft(out, "ada", tmp_path / "c/ada.md")
    files = found("c/ada.docx", "c/ada.md")
    assert kept_names(files, str(out)) == ({1: "ada"}, {})
    assert folder_names(files, {1: "ada"}) == ["ada_docx", "ada"]


def test_a_path_from_another_working_folder_is_known_by_its_end(tmp_path, found):
    out = tmp_path / "dr"
    a_draft(out, "cv", "../anna/cv.md")
    assert kept_names(found("anna/cv.md", "bert/cv.md"), str(out)) == ({0: "cv"}, {})


def test_a_file_that_is_alone_again_keeps_its_folder(tmp_path, found):
    out = tmp_path / "dr"
    a_draft(out, "ada", tmp_path / "c/ada.md")
    a_draft(out, "ada_docx", tmp_path / "c/ada.docx")
    assert kept_names(found("c/ada.docx"), str(out)) == ({0: "ada_docx"}, {})
    assert folder_names(found("c/ada.docx"), {0: "ada_docx"}) == ["ada_docx"]
    assert kept_names(found("c/ada.md"), str(out)) == ({}, {})


def test_answers_that_may_be_of_two_files_are_nobodys(tmp_path, found):
    out = tmp_path / "dr"
    a_draft(out, "cv", "cv.md")
    files = found("anna/cv.md", "bert/cv.md")
    names, refused = kept_names(files, str(out))
    assert names == {}
    assert [*refused] == [0, 1]
    assert "2 files are called 'cv'" in refused[0]
    assert "Draft that one alone" in refused[0]


def test_a_folder_without_answers_holds_nobody_up(tmp_path, found):
    a_draft(tmp_path / "dr", "cv", "cv.md", answers=" []")
    assert kept_names(found("anna/cv.md", "bert/cv.md"), str(tmp_path / "dr")) == ({}, {})


PARTS = st.sampled_from(["a", "A", "b", "a_b", "a_md", "cv"])
PATHS = st.lists(
    st.builds(
        lambda above, stem, suffix: "/" + "/".join([*above, stem + suffix]),
        st.lists(PARTS, max_size=3), PARTS, st.sampled_from([".docx", ".md", ".pdf"]),
    ),
    unique=True, max_size=12,
)  # fmt: skip


@given(PATHS)
def test_no_two_files_share_a_folder(paths):
    names = folder_names([Found(path, path.rpartition("/")[2]) for path in paths])
    assert len({name.casefold() for name in names}) == len(paths)
