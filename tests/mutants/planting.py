"""One small error in one file of the verdict core: what can be changed, and random choices of it.

Each mutant is one change of one operator, comparison, constant, condition or returned value. The same seed plants the
same mutants in the same code.
"""

from __future__ import annotations

import ast
import copy
import random
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
CORE = ("values", "kinds", "truth", "checking", "baseline")

COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip
OPERATORS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.FloorDiv: ast.Mult, ast.BitOr: ast.BitAnd,
}  # fmt: skip


class Mutant(NamedTuple):
    """One change: the file (from the root), its new text, the lines that it touches, and what was changed."""

    file: Path
    text: str
    lines: range
    change: str

    @property
    def identity(self) -> str:
        """The change without its line, since lines move."""
        return f"{self.file.as_posix()}: {self.change}"

    def __str__(self) -> str:
        return f"{self.file.as_posix()}:{self.lines.start}: {self.change}"


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
            if ast.unparse(node.test) != "TYPE_CHECKING":  # what stands behind it is imported for types alone
                yield node, "condition"
        elif isinstance(node, ast.Constant) and type(node.value) in (int, bool):
            yield node, "constant"
        elif isinstance(node, ast.Return) and getattr(node.value, "value", node.value) is not None:
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
        first = getattr(node, "lineno", 0)
        # Of a condition only the test's lines tell which tests look at it: the body may be one that none enters.
        last = getattr(getattr(node, "test", node), "end_lineno", first)
        before = ast.unparse(node).splitlines()[0]
        changed(node)
        after = ast.unparse(ast.fix_missing_locations(node)).splitlines()[0]
        change = f"{what}: {before[:90]} -> {after[:90]}"
        yield Mutant(file.relative_to(ROOT), ast.unparse(tree), range(first, last + 1), change)
