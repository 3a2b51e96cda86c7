"""Small errors planted at random in the verdict core, one after the other: which of them does no test notice?

`make mutants MUTANTS=400`. Each mutant is one change of one operator, comparison, constant or condition in a file of
the core, in a copy of the project; the tests of that part run until the first failure. A mutant that no test notices
survives: it is a missing test, or it changes nothing, and then stands in equivalent.txt with the reason. The same seed
plants the same mutants in the same code. (mutmut and cosmic-ray run the whole suite for each mutant, which takes days
here; which tests belong to a file is known, since folders mirror each other.)
"""

from __future__ import annotations

import argparse
import ast
import copy
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
CORE = ("values", "kinds", "truth", "checking", "baseline")
# Tests that a change in the folder should be noticed by, the quick ones first.
TESTS = {
    "values": ["tests/values", "tests/kinds"],
    "kinds": ["tests/kinds/test_kind_{name}.py", "tests/kinds", "tests/worlds"],
    "truth": ["tests/truth", "tests/kinds", "tests/worlds"],
    "checking": ["tests/checking", "tests/kinds", "tests/test_api.py", "tests/test_cli.py"],
    "baseline": ["tests/test_baseline.py", "tests/test_baseline_command.py"],
}
EQUIVALENT = Path(__file__).with_name("equivalent.txt")
LONGEST = 600.0  # seconds that the tests of one mutant may take; a mutant that hangs is noticed

COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip
OPERATORS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.FloorDiv: ast.Mult, ast.BitOr: ast.BitAnd,
}  # fmt: skip


class Mutant(NamedTuple):
    """One change: the file (from the root), its new text, and what was changed where."""

    file: Path
    text: str
    change: str


def places(tree: ast.Module) -> Iterator[tuple[ast.AST, str]]:
    """What can be changed, and how it is called."""
    annotations = {id(inner) for node in ast.walk(tree) for part in (getattr(node, "annotation", None),
                   getattr(node, "returns", None)) if part is not None for inner in ast.walk(part)}  # fmt: skip
    for node in ast.walk(tree):
        if id(node) in annotations:
            continue
        if isinstance(node, ast.Compare) and type(node.ops[0]) in COMPARISONS:
            yield node, "comparison"
        elif isinstance(node, ast.BinOp) and type(node.op) in OPERATORS:
            yield node, "operator"
        elif isinstance(node, ast.BoolOp):
            yield node, "and/or"
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            yield node, "not"
        elif isinstance(node, ast.If | ast.IfExp | ast.While):
            yield node, "condition"
        elif isinstance(node, ast.Constant) and type(node.value) in (int, bool):
            yield node, "constant"
        elif isinstance(node, ast.Return) and node.value is not None:
            yield node, "return"


def changed(node: ast.AST) -> None:
    """Plant the error in the node."""
    if isinstance(node, ast.Compare):
        node.ops[0] = COMPARISONS[type(node.ops[0])]()
    elif isinstance(node, ast.BinOp):
        node.op = OPERATORS[type(node.op)]()
    elif isinstance(node, ast.BoolOp):
        node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
    elif isinstance(node, ast.UnaryOp):
        node.op = ast.UAdd()
        node.operand = ast.Call(ast.Name("bool", ast.Load()), [node.operand], [])
    elif isinstance(node, ast.If | ast.IfExp | ast.While):
        node.test = ast.UnaryOp(ast.Not(), node.test)
    elif isinstance(node, ast.Constant):
        node.value = not node.value if isinstance(node.value, bool) else node.value + 1
    elif isinstance(node, ast.Return):
        node.value = ast.Constant(None)


def mutants(number: int, seed: int, only: str) -> Iterator[Mutant]:
    """Random mutants, spread over the core by how much there is to change."""
    rng = random.Random(seed)
    files = [file for part in CORE for file in sorted((ROOT / "harness" / part).rglob("*.py")) if only in str(file)]
    trees = {file: ast.parse(file.read_text(encoding="utf-8")) for file in files}
    everything = [(file, index) for file, tree in trees.items() for index, _ in enumerate(places(tree))]
    for file, index in rng.sample(everything, min(number, len(everything))):
        tree = copy.deepcopy(trees[file])
        node, what = list(places(tree))[index]
        line = getattr(node, "lineno", 0)
        before = ast.unparse(node).splitlines()[0]
        changed(node)
        after = ast.unparse(ast.fix_missing_locations(node)).splitlines()[0]
        name = file.relative_to(ROOT)
        yield Mutant(name, ast.unparse(tree), f"{name.as_posix()}:{line}: {what}: {before[:90]} -> {after[:90]}")


def survives(mutant: Mutant, copied: Path) -> bool:
    """Whether no test notices the mutant."""
    target = copied / mutant.file
    whole = target.read_text(encoding="utf-8")
    target.write_text(mutant.text, encoding="utf-8")
    part = mutant.file.parts[1]
    chosen = [one.format(name=mutant.file.stem) for one in TESTS[part]]
    environment = {**os.environ, "PYTHONPATH": str(copied), "HYPOTHESIS_PROFILE": "same examples every time"}
    try:
        for tests in chosen:
            if not (copied / tests).exists():
                continue
            command = [sys.executable, "-m", "pytest", "-x", "-q", "-n0", "-p", "no:cacheprovider", "-p", "no:randomly"]
            run = subprocess.run([*command, tests], cwd=copied, env=environment, capture_output=True, check=False,
                                 timeout=LONGEST)  # fmt: skip
            if run.returncode not in (0, 5):
                return False
        return True
    except subprocess.TimeoutExpired:
        return False
    finally:
        target.write_text(whole, encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--number", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="part of a file's path")
    parser.add_argument("--at-least", type=float, default=0.0, help="the share that must be noticed")
    given = parser.parse_args()
    equivalent = {line.partition("  # ")[0].strip() for line in EQUIVALENT.read_text(encoding="utf-8").splitlines()}
    began, noticed, left_out, survivors = time.monotonic(), 0, 0, []
    with tempfile.TemporaryDirectory() as folder:
        copied = Path(folder) / "project"
        ignored = shutil.ignore_patterns(".git", ".venv", "build", "reports", "__pycache__", ".hypothesis", ".*_cache")
        shutil.copytree(ROOT, copied, ignore=ignored)
        for number, mutant in enumerate(mutants(given.number, given.seed, given.only), 1):
            identity = mutant.change.split(":", 2)[0] + ":" + mutant.change.split(":", 2)[2]  # lines move
            if identity in equivalent:
                left_out += 1
            elif survives(mutant, copied):
                survivors.append(mutant.change)
                print(f"survives  {mutant.change}", flush=True)
            else:
                noticed += 1
            if number % 20 == 0:
                print(f"{number} tried in {time.monotonic() - began:.0f} s", flush=True)
    tried = noticed + len(survivors)
    share = noticed / tried if tried else 1.0
    print(f"{noticed} of {tried} mutants are noticed ({share:.1%}); {left_out} are known to change nothing; "
          f"seed {given.seed}")  # fmt: skip
    sys.exit(0 if share >= given.at_least else 1)


if __name__ == "__main__":
    main()
