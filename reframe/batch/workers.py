"""An executor whose workers may die: each call has a process to itself while it runs.

``ProcessPoolExecutor`` breaks as a whole when one worker dies, and cannot end a call that takes
too long. Here a thread holds one process each; a call that crashes, hangs or swallows memory
costs its process, which the next call replaces.
"""

import contextlib
import os
import pickle
import queue
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from typing import Any

from reframe.batch.worker import Answer, Call
from reframe.errors import OutOfMemory, TimedOut, WorkerLost

MEGABYTE = 1024 * 1024
_GLANCE = 0.1
_SINGLE = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")


@dataclass(frozen=True, slots=True)
class Limits:
    """What one call may take: ``seconds`` of time, ``megabytes`` above what its worker holds
    when it begins. None is no limit."""

    seconds: float | None = None
    megabytes: int | None = None


# Loading the pipeline takes a second or two; minutes mean that it will never be there.
_START = Limits(seconds=300)
_NOTHING: Call = (int, (), {})


class Workers(Executor):
    """Run calls in processes of our own, at most ``count`` at a time.

    ``initializer`` is called once in each process before its first call, outside the limits.
    """

    def __init__(
        self, count: int, *, limits: Limits | None = None, initializer: Call | None = None
    ) -> None:
        if count < 1:
            raise ValueError(f"at least one worker is needed, not {count}")
        self.count = count
        self.limits = limits or Limits()
        self._initializer = initializer
        self._calls: queue.SimpleQueue[tuple[Future[Any], bytes] | None] = queue.SimpleQueue()
        self._threads: list[threading.Thread] = []
        self._processes: dict[int, _Process] = {}
        self._open = 0
        self._closed = self._stopped = False
        self._lock = threading.Lock()

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> "Future[Any]":
        """Return the future of a call; the function must be importable by its name.

        Raises:
            RuntimeError: after :meth:`shutdown`.
        """
        future: Future[Any] = Future()
        call = pickle.dumps((fn, args, kwargs))
        with self._lock:
            if self._closed:
                raise RuntimeError("cannot schedule new futures after shutdown")
            self._open += 1
            self._calls.put((future, call))
            if len(self._threads) < min(self.count, self._open):
                self._start_thread()
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Take no more calls; with ``cancel_futures`` end those that run, too."""
        with self._lock:
            self._closed = True
            if cancel_futures:
                with contextlib.suppress(queue.Empty):
                    while (waiting := self._calls.get_nowait()) is not None:
                        waiting[0].cancel()
                self._stopped = True
                for process in self._processes.values():
                    process.kill("stopped")
            for _ in self._threads:
                self._calls.put(None)
        if wait:
            for thread in self._threads:
                thread.join()

    def _start_thread(self) -> None:
        number = len(self._threads)
        thread = threading.Thread(target=self._serve, args=(number,), daemon=True)
        self._threads.append(thread)
        thread.start()

    def _serve(self, number: int) -> None:
        while (item := self._calls.get()) is not None:
            future, call = item
            if future.set_running_or_notify_cancel():
                try:
                    ok, value = self._answer(number, call)
                except BaseException as error:
                    ok, value = False, error
                (future.set_result if ok else future.set_exception)(value)
            # The traceback of an error holds the call's frame: let it go before waiting.
            del future, call, item
            with self._lock:
                self._open -= 1
        if process := self._processes.pop(number, None):
            process.end("closed")

    def _answer(self, number: int, call: bytes) -> Answer:
        process = self._processes.get(number)
        if process is None or not process.alive():
            process = self._fresh(number)
        answer = process.ask(call, self.limits)
        if not answer[0] and isinstance(answer[1], MemoryError):
            raise process.out_of_memory(self.limits)
        return answer

    def _fresh(self, number: int) -> "_Process":
        process = _Process()
        with self._lock:
            self._processes[number] = process
            if self._stopped:
                process.kill("stopped")
        # A limit is for a call: that its process must start first is no fault of it.
        ok, value = process.ask(pickle.dumps(self._initializer or _NOTHING), _START)
        if not ok:
            process.end("closed")
            raise value
        return process


class _Process:
    """One worker process, asked one call at a time by one thread."""

    def __init__(self) -> None:
        self._stderr = tempfile.TemporaryFile()  # noqa: SIM115 - it lives as long as the process
        paths = os.pathsep.join(path for path in sys.path if path)
        # A worker is one of many: numerical libraries must not start threads for every core.
        env = {**os.environ, "PYTHONPATH": paths, **dict.fromkeys(_SINGLE, "1")}
        self._popen = subprocess.Popen(
            [sys.executable, "-P", "-m", "reframe.batch.worker"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._stderr, env=env,
        )  # fmt: skip
        self._why = ""

    def alive(self) -> bool:
        return self._popen.poll() is None

    def kill(self, why: str) -> None:
        """Kill the process; the first ``why`` is remembered for :meth:`verdict`."""
        self._why = self._why or why
        self._popen.kill()

    def end(self, why: str) -> None:
        """Kill the process and let go of all that it held."""
        self.kill(why)
        self._popen.wait()
        for stream in (self._popen.stdin, self._popen.stdout):
            # Closing flushes, and there is nobody to take what is left.
            with contextlib.suppress(OSError):
                if stream is not None:
                    stream.close()

    def ask(self, call: bytes, limits: Limits) -> Answer:
        """Return the answer to a call.

        Raises:
            WorkerLost: when the process died of it, or was ended for it.
        """
        over = threading.Event()
        watch = threading.Thread(target=self._watch, args=(limits, over), daemon=True)
        watch.start()
        try:
            allowance = None if limits.megabytes is None else limits.megabytes * MEGABYTE
            self._send(pickle.dumps(allowance) + call)
            assert self._popen.stdout is not None
            answer: Answer = pickle.load(self._popen.stdout)
        except (EOFError, OSError, ValueError, pickle.UnpicklingError) as error:
            raise self._lost(limits) from error
        finally:
            over.set()
            watch.join()
        return answer

    def out_of_memory(self, limits: Limits) -> WorkerLost:
        """End the process, and return the error for a call that was refused memory: what is
        left of it may be in pieces."""
        self._why = "memory"
        return self._lost(limits)

    def _lost(self, limits: Limits) -> WorkerLost:
        self.end("crash")
        match self._why:
            case "time":
                return TimedOut(f"took longer than the time limit of {limits.seconds:g} seconds")
            case "memory":
                return OutOfMemory(f"wanted more than the memory limit of {limits.megabytes} MB")
            case "stopped":
                return WorkerLost("the run was stopped")
        return WorkerLost(f"its worker process died ({self._last_words()})")

    def _last_words(self) -> str:
        code = self._popen.returncode
        if code is not None and code < 0:
            with contextlib.suppress(ValueError):
                return signal.Signals(-code).name
        self._stderr.seek(0, os.SEEK_END)
        self._stderr.seek(max(0, self._stderr.tell() - 2000))
        said = self._stderr.read().decode(errors="replace").split("\n")
        last = next((line.strip() for line in reversed(said) if line.strip()), "")
        return f"exit code {code}" + (f": {last[:200]}" if last else "")

    def _watch(self, limits: Limits, over: threading.Event) -> None:
        import psutil

        began = time.monotonic()
        with contextlib.suppress(psutil.Error):
            seen = psutil.Process(self._popen.pid)
            held = seen.memory_info().rss
            while not over.wait(_GLANCE):
                if limits.seconds is not None and time.monotonic() - began > limits.seconds:
                    self.kill("time")
                    return
                grown = seen.memory_info().rss - held
                if limits.megabytes is not None and grown > limits.megabytes * MEGABYTE:
                    self.kill("memory")
                    return

    def _send(self, data: bytes) -> None:
        assert self._popen.stdin is not None
        with contextlib.suppress(BrokenPipeError):
            # A process that died before it was asked shows itself when its answer is read.
            self._popen.stdin.write(data)
            self._popen.stdin.flush()
