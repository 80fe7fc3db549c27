"""Layers are a test, not a diagram."""

import subprocess
import sys

from importlinter.cli import lint_imports


def test_imports_run_one_way():
    assert lint_imports(no_cache=True) == 0


def _loaded_by(code: str) -> set[str]:
    run = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys; print(' '.join(sys.modules))"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return set(run.stdout.splitlines()[-1].split())


def test_importing_the_package_loads_no_library_behind_it():
    loaded = _loaded_by("import reframe")
    assert not loaded & {"spacy", "docx", "lxml", "jinja2", "pydantic", "ruamel.yaml", "click"}


def test_help_does_not_import_spacy():
    code = (
        "import sys; sys.argv = ['reframe', '--help']\n"
        "from reframe.cli import main\n"
        "try:\n    main()\nexcept SystemExit as done:\n    assert not done.code"
    )
    assert not _loaded_by(code) & {"spacy", "docx", "pydantic", "numpy"}
