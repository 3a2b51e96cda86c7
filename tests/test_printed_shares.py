"""Shares as they are printed: never rounded to all or nothing, and always inside the interval beside them."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from harness.bench.tables import number, percents, signed, spread
from harness.compare.runs import _fall
from harness.records.model import Ratio
from harness.statistics import percent, percent_with_interval, share, told_apart

HARNESS = Path(__file__).parent.parent / "harness"
NO_SHARES = {"cli/progress.py", "cli/commands/truth/build.py"}  # files a second, megabytes

near_the_ends = st.sampled_from([0.0, 1.0, 1e-9, 1 - 1e-9, 0.9999, 0.99956, 0.9994, 0.0004, 0.9444, 0.9436, 0.5])
shares = st.floats(0, 1) | near_the_ends
intervals = st.tuples(shares, shares, shares).map(sorted)
differences = st.tuples(*[st.floats(-1, 1) | near_the_ends | near_the_ends.map(lambda end: -end)] * 3).map(sorted)


@given(intervals)
@example([0.9436, 0.944, 0.9444])
@example([0.9991, 0.9996, 0.99999])
def test_an_interval_in_per_cent_holds_the_share_beside_it(ends: list[float]) -> None:
    low, value, high = ends
    shown = percent_with_interval(value, low, high)
    found = re.fullmatch(r"(?P<value>[0-9.]+)% \((?P<low>[0-9.]+)-(?P<high>[0-9.]+)\)", shown)
    assert found, shown
    assert float(found["low"]) <= float(found["value"]) <= float(found["high"]), shown
    for name, end in (("value", value), ("low", low), ("high", high)):
        assert (float(found[name]) == 100) == (end == 1), shown
        assert (float(found[name]) == 0) == (end == 0), shown
    assert (found["low"] == found["high"]) <= (high - low < 1e-12), shown


@given(intervals | differences)
@example([0.9, 0.9974, 0.9994])
def test_an_interval_of_a_table_holds_the_figure_beside_it(ends: list[float]) -> None:
    low, value, high = ends
    for printed, beside in ((number(value), ""), (signed(value), signed(value)), (number(value, 5), number(value, 5))):
        first, last = spread(Ratio(value, low, high), beside=beside).split(" to ")
        assert float(first) <= float(printed) <= float(last), (first, printed, last)


@given(shares, st.integers(1, 4))
def test_nothing_rounds_to_all_or_nothing(value: float, digits: int) -> None:
    """Fault: 4,551 right and 2 wrong were 100.0 % (100-100)."""
    for shown in (percent(value, digits).removesuffix("%"), percents(value), f"{100 * float(share(value, digits))}"):
        assert (float(shown) == 100) == (value == 1)
        assert (float(shown) == 0) == (value == 0)
    assert float(share(-value, digits)) == -float(share(value, digits))
    assert (float(signed(value)) == 0) == (value == 0)
    assert (abs(float(signed(-value))) == 1) == (value == 1)


@given(shares, shares)
def test_figures_that_differ_look_different(first: float, second: float) -> None:
    assert (len(set(told_apart(first, second))) == 2) == (abs(first - second) > 1e-14) or abs(first - second) < 1e-10


@pytest.mark.parametrize(
    "low, value, high, shown",
    [
        (0.967, 0.988, 0.995, "98.8% (97-99)"),
        (4542 / 4553, 4551 / 4553, 0.99988, "99.9% (99.8-99.9)"),
        (0.99951, 0.99956, 0.9996, "99.96% (99.95-99.96)"),
        (1.0, 1.0, 1.0, "100.0% (100-100)"),
    ],
)
def test_as_a_person_reads_it(low: float, value: float, high: float, shown: str) -> None:
    assert percent_with_interval(value, low, high) == shown


def test_a_fall_looks_like_one() -> None:
    assert _fall(0.999992, 0.99999) == "99.9992% to 99.9990%"
    assert _fall(0.5, None) == "50.00% to 0/0"


@pytest.mark.parametrize("path", sorted(HARNESS.rglob("*.py")), ids=lambda path: str(path.relative_to(HARNESS)))
def test_a_share_is_printed_in_one_place(path: Path) -> None:
    """No format of its own (`:.1%`, `:.2f`, `100 * share`): it would round .9999 to 100."""
    name = path.relative_to(HARNESS).as_posix()
    if name == "statistics/printed.py" or name in NO_SHARES:
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FormattedValue):
            where = f"{path}:{node.lineno}: print it by harness.statistics"
            shown = ast.unparse(node.format_spec) if node.format_spec else ""
            assert not re.search(r"%|\.[0-9]*[feg]|\.\{", shown), where
            products = [part for part in ast.walk(node.value) if isinstance(part, ast.BinOp)]
            assert not any(
                isinstance(part.op, ast.Mult) and 100 in [getattr(end, "value", 0) for end in (part.left, part.right)]
                for part in products
            ), where
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            assert not re.search(r"%\.[0-9]f|\{:\.[0-9]", node.value), f"{path}:{node.lineno}: no format of its own"
