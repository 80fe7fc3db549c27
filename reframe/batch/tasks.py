"""What a worker does with one file. A task takes a job and returns a row of plain data, also
when the file fails; it is the same function in a process, a thread or on a cluster."""

import hashlib
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from reframe.batch.stores import below, exists, opened, output_folder
from reframe.errors import PipelineError, ReframeError, TableError

Row = dict[str, Any]
"""What became of one file, as JSON can hold it: ``file``, ``status`` (``done`` or ``failed``);
of one that failed ``kind`` and ``error``, of one that is done its figures."""

# spaCy's memory zone is a state of the pipeline: one file at a time in each process.
_ONE = threading.Lock()


@dataclass(frozen=True, slots=True)
class DraftJob:
    """One résumé to draft into the folder ``name`` under ``out``. With ``synced_later`` the files
    are not yet on the disk when the row comes back."""

    number: int
    file: str
    name: str
    stem: str
    out: str
    ledger: str = ""
    target: str = ""
    rules: tuple[str, ...] = ()
    comments_only: bool = False
    clean: bool = False
    date: str = ""
    synced_later: bool = False


@dataclass(frozen=True, slots=True)
class CheckJob:
    """Two files to compare; ``file`` is the name they share."""

    number: int
    file: str
    before: str
    after: str
    ledger: str = ""


@dataclass(frozen=True, slots=True)
class RenderJob:
    """One résumé to set anew as the file ``out``."""

    number: int
    file: str
    out: str
    template: str
    ledger: str = ""


def warm(rules: tuple[str, ...] = ()) -> None:
    """Load everything that is loaded once.

    Raises:
        TableError: when a rule is wrong.
        PipelineError: when the pipeline cannot be loaded.
    """
    import gc

    # Rules and pipeline stay for good: the collector need not walk them, now or with every file.
    gc.disable()
    try:
        reframer = _reframer(rules)
        _ = reframer.nlp, reframer.book, reframer.generic
        gc.freeze()
    finally:
        gc.enable()


def draft(job: DraftJob) -> Row:
    """Draft one résumé; the row holds the figures that the report adds up."""
    from reframe.batch.figures import figures
    from reframe.engine.drafting import draft_file
    from reframe.formats.files import synced_later

    def work() -> Row:
        kept = ledger_name(job.stem)
        wanted = (kept, f"{job.stem}_questions.*")
        with (
            output_folder(job.out, job.name, wanted) as folder,
            synced_later() if job.synced_later else nullcontext(),
        ):
            done = draft_file(
                opened(job.file),
                folder,
                _reframer(job.rules),
                name=job.name,
                ledger=Path(job.ledger) if job.ledger else None,
                target=Path(job.target) if job.target else None,
                comments_only=job.comments_only,
                clean=job.clean,
                date=datetime.fromisoformat(job.date) if job.date else None,
            )
            ledger = done.folder / kept
            return {
                **figures(done),
                "folder": below(job.out, job.name),
                "written": [below(job.out, job.name, path.name) for path in done.written],
                "source_digest": done.review.resume.digest,
                "ledger_digest": hashlib.sha256(ledger.read_bytes()).hexdigest(),
            }

    return _row(job.file, job.rules, work)


def check(job: CheckJob) -> Row:
    """Compare two files; the row holds every line with what is wrong with it."""
    from reframe.core.wire import to_plain
    from reframe.engine.checking import check_files
    from reframe.formats.ledger import Ledger

    def work() -> Row:
        evidence = Ledger.load(job.ledger) if job.ledger else None
        found = check_files(Path(job.before), Path(job.after), _reframer(()), evidence)
        return {
            "lines": [
                {"before": old, "after": new, "findings": to_plain(findings)}
                for old, new, findings in found
            ]
        }

    return _row(job.file, (), work)


def render(job: RenderJob) -> Row:
    """Set one résumé anew in a template."""
    from reframe.engine import rendering
    from reframe.engine.reading import read
    from reframe.formats.ledger import Ledger

    def work() -> Row:
        evidence = Ledger.load(job.ledger) if job.ledger else None
        review = _reframer(()).review(read(opened(job.file)), evidence)
        rendering.render(review, template=job.template, out=job.out)
        return {"written": [job.out]}

    return _row(job.file, (), work)


def ledger_name(stem: str) -> str:
    """Return the name of the ledger that is kept in a client's folder."""
    return f"{stem}.ledger.yaml"


def ledger_in(folder: str, stem: str) -> str:
    """Return the path of a client's ledger in a folder of ledgers, or an empty string."""
    named = (ledger_name(stem), f"{stem}.yaml", f"{stem}/{ledger_name(stem)}")
    return next((p for p in (below(folder, name) for name in named) if exists(p)), "")


@cache
def _reframer(rules: tuple[str, ...]) -> Any:
    from reframe.engine.reframer import Reframer

    return Reframer(rules=rules)


def _row(file: str, rules: tuple[str, ...], work: Callable[[], Row]) -> Row:
    try:
        with _ONE, _forgetting(rules):
            return {**work(), "file": file, "status": "done"}
    except (TableError, PipelineError):
        raise  # no file's fault: the run cannot go on
    except ReframeError as error:
        if isinstance(error.__cause__, MemoryError):
            raise MemoryError from error
        return failed(file, error)
    except (MemoryError, KeyboardInterrupt):
        raise
    except Exception as error:
        return failed(file, error)


@contextmanager
def _forgetting(rules: tuple[str, ...]) -> Iterator[None]:
    """Let spaCy forget a file's words afterwards: its vocabulary grows with each new one."""
    with _reframer(rules).nlp.memory_zone():
        yield


def failed(file: str, error: BaseException) -> Row:
    """Return the row of a file that failed: one line that says why."""
    if isinstance(error, ReframeError):
        text = str(error) if file in str(error) else f"{file}: {error}"
        kind = type(error).__name__
    else:
        told = " ".join(str(error).split())[:200]
        text = (
            f"{file}: failed on a mistake in this program ({type(error).__name__}: {told}). "
            "Please report it; the file is left as it was."
        )
        kind = "Mistake"
    return {"file": file, "status": "failed", "kind": kind, "error": " ".join(text.split())}
