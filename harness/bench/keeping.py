"""Stored results: what was computed from the same inputs by the same code is not computed again."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

import msgspec

import harness
from harness.storage.files import replace_file

_T = TypeVar("_T")


def kept(path: Path | None, inputs: tuple[str, ...], type_: type[_T] | Any, make: Callable[[], _T]) -> _T:
    """What `make` returns, from the file if it is there for these inputs; a file that cannot be read is made again."""
    if path is None:
        return make()
    key = sha256(msgspec.json.encode((*inputs, code_digest()))).hexdigest()
    box = msgspec.defstruct("Box", [("key", str), ("value", type_)])
    try:
        found: Any = msgspec.json.decode(path.read_bytes(), type=box)
        if found.key == key:
            value: _T = found.value
            return value
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        pass
    value = make()
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_file(path, msgspec.json.encode(box(key, value)).decode())
    return value


@cache
def code_digest() -> str:
    """Stands for the harness's own code, down to the byte: the version number does not change with every edit."""
    whole = sha256()
    for path in sorted(Path(harness.__file__).parent.rglob("*.py")):
        whole.update(path.read_bytes())
    return whole.hexdigest()[:12]
