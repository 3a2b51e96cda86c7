"""What can be wrong with a cluster, told in words: made up here, as no test can wait for it to happen."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import CancelledError
from pathlib import Path
from typing import Any, ClassVar

import msgspec
import pytest
from arden import PACK

from harness.checking.run import Checker, Question
from harness.engine import dask
from harness.engine.dask import DISTRIBUTION, EngineFailed, cluster, other_versions
from harness.storage.files import TemporaryFolder
from harness.truth.index import Truth
from harness.truth.pack import Pack

HERE = {"python": "3.12.1.final.0", "dask": "2026.8.0", "distributed": "2026.8.0", DISTRIBUTION: "0.1.0", "lz4": None}
WORKER = "tcp://10.0.0.1:40000"


def versions(scheduler: dict[str, Any] | None = None, worker: dict[str, Any] | None = None) -> dict[str, Any]:
    """What a cluster says of its versions, which are those of this machine but for some."""
    return {
        "client": {"packages": HERE},
        "scheduler": {"packages": {**HERE, **(scheduler or {})}},
        "workers": {WORKER: {"packages": {**HERE, **(worker or {})}}},
    }


@pytest.mark.parametrize(
    "told, others",
    [
        pytest.param(versions(), [], id="the same everywhere"),
        pytest.param(
            versions({DISTRIBUTION: None, "python": "3.13.0.final.0"}), [], id="a scheduler without the harness"
        ),
        pytest.param(versions(worker={"python": "3.12.9.final.0", "lz4": "4.0"}), [], id="what makes no difference"),
        pytest.param(
            versions({"distributed": "2024.5.0"}),
            ["distributed 2026.8.0 here, 2024.5.0 at scheduler"],
            id="an old scheduler",
        ),
        pytest.param(
            versions(worker={DISTRIBUTION: None, "python": "3.11.7.final.0"}),
            [f"python 3.12.1.final.0 here, 3.11.7.final.0 at {WORKER}", f"{DISTRIBUTION} 0.1.0 here, none at {WORKER}"],
            id="a worker of another Python without the harness",
        ),
    ],
)
def test_versions_that_have_to_be_the_same(told: dict[str, Any], others: list[str]) -> None:
    assert other_versions(told) == others


class StubClient:
    """A client of a cluster that is described by its workers and versions."""

    workers: ClassVar[dict[str, int]] = {WORKER: 1}
    versions: ClassVar[dict[str, Any]] = versions()

    def __init__(self, scheduler: str, timeout: float) -> None: ...

    def __enter__(self) -> StubClient:
        return self

    def __exit__(self, *failure: object) -> None: ...

    def nthreads(self) -> dict[str, int]:
        return self.workers

    def get_versions(self, packages: list[str]) -> dict[str, Any]:
        return self.versions


def connect(monkeypatch: pytest.MonkeyPatch, client: Callable[..., Any], scheduler: str = "tcp://s:8786") -> Any:
    """What `cluster` yields where `distributed` has this client."""
    monkeypatch.setattr(dask, "import_module", lambda name: type("Stub", (), {"Client": staticmethod(client)}))
    with cluster(scheduler, 2) as connected:
        return connected


def test_a_cluster_that_fits(monkeypatch: pytest.MonkeyPatch) -> None:
    assert isinstance(connect(monkeypatch, StubClient), StubClient)


def test_a_cluster_of_another_version(monkeypatch: pytest.MonkeyPatch) -> None:
    class Old(StubClient):
        versions = versions({"dask": "2024.5.0"})

    with pytest.raises(
        EngineFailed, match=r"the cluster has other versions: dask 2026\.8\.0 here, 2024\.5\.0 at sched"
    ):
        connect(monkeypatch, Old)


def test_a_scheduler_without_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    class Idle(StubClient):
        workers: ClassVar[dict[str, int]] = {}

    with pytest.raises(EngineFailed, match="has no workers: start one, `dask worker tcp://s:8786`"):
        connect(monkeypatch, Idle)


def test_a_server_that_is_no_scheduler(monkeypatch: pytest.MonkeyPatch) -> None:
    """It takes the connection and says nothing: `Client` waits for it without end."""
    monkeypatch.setattr(dask, "CONNECT_SECONDS", 0.01)
    with pytest.raises(EngineFailed, match="answers at tcp://s:8786: what answers there is no Dask scheduler"):
        connect(monkeypatch, lambda *_, **__: threading.Event().wait())


def raising(error: Exception) -> Callable[..., Any]:
    def client(scheduler: str, timeout: float) -> Any:
        raise error

    return client


@pytest.mark.parametrize(
    "error, words",
    [
        (ValueError("missing port number in address 'foo'"), "'foo' is not the address of a scheduler, such as tcp://"),
        (TimeoutError(), "no Dask scheduler answers at foo: timed out"),
        (OSError("Timed out trying to connect"), "no Dask scheduler answers at foo: Timed out trying to connect"),
    ],
)
def test_an_address_at_which_nothing_answers(monkeypatch: pytest.MonkeyPatch, error: Exception, words: str) -> None:
    with pytest.raises(EngineFailed) as failure:
        connect(monkeypatch, raising(error), "foo")
    assert str(failure.value).startswith(words)


def test_what_to_install_where_dask_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> Any:
        raise ModuleNotFoundError(name=name)

    monkeypatch.setattr(dask, "import_module", missing)
    with pytest.raises(EngineFailed, match=r"pip install 'sports-claims-harness\[dask\]'"), cluster(None, 2):
        pass


class LostFuture:
    def result(self) -> Any:
        raise CancelledError

    def release(self) -> None: ...


def test_a_scheduler_that_is_lost_ends_the_run() -> None:
    """It is no fault of the files, which were all listed as mistakes."""
    checker = Checker(Truth(msgspec.convert(PACK, Pack)))
    with pytest.raises(EngineFailed, match="the scheduler was lost in the middle of the check: nothing is reported"):
        dask._outcome((0, [Path("a.json")]), LostFuture(), checker, Question(), TemporaryFolder())


def test_a_worker_without_the_truth(tmp_path: Path) -> None:
    with pytest.raises(EngineFailed, match=r"a worker cannot open the ground truth at .*: the ground truth cannot be"):
        dask._checker(str(tmp_path / "nowhere"), "0" * 12)


def test_the_threads_of_a_worker_check_one_part_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """They share a checker, which remembers what it looked up and what went wrong."""
    seen: list[bool] = []
    monkeypatch.setattr(dask, "_checked", lambda task: seen.append(dask._ONE_AT_A_TIME.locked()))
    dask.check_part(dask.Task("", "", Question(), (0, []), ""))
    assert seen == [True]
    assert not dask._ONE_AT_A_TIME.locked()


def test_workers_of_this_machine_keep_no_profile(monkeypatch: pytest.MonkeyPatch) -> None:
    """Workers take the configuration of the process that starts them: a profile of every part filled their memory."""
    configured = pytest.importorskip("dask", reason="the engine dask is not installed").config
    told: list[Any] = []

    class Local:
        def __init__(self, **_: Any) -> None:
            told.append(configured.get("distributed.worker.profile.enabled"))

        def __enter__(self) -> Local:
            return self

        def __exit__(self, *_: object) -> None: ...

    class Connected(Local):
        def __init__(self, local: Local) -> None: ...

    distributed = type("Stub", (), {"LocalCluster": Local, "Client": Connected})
    library = type("Stub", (), {"config": configured})
    monkeypatch.setattr(dask, "import_module", {"distributed": distributed, "dask": library}.__getitem__)
    with cluster(None, 2):
        assert told == [False]
