"""Named, versioned data sets: texts, gold, facts and a fixed split, which a paper can cite; exported as one row per
text.

A data set is a folder with `dataset.json`, `articles/`, `claims/` and `facts/`. It is found by its name inside an
installed wheel, beside the package in a checkout, or by its path.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import msgspec

import harness
from harness.storage.files import replace_file

SHIPPED = ("sports-claims",)
_PLAIN = ("id", "split", "sport", "style", "published", "errors")  # of an exported row, beside what JSON holds
_DATA_SET = {"dataset": "name", "version": "version", "licence": "licence"}  # its columns that are the same in all rows
_BESIDE = ("LICENSE", "CITATION.cff")


class DatasetArticle(msgspec.Struct, frozen=True):
    """One article's line in `dataset.json`."""

    id: str
    split: str
    sport: str
    style: str
    published: str
    errors: bool


class DataSet(msgspec.Struct, frozen=True):
    """A data set and where it is."""

    name: str
    version: str
    licence: str
    articles: tuple[DatasetArticle, ...]
    folder: Path = Path()

    @property
    def splits(self) -> tuple[str, ...]:
        return tuple(sorted({entry.split for entry in self.articles}))

    def gold(self, split: str) -> list[Path]:
        """The claim files of the split; of all, where it is ""."""
        return [self.folder / "claims" / f"{entry.id}.json" for entry in self.articles if split in ("", entry.split)]


class NoDataSet(Exception):
    """There is no such data set, version or split; the message says what there is."""


def open_data(reference: str) -> DataSet:
    """The data set NAME, NAME@VERSION, or that of a folder."""
    name, _, version = reference.partition("@")
    folder = next((place for place in _places(name) if (place / "dataset.json").is_file()), None)
    if folder is None:
        raise NoDataSet(f"there is no data set {name!r}: {', '.join(SHIPPED)}, or a folder with a dataset.json")
    try:
        data_set = msgspec.json.decode((folder / "dataset.json").read_bytes(), type=DataSet)
    except msgspec.MsgspecError as error:
        raise NoDataSet(f"{folder / 'dataset.json'}: {error}") from None
    if version not in ("", data_set.version):
        raise NoDataSet(f"{name} is here in version {data_set.version}, not {version}")
    return msgspec.structs.replace(data_set, folder=folder)


def gold_of_split(data: DataSet, split: str) -> list[Path]:
    """The claim files of a split that has some."""
    gold = data.gold(split)
    if not gold:
        where = data.folder / "dataset.json"
        there_are = f"there are {', '.join(data.splits)}" if data.splits else "it has no articles at all"
        raise NoDataSet(f"{where}:1: {data.name}@{data.version} has no article in the split {split!r}; {there_are}")
    return gold


def _places(name: str) -> Iterator[Path]:
    package = Path(harness.__file__).parent
    if name in SHIPPED:
        yield package / "data" / name
        yield package.parent / "benchmarks" / name
    else:
        yield Path(name)


def rows(data: DataSet, split: str = "") -> list[dict[str, Any]]:
    """A row a text: what `dataset.json` says of it, its text, and its claim file's article and claims as JSON."""
    table = []
    for entry in data.articles:
        if split in ("", entry.split):
            document = json.loads((data.folder / "claims" / f"{entry.id}.json").read_bytes())
            table.append(
                {
                    **{name: getattr(entry, name) for name in _PLAIN},
                    **{column: getattr(data, name) for column, name in _DATA_SET.items()},
                    "text": (data.folder / "articles" / f"{entry.id}.txt").read_bytes().decode("utf-8"),
                    "article": json.dumps(document["article"], ensure_ascii=False),
                    "claims": json.dumps(document["claims"], ensure_ascii=False),
                }
            )
    return table


