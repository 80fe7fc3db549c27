"""The same work on a Dask cluster: a real one of two workers, started here."""

import time

import distributed
import pytest

from reframe.batch.cluster import cluster
from reframe.batch.cohort import Ended, Options, draft_cohort
from reframe.batch.finding import resume_files
from reframe.batch.tasks import warm
from reframe.batch.workers import Limits
from reframe.errors import ReframeError, TimedOut
from tests.batch import calls
from tests.batch.cohort import make_cohort

WARM = (warm, (), {})


@pytest.fixture(scope="module")
def two_workers():
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
    ) as started:
        yield started


def test_a_cohort_is_drafted_though_a_worker_is_killed_midway(two_workers, tmp_path):
    make_cohort(tmp_path / "in", 10, seed=5)
    files = resume_files([tmp_path / "in"])
    with cluster(two_workers.scheduler_address, limits=Limits(seconds=60), initializer=WARM) as (
        executor,
        window,
    ):
        assert window >= 2
        events = draft_cohort(
            files, str(tmp_path / "out"), executor, options=Options(), window=window
        )
        rows = []
        for event in events:
            rows.append(event)
            if len(rows) == 3:
                two_workers.workers[0].process.process.kill()
    ended = rows[-1]
    assert isinstance(ended, Ended)
    assert (ended.files, ended.failed) == (10, 0)
    assert len([*(tmp_path / "out").glob("*/review.json")]) == 10


def test_limits_hold_on_a_cluster_too(two_workers):
    with cluster(
        two_workers.scheduler_address, limits=Limits(seconds=0.5), initializer=(int, (), {})
    ) as (executor, _):
        with pytest.raises(TimedOut):
            executor.submit(calls.spin).result()
        assert executor.submit(calls.double, 4).result() == 8


def test_an_address_where_nobody_answers_is_one_clear_line(monkeypatch):
    monkeypatch.setattr("reframe.batch.cluster._CONNECT", 0.5)
    began = time.monotonic()
    with (
        pytest.raises(ReframeError, match=r"127\.0\.0\.1:9: no Dask scheduler answers there"),
        cluster("tcp://127.0.0.1:9", limits=Limits(), initializer=WARM),
    ):
        pass
    assert time.monotonic() - began < 30
