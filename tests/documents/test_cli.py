"""The command line names files, tells mistakes in a line, and never writes over the client's."""

import pytest
from click.testing import CliRunner

from reframe.cli import group
from tests.documents.made import SAMPLES


def test_templates_are_listed_checked_and_begun(tmp_path):
    run = CliRunner().invoke(group, ["templates", "list"])
    assert run.exit_code == 0
    assert "claim-sheet" in run.output
    own = tmp_path / "own.md.j2"
    assert CliRunner().invoke(group, ["templates", "new", str(own), "--from", "bio"]).exit_code == 0
    assert CliRunner().invoke(group, ["templates", "check", str(own)]).exit_code == 0
    own.write_text("{{ nobody }}")
    run = CliRunner().invoke(group, ["templates", "check", str(own)])
    assert run.exit_code == 1
    assert f"{own}:1: there is no name 'nobody'" in run.output


def test_a_folder_gets_named_finals_and_numbered_drafts(tmp_path):
    source = str(SAMPLES / "sparse.md")
    call = ["render", source, "-o", str(tmp_path), "--as", "md", "-t", "plain", "-t", "linkedin"]
    run = CliRunner().invoke(group, [*call, "--target", "Shop"])
    assert run.exit_code == 0, run.output
    assert CliRunner().invoke(group, [*call, "--draft"]).exit_code == 0
    assert CliRunner().invoke(group, [*call, "--draft"]).exit_code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "Finch_Orla_LinkedIn_v1_DRAFT.md", "Finch_Orla_LinkedIn_v2_DRAFT.md",
        "Finch_Orla_Resume_v1_DRAFT.md", "Finch_Orla_Resume_v2_DRAFT.md",
        "Orla-Finch-LinkedIn-Shop.md", "Orla-Finch-Resume-Shop.md",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["-o", "x.odt"], "is not a format"),
        (["-t", "none", "-o", "x.docx"], "no template 'none'"),
        (["-t", "bio", "-t", "linkedin", "-o", "x.docx"], "go into a folder"),
        (["-t", "promotion", "-o", "x.docx"], "nothing for 'promotion' to say"),
        (["-o", "x.docx", "--brand", "none.toml"], "none.toml: cannot be read"),
    ],
)
def test_a_mistake_is_one_line(tmp_path, monkeypatch, arguments, told):
    monkeypatch.chdir(tmp_path)
    run = CliRunner().invoke(group, ["render", str(SAMPLES / "sparse.md"), *arguments])
    assert run.exit_code != 0
    assert told in run.output + str(run.exception)
    assert not list(tmp_path.glob("x.*"))


def test_the_clients_own_file_is_never_written_over(tmp_path):
    source = tmp_path / "client.md"
    source.write_bytes((SAMPLES / "sparse.md").read_bytes())
    run = CliRunner().invoke(group, ["render", str(source), "-o", str(source)])
    assert "the client's own file" in run.output
    assert source.read_bytes() == (SAMPLES / "sparse.md").read_bytes()
