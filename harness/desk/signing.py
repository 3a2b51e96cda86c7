"""Sign-offs: who stands for which text, and what moved since, in the text or in what is known."""

from __future__ import annotations

from typing import Literal

import msgspec

from harness.desk.article import DeskArticle
from harness.desk.deciding import Desk, Refused
from harness.desk.records import Dismissed, SignOff, SignOffs, Verdict
from harness.model import Report
from harness.present.page.standing import ERROR, many, standing


class SignedState(msgspec.Struct, frozen=True, gc=False):
    """`state` of the last sign-off, and what moved since, a line each; `sign_off` is None where there is none."""

    state: Literal["unsigned", "signed", "outdated"]
    sign_off: SignOff | None = None
    moved: tuple[str, ...] = ()


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
            verdicts=verdicts(article.report),
            dismissed=tuple(
                Dismissed(quote=finding.quote, reason=finding.waiver.reason)
                for finding in article.report.findings
                if finding.waiver is not None
            ),
        )
        desk.folder.write_sign_offs(SignOffs(sign_offs=(*desk.folder.sign_offs().sign_offs, signed)))


def verdicts(report: Report) -> tuple[Verdict, ...]:
    """How each claim stands: what a later state is held against."""
    return tuple(
        Verdict(claim=finding.claim, quote=finding.quote, verdict=standing(finding).word, found=finding.found)
        for finding in report.findings
    )


def signed_state(sign_offs: SignOffs, article: str, sha256: str, report: Report) -> SignedState:
    """Whether the article's last sign-off still holds: for the same text, with every claim standing as it did.

    A newer ground truth that moves no claim leaves it standing: what was signed is what was found.
    """
    own = [signed for signed in sign_offs.sign_offs if signed.article == article]
    if not own:
        return SignedState("unsigned")
    last = own[-1]
    moved = ["the text was changed"] if last.sha256 != sha256 else []
    now = {verdict.claim: verdict for verdict in verdicts(report)}
    before = {verdict.claim: verdict for verdict in last.verdicts}
    moved += [_moved(old, now[claim]) for claim, old in before.items() if claim in now and _differs(old, now[claim])]
    moved += [f"“{verdict.quote}”: new" for claim, verdict in now.items() if claim not in before]
    moved += [f"“{verdict.quote}”: gone" for claim, verdict in before.items() if claim not in now]
    return SignedState("outdated" if moved else "signed", last, tuple(moved))


def state_of(desk: Desk, article: DeskArticle) -> SignedState:
    """Whether the draft's last sign-off still holds."""
    return signed_state(desk.folder.sign_offs(), article.id, article.file.article.sha256, article.report)


def _differs(old: Verdict, new: Verdict) -> bool:
    return (old.verdict, old.found) != (new.verdict, new.found)


def _moved(old: Verdict, new: Verdict) -> str:
    if old.verdict != new.verdict:
        return f"“{new.quote}”: was {old.verdict}, is {new.verdict}" + (
            f" (official: {new.found})" if new.found else ""
        )
    return f"“{new.quote}”: the official figure was {old.found or 'not known'}, is {new.found or 'not known'}"
