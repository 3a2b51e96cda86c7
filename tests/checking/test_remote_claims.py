"""Claim files at URLs: the findings of files on disk, and what is wrong where a URL leads nowhere."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from arden import CLAIMS, PACK, RACE, World, article, claim

import harness
from harness.checking.jobs import parts_of
from harness.checking.load.claims import claim_paths
from harness.checking.run import check
from harness.present.formats import View, write
from harness.records.model import Mistake
from harness.storage.remote import RemotePath, any_path
from harness.truth.index import Truth
from harness.truth.pack import Pack

fsspec = pytest.importorskip("fsspec", reason="fsspec is not installed: sports-claims-harness[remote]")

TRUTH = Truth(msgspec.convert(PACK, Pack))
SECOND = claim("place", "holt-second", "won", athlete="Holt", place=2, scope=RACE)


def document(identity: str, *claims: dict[str, Any]) -> bytes:
    return json.dumps({"article": article(identity), "claims": list(claims)}).encode()


FILES = {"arden.json": document("arden", *CLAIMS), "below/borden.json": document("borden", SECOND), "bad.json": b"{"}


@pytest.fixture
def url() -> Iterator[str]:
    """A folder in memory, with the claim files and one that is none."""
    system = fsspec.filesystem("memory")
    system.store.clear()
    system.pipe({f"/articles/{name}": content for name, content in {**FILES, "notes.txt": b"?"}.items()})
    yield "memory://articles"
    system.store.clear()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The same on disk."""
    for name, content in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    return tmp_path


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_bytes_of_files_on_disk(url: str, folder: Path, jobs: int) -> None:
    expected = write(check([folder], TRUTH), "json", View())
    written = write(check([RemotePath(url)], TRUTH, jobs=jobs), "json", View())
    assert written.replace("memory:///articles", folder.as_posix()) == expected
    assert json.loads(written)["conflicts"]
    assert json.loads(written)["mistakes"][0]["file"] == "memory:///articles/bad.json"


def test_a_file_named_twice_counts_once_and_urls_come_last(url: str, folder: Path) -> None:
    paths = [RemotePath(url), RemotePath("memory:///articles/arden.json"), folder / "arden.json"]
    names = [path.as_posix() for path in claim_paths(paths) if not isinstance(path, Mistake)]
    assert names == [
        (folder / "arden.json").as_posix(),
        *(f"memory:///articles/{name}" for name in ("arden.json", "bad.json", "below/borden.json")),
    ]


def test_parts_are_as_large_as_what_the_urls_hold(url: str) -> None:
    paths = list(claim_paths([RemotePath(url)]))
    assert [path.size for path in paths if isinstance(path, RemotePath)] == [
        len(FILES[name]) for name in ("arden.json", "bad.json", "below/borden.json")
    ]
    assert len(list(parts_of(paths, 1))) == 2


def test_columns_at_a_url(url: str, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow", reason="pyarrow is not installed: sports-claims-harness[parquet]")
    from harness.checking.load import load_claims
    from harness.checking.load.parquet_writer import ClaimWriter

    (tmp_path / "arden.json").write_bytes(FILES["arden.json"])
    with ClaimWriter(tmp_path / "arden.parquet") as writer:
        loaded = load_claims(tmp_path / "arden.json")
        assert not isinstance(loaded, list)
        writer.add(loaded)
    fsspec.filesystem("memory").pipe("/articles/arden.parquet", (tmp_path / "arden.parquet").read_bytes())
    report = check([RemotePath("memory://articles/arden.parquet")], TRUTH)
    expected = check([tmp_path / "arden.json"], TRUTH)
    assert [one.verdict for one in report.findings] == [one.verdict for one in expected.findings]
    assert {one.file for one in report.findings} == {"memory://articles/arden.parquet"}


def test_in_python(url: str) -> None:
    report = harness.check(f"{url}/arden.json", TRUTH)
    assert report.counts.claims == len(CLAIMS)


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize(
    "address, words",
    [
        ("nothing://articles", "cannot be read: Protocol not known: nothing"),
        ("memory://nowhere/x.json", "cannot be read: "),
    ],
)
def test_where_a_url_leads_nowhere(url: str, address: str, words: str, jobs: int) -> None:
    report = check([RemotePath(address), RemotePath(f"{url}/arden.json")], TRUTH, jobs=jobs)
    (mistake,) = report.mistakes
    assert (mistake.file, mistake.line) == (address, 1)
    assert mistake.message.startswith(words)
    assert "\n" not in mistake.message
    assert [one.id for one in report.articles] == ["arden"]
    assert report.gate.exit_code == 2


def test_a_folder_at_a_url_without_claim_files_is_nothing_checked(url: str) -> None:
    fsspec.filesystem("memory").pipe("/empty/notes.txt", b"?")
    assert check([RemotePath("memory://empty")], TRUTH).gate.exit_code == 5


def test_what_to_install_where_fsspec_is_missing(world: World) -> None:
    world.write("fsspec/__init__.py", "")
    run = world.check("memory://x/arden.json")
    assert run.returncode == 2
    assert "a URL is read with fsspec: pip install 'sports-claims-harness[remote]'" in " ".join(run.stdout.split())


def test_the_command_takes_urls(world: World) -> None:
    world.claims(*CLAIMS)
    address = (world.root / "claims").as_uri()
    for arguments in (("check",), ("validate",)):
        of_url, of_folder = (world.run(*arguments, "--truth", "truth", *where) for where in ([address], []))
        assert of_url.returncode == of_folder.returncode
        assert of_url.stdout.replace(address, "claims") == of_folder.stdout.replace(str(world.root), "")
    for option in (["--watch"], ["--diff-base", "HEAD"]):
        run = world.check(address, *option)
        assert (run.returncode, run.stdout) == (2, "")
        assert f"{option[0]} looks at files of this machine, not at URLs" in " ".join(run.stderr.split())


@pytest.mark.parametrize("name", ["sarif", "rdjson", "concise", "csv"])
def test_the_url_stands_in_reports_as_it_is(url: str, name: str) -> None:
    written = write(check([RemotePath(url)], TRUTH), name, View(root="/somewhere"))
    assert "memory:///articles/arden.json" in written


def test_what_is_a_url() -> None:
    assert any_path("s3://bucket/x.json") == RemotePath("s3://bucket/x.json")
    for path in ("claims", "/a//b", "C:\\claims", "s3:/x"):
        assert any_path(path) == Path(path)
