"""The options and progress that commands on many files share."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import click

_SECONDS, _MEGABYTES = 60.0, 1024


def work_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options about workers to a command."""
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
        command = option(command)
    return command


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
