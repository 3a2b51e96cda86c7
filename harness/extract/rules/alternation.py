"""Many names as one regular expression whose running time does not grow with their number.

Python tries the branches of "a|b|c" one after the other; here names with a common beginning share it (a trie), so that
a wrong letter rules out all of them at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, TypeAlias

_Trie: TypeAlias = dict[str, Any]
_END = ""  # the key that says that a name ends here
NOTHING = "(?!)"


def any_of(names: Iterable[str]) -> str:
    """A regular expression of all of the names, the longest that fits first; nothing fits where there are no names."""
    root: _Trie = {}
    for name in sorted(names):
        node = root
        for letter in name:
            node = node.setdefault(letter, {})
        node[_END] = {}
    return f"(?:{_expression(root)})" if root else NOTHING


def _expression(node: _Trie) -> str:
    branches = []
    for letter, below in sorted(node.items()):
        if letter == _END:
            continue
        printed = re.escape(letter)
        while len(below) == 1 and _END not in below:  # one way on: no group needed
            ((following, below),) = below.items()
            printed += re.escape(following)
        ends, further = _END in below, len(below) > (_END in below)
        if further:
            printed += f"(?:{_expression(below)})" + ("?" if ends else "")
        branches.append(printed)
    return "|".join(branches)
