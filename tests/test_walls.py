"""The dependency rules: imports go down, and who may not see whom. The file that breaks one is named."""

from __future__ import annotations

import ast
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

HARNESS = Path(__file__).parent.parent / "harness"
FILES = sorted(HARNESS.rglob("*.py"))

# From the ground up: a module imports from its own layer and from those before it.
LAYERS = {
    "records": [
        "registry",
        "broken",
        "values",
        "records",
        "statistics",
        "storage",
    ],
    "ground truth": [
        "truth",
    ],
    "kinds": [
        "claims",
        "kind",
        "wording",
        "kinds",
    ],
    "reading files": [
        "strict_json",
        "migrations",
        "schema",
        "skeleton",
        "names",
    ],
    "checking": [
        "checking",
        "baseline",
    ],
    "uses of a check": [
        "desk",
        "present",
        "compare",
        "extract",
        "bench",
        "corpus",
        "curate",
        "engine",
    ],
    "entry points": [
        "api",
        "pytest_plugin",
        "cli",
        "__main__",
    ],
}

HEAVY_AT_IMPORT = {
    "pandas",
    "numpy",
    "scipy",
    "rich",
    "jsonschema",
    "rapidfuzz",
    "jinja2",
    "markupsafe",
    "pyarrow",
    "fsspec",
}


def module_of(path: Path) -> str:
    parts = path.relative_to(HARNESS.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def layer_of(module: str) -> int | None:
    """The position of the module's layer, counted from the ground; None for `harness` itself and for other packages."""
    package, _, rest = module.partition(".")
    top = rest.partition(".")[0]
    layers = [height for height, parts in enumerate(LAYERS.values()) if package == "harness" and top in parts]
    return layers[0] if layers else None


def imports(path: Path, *, top_level_only: bool = False) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    nodes = tree.body if top_level_only else list(ast.walk(tree))
    found: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            found.add(node.module or "")
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(HARNESS)))
def test_every_file_has_a_layer_and_imports_go_down(path: Path) -> None:
    module = module_of(path)
    if module == "harness":
        return
    mine = layer_of(module)
    assert mine is not None, f"{path}: no layer is named for {module}"
    above = [name for name in imports(path) if (layer_of(name) or 0) > mine]
    assert not above, f"{path} (layer {list(LAYERS)[mine]}) imports from above: {above}"


# Imports inside a function that go back: what one file says of a part of it, and a format that is rarely read.
GOING_BACK = {
    ("harness.checking.load.sense", "harness.checking.load.shape"),
    ("harness.checking.load.claims", "harness.checking.load.parquet"),
}


def for_types_only(tree: ast.AST) -> set[int]:
    """The nodes that run for the type checker alone."""
    guards = [node for node in ast.walk(tree) if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"]
    return {id(inner) for guard in guards for inner in ast.walk(guard)}


def test_imports_have_no_cycles() -> None:
    """Neither at the top of files nor inside functions, but for those that are named."""
    modules = {module_of(path): path for path in FILES}
    graph: dict[str, set[str]] = {}
    for module, path in modules.items():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for_types, seen = for_types_only(tree), set[str]()
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and id(node) not in for_types:
                names = {f"{node.module}.{alias.name}" for alias in node.names}
                seen |= names & modules.keys() or {node.module or ""} & modules.keys()
        back = {name for name in seen if (module, name) in GOING_BACK}
        graph[module] = seen - back - {module, "harness"}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(f"these import one another: {' <- '.join(error.args[1])}")


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(HARNESS)))
def test_patterns_say_which_digits_they_mean(path: Path) -> None:
    """`\\d` takes in the digits of all scripts, which no reader of figures takes for a number."""
    assert "\\d" not in path.read_text(encoding="utf-8"), f"{path}: write [0-9]"


@pytest.mark.parametrize("path", sorted((HARNESS / "kinds").glob("*.py")), ids=lambda path: path.stem)
def test_kinds_never_see_one_another(path: Path) -> None:
    others = {f"harness.kinds.{other.stem}" for other in (HARNESS / "kinds").glob("[!_]*.py")} - {module_of(path)}
    assert not imports(path) & others, f"{path} imports another kind"


RENDERINGS = sorted((HARNESS / "present").rglob("*.py"))
assert RENDERINGS


@pytest.mark.parametrize("path", RENDERINGS, ids=lambda path: str(path.relative_to(HARNESS)))
def test_a_rendering_sees_the_report_only(path: Path) -> None:
    seen = {name for name in imports(path) if name.startswith("harness.")}
    allowed = (
        "harness.registry",
        "harness.records.model",
        "harness.records.fingerprint",
        "harness.present",
        "harness.storage.spool",
        "harness.statistics",
        "harness.values",
        "harness.storage.arrow",
        "harness.storage.remote",
    )
    assert not [name for name in seen if not name.startswith(allowed)], f"{path} looks behind the report"


@pytest.mark.parametrize("path", sorted((HARNESS / "bench").rglob("*.py")), ids=lambda path: path.stem)
def test_the_bench_never_sees_the_truth_or_makes_a_verdict(path: Path) -> None:
    """Finished findings are handed to it by the command."""
    closed = ("harness.truth", "harness.checking.verdict", "harness.checking.run", "harness.checking.consistency",
              "harness.checking.staleness", "harness.checking.load.truth", "harness.checking.load.load_truth",
              "harness.names.Names", "harness.checking.resolve.article", "harness.checking.resolve.people",
              "harness.checking.resolve.scopes")  # fmt: skip
    assert not [name for name in imports(path) if name.startswith(closed)], f"{path} looks behind the wall"


NO_PART_OF_READING = ("verdict", "resolve", "consistency", "staleness", "score", "run")


@pytest.mark.parametrize(
    "path", sorted((HARNESS / "extract").rglob("*.py")), ids=lambda path: str(path.relative_to(HARNESS / "extract"))
)
def test_an_extractor_sees_no_results_and_no_verdict(path: Path) -> None:
    behind = ("truth", "names", "bench", "present", *(f"checking.{part}" for part in NO_PART_OF_READING))
    seen = {name for name in imports(path) if name.startswith(tuple(f"harness.{room}" for room in behind))}
    assert not seen, f"{path} looks at what it is measured against: {seen}"
    assert not [name for name in imports(path) if name.endswith("load_truth")], f"{path} loads the ground truth"


def test_only_the_verdict_module_makes_a_verdict() -> None:
    judges = [path for path in FILES if "inside" in {name.rpartition(".")[2] for name in imports(path)}]
    assert {module_of(path) for path in judges} <= {"harness.checking.verdict", "harness.values"}, judges


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(HARNESS)))
def test_nothing_heavy_at_import(path: Path) -> None:
    heavy = {name.partition(".")[0] for name in imports(path, top_level_only=True)} & HEAVY_AT_IMPORT
    assert not heavy, f"{path} imports {heavy} when it is imported"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(HARNESS)))
def test_files_say_what_they_are_for_and_stay_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text)), f"{path} does not say what it is for"
    assert text.count("\n") <= 300, f"{path} is too long to be read in one sitting"
    forbidden = {"util", "utils", "helper", "helpers", "common", "misc", "manager", "factory"}
    assert path.stem not in forbidden, f"{path}: a file without a name of its own"
