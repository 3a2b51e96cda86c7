"""What leaves the desk: the corrected text, the corrections, the page, the claims, the decisions, a changelog line."""

from __future__ import annotations

from harness.baseline import SignedState
from harness.desk.article import DeskArticle, PlacedDecision
from harness.desk.records import Action
from harness.present.formats import write

VERBS: dict[Action, str] = {
    "accept": "corrected", "dismiss": "dismissed", "lacking": "true, the ground truth lacks it",
    "truth-wrong": "the ground truth is wrong", "reading": "read otherwise", "no-claim": "no claim", "note": "note",
    "assign": "assigned",
}  # fmt: skip


def corrections(article: DeskArticle) -> str:
    """Every accepted correction, a line each, in the order of the text."""
    accepted = [placed for placed in article.decisions if placed.decision.action == "accept"]
    accepted.sort(key=lambda placed: placed.span or (len(article.text), 0))
    lines = [f"“{placed.decision.replaced}” → “{placed.decision.by}”: {_sentence(placed)}" for placed in accepted]
    return "\n".join(lines) + "\n" if lines else "No corrections.\n"


def changelog_line(article: DeskArticle, signed: SignedState, day: str) -> str:
    """One line that a reader of the article may see: what was corrected, and who checked it."""
    accepted = [placed.decision for placed in article.decisions if placed.decision.action == "accept"]
    changes = "; ".join(f"“{decision.replaced}” is now “{decision.by}”" for decision in accepted)
    by = f" Checked by {signed.sign_off.author}." if signed.sign_off is not None and signed.state == "signed" else ""
    return f"{day}: {f'Corrected: {changes}.' if changes else 'No corrections.'}{by}\n"


def static_page(article: DeskArticle) -> str:
    """The self-contained page; dismissals are marked on it, since the baseline accepted them in this report."""
    return write(article.report, "html", article.view)


def decision_log(article: DeskArticle) -> str:
    """Every decision that counts, a line each."""
    lines = []
    for placed in article.decisions:
        decision = placed.decision
        words = f": {decision.words}" if decision.words else ""
        gone = " (its sentence is gone)" if placed.span is None else ""
        lines.append(
            f"{decision.at} {decision.author}: “{decision.anchor.exact}” {VERBS[decision.action]}{words}{gone}"
        )
    return "\n".join(lines) + "\n" if lines else "No decisions.\n"


def _sentence(placed: PlacedDecision) -> str:
    anchor = placed.decision.anchor
    return f"{anchor.prefix}{anchor.exact}{anchor.suffix}".strip()
