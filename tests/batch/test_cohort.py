"""A cohort as a coach runs it: drafted, stopped, resumed, reported."""

import csv
import io
import json
import re
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import fsspec
import pytest

from reframe.batch import cohort as cohorts
from reframe.batch.cohort import Begun, Ended, Options, draft_cohort, locked, state_folder
from reframe.batch.finding import resume_files
from reframe.batch.running import run as run_jobs
from reframe.batch.tasks import DraftJob, warm
from reframe.batch.workers import Limits, Workers
from reframe.errors import RunInProgress
from tests.batch import calls
from tests.batch.cohort import make_cohort

HOSTILE = Path(__file__).parents[1] / "formats" / "docx" / "samples" / "hostile"
DAY = Options(date="2026-01-31T00:00:00+00:00")


@pytest.fixture(scope="module")
def six(tmp_path_factory):
    folder = tmp_path_factory.mktemp("six")
    make_cohort(folder, 6, seed=3)
    return folder


@pytest.fixture(scope="module")
def one_thread():
    """An executor like any other: what is tested with it holds for every one."""
    with ThreadPoolExecutor(1) as executor:
        yield executor


def run(folder, out, executor, *, options=DAY, resume=False, window=2):
    begun, *rows, ended = draft_cohort(
        resume_files([folder]), str(out), executor, options=options, window=window, resume=resume
    )
    assert isinstance(begun, Begun)
    assert isinstance(ended, Ended)
    return begun, rows, ended


def everything(out: Path) -> dict[str, bytes]:
    """All that was made for people, by relative path."""
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file() and ".reframe" not in path.parts
    }


def test_every_client_gets_a_folder_and_the_cohort_one_report(six, tmp_path, one_thread):
    _, rows, ended = run(six, tmp_path, one_thread)
    assert (ended.files, ended.failed) == (6, 0)
    for row in rows:
        made = {path.name for path in (tmp_path / Path(row["file"]).stem).iterdir()}
        assert "review.json" in made
        assert len(made) == 6
    table = [*csv.DictReader(io.StringIO((tmp_path / "report.csv").read_text()))]
    assert [Path(line["file"]).stem for line in table] == [f"client-{n:05}" for n in range(6)]
    assert sum(int(line["bullets"]) for line in table) == sum(row["bullets"] for row in rows)


def test_the_page_fetches_nothing_and_shows_what_the_rows_say(six, tmp_path, one_thread):
    _, rows, _ = run(six, tmp_path, one_thread)
    page = (tmp_path / "report.html").read_text()
    assert not re.findall(r"""(?:src|href)\s*=\s*["'](?:https?:)?//|@import|url\(""", page)
    assert page.count("<svg") == 3
    assert f"<dd>{sum(row['bullets'] for row in rows)}</dd>" in page
    for link in re.findall(r'href="([^"]+)"', page):
        assert (tmp_path / link).is_dir()


def test_the_same_inputs_give_the_same_bytes_in_any_order(six, tmp_path, one_thread):
    """Word files too: the time of the tracked changes is the run's, and it was given."""
    run(six, tmp_path / "one", one_thread)
    with ThreadPoolExecutor(3) as three:
        run(six, tmp_path / "two", three, window=6)
    assert everything(tmp_path / "one") == everything(tmp_path / "two")


def test_a_run_that_was_stopped_goes_on_and_ends_as_if_it_had_not_been(six, tmp_path, one_thread):
    run(six, tmp_path / "whole", one_thread)
    files, out = resume_files([six]), tmp_path / "parts"
    for stop in (2, 3):
        events = draft_cohort(files, str(out), one_thread, options=DAY, window=1, resume=True)
        for _ in range(stop):
            next(events)
        events.close()
        with (out / ".reframe" / "journal.jsonl").open("ab") as journal:
            journal.write(b'{"file": "torn in the mid')
    begun, _, ended = run(six, out, one_thread, resume=True)
    assert 0 < begun.kept < 6
    assert (ended.files, ended.kept) == (6, begun.kept)
    assert everything(tmp_path / "whole") == everything(out)


@pytest.mark.parametrize("change", ["file", "answers", "output", "options"])
def test_what_changed_since_is_drafted_again(six, tmp_path, one_thread, change):
    folder, out = tmp_path / "in", tmp_path / "out"
    shutil.copytree(six / "group-000", folder)
    run(folder, out, one_thread)
    assert run(folder, out, one_thread, resume=True)[0].kept == 6
    first = resume_files([folder])[0]
    options = DAY
    match change:
        case "file":
            shutil.copy(Path(resume_files([folder])[1].path), first.path)
        case "answers":
            ledger = out / first.stem / f"{first.stem}.ledger.yaml"
            ledger.write_text(ledger.read_text() + "# a note\n")
        case "output":
            (out / first.stem / "review.json").unlink()
        case "options":
            options = Options(date=DAY.date, comments_only=True)
    begun, _, _ = run(folder, out, one_thread, resume=True, options=options)
    assert begun.kept == (0 if change == "options" else 5)


