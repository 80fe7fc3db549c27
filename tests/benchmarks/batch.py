"""Cohorts: throughput against the bare parts, workers, memory, hostile files, Dask, cold start.

Figures only, never a pass or a fail: ``python -m tests.benchmarks.batch [--quick]``. What is
compared is run in turns in one go, so that a busy machine slows both sides alike.
"""

import argparse
import io
import json
import os
import random
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from concurrent.futures import Executor, wait
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import psutil

from reframe.batch import cohort as cohorts
from reframe.batch.cohort import Ended, Options, draft_cohort
from reframe.batch.finding import resume_files
from reframe.batch.tasks import DraftJob, draft, warm
from reframe.batch.workers import Limits, Workers
from tests.batch.calls import draft_or_die
from tests.batch.cohort import make_cohort

ROOT = Path(__file__).parents[2]
HOSTILE = ROOT / "tests" / "formats" / "docx" / "samples" / "hostile"
SAMPLE = ROOT / "data" / "samples" / "mara-okonski.docx"
PIPELINE = ROOT / "data" / "pipeline" / "en_bullets"
DAY = "2026-01-31T00:00:00+00:00"
WARM = (warm, (), {})
BARE = f"""
import io, docx, spacy
nlp = spacy.load({str(PIPELINE)!r})
document = docx.Document({str(SAMPLE)!r})
list(nlp.pipe([p.text for p in document.paragraphs if p.text.strip()]))
document.save(io.BytesIO())
"""


@dataclass(frozen=True)
class Sizes:
    """How many files each part takes."""

    speed: int
    turn: int
    memory: tuple[int, int]
    cohort: int
    bad: int
    cold: int


FULL = Sizes(speed=500, turn=50, memory=(100, 3000), cohort=3000, bad=60, cold=7)
QUICK = Sizes(speed=60, turn=20, memory=(30, 150), cohort=80, bad=12, cold=3)


def told(name: str, figure: float, unit: str, wanted: str) -> None:
    """Print a figure beside what is wanted."""
    print(f"{name:58} {figure:9.2f} {unit:6} wanted {wanted}", flush=True)


def in_turns(files: list[Path], turn: int, runs: dict[str, Callable[[list[Path]], None]]):
    """Seconds that each way takes for all the files, a few files in turn."""
    spent = dict.fromkeys(runs, 0.0)
    for at in range(0, len(files), turn):
        for name, way in runs.items():
            began = time.perf_counter()
            way(files[at : at + turn])
            spent[name] += time.perf_counter() - began
    return spent


def drafting(executor: Executor, out: Path) -> Callable[[Iterable[Path]], None]:
    """A way to draft files by an executor whose workers are warm."""

    def way(files: Iterable[Path]) -> None:
        jobs = [
            DraftJob(n, str(f), f.stem, f.stem, str(out), synced_later=True)
            for n, f in enumerate(files)
        ]
        done = wait([executor.submit(draft, job) for job in jobs]).done
        assert all(future.result()["status"] == "done" for future in done)

    return way


def bare_parts() -> Callable[[list[Path]], None]:
    """The floor: python-docx opens and saves, spaCy reads every line, in one process."""
    import docx
    import spacy

    nlp = spacy.load(PIPELINE)

    def way(files: list[Path]) -> None:
        for file in files:
            document = docx.Document(str(file))
            texts = [p.text for p in document.paragraphs if p.text.strip()]
            texts += [c.text for t in document.tables for r in t.rows for c in r.cells]
            list(nlp.pipe(texts))
            document.save(io.BytesIO())

    return way


