"""The tables of what words can mean."""

from pathlib import Path

import pytest

from reframe.errors import TableError
from reframe.tables.senses import load_senses


def test_what_words_can_mean_is_read_the_same_from_the_cache() -> None:
    first, again = load_senses(), load_senses()
    assert first.kin["translate"] & first.kin["translation"]
    for table in ("own", "kin", "near"):
        one, other = getattr(first, table), getattr(again, table)
        assert dict(one.items()) == dict(other.items())


@pytest.mark.parametrize(
    ("line", "told"), [("walk", "no line of senses"), ("walk\tx", "the senses of 'walk'")]
)
def test_a_damaged_table_is_told(tmp_path: Path, line: str, told: str) -> None:
    (tmp_path / "senses.tsv").write_text(f"{line}\n", encoding="utf-8")
    with pytest.raises(TableError, match=told):
        load_senses(tmp_path)


def test_a_missing_table_is_told(tmp_path: Path) -> None:
    with pytest.raises(TableError, match="missing"):
        load_senses(tmp_path)
