"""Calls that workers make in tests; a worker imports them by name."""

import os
import signal
import time
from pathlib import Path

from reframe.batch.tasks import DraftJob, Row, draft


def double(number: int) -> int:
    print("what a library prints is no answer")
    return number * 2


def own_id() -> int:
    return os.getpid()


def end_of(pid_file: str) -> None:
    """Tell who this is, then work for ever."""
    Path(pid_file).write_text(str(os.getpid()))
    while True:
        time.sleep(0.05)


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def die_once(job: DraftJob) -> Row:
    """Die at the first call, as if somebody else had ended the process."""
    marker = Path(job.out)
    if not marker.exists():
        marker.touch()
        die()
    return {"file": job.file, "status": "done"}


def spin() -> None:
    while True:
        pass


def swallow_slowly() -> None:
    held = []
    while True:
        held.append(b"x" * 20_000_000)
        time.sleep(0.01)


def swallow_at_once() -> int:
    return len(b"x" * 8_000_000_000)


class Awkward(Exception):
    """An error that pickles and cannot be made again from its pickle."""

    def __init__(self, one: str, two: str) -> None:
        super().__init__(one)
        self.two = two


def fail_awkwardly() -> None:
    raise Awkward("one", "two")


def draft_or_die(job: DraftJob) -> Row:
    """Draft, but for the files whose name says what they do to a worker."""
    name = Path(job.file).stem
    if name.startswith("crash"):
        die()
    if name.startswith("endless"):
        spin()
    if name.startswith("hog"):
        swallow_slowly()
    if name.startswith("slow"):
        time.sleep(0.3)
    return draft(job)
