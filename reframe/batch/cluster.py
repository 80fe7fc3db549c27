"""The same work on a Dask cluster that is already there.

A cluster's worker is one process with threads: it can neither end a call nor survive one that
crashes. So a call runs there as it does here, in a process of its own that the cluster's worker
starts at its first call and keeps.
"""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager, suppress
from typing import Any

from reframe.batch.worker import Call
from reframe.batch.workers import Limits, Workers
from reframe.errors import ReframeError

_CONNECT = 10
_lock = threading.Lock()
_pools: dict[tuple[Any, ...], Workers] = {}


class _OnCluster(Executor):
    """Calls that a cluster's workers pass on to processes of their own."""

    def __init__(self, there: Executor, limits: Limits, initializer: Call) -> None:
        self._there, self._limits, self._initializer = there, limits, initializer

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> "Future[Any]":
        return self._there.submit(_passed_on, (fn, args, kwargs), self._limits, self._initializer)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: ARG002
        self._there.shutdown(wait=wait)


@contextmanager
def cluster(address: str, *, limits: Limits, initializer: Call) -> Iterator[tuple[Executor, int]]:
    """Give an executor on the cluster at ``address``, and how many calls to have under way.

    Raises:
        ReframeError: when Dask is not installed, or nobody answers at the address.
    """
    try:
        import distributed
    except ImportError as error:
        raise ReframeError(
            "--scheduler needs Dask: install it with 'pip install resume-reframe[cluster]'."
        ) from error
    try:
        client: Any = distributed.Client(address, timeout=_CONNECT, set_as_default=False)
    except Exception as error:
        told = " ".join(str(error).split())[:200]
        raise ReframeError(
            f"{address}: no Dask scheduler answers there ({told}). Check the address."
        ) from error
    with client:
        threads = sum(client.nthreads().values())
        executor = _OnCluster(client.get_executor(pure=False), limits, initializer)
        # Calls travel: a few more wait at each worker than are done at once.
        try:
            yield executor, max(2, threads * 3)
        finally:
            with suppress(Exception):
                client.run(_release)


def _passed_on(call: Call, limits: Limits, initializer: Call) -> Any:
    fn, args, kwargs = call
    return _pool(limits, initializer).submit(fn, *args, **kwargs).result()


def _pool(limits: Limits, initializer: Call) -> Workers:
    """Return this process's workers; they start as calls come, one a thread of the cluster."""
    key = (limits, repr(initializer))
    with _lock:
        if key not in _pools:
            _pools[key] = Workers(_threads(), limits=limits, initializer=initializer)
        return _pools[key]


def _release() -> None:
    """Let the cluster's memory go when a run is over."""
    with _lock:
        for pool in _pools.values():
            pool.shutdown(wait=False)
        _pools.clear()


def _threads() -> int:
    from distributed import get_worker

    return int(get_worker().state.nthreads)