def test_two_runs_do_not_write_into_one_folder(six, tmp_path, one_thread):
    with (
        locked(state_folder(str(tmp_path)), str(tmp_path)),
        pytest.raises(RunInProgress, match="another run"),
    ):
        run(six, tmp_path, one_thread)


def test_each_client_gets_the_ledger_with_their_name(tmp_path, one_thread):
    folder, ledgers = tmp_path / "in", tmp_path / "ledgers"
    folder.mkdir()
    ledgers.mkdir()
    for name in ("ann", "bob"):
        (folder / f"{name}.md").write_text(
            f"# {name.title()} Client\n\n## Experience\n\n**Compliance Analyst**, Harlow Mutual\n"
            "2019 - 2022\n\n- Drafted compliance documents\n"
        )
    (ledgers / "ann.ledger.yaml").write_text("schema: 1\nclient: Ann Client\nanswers: []\n")
    (ledgers / "bob.ledger.yaml").write_text("schema: 1\nclient: Somebody Else\nanswers: []\n")
    _, rows, ended = run(
        folder, tmp_path / "out", one_thread, options=Options(ledgers=str(ledgers))
    )
    assert ended.failed == 1
    assert {row["file"]: row["status"] for row in rows} == {
        str(folder / "ann.md"): "done",
        str(folder / "bob.md"): "failed",
    }


def test_input_and_output_may_be_in_a_store(six, tmp_path, one_thread, monkeypatch):
    monkeypatch.setenv("REFRAME_CACHE", str(tmp_path / "cache"))
    store = fsspec.filesystem("memory")
    for path in sorted(six.rglob("client-*")):
        store.pipe_file(f"/clients/{path.name}", path.read_bytes())
    store.pipe_file("/clients/broken.docx", b"no document")
    _, rows, ended = run("memory://clients", "memory://drafts", one_thread)
    assert (ended.files, ended.failed) == (7, 1)
    [bad] = [row for row in rows if row["status"] == "failed"]
    assert bad["error"].startswith(f"{bad['file']}: is plain text")
    assert store.isfile("/drafts/client-00001/review.json")
    assert b"broken.docx" in store.cat_file("/drafts/report.csv")
    assert run("memory://clients", "memory://drafts", one_thread, resume=True)[0].kept == 6
    review = json.loads(store.cat_file("/drafts/client-00001/review.json"))
    assert review["resume"]["source"].endswith("/clients/client-00001.docx")


def test_files_that_kill_hang_or_swallow_cost_only_themselves(six, tmp_path, monkeypatch):
    folder = tmp_path / "in"
    shutil.copytree(six / "group-000", folder)
    for name in ("crash", "endless", "hog"):
        (folder / f"{name}.md").write_text("x")
    hostile = [shutil.copy(bad, folder) for bad in HOSTILE.glob("[!~]*.docx")]
    monkeypatch.setattr(cohorts, "draft", calls.draft_or_die)
    limits = Limits(seconds=15, megabytes=200)
    with Workers(2, limits=limits, initializer=(warm, (), {})) as workers:
        _, rows, ended = run(folder, tmp_path / "out", workers, window=4)
    assert ended.files == 6 + 3 + len(hostile)
    failed = {Path(row["file"]).stem: row for row in rows if row["status"] == "failed"}
    assert failed["crash"]["kind"] == "WorkerLost"
    assert failed["endless"]["kind"] == "TimedOut"
    assert failed["hog"]["kind"] == "OutOfMemory"
    assert ended.failed == len(failed) == 3 + len(hostile)
    assert all("\n" not in row["error"] and row["file"] in row["error"] for row in failed.values())


def test_a_file_whose_worker_was_ended_by_others_is_tried_again(tmp_path):
    job = DraftJob(number=0, file="x", name="x", stem="x", out=str(tmp_path / "marker"))
    with Workers(1) as workers:
        [(_, row)] = run_jobs(workers, calls.die_once, [job], window=1)
    assert row["status"] == "done"


def test_a_broken_rule_stops_the_run_in_one_line(six, tmp_path):
    rule = tmp_path / "rules" / "compliance" / "broken.yaml"
    rule.parent.mkdir(parents=True)
    rule.write_text("schema: 1\nid: compliance.broken\nverson: 1\n")
    told = subprocess.run(
        [sys.executable, "-m", "reframe", "draft", six, "-o", tmp_path / "out", "--rules", tmp_path],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert told.returncode == 3
    assert told.stderr.count("broken.yaml:3:1") == 1
    assert "Traceback" not in told.stderr


def test_a_killed_command_goes_on_where_it_was(six, tmp_path):
    words = [
        sys.executable, "-m", "reframe", "draft", six, "-o", tmp_path, "--workers", "1", "--json",
    ]  # fmt: skip
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as first:
        assert first.stdout is not None
        first.stdout.readline()
        first.kill()
    time.sleep(0.2)
    again = subprocess.run([*words, "--resume"], capture_output=True, text=True, check=False)
    assert again.returncode == 0, again.stderr
    ended = json.loads(again.stdout.splitlines()[-1])
    assert ended["event"] == "ended"
    assert ended["kept"] >= 1
    assert (ended["files"], ended["failed"]) == (6, 0)
