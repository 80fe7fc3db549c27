"""What commands share: days as options, and the workers and progress of those on many files."""

import datetime
import functools
import json
import sys
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from reframe.batch.running import Job
    from reframe.batch.tasks import Row
    from reframe.batch.workers import Limits

_SECONDS, _MEGABYTES = 60.0, 1024

J = TypeVar("J", bound="Job")


def day(_context: click.Context, _option: click.Parameter, text: str | None) -> str:
    """Return the day that an option gives as YYYY-MM-DD, or "" where it was not given.

    Other forms of ISO 8601 ("20260131") are read too and never kept: days are compared as text.

    Raises:
        BadParameter: when the text is no day.
    """
    try:
        return datetime.date.fromisoformat(text).isoformat() if text else ""
    except ValueError:
        raise click.BadParameter(f"{text!r} is no day. Write it as YYYY-MM-DD.") from None


@dataclass(frozen=True, slots=True)
class Work:
    """How work on many files is to be done: by whom, and what one file may take."""

    workers: int | None
    scheduler: str
    seconds: float
    megabytes: int

    def limits(self) -> "Limits":
        """Return the limits as workers know them."""
        from reframe.batch.workers import Limits

        return Limits(seconds=self.seconds, megabytes=self.megabytes)


def work_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options about workers to a command, which is given them as ``work``."""

    @functools.wraps(command)
    def collected(
        *args: Any,
        workers: int | None,
        scheduler: str | None,
        time_limit: float,
        memory_limit: int,
        **rest: Any,
    ) -> None:
        command(*args, work=Work(workers, scheduler or "", time_limit, memory_limit), **rest)

    found: Callable[..., None] = collected
    for option in reversed(
        (
            click.option(
                "--workers", type=click.IntRange(min=1), help="Processes; as many as fit by default."
            ),
            click.option("--scheduler", help="A Dask scheduler's address; use its workers."),
            click.option(
                "--time-limit", type=click.FloatRange(min=0.1), default=_SECONDS,
                show_default=True, help="Seconds that one file may take.",
            ),
            click.option(
                "--memory-limit", type=click.IntRange(min=64), default=_MEGABYTES,
                show_default=True, help="Megabytes that one file may take.",
            ),
        )
    ):  # fmt: skip
        found = option(found)
    return found


@contextmanager
def rows_of(
    task: "Callable[[J], Row]", jobs: "Sequence[J]", *, work: Work, done: "Sequence[Row]" = ()
) -> "Iterator[Iterator[Row]]":
    """Give the rows of jobs in their order, behind those that are ``done`` already; progress is
    shown until the last was taken.

    Raises:
        Exit: code 3, at the end, when a file failed.
    """
    from reframe.batch.executors import workers
    from reframe.batch.running import in_order, run

    failed = 0

    def told(executor: "Executor", window: int) -> "Generator[Row, None, None]":
        nonlocal failed
        came = (row for _, row in in_order(run(executor, task, jobs, window=window)))
        with progress(len(done) + len(jobs)) as tell:
            for row in chain(done, came):
                tell(row)
                failed += row["status"] == "failed"
                yield row

    with (
        workers(
            files=len(jobs), count=work.workers, scheduler=work.scheduler, limits=work.limits()
        ) as (executor, window),
        closing(told(executor, window)) as rows,
    ):
        yield rows
    if failed:
        raise click.exceptions.Exit(3)


@contextmanager
def progress(total: int, *, kept: int = 0) -> Iterator[Callable[[dict[str, Any]], None]]:
    """Give a function to be told of each row: a bar on a terminal, plain lines elsewhere.

    Why a file failed is a line of its own in both.
    """
    if total > 1 and sys.stderr.isatty():
        from tqdm import tqdm

        with tqdm(total=total, initial=kept, unit="file", dynamic_ncols=True) as bar:

            def on_bar(row: dict[str, Any]) -> None:
                if row["status"] == "failed":
                    bar.write(f"Error: {row['error']}", file=sys.stderr)
                bar.update()

            yield on_bar
        return
    number = kept

    def plainly(row: dict[str, Any]) -> None:
        nonlocal number
        number += 1
        click.echo(f"[{number}/{total}] {row['file']}: {row['status']}", err=True)
        if row["status"] == "failed":
            click.echo(f"Error: {row['error']}", err=True)

    yield plainly


def print_json(value: Any) -> None:
    """Print one JSON object as a line."""
    click.echo(json.dumps(value, ensure_ascii=False))
