"""A call may crash, hang or swallow memory: it costs its process and nobody else's."""

import os
import signal
import subprocess
import sys
import time

import psutil
import pytest

from reframe.batch.workers import Limits, Workers
from reframe.errors import OutOfMemory, TimedOut, WorkerLost
from tests.batch import calls


@pytest.fixture
def two():
    with Workers(2, limits=Limits(seconds=20, megabytes=200)) as workers:
        yield workers


def test_calls_are_answered_in_a_process_that_stays(two):
    assert two.submit(calls.double, 21).result() == 42
    ids = {two.submit(calls.own_id).result() for _ in range(4)}
    assert len(ids) <= 2
    assert os.getpid() not in ids


def test_there_are_no_more_processes_than_asked_for(two):
    list(two.map(calls.double, range(20)))
    ours = [p for p in psutil.Process().children() if "reframe.batch.worker" in p.cmdline()]
    assert len(ours) <= 2


@pytest.mark.parametrize(
    ("call", "error", "told"),
    [
        (calls.die, WorkerLost, "SIGKILL"),
        (calls.swallow_slowly, OutOfMemory, "memory limit of 200 MB"),
        (calls.swallow_at_once, OutOfMemory, "memory limit of 200 MB"),
    ],
)
def test_a_call_that_ends_its_process_ends_no_other(two, call, error, told):
    bad = two.submit(call)
    good = [two.submit(calls.double, n) for n in range(4)]
    assert [future.result() for future in good] == [0, 2, 4, 6]
    with pytest.raises(error, match=told):
        bad.result()
    assert two.submit(calls.double, 4).result() == 8


def test_an_endless_call_is_ended():
    with Workers(1, limits=Limits(seconds=0.5)) as workers:
        with pytest.raises(TimedOut, match=r"time limit of 0\.5 seconds"):
            workers.submit(calls.spin).result()
        assert workers.submit(calls.double, 1).result() == 2


def test_a_process_that_is_killed_from_outside_is_replaced(two, tmp_path):
    marker = tmp_path / "pid"
    working = two.submit(calls.end_of, str(marker))
    while not (marker.exists() and marker.read_text()):
        time.sleep(0.02)
    os.kill(int(marker.read_text()), signal.SIGKILL)
    with pytest.raises(WorkerLost):
        working.result()
    assert two.submit(calls.double, 1).result() == 2


def test_what_a_call_raises_comes_back_whatever_it_is(two):
    with pytest.raises(ValueError, match="invalid literal"):
        two.submit(int, "x").result()
    with pytest.raises(RuntimeError, match="Awkward"):
        two.submit(calls.fail_awkwardly).result()


def test_a_shutdown_that_cancels_ends_what_runs():
    workers = Workers(1)
    running, waiting = workers.submit(calls.spin), workers.submit(calls.double, 1)
    time.sleep(0.3)
    workers.shutdown(cancel_futures=True)
    assert isinstance(running.exception(), WorkerLost)
    assert waiting.cancelled()
    with pytest.raises(RuntimeError, match="after shutdown"):
        workers.submit(calls.double, 1)


def test_an_initializer_that_fails_is_the_answer_to_every_call():
    with (
        Workers(1, initializer=(int, ("x",), {})) as workers,
        pytest.raises(ValueError, match="invalid literal"),
    ):
        workers.submit(calls.double, 1).result()


def test_no_process_outlives_the_one_that_started_it(tmp_path):
    """Also when that one is killed and can tidy up nothing."""
    marker = tmp_path / "pid"
    code = (
        "from reframe.batch.workers import Workers; from tests.batch import calls\n"
        f"Workers(1).submit(calls.end_of, {str(marker)!r}).result()"
    )
    starter = subprocess.Popen([sys.executable, "-c", code])
    while not (marker.exists() and marker.read_text()):
        time.sleep(0.02)
    worker = psutil.Process(int(marker.read_text()))
    starter.kill()
    starter.wait()
    worker.wait(timeout=10)
