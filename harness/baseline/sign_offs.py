"""Sign-offs: who signed which text of an article, with which verdicts of its claims, and what changed since."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated, Final, Literal, TypeAlias

import msgspec
from msgspec import Meta

from harness.checking.load.document import read_document
from harness.records.model import ArticleReport, Finding, Mistake, Verdict

SIGN_OFFS_VERSION: Final = 1

Name = Annotated[str, Meta(min_length=1, max_length=120, pattern=r"\S", description="a name, not blank")]
Moment = Annotated[
    str,
    Meta(
        pattern="^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$",
        description="a moment such as 2024-08-02T09:30:00Z",
    ),
]

NamedSchema: TypeAlias = str | msgspec.UnsetType | None  # of no meaning here, and kept where it is there


class SignedClaim(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The outcome of one claim when its article was signed: enough to say later what changed."""

    claim: str
    quote: str
    verdict: Verdict
    found: str = ""


class Dismissed(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A finding with which the article was signed off nevertheless, and why."""

    quote: str
    reason: str


class SignOff(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who signed which text when, checked by which run (`signature`: harness, ground truth, as-of day)."""

    article: str
    author: Name
    at: Moment
    sha256: str
    signature: str
    claims: tuple[SignedClaim, ...]
    dismissed: tuple[Dismissed, ...]


class SignOffs(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The file: its version, and the sign-offs, the latest of an article last."""

    schema: NamedSchema = msgspec.field(default=msgspec.UNSET, name="$schema")
    version: Literal[1] = SIGN_OFFS_VERSION
    sign_offs: tuple[SignOff, ...] = ()


class SignedState(msgspec.Struct, frozen=True, gc=False):
    """The `state` of an article's last sign-off, and what changed since, one line each; `sign_off` None: there is
    none."""

    state: Literal["unsigned", "signed", "outdated"]
    sign_off: SignOff | None = None
    moved: tuple[str, ...] = ()


def read_sign_offs(path: Path) -> SignOffs | list[Mistake]:
    """The sign-offs in the file, or everything that is wrong with it."""
    document = read_document(path, SignOffs)
    return document if isinstance(document, list) else document[1]


def signed_claims(findings: Iterable[Finding]) -> tuple[SignedClaim, ...]:
    """The outcome of each claim, with which a later state is compared."""
    return tuple(
        SignedClaim(claim=finding.claim, quote=finding.quote, verdict=finding.verdict, found=finding.found)
        for finding in findings
    )


def signed_state(sign_offs: SignOffs, article: ArticleReport, findings: Iterable[Finding]) -> SignedState:
    """Whether the article's last sign-off is still valid: for the same text, with the same outcome of every claim.

    A newer ground truth that changes no claim's outcome leaves it valid.
    """
    last = next((signed for signed in reversed(sign_offs.sign_offs) if signed.article == article.id), None)
    if last is None:
        return SignedState("unsigned")
    now = {claim.claim: claim for claim in signed_claims(findings)}
    before = {claim.claim: claim for claim in last.claims}
    moved = ["the text was changed"] if last.sha256 != article.sha256 else []
    moved += [_moved(old, now[name]) for name, old in before.items() if name in now and _differs(old, now[name])]
    moved += [f"“{claim.quote}”: new" for name, claim in now.items() if name not in before]
    moved += [f"“{claim.quote}”: gone" for name, claim in before.items() if name not in now]
    return SignedState("outdated" if moved else "signed", last, tuple(moved))


def unsigned(sign_offs: SignOffs, articles: Sequence[ArticleReport], findings: Iterable[Finding]) -> dict[str, str]:
    """The ids of the articles without a valid sign-off, and why."""
    by_article: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_article[finding.article].append(finding)
    states = {article.id: signed_state(sign_offs, article, by_article[article.id]) for article in articles}
    return {
        name: "not signed off" if state.sign_off is None else f"sign-off outdated: {'; '.join(state.moved)}"
        for name, state in states.items()
        if state.state != "signed"
    }


def _differs(old: SignedClaim, new: SignedClaim) -> bool:
    return (old.verdict, old.found) != (new.verdict, new.found)


def _moved(old: SignedClaim, new: SignedClaim) -> str:
    official = f" (official: {new.found})" if new.found else ""
    if old.verdict != new.verdict:
        return f"“{new.quote}”: was {_word(old.verdict)}, is {_word(new.verdict)}{official}"
    return f"“{new.quote}”: the official figure was {old.found or 'not known'}, is {new.found or 'not known'}"


def _word(verdict: Verdict) -> str:
    return verdict.replace("_", " ")
