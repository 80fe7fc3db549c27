"""A small rule set of its own, in a folder that a test may break."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from reframe.bundled import bundled
from reframe.core.lexicon import Lexicon
from reframe.errors import TableError
from reframe.tables.lexicon import load_lexicon
from reframe.tables.load import load_rules

FIXTURES = Path(__file__).parent / "fixtures"
RULE = "rules/clerical/drafted-notices.yaml"


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test reads or writes the cache of the person who runs it."""
    monkeypatch.setenv("REFRAME_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return load_lexicon()


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """A data folder: the fixtures' rules, the bundled shared questions and values."""
    folder = tmp_path / "data"
    shutil.copytree(FIXTURES, folder)
    (folder / "tables").mkdir()
    for name in ("questions.toml", "values.toml"):
        shutil.copy(bundled("data", "tables", name), folder / "tables" / name)
    return folder


@pytest.fixture
def problems_of(base: Path, lexicon: Lexicon) -> Callable[..., list[str]]:
    """Load the data folder and return the lines of the error, with paths from the folder."""

    def load(*own: Path) -> list[str]:
        with pytest.raises(TableError) as caught:
            load_rules(folders=own, lexicon=lexicon, base=base)
        return [line.replace(f"{base}/", "") for line in str(caught.value).splitlines()]

    return load


def change(path: Path, *pairs: tuple[str, str]) -> None:
    """Replace texts in a file; each must stand there, or the test tests nothing."""
    text = path.read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text, f"{old!r} is not in {path.name}"
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")
