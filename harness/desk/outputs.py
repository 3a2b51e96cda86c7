"""What can be downloaded from the desk: the corrected text, corrections, page, claims, decisions, a changelog line."""

from __future__ import annotations

from harness.baseline import SignedState
from harness.desk.article import DeskArticle, PlacedDecision
from harness.present.formats import write
from harness.values import partial_date, show


def corrections(article: DeskArticle) -> str:
    """Every accepted correction, one per line, in the order of the text."""
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


def static_page(article: DeskArticle, signed: SignedState) -> str:
    """The self-contained page, with every decision in it and who signed the text off."""
    return write(article.report, "html", article.view._replace(signed={article.id: signed_in_words(signed)}))


def signed_in_words(signed: SignedState) -> str:
    """Who signed off when, and what moved since."""
    if signed.sign_off is None:
        return "Not signed off."
    by, day = signed.sign_off.author, show(partial_date(signed.sign_off.at[:10]), "date")
    if signed.state == "signed":
        return f"✓ Signed off by {by} on {day}."
    return f"! The sign-off by {by} of {day} is outdated: {'; '.join(signed.moved)}."


def decision_log(article: DeskArticle) -> str:
    """Every decision in force, one per line."""
    lines = []
    for placed, decided in zip(article.decisions, article.page.decided, strict=True):
        words = f": {decided.words}" if decided.words else ""
        gone = " (its sentence is gone)" if decided.gone else ""
        lines.append(f"{placed.decision.at} {decided.author}: “{decided.quote}” {decided.what}{words}{gone}")
    return "\n".join(lines) + "\n" if lines else "No decisions.\n"


def _sentence(placed: PlacedDecision) -> str:
    anchor = placed.decision.anchor
    return f"{anchor.prefix}{anchor.exact}{anchor.suffix}".strip()
