"""The claims of words_read.py are of kinds that are none: nothing of them is what the article is about."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from harness.checking.resolve import article
from harness.kinds import kinds


@pytest.fixture(autouse=True, scope="package")
def kinds_of_these_tests() -> Iterator[None]:
    invented = {"everything": kinds()["other"], "bare": kinds()["other"]}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(article, "kinds", lambda: {**kinds(), **invented})
        yield
