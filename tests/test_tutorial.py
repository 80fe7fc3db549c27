"""The tutorial is followed line by line: its files are written, its commands run, its words hold."""

import re
import shlex
from pathlib import Path

from tests.cli.test_commands import reframe

PAGE = (Path(__file__).parents[1] / "docs" / "tutorial.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"```(\w+)\n(.*?)```", re.DOTALL)
SAID = {
    1: "Drafted compliance documents",
    3: "Drafted compliance policies and procedures",
    4: "Drafted compliance policies and procedures",
}
"""What the document says after a step."""
REF = re.compile(r"\(Ref: \S+\)")


def filled(sheet: str, block: str) -> str:
    """The sheet with one of its questions answered as the page shows it."""
    [ref] = REF.findall(block)
    asked = " ".join(block.split("Your answer:")[0].split())
    begin = sheet.rindex("Your answer:", 0, sheet.index(ref))
    question = " ".join(sheet[:begin].split())
    assert " ".join(asked.split()[:8]) in question
    answer = block[block.index("Your answer:") :].rstrip()
    return sheet[:begin] + answer + sheet[sheet.index(ref) + len(ref) :]


def test_every_step_of_the_tutorial_does_what_it_says(tmp_path):
    sheet = tmp_path / "drafts" / "client" / "client_questions.txt"
    ran = []
    for kind, block in BLOCK.findall(PAGE):
        if kind == "markdown":
            (tmp_path / "client.md").write_text(block, encoding="utf-8")
        elif kind == "text":
            sheet.write_text(filled(sheet.read_text(encoding="utf-8"), block), encoding="utf-8")
        elif kind == "yaml":
            ledger = " ".join((sheet.parent / "client.ledger.yaml").read_text().split())
            assert all(" ".join(line.split()) in ledger for line in block.splitlines())
        elif kind == "console":
            command, _, expected = block.removeprefix("$ ").partition("\n")
            run = reframe(*shlex.split(command)[1:], cwd=tmp_path)
            assert (run.returncode, run.stdout) == (0, expected), run.stderr
            ran.append(shlex.split(command)[1])
            said = SAID.get(len(ran))
            if said:
                assert f"`{said}`" in PAGE or f"`- {said}`" in PAGE
                assert f"- {said}\n" in newest(tmp_path).read_text(encoding="utf-8")
    assert ran == ["draft", "answers", "draft", "render"]


def newest(folder: Path) -> Path:
    """The document that was written last."""
    return max(folder.rglob("*.md"), key=lambda path: path.stat().st_mtime_ns)
