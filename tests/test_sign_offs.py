"""Sign-offs: what an article's last one is worth after its text, its claims or their outcomes have changed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest
from findings import article
from msgspec.structs import replace

from harness.baseline import SignOffs, unsigned
from harness.baseline.sign_offs import SignOff, read_sign_offs, signed_claims, signed_state
from harness.records.model import Finding


def finding(claim: str, verdict: str = "refuted", found: str = "3:30.12") -> Finding:
    return Finding(
        article="arden", claim=claim, kind="mark", verdict=verdict, severity=None, text="t", quote=f"words of {claim}",
        start=0, end=1, found=found,
    )  # type: ignore[arg-type]  # fmt: skip


MARK, OPEN = finding("mark"), finding("open", "not_enough_info", "")
ARTICLE = article("arden", sha256="a" * 64)


def signed(*findings: Finding, author: str = "Ada") -> SignOff:
    return SignOff(
        article="arden", author=author, at="2024-08-02T09:30:00Z", sha256="a" * 64, signature="by a run",
        claims=signed_claims(findings), dismissed=(),
    )  # fmt: skip


FILE = SignOffs(sign_offs=(signed(author="Bea"), signed(MARK, OPEN)))


@pytest.mark.parametrize(
    "findings, text, moved",
    [
        pytest.param([MARK, OPEN], {}, (), id="as it was"),
        pytest.param([replace(MARK, message="in other words", line=9), OPEN], {}, (), id="the same outcome"),
        pytest.param([MARK, OPEN], {"sha256": "b" * 64}, ("the text was changed",), id="another text"),
        pytest.param([replace(MARK, verdict="supported"), OPEN], {},
                     ("“words of mark”: was refuted, is supported (official: 3:30.12)",), id="another verdict"),
        pytest.param([replace(MARK, verdict="not_enough_info", found=""), OPEN], {},
                     ("“words of mark”: was refuted, is not enough info",), id="no longer known"),
        pytest.param([replace(MARK, found="3:30.13"), OPEN], {},
                     ("“words of mark”: the official figure was 3:30.12, is 3:30.13",), id="another official figure"),
        pytest.param([MARK, replace(OPEN, found="2nd")], {},
                     ("“words of open”: the official figure was not known, is 2nd",), id="known now"),
        pytest.param([MARK, OPEN, finding("third")], {}, ("“words of third”: new",), id="one more claim"),
        pytest.param([OPEN], {}, ("“words of mark”: gone",), id="one claim less"),
    ],
)  # fmt: skip
def test_whether_a_sign_off_holds(findings: list[Finding], text: dict[str, Any], moved: tuple[str, ...]) -> None:
    article_now = replace(ARTICLE, **text)
    state = signed_state(FILE, article_now, findings)
    assert (state.state, state.moved) == ("outdated" if moved else "signed", moved)
    assert state.sign_off is not None
    assert state.sign_off.author == "Ada", "the last one counts"
    why = {"arden": f"sign-off outdated: {moved[0]}"} if moved else {}
    assert unsigned(FILE, [article_now], findings) == why


def test_a_file_of_sign_offs_is_read_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "sign-offs.json"
    path.write_bytes(msgspec.json.encode(FILE))
    assert read_sign_offs(path) == FILE
    path.write_text('{"version": 1, "sign_offs": []}', encoding="utf-8")
    assert read_sign_offs(path) == SignOffs()
    path.write_text('{"version": 2, "sign_offs": []}', encoding="utf-8")
    assert isinstance(read_sign_offs(path), list)
    assert isinstance(read_sign_offs(tmp_path / "none.json"), list)


def test_an_article_that_nobody_signed() -> None:
    birk = article("birk")
    assert signed_state(FILE, birk, []).state == "unsigned"
    assert unsigned(FILE, [ARTICLE, birk], [MARK, OPEN]) == {"birk": "not signed off"}
