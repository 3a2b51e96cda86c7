"""Signing a draft off at the desk, and whether its last sign-off is still valid."""

from __future__ import annotations

from msgspec.structs import replace

from harness.baseline import Dismissed, SignedState, SignOff, signed_claims, signed_state
from harness.desk.article import DeskArticle
from harness.desk.deciding import Desk, Refused
from harness.present.page.standing import ERROR, many, standing


def sign_off(desk: Desk, draft: str, seen: str, author: str) -> None:
    """Sign the draft as it stands. Raises Refused while an error in it is neither corrected nor dismissed."""
    with desk.folder.writing(draft, seen):
        article = desk.open(draft)
        waiting = [
            finding for finding in article.report.findings if standing(finding) is ERROR and finding.waiver is None
        ]
        if waiting:
            quotes = ", ".join(f"“{finding.quote}”" for finding in waiting[:3])
            raise Refused(f"{many(len(waiting), 'error')} not decided ({quotes}): correct or dismiss first")
        signed = SignOff(
            article=draft,
            author=author,
            at=desk.now(),
            sha256=article.file.article.sha256,
            signature=article.report.signature,
            claims=signed_claims(article.report.findings),
            dismissed=tuple(
                Dismissed(quote=finding.quote, reason=finding.waiver.reason)
                for finding in article.report.findings
                if finding.waiver is not None
            ),
        )
        before = desk.folder.sign_offs()
        desk.folder.write_sign_offs(replace(before, sign_offs=(*before.sign_offs, signed)))


def state_of(desk: Desk, article: DeskArticle) -> SignedState:
    """Whether the draft's last sign-off is still valid."""
    return signed_state(desk.folder.sign_offs(), article.page.article, article.report.findings)
