"""One small error in one file of the verdict core: what can be changed, and random choices of it.

Each mutant is one change of one operator, comparison, constant, condition or returned value. The same seed plants the
same mutants in the same code.
"""

from __future__ import annotations

import ast
import copy
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
EQUIVALENT = Path(__file__).with_name("equivalent.txt")
CORE = ("values", "kinds", "truth", "checking", "baseline")

COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip
OPERATORS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.FloorDiv: ast.Mult, ast.BitOr: ast.BitAnd,
}  # fmt: skip


class Mutant(NamedTuple):
    """One change: the file (from the root), which of its `places` is changed, its identity, and the lines touched.

    The identity is the change by where it is: by the function or class and the text of its line, not by the line's
    number, since lines move, nor by its words alone, which may be those of another error in the file.
    """

    file: Path
    place: int
    identity: str
    lines: range

    @property
    def text(self) -> str:
        """The whole file with the error in it."""
        tree = ast.parse((ROOT / self.file).read_text(encoding="utf-8"))
        node, _ = list(places(tree))[self.place]
        changed(node)
        return ast.unparse(ast.fix_missing_locations(tree))


def places(tree: ast.Module) -> Iterator[tuple[ast.AST, str]]:
    """What can be changed, and how it is called."""
    left_out = {id(inner) for node in ast.walk(tree) for part in (getattr(node, "annotation", None),
                   getattr(node, "returns", None)) if part is not None for inner in ast.walk(part)}  # fmt: skip
    # Whether fields may be given by their order, or changed once they are: nobody does, and no verdict depends on it.
    keywords = (node for node in ast.walk(tree) if isinstance(node, ast.keyword))
    left_out |= {id(keyword.value) for keyword in keywords if keyword.arg in ("kw_only", "frozen")}
    for node in ast.walk(tree):
        if id(node) in left_out:
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
        elif isinstance(node, ast.Return) and not _is_false(node.value):
            yield node, "return"


def _is_false(value: ast.expr | None) -> bool:
    """Whether None in its place changes nothing that a condition sees: of a False the constant is changed."""
    return value is None or (isinstance(value, ast.Constant) and (value.value is None or value.value is False))


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


def surroundings(tree: ast.Module) -> dict[ast.AST, str]:
    """The qualified name of the function or class that each part is in, decorators with what they decorate."""
    names: dict[ast.AST, str] = {}
    for node in ast.walk(tree):  # the outer ones first
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            name = f"{names[node]}.{node.name}" if node in names else node.name
            names |= dict.fromkeys(ast.walk(node), name)
    return names


def mutants_of(file: Path) -> Iterator[Mutant]:
    """Every mutant of the file."""
    text = file.read_text(encoding="utf-8")
    tree, lines = ast.parse(text), text.splitlines()
    inside = surroundings(tree)
    met: Counter[str] = Counter()
    for place, (node, what) in enumerate(places(tree)):
        first = getattr(node, "lineno", 0)
        # Of a condition only the test's lines tell which tests look at it: the body may be one that none enters.
        last = getattr(getattr(node, "test", node), "end_lineno", first)
        mutated = copy.deepcopy(node)
        changed(mutated)
        before, after = (ast.unparse(ast.fix_missing_locations(one)).splitlines()[0][:90] for one in (node, mutated))
        name, line, path = inside.get(node, "<module>"), lines[first - 1].strip(), file.relative_to(ROOT)
        identity = f"{path.as_posix()}: {name}: {line}: {what}: {before} -> {after}"
        met[identity] += 1
        again = f" ({met[identity]})" if met[identity] > 1 else ""
        yield Mutant(path, place, identity + again, range(first, last + 1))


def mutants(number: int, seed: int, only: str) -> list[Mutant]:
    """Random mutants, spread over the core by how much there is to change."""
    files = [file for part in CORE for file in sorted((ROOT / "harness" / part).rglob("*.py")) if only in str(file)]
    everything = [mutant for file in files for mutant in mutants_of(file)]
    return random.Random(seed).sample(everything, min(number, len(everything)))


def named(identities: list[str]) -> list[Mutant]:
    """The mutants of these identities; ValueError where one cannot be planted, as its line was changed since."""
    files = dict.fromkeys(ROOT / identity.partition(":")[0] for identity in identities)
    found = {mutant.identity: mutant for file in files for mutant in mutants_of(file)}
    if gone := [identity for identity in identities if identity not in found]:
        raise ValueError("no longer there: " + "; ".join(gone))
    return [found[identity] for identity in identities]


def identities_in(file: Path) -> list[str]:
    """The identities that the file lists, each before "  # " and a remark, as `survives` prints them."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return [line.removeprefix("survives  ").rpartition("  # ")[0] for line in lines if not line.startswith("#")]


def known_to_change_nothing() -> set[str]:
    """The identities of the mutants that equivalent.txt lists, each with the reason."""
    return set(identities_in(EQUIVALENT))
