"""Draft a cohort: find the files, run them, keep the journal, write the report."""

from __future__ import annotations

import hashlib
import os
import tempfile
from array import array
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor, wait
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from reframe.batch.digests import file_digest, settings_digest
from reframe.batch.finding import Found
from reframe.batch.journal import Journal
from reframe.batch.naming import folder_names, kept_names
from reframe.batch.report import write_report
from reframe.batch.running import run
from reframe.batch.stores import STATE, below, exists, is_remote
from reframe.batch.tasks import DraftJob, Row, Warmth, draft, ledger_in, ledger_name
from reframe.errors import ReframeError, RunInProgress
from reframe.formats.files import sync
from reframe.tables.cache import cache_folder

if TYPE_CHECKING:
    from reframe.core.target import Target
    from reframe.core.variants import Locale

_SYNCING = 16


@dataclass(frozen=True, slots=True)
class Options:
    """How the résumés of a run are drafted. ``ledgers`` is a folder of ledgers, ``ledger`` the
    one of a single résumé, ``target`` what the client aims at."""

    rules: tuple[str, ...] = ()
    ledger: str = ""
    ledgers: str = ""
    target: Target | None = None
    locale: Locale | None = None
    author: str = ""
    comments_only: bool = False
    clean: bool = False
    date: str = ""

    @property
    def warmth(self) -> Warmth:
        """What workers load their engine for."""
        return self.rules, self.locale


@dataclass(frozen=True, slots=True)
class Begun:
    """How many files a run is about, and how many of them an earlier run has done."""

    files: int
    kept: int


@dataclass(frozen=True, slots=True)
class Ended:
    """What a run came to, and where its report is."""

    files: int
    kept: int
    failed: int
    changed: int
    report: str


def draft_cohort(
    files: Sequence[Found],
    out: str,
    executor: Executor,
    *,
    options: Options,
    window: int,
    resume: bool = False,
) -> Iterator[Begun | Row | Ended]:
    """Yield how the run begins, a row for every file as it is done, and how it ended, when the
    report is written.

    Args:
        out: the output folder, or the address of one in a store.
        executor: anything that runs calls; a file that ends its worker should end no other's.
        window: how many files are under way at once.
        resume: whether to keep what an earlier run has done whose inputs are the same.

    Raises:
        RunInProgress: when another run writes into ``out``.
        ReframeError: when no file can be done at all, or the journal cannot be written.
    """
    state = state_folder(out)
    with (
        locked(state, out),
        Journal(state / "journal.jsonl", started=options.date or _now(), again=resume) as journal,
    ):
        settings = settings_digest(options.rules, options)
        numbered = _jobs(files, out, options, journal.started)

        def job(number: int) -> DraftJob:
            return replace(numbered(number), synced_later=True)

        todo = array("q")
        for number in range(len(files)):
            if resume and _is_done(job(number), journal.earlier(files[number].path), settings):
                journal.keep(number, files[number].path)
            else:
                todo.append(number)
        yield Begun(len(files), len(files) - len(todo))
        rows = (
            (done.number, {**row, "settings": settings, "given": _given(done)})
            for done, row in run(executor, draft, map(job, todo), window=window)
        )
        with closing(rows):
            yield from _settled(rows, journal)
        totals = write_report(journal.rows, out)
        yield Ended(len(files), len(files) - len(todo), totals.failed, totals.changed, totals.path)


def _settled(rows: Iterable[tuple[int, Row]], journal: Journal) -> Iterator[Row]:
    """Yield rows once they, and the files that they tell of, are on the disk.

    The way there takes as long as drafting. So many files are on it at once, and the journal
    takes in one go all rows that have arrived.
    """
    under_way: deque[tuple[int, Row, list[Future[None]]]] = deque()

    def arrived(most: int) -> list[tuple[int, Row]]:
        found = []
        while under_way and (
            len(under_way) > most or all(future.done() for future in under_way[0][2])
        ):
            number, row, futures = under_way.popleft()
            wait(futures)
            found.append((number, row))
        return found

    with ThreadPoolExecutor(_SYNCING) as pool:
        for number, row in rows:
            files = [path for path in row.get("written", ()) if not is_remote(path)]
            under_way.append((number, row, [pool.submit(sync, Path(path)) for path in files]))
            if found := arrived(_SYNCING):
                journal.add(found)
                yield from (each for _, each in found)
        if found := arrived(0):
            journal.add(found)
            yield from (each for _, each in found)


