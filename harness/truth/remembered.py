"""Look-ups whose answers are kept with the truth that they were read from, and go when it goes.

A truth never changes, so that an answer once found stays the answer; of each look-up, `size` are kept at most.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar, TypeVarTuple

if TYPE_CHECKING:
    from harness.truth.index import Truth

_Asked = TypeVarTuple("_Asked")
_Answer = TypeVar("_Answer")
_NOT_ASKED: Any = object()


def remembered(
    size: int,
) -> Callable[[Callable[[Truth, *_Asked], _Answer]], Callable[[Truth, *_Asked], _Answer]]:
    """Decorates a look-up `find(truth, *asked)` with hashable questions; what was asked longest ago goes first."""

    def decorate(find: Callable[[Truth, *_Asked], _Answer]) -> Callable[[Truth, *_Asked], _Answer]:
        @wraps(find)
        def look_up(truth: Truth, *asked: *_Asked) -> _Answer:
            answers = truth.answers[find]
            answer: _Answer = answers.get(asked, _NOT_ASKED)
            if answer is not _NOT_ASKED:
                answers.move_to_end(asked)
                return answer
            if len(answers) >= size:
                answers.popitem(last=False)
            answer = answers[asked] = find(truth, *asked)
            return answer

        return look_up

    return decorate
