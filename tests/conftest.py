"""Shared fixtures and the ``--update-golden`` option."""

import os
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="rewrite the golden files from today's output"
    )


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--update-golden") and os.environ.get("CI"):
        raise pytest.UsageError("golden files are never updated in CI: review the diff locally")


@pytest.fixture
def golden(request: pytest.FixtureRequest):
    """Compare a text with its golden file, or rewrite the file with ``--update-golden``."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert path.is_file(), f"{path} is missing: run 'make golden' and read what it wrote"
        assert text == path.read_text(encoding="utf-8")

    return compare


@pytest.fixture(scope="session")
def reframer():
    """The engine with everything bundled, loaded once for the whole run."""
    from reframe import Reframer

    return Reframer()


@pytest.fixture(scope="session")
def lexicon(reframer):
    """The bundled tables."""
    return reframer.lexicon
