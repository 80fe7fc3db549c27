"""Folders, patterns and stores: which files are meant."""

import fsspec
import pytest

from reframe.batch.finding import is_cohort, resume_files, some_resume_files
from reframe.errors import Unreadable


@pytest.fixture
def tree(tmp_path):
    for name in (
        "a.docx", "b.md", "sub/c.txt", "sub/deep/d.docx", "sub/~$d.docx", "a_DRAFT.docx",
        "a_questions.yaml", "notes.png", "rules.yaml", ".hidden.doc", "~$e.doc", "b_FINAL.pdf",
        "sub/e.DOC", "sub/f.pdf", ".reframe/x.md",
    ):  # fmt: skip
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    return tmp_path


def test_a_folder_is_searched_through_in_fixed_order(tree):
    found = [file.relative for file in resume_files([tree])]
    assert found == ["a.docx", "b.md", "sub/c.txt", "sub/deep/d.docx", "sub/e.DOC", "sub/f.pdf"]


def test_a_pattern_is_matched_and_a_named_file_is_taken_whatever_it_is(tree):
    assert [f.relative for f in resume_files([f"{tree}/*.docx"])] == ["a.docx"]
    assert [f.relative for f in resume_files([f"{tree}/**/*.docx"])] == ["a.docx", "d.docx"]
    assert [f.relative for f in resume_files([tree / "a_DRAFT.docx"])] == ["a_DRAFT.docx"]
    with pytest.raises(Unreadable, match="no file matches"):
        resume_files([f"{tree}/*.odt"])


def test_a_folder_without_a_resume_is_a_mistake_that_says_what_is_read(tmp_path):
    (tmp_path / "pic.png").write_text("x")
    (tmp_path / "cv.json").write_text("{}")
    assert resume_files([tmp_path]) == []
    with pytest.raises(Unreadable, match=r"no résumé was found there.*\.docx, \.md"):
        some_resume_files([tmp_path])
    assert len(some_resume_files([tmp_path, tmp_path / "cv.json"])) == 1


def test_nothing_is_taken_twice(tree):
    assert len(resume_files([tree, tree / "a.docx", f"{tree}/*.docx"])) == 6


def test_a_name_with_a_bracket_is_a_name(tree):
    (tree / "[new] a.docx").write_text("x")
    assert [f.relative for f in resume_files([tree / "[new] a.docx"])] == ["[new] a.docx"]


def test_a_store_is_searched_like_a_folder():
    store = fsspec.filesystem("memory")
    for name in ("/cohort/a.docx", "/cohort/sub/b.md", "/cohort/pic.png"):
        store.pipe_file(name, b"x")
    found = resume_files(["memory://cohort"])
    assert [file.relative for file in found] == ["a.docx", "sub/b.md"]
    assert [f.relative for f in resume_files(["memory://cohort/*.docx"])] == ["a.docx"]
    assert [f.relative for f in resume_files(["memory://cohort/pic.png"])] == ["pic.png"]
    with pytest.raises(Unreadable, match="nothing is there"):
        resume_files(["memory://nowhere"])
    with pytest.raises(Unreadable, match=r"needs a package|refused"):
        resume_files(["nosuchstore://x"])


@pytest.mark.parametrize(
    ("paths", "several"), [(["a.docx"], False), (["a.docx", "b.docx"], True), (["*.docx"], True)]
)
def test_several_files_are_a_cohort(paths, several):
    assert is_cohort(paths) == several
