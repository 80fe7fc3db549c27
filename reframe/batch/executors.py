"""Where the work is done: in processes of this machine, or on a Dask cluster."""

import os
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager

from reframe.batch.tasks import COLD, Warmth, warm
from reframe.batch.worker import Call
from reframe.batch.workers import MEGABYTE, Limits, Workers

# What a worker holds with everything loaded, and some room for the file it is at.
_WORKER = 500 * MEGABYTE


def default_workers(files: int) -> int:
    """Return how many workers this machine can feed: one a core, as memory and files allow."""
    import psutil

    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    room = int(psutil.virtual_memory().available) // _WORKER
    return max(1, min(cores or 1, room, files))


@contextmanager
def workers(
    *,
    files: int,
    count: int | None = None,
    scheduler: str = "",
    limits: Limits,
    warmth: Warmth = COLD,
) -> Iterator[tuple[Executor, int]]:
    """Give an executor for ``files`` files, and how many of them to have under way at once.

    Args:
        count: how many processes; as many as the machine can feed by default.
        scheduler: the address of a Dask scheduler, whose workers are used instead.
        limits: what one file may take.
        warmth: what each worker loads its engine for, once.

    Raises:
        ReframeError: when the cluster cannot be reached.
    """
    initializer: Call = (warm, (warmth,), {})
    if scheduler:
        from reframe.batch.cluster import cluster

        with cluster(scheduler, limits=limits, initializer=initializer) as found:
            yield found
        return
    number = count or default_workers(files)
    pool = Workers(number, limits=limits, initializer=initializer)
    try:
        # A second file for each worker waits while the first is done.
        yield pool, number * 2
    finally:
        pool.shutdown(cancel_futures=True)
