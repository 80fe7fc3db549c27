"""A worker process: calls come in on standard input, answers go out on standard output.

It is started as ``python -m reframe.batch.worker``. Each message is a pickle; only the process
that started the worker holds the other ends.
"""

import os
import pickle
import queue
import signal
import sys
import threading
from collections.abc import Callable
from typing import IO, Any

Call = tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any]]
"""A function, its arguments, its named arguments."""

Answer = tuple[bool, Any]
"""Whether the call returned, and what it returned or raised."""


def main() -> None:
    """Answer calls until the other side closes. Before each comes its allowance in bytes."""
    # The terminal sends Ctrl-C to the whole group; the starter decides what becomes of us.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    calls, answers = sys.stdin.buffer, _own_output()
    waiting: queue.SimpleQueue[tuple[int | None, Call]] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(calls, waiting), daemon=True).start()
    while True:
        allowance, (function, args, kwargs) = waiting.get()
        _allow(allowance)
        answer = answered(function, args, kwargs)
        _allow(None)
        answers.write(answer)
        answers.flush()


def answered(function: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> bytes:
    """Return the pickled answer to a call; whatever it raises is an answer too."""
    try:
        answer: Answer = (True, function(*args, **kwargs))
    except Exception as error:
        answer = (False, error)
    try:
        data = pickle.dumps(answer)
        if not answer[0]:
            # Some errors pickle and do not unpickle, which the other side could not read past.
            pickle.loads(data)
    except Exception:
        data = pickle.dumps((False, RuntimeError(f"{type(answer[1]).__name__}: {answer[1]}")))
    return data


def _own_output() -> IO[bytes]:
    """Keep standard output for answers: what a library prints goes to standard error."""
    own = os.dup(1)
    os.dup2(2, 1)
    return os.fdopen(own, "wb")


def _listen(calls: IO[bytes], waiting: "queue.SimpleQueue[tuple[int | None, Call]]") -> None:
    # A thread of its own sees at once, also amid a call, that nobody waits for the answer.
    while True:
        try:
            waiting.put((pickle.load(calls), pickle.load(calls)))
        except EOFError:
            os._exit(0)
        except Exception:
            os._exit(1)


def _allow(more: int | None) -> None:
    """Let the process grow by so many bytes from now on, or without limit.

    What grows in one leap is refused by the system here; what grows slowly, and systems that
    know no such limit, are left to the starter's watch.
    """
    try:
        import resource

        import psutil
    except ImportError:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    soft = hard
    if more is not None:
        soft = psutil.Process().memory_info().vms + more
        soft = soft if hard == resource.RLIM_INFINITY else min(soft, hard)
    try:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
    except (OSError, ValueError):
        return


if __name__ == "__main__":
    main()