def export(data: DataSet, folder: Path) -> list[Path]:
    """Write a JSON Lines and a Parquet file for each split, as `datasets.load_dataset` reads them, and what goes along:
    the data card, licence and citation, and the facts to check against."""
    import pandas

    _needs_parquet("export", "nothing was written")
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for split in data.splits:
        table = rows(data, split)
        lines = folder / f"{split}.jsonl"
        replace_file(lines, "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in table))
        columns = folder / f"{split}.parquet"
        pandas.DataFrame(table).to_parquet(columns, index=False)
        written += [lines, columns]
    replace_file(folder / "README.md", _card(data))
    beside = [data.folder / name for name in _BESIDE if (data.folder / name).is_file()]
    return [*written, folder / "README.md", *_copied(beside, folder), *_facts(data.folder, folder)]


def _card(data: DataSet) -> str:
    """The data card, headed by what says which file is which split: without it the two formats would be mixed."""
    files = "".join(f"  - split: {split}\n    path: {split}.parquet\n" for split in data.splits)
    head = f"license: {data.licence.lower()}\nconfigs:\n- config_name: default\n  data_files:\n{files}"
    card = data.folder / "README.md"
    return f"---\n{head}---\n\n{card.read_text(encoding='utf-8') if card.is_file() else f'# {data.name}'}"


def _facts(source: Path, folder: Path) -> list[Path]:
    return _copied(sorted((source / "facts").glob("*.json")), folder / "facts")


def _copied(files: Sequence[Path], folder: Path) -> list[Path]:
    """The files, copied into the folder byte by byte; a file that is already there stays as it is."""
    if files:
        folder.mkdir(parents=True, exist_ok=True)
    for path in files:
        if path.parent.resolve() != folder.resolve():
            replace_file(folder / path.name, path.read_text(encoding="utf-8"))
    return [folder / path.name for path in files]


def _needs_parquet(what: str, instead: str) -> None:
    """Say which extra reads and writes Parquet, before anything is written."""
    if find_spec("pyarrow") is None and find_spec("fastparquet") is None:
        raise NoDataSet(f"{what}: Parquet needs pyarrow: pip install 'sports-claims-harness[bench]' ({instead})")


def read_rows(path: Path) -> list[dict[str, Any]]:
    """The rows of a file that `export` wrote."""
    if path.suffix == ".parquet":
        import pandas

        _needs_parquet(str(path), "the .jsonl file beside it has the same rows")
        table: list[dict[str, Any]] = pandas.read_parquet(path).to_dict("records")
        return table
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def import_rows(paths: Sequence[Path], folder: Path) -> int:
    """Write a data set from exported rows, with the facts beside them; how many texts.

    What is no such row is an error with file and row.
    """
    files, table = [], []
    for path in paths:
        for number, row in enumerate(_read(path), start=1):
            try:
                article, claims = json.loads(row["article"]), json.loads(row["claims"])
                files.append((str(article["id"]), str(row["text"]), {"article": article, "claims": claims}))
                table.append({name: row[name] for name in (*_DATA_SET, *_PLAIN)})
            except (KeyError, TypeError, ValueError) as error:
                raise NoDataSet(f"{path}:{number}: not a row of an exported data set: {error!r}") from None
    sets = {tuple(str(row[name]) for name in _DATA_SET) for row in table}
    if len(sets) > 1:
        raise NoDataSet(f"rows of several data sets: {', '.join(sorted(' '.join(parts) for parts in sets))}")
    for kind in ("articles", "claims"):
        (folder / kind).mkdir(parents=True, exist_ok=True)
    for name, text, document in files:
        if Path(name).name != name:
            raise NoDataSet(f"{name!r} is no article's id")
        replace_file(folder / "articles" / f"{name}.txt", text)
        replace_file(folder / "claims" / f"{name}.json", json.dumps(document, ensure_ascii=False, indent=1) + "\n")
    if table:
        listed = [{**{name: row[name] for name in _PLAIN}, "errors": bool(row["errors"])} for row in table]
        about = {name: table[0][column] for column, name in _DATA_SET.items()}
        replace_file(folder / "dataset.json", json.dumps({**about, "articles": listed}, indent=1) + "\n")
    for parent in {path.parent for path in paths}:
        _facts(parent, folder)
    return len(files)


def _read(path: Path) -> list[dict[str, Any]]:
    try:
        return read_rows(path)
    except (ValueError, OSError) as error:
        raise NoDataSet(f"{path}: not JSON Lines or Parquet: {error}") from None
