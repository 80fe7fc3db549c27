"""The built wheel carries its data and templates and runs the demo away from the repository."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    run = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT]
    subprocess.run(run, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(folder / "site")
    return folder / "site"


def test_the_wheel_runs_the_demo(installed, tmp_path):
    code = (
        "import sys, reframe; assert 'site' in reframe.__file__, reframe.__file__\n"
        "sys.argv = ['reframe', 'demo', '-o', 'out']\n"
        "from reframe.cli import main; main()"
    )
    env = {**os.environ, "PYTHONPATH": str(installed), "REFRAME_CACHE": "off"}
    run = subprocess.run(
        [sys.executable, "-P", "-c", code],
        capture_output=True, text=True, cwd=tmp_path, env=env, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    assert "Co-led the creation and formalization of the company's compliance program" in run.stdout
    drafts = sorted(path.name for path in (tmp_path / "out").rglob("*_DRAFT.docx"))
    assert drafts == ["mara-okonski_DRAFT.docx", "mara-okonski_DRAFT.docx"]


def test_the_wheel_holds_no_tests_and_no_caches(installed):
    names = [path.name for path in installed.rglob("*")]
    assert not [n for n in names if n.startswith("test_") or n == "__pycache__"]
