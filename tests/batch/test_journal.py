"""The journal survives a stop at any byte."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reframe.batch.journal import Journal
from reframe.errors import ReframeError


def row(name: str, **more: object) -> dict[str, object]:
    return {"file": name, "status": "done", **more}


def journal(path, *, again=True):
    return Journal(path, started="2026-01-01T00:00:00+00:00", again=again)


def test_rows_come_back_in_the_order_of_the_jobs(tmp_path):
    with journal(tmp_path / "j") as made:
        for number, name in ((2, "c"), (0, "a"), (1, "b")):
            made.add([(number, row(name))])
        assert [r["file"] for r in made.rows()] == ["a", "b", "c"]


@given(st.integers(min_value=0, max_value=400))
def test_what_was_whole_before_a_torn_end_is_kept(tmp_path_factory, cut):
    path = tmp_path_factory.mktemp("torn") / "j"
    with journal(path) as made:
        for number, name in enumerate("abcd"):
            made.add([(number, row(name, text="é" * 20))])
    data = path.read_bytes()
    path.write_bytes(data[:cut])
    whole = data[:cut].count(b"\n")
    with journal(path) as again:
        kept = [name for name in "abcd" if again.earlier(name)]
        assert kept == [*"abcd"[: max(0, whole - 1)]]
        again.add([(0, row("new"))])
    for line in path.read_bytes().splitlines():
        json.loads(line)


def test_zeros_that_a_power_cut_leaves_are_no_rows(tmp_path):
    path = tmp_path / "j"
    with journal(path) as made:
        made.add([(0, row("a"))])
    path.write_bytes(path.read_bytes() + b"\0" * 4096)
    with journal(path) as again:
        assert again.earlier("a")
        again.add([(1, row("b"))])
    with journal(path) as third:
        assert third.earlier("b")


def test_the_last_row_of_a_file_counts(tmp_path):
    with journal(tmp_path / "j") as made:
        made.add([(0, row("a", n=1))])
    with journal(tmp_path / "j") as again:
        again.add([(0, row("a", n=2))])
        assert again.earlier("a")["n"] == 2


def test_a_new_run_begins_anew_and_one_that_goes_on_keeps_the_time(tmp_path):
    with Journal(tmp_path / "j", started="first", again=False) as made:
        made.add([(0, row("a"))])
    with Journal(tmp_path / "j", started="second", again=True) as again:
        assert again.started == "first"
    with Journal(tmp_path / "j", started="third", again=False) as anew:
        assert (anew.started, anew.earlier("a")) == ("third", None)


def test_a_journal_of_another_version_is_refused(tmp_path):
    (tmp_path / "j").write_text('{"schema": 99, "started": "x"}\n')
    with pytest.raises(ReframeError, match="without --resume"):
        journal(tmp_path / "j")
