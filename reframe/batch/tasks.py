"""What a worker does with one file. A task takes a job and returns a row of plain data, also
when the file fails; it is the same function in a process, a thread or on a cluster."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reframe.batch.stores import below, exists, opened, output_folder
from reframe.errors import LedgerError, PipelineError, ReframeError, TableError

if TYPE_CHECKING:
    from reframe.core.target import Target
    from reframe.core.variants import Locale

Row = dict[str, Any]
"""What became of one file, as JSON can hold it: ``file``, ``status`` (``done`` or ``failed``);
of one that failed ``kind`` and ``error``, of one that is done its figures."""

Warmth = tuple[tuple[str, ...], "Locale | None"]
"""What a worker loads its engine for: the rule folders, and the country of the spelling."""

COLD: Warmth = ((), None)

# spaCy's memory zone is a state of the pipeline: one file at a time in each process.
_ONE = threading.Lock()


@dataclass(frozen=True, slots=True)
class DraftJob:
    """One résumé to draft into the folder ``name`` under ``out``. With ``synced_later`` the files
    are not yet on the disk when the row comes back; ``refused`` is why it may not be drafted."""

    number: int
    file: str
    name: str
    stem: str
    out: str
    ledger: str = ""
    target: Target | None = None
    warmth: Warmth = COLD
    comments_only: bool = False
    clean: bool = False
    author: str = ""
    date: str = ""
    synced_later: bool = False
    refused: str = ""


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
    """One résumé to make documents of, in the folder ``out``."""

    number: int
    file: str
    out: str
    templates: tuple[str, ...]
    kind: str
    ledger: str = ""
    brand: str = ""
    paper: str = ""
    draft: bool = False
    target: Target | None = None
    aim: str = ""


def warm(warmth: Warmth = COLD) -> None:
    """Load everything that is loaded once.

    Raises:
        TableError: when a rule is wrong.
        PipelineError: when the pipeline cannot be loaded.
    """
    import gc

    # Rules and pipeline stay for good: the collector need not walk them, now or with every file.
    gc.disable()
    try:
        import reframe.engine.drafting  # noqa: F401

        # Whatever a first line needs is there for the others.
        _reframer(warmth).suggest("Responsible for filing mail")
        gc.freeze()
    finally:
        gc.enable()


def draft(job: DraftJob) -> Row:
    """Draft one résumé; the row holds the figures that the report adds up."""
    from reframe.batch.figures import figures
    from reframe.engine.drafting import draft_file
    from reframe.formats.files import synced_later

    def work() -> Row:
        if job.refused:
            raise LedgerError(job.refused)
        kept = ledger_name(job.stem)
        wanted = (kept, f"{job.stem}_questions.*")
        with (
            output_folder(job.out, job.name, wanted) as folder,
            synced_later() if job.synced_later else nullcontext(),
        ):
            done = draft_file(
                opened(job.file),
                folder,
                _reframer(job.warmth),
                name=job.name,
                ledger=Path(job.ledger) if job.ledger else None,
                target=job.target,
                comments_only=job.comments_only,
                clean=job.clean,
                author=job.author or None,
                date=_moment(job.date),
                report=not job.synced_later,  # a cohort has one report of its own
            )
            ledger = done.folder / kept
            return {
                **figures(done),
                "folder": below(job.out, job.name),
                "written": [below(job.out, job.name, path.name) for path in done.written],
                "source_digest": done.review.resume.digest,
                "ledger_digest": hashlib.sha256(ledger.read_bytes()).hexdigest(),
            }

    return _row(job.file, job.warmth, work)


def check(job: CheckJob) -> Row:
    """Compare two files; the row holds every line with what is wrong with it."""
    from reframe.core.wire import to_plain
    from reframe.engine.checking import check_files
    from reframe.formats.ledger import Ledger

    def work() -> Row:
        evidence = Ledger.load(job.ledger) if job.ledger else None
        found = check_files(Path(job.before), Path(job.after), _reframer(COLD), evidence)
        return {
            "lines": [
                {"before": old, "after": new, "findings": to_plain(findings)}
                for old, new, findings in found
            ]
        }

    return _row(job.file, COLD, work)


def render(job: RenderJob) -> Row:
    """Make documents of one résumé."""
    from reframe.engine import rendering
    from reframe.engine.drafting import check_owner
    from reframe.engine.filing import place
    from reframe.engine.reading import read
    from reframe.formats.ledger import Ledger

    def work() -> Row:
        source = read(opened(job.file))
        evidence = Ledger.load(job.ledger) if job.ledger else None
        if evidence:
            check_owner(evidence, source.name, Path(job.ledger))
        reframer = _reframer(COLD)
        review = reframer.review(source, evidence, target=job.target)
        written = []
        out = _folder(job.out)
        for template in job.templates:
            path = place(
                out,
                source,
                template,
                job.kind,
                draft=job.draft,
                target=job.aim,
                among=job.templates,
            )
            rendering.render(
                review,
                template=template,
                out=path,
                brand=job.brand or None,
                paper=job.paper,
                final=not job.draft,
                reframer=reframer,
            )
            written.append(str(path))
        return {"written": written, "left_out": [b.text for b in review.left_out()]}

    return _row(job.file, COLD, work)


def ledger_name(stem: str) -> str:
    """Return the name of the ledger that is kept in a client's folder."""
    return f"{stem}.ledger.yaml"


def ledger_in(folder: str, stem: str) -> str:
    """Return the path of a client's ledger in a folder of ledgers, or an empty string."""
    named = (ledger_name(stem), f"{stem}.yaml", f"{stem}/{ledger_name(stem)}")
    return next((p for p in (below(folder, name) for name in named) if exists(p)), "")


def _folder(path: str) -> Path:
    """Return a folder that is there: what only has the name of one may be taken for a file."""
    folder = Path(path)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ReframeError(
            f"{path}: cannot be made a folder ({error.strerror}). Give another one with -o."
        ) from error
    return folder


@cache
def _reframer(warmth: Warmth) -> Any:
    from reframe.engine.reframer import Reframer

    rules, locale = warmth
    return Reframer(rules=rules, locale=locale)


def _moment(text: str) -> datetime | None:
    moment = datetime.fromisoformat(text) if text else None
    return moment.replace(tzinfo=UTC) if moment and moment.tzinfo is None else moment


def _row(file: str, warmth: Warmth, work: Callable[[], Row]) -> Row:
    try:
        with _ONE, _forgetting(warmth):
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
def _forgetting(warmth: Warmth) -> Iterator[None]:
    """Let spaCy forget a file's words afterwards: its vocabulary grows with each new one."""
    with _reframer(warmth).nlp.memory_zone():
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