def counting(together: int) -> Callable[[list[Path]], None]:
    """Two processes that do nothing but count, one after the other or ``together``: what a
    second worker can bring at most, where others use the machine too."""
    words = [sys.executable, "-c", "for _ in range(20_000_000): pass"]

    def way(files: list[Path]) -> None:
        for _ in range(2 // together):
            started = [subprocess.Popen(words) for _ in range(together)]
            assert not any(process.wait() for process in started)

    return way


def throughput(sizes: Sizes, work: Path) -> None:
    """One worker against the bare parts and against two, on Dask and here."""
    import distributed

    from reframe.batch.cluster import cluster

    files = make_cohort(work / "speed", sizes.speed, docx_only=True)
    with ExitStack() as stack:
        one = stack.enter_context(Workers(1, initializer=WARM))
        two = stack.enter_context(Workers(2, initializer=WARM))
        dask = stack.enter_context(
            distributed.LocalCluster(
                n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
            )
        )
        there, _ = stack.enter_context(
            cluster(dask.scheduler_address, limits=Limits(), initializer=WARM)
        )
        ways = {
            "bare": bare_parts(),
            "one": drafting(one, work / "one"),
            "two": drafting(two, work / "two"),
            "dask": drafting(there, work / "dask"),
            "one counting": counting(1),
            "two counting": counting(2),
        }
        for way in ways.values():
            way(files[:8])
        spent = in_turns(files, sizes.turn, ways)
    for name in ("bare", "one", "two", "dask"):
        print(f"{name:58} {len(files) / spent[name]:9.2f} files a second")
    machine = spent["one counting"] / spent["two counting"]
    told("two that only count / one (what the machine gives)", machine, "", "2 when quiet")
    told("two workers / one worker", spent["one"] / spent["two"], "", ">= 1.7")
    told(
        "  the same, as a share of what the machine gives",
        spent["one"] / spent["two"] / machine,
        "",
        ">= 0.85",
    )
    told("one worker / bare parts", spent["bare"] / spent["one"], "", ">= 0.7")
    told("Dask over two workers here", spent["dask"] / spent["two"] - 1, "", "<= 0.15")


def memory(sizes: Sizes, work: Path) -> None:
    """The most that parent and worker hold, for few files and for many."""
    peaks = []
    for count in sizes.memory:
        folder, out = work / f"memory-{count}", work / f"memory-out-{count}"
        make_cohort(folder, count, seed=9)
        parent = psutil.Popen(child(folder, out), stdout=subprocess.DEVNULL)
        highest: dict[int, int] = {}
        while parent.poll() is None:
            for process in (parent, *_children(parent)):
                highest[process.pid] = max(highest.get(process.pid, 0), _peak(process.pid))
            time.sleep(0.2)
        own = highest.pop(parent.pid)
        peaks.append((own, max(highest.values())))
        shutil.rmtree(out)
    for count, (own, worker) in zip(sizes.memory, peaks, strict=True):
        told(f"worker's peak, {count} files", worker / 1024, "MB", "<= 350")
        told(f"parent's peak, {count} files", own / 1024, "MB", "flat")
    told("worker's peak, many / few", peaks[1][1] / peaks[0][1], "", "<= 1.10")
    told("parent's peak, many / few", peaks[1][0] / peaks[0][0], "", "<= 1.10")


def _children(process: psutil.Process) -> list[psutil.Process]:
    try:
        return process.children(recursive=True)
    except psutil.Error:
        return []


def _peak(pid: int) -> int:
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0
    return next((int(x.split()[1]) for x in status.splitlines() if x.startswith("VmHWM")), 0)


def hostile(sizes: Sizes, work: Path) -> None:
    """Broken and deadly files among good ones; then the same, killed and resumed five times."""
    folder = work / "hostile"
    make_cohort(folder, sizes.cohort - sizes.bad, seed=13)
    spoil(folder, sizes.bad)
    whole, parts = work / "whole", work / "parts"
    rows = [json.loads(line) for line in _run(child(folder, whole)).splitlines()]
    failed = [row for row in rows if row.get("status") == "failed"]
    done = sum(row.get("status") == "done" for row in rows)
    told("files done", done, "files", str(sizes.cohort - sizes.bad))
    told(
        "files reported with a reason",
        len([r for r in failed if r["error"]]),
        "files",
        str(sizes.bad),
    )
    draw = random.Random(17)
    every = len(rows) // 6
    for _ in range(5):
        stop = draw.randint(1, max(2, every))
        with subprocess.Popen(child(folder, parts), stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            for _ in range(stop):
                process.stdout.readline()
            process.send_signal(signal.SIGKILL)
        time.sleep(0.5)
    last = [json.loads(line) for line in _run(child(folder, parts)).splitlines()]
    one, two = _everything(whole), _everything(parts)
    told("kept by the last of six runs", last[-1]["kept"], "files", "> 0")
    told(
        "outputs that differ after five kills",
        len(set(one.items()) ^ set(two.items())),
        "files",
        "0",
    )


def spoil(folder: Path, count: int) -> None:
    """Scatter broken and deadly files: damaged, in disguise, and such as end their worker."""
    samples = sorted(HOSTILE.glob("[!~]*.docx"))
    deadly = ["crash", "endless", "hog"] * (count // 10)
    draw = random.Random(11)
    groups = sorted(path for path in folder.iterdir() if path.is_dir())
    for number in range(count):
        group = draw.choice(groups)
        if number < len(deadly):
            (group / f"{deadly[number]}-{number}.md").write_text("# Nobody\n")
        else:
            shutil.copy(samples[number % len(samples)], group / f"broken-{number}.docx")


def _run(words: list[str]) -> str:
    return subprocess.run(words, capture_output=True, text=True, check=False).stdout


def _everything(out: Path) -> dict[str, bytes]:
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in out.rglob("*")
        if path.is_file() and ".reframe" not in path.parts
    }


def child(folder: Path, out: Path) -> list[str]:
    """The command line of a run of its own, which may be killed."""
    return [sys.executable, "-m", "tests.benchmarks.batch", "--run", str(folder), str(out)]


def run_child(folder: str, out: str) -> None:
    """Draft a folder, going on with an earlier run, and print a row a line."""
    cohorts.draft = draft_or_die
    limits = Limits(seconds=20, megabytes=400)
    with Workers(2, limits=limits, initializer=WARM) as workers:
        events = draft_cohort(
            resume_files([folder]), out, workers, options=Options(date=DAY), window=4, resume=True
        )
        for event in events:
            row = event if isinstance(event, dict) else {"kept": event.kept, "files": event.files}
            kept = {k: row[k] for k in ("file", "status", "error", "kept", "files") if k in row}
            if not isinstance(event, Ended):
                print(json.dumps(kept), flush=True)
        print(json.dumps(kept), flush=True)


def cold_start(sizes: Sizes, work: Path) -> None:
    """From nothing: help against an empty program, one draft against its bare parts."""
    words = {
        "pass": ["-c", "pass"],
        "help": ["-m", "reframe", "--help"],
        "bare": ["-c", BARE],
        "draft": ["-m", "reframe", "draft", str(SAMPLE), "-o", str(work / "cold")],
    }
    spent: dict[str, list[float]] = {name: [] for name in words}
    for _ in range(sizes.cold + 1):
        for name, line in words.items():
            began = time.perf_counter()
            subprocess.run([sys.executable, *line], capture_output=True, check=True)
            spent[name].append(time.perf_counter() - began)
    best = {name: statistics.median(times[1:]) for name, times in spent.items()}
    for name, seconds in best.items():
        print(f"{name:58} {seconds:9.2f} s")
    told("reframe --help / python -c pass", best["help"] / best["pass"], "", "< 6")
    told("reframe draft one.docx / bare", best["draft"] / best["bare"], "", "<= 1.5")


PARTS = {"throughput": throughput, "memory": memory, "hostile": hostile, "cold": cold_start}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--quick", action="store_true", help="a few files: minutes, not an hour")
    options.add_argument("--only", choices=sorted(PARTS), action="append")
    options.add_argument("--run", nargs=2, metavar=("FOLDER", "OUT"), help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.run:
        run_child(*chosen.run)
        return
    sizes = QUICK if chosen.quick else FULL
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} before the start")
    for name in chosen.only or PARTS:
        with tempfile.TemporaryDirectory(prefix="reframe-bench-") as work:
            print(f"-- {name}")
            PARTS[name](sizes, Path(work))


if __name__ == "__main__":
    main()
