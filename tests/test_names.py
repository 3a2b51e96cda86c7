"""Names that say what they are: few generic local names, and no public class or function with two owners."""

from __future__ import annotations

import ast
from collections import defaultdict
from pathlib import Path

HARNESS = Path(__file__).parent.parent / "harness"
FILES = sorted(HARNESS.rglob("*.py"))
GENERIC = frozenset({"one", "found", "other", "said", "given", "meant", "told", "shown"})
NO_NAMES = frozenset({"self", "cls", "_"})  # nobody chooses these: they would only thin the share out
MOST_GENERIC = 0.007  # of all local bindings: lower it when it falls


def local_bindings(tree: ast.AST) -> list[str]:
    """Every name that is bound inside a function: arguments, assignments, loops and comprehensions."""
    names: list[str] = []
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            arguments = function.args
            spread = filter(None, (arguments.vararg, arguments.kwarg))
            names += [arg.arg for arg in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs, *spread)]
    outermost = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    seen: set[int] = set()
    for function in outermost:
        for node in ast.walk(function):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and id(node) not in seen:
                seen.add(id(node))
                names.append(node.id)
    return [name for name in names if name not in NO_NAMES]


def test_generic_names_are_few() -> None:
    """A loop variable is called after what it is (`finding`, `result`), not `one`."""
    names = [name for path in FILES for name in local_bindings(ast.parse(path.read_text(encoding="utf-8")))]
    share = sum(name in GENERIC for name in names) / len(names)
    assert share <= MOST_GENERIC, f"{share:.1%} of the local names say nothing: {', '.join(sorted(GENERIC))}"


def test_a_class_has_one_owner() -> None:
    owners: dict[str, list[str]] = defaultdict(list)
    for path in FILES:
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                owners[node.name].append(str(path.relative_to(HARNESS)))
    shared = {name: files for name, files in sorted(owners.items()) if len(files) > 1}
    assert not shared
