"""Send jobs through any executor, a few at a time, and take their rows as they come."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, CancelledError, Executor, Future, wait
from itertools import islice
from typing import Any, Protocol, TypeVar

from reframe.batch.tasks import Row, failed
from reframe.errors import OutOfMemory, PipelineError, TableError, TimedOut


class Job(Protocol):
    """What a task is called with: its place in the order, and the file it is about."""

    @property
    def number(self) -> int:
        """Its place in the order, from 0."""

    @property
    def file(self) -> str:
        """The file, as a row names it."""


J = TypeVar("J", bound=Job)


def run(
    executor: Executor, task: Callable[[J], Row], jobs: Iterable[J], *, window: int
) -> Iterator[tuple[J, Row]]:
    """Yield each job with its row, as they come; at most ``window`` are under way.

    A job whose worker died is tried once more, as somebody else may have ended the worker; one
    that ran out of time or memory is not.

    Raises:
        TableError, PipelineError: when no file can be done for a reason that is no file's.
    """
    waiting = iter(jobs)
    running: dict[Future[Row], tuple[J, int]] = {}
    try:
        while True:
            for job in islice(waiting, window - len(running)):
                running[executor.submit(task, job)] = (job, 1)
            if not running:
                return
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in sorted(done, key=lambda f: running[f][0].number):
                job, tries = running.pop(future)
                row = _row_of(future, job)
                if row is None and tries == 1:
                    running[executor.submit(task, job)] = (job, 2)
                else:
                    yield job, row or failed(job.file, _error(future))
    finally:
        for future in running:
            future.cancel()


def _row_of(future: "Future[Row]", job: Job) -> Row | None:
    """Return the row of a finished job, or None when its worker died."""
    try:
        return future.result()
    except (TableError, PipelineError):
        raise
    except (TimedOut, OutOfMemory) as error:
        return failed(job.file, error)
    except CancelledError as error:
        return failed(job.file, error)
    except Exception:
        return None


def _error(future: "Future[Any]") -> BaseException:
    error = future.exception()
    assert error is not None
    return error


def in_order(rows: Iterable[tuple[J, Row]]) -> Iterator[tuple[J, Row]]:
    """Yield what comes in any order in the order of the jobs, numbered from 0."""
    early: dict[int, tuple[J, Row]] = {}
    following = 0
    for job, row in rows:
        early[job.number] = (job, row)
        while following in early:
            yield early.pop(following)
            following += 1