def draft_files(
    files: Sequence[Found], out: str, executor: Executor, *, options: Options, window: int
) -> Iterator[Begun | Row | Ended]:
    """Yield the same as :func:`draft_cohort` for a few files, with no journal and no report."""
    jobs = map(_jobs(files, out, options, options.date), range(len(files)))
    failed = changed = 0
    yield Begun(len(files), 0)
    for _, row in run(executor, draft, jobs, window=window):
        failed += row["status"] == "failed"
        changed += row.get("changed", 0)
        yield row
    yield Ended(len(files), 0, failed, changed, "")


def state_folder(out: str) -> Path:
    """Return where the journal and lock of an output folder are: in it, or, when it is in a
    store, which can neither append nor lock, on this machine."""
    if not is_remote(out):
        return Path(out) / STATE
    kept = cache_folder() or Path(tempfile.gettempdir()) / "reframe"
    return kept / "runs" / hashlib.sha256(out.rstrip("/").encode()).hexdigest()[:16]


@contextmanager
def locked(state: Path, out: str) -> Iterator[None]:
    """Hold the output folder for one run.

    Raises:
        RunInProgress: when another run holds it.
        ReframeError: when it cannot be written to.
    """
    from filelock import FileLock, Timeout

    try:
        state.mkdir(parents=True, exist_ok=True)
        lock = FileLock(state / "lock")
        lock.acquire(timeout=0)
    except Timeout:
        raise RunInProgress(
            f"{out}: another run is writing into this folder. Wait for it, or give another one."
        ) from None
    except OSError as error:
        raise ReframeError(
            f"{out}: cannot be written ({error.strerror}). Choose a folder you may write to."
        ) from error
    try:
        yield
    finally:
        lock.release()


def _jobs(
    files: Sequence[Found], out: str, options: Options, date: str
) -> Callable[[int], DraftJob]:
    """Return what makes the job of a file by its number. A file that has a folder in ``out``
    keeps it, whoever else is called like it now."""
    kept, refused = kept_names(files, out)
    names = folder_names(files, kept)

    def job(number: int) -> DraftJob:
        file, ledger = files[number], options.ledger
        if options.ledgers and not ledger:
            ledger = ledger_in(options.ledgers, file.stem)
        return DraftJob(
            number=number,
            file=file.path,
            name=names[number],
            stem=file.stem,
            out=out,
            ledger=ledger,
            target=options.target,
            warmth=options.warmth,
            comments_only=options.comments_only,
            clean=options.clean,
            author=options.author,
            date=date,
            refused=refused.get(number, ""),
        )

    return job


def _is_done(job: DraftJob, row: Row | None, settings: str) -> bool:
    """Whether an earlier row still tells what this job would do: same file, rules, answers and
    options, and all that was written is still there."""
    if job.refused or row is None or row["status"] != "done" or row["settings"] != settings:
        return False
    kept = below(job.out, job.name, ledger_name(job.stem))
    return (
        row["written"][0].startswith(below(job.out, job.name))
        and all(exists(path) for path in row["written"])
        and row["source_digest"] == file_digest(job.file)
        and row["given"] == _given(job)
        and (bool(job.ledger) or row["ledger_digest"] == file_digest(kept))
    )


def _given(job: DraftJob) -> str:
    return file_digest(job.ledger) if job.ledger else ""


def _now() -> str:
    """Return the time of a run: what SOURCE_DATE_EPOCH says, where builds are to be repeated."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    at = datetime.fromtimestamp(int(epoch), UTC) if epoch.isdecimal() else datetime.now(UTC)
    return at.isoformat(timespec="seconds")
