"""From a judgement to the finding that a report shows: its words, its evidence and its digests."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

import msgspec
from msgspec.structs import replace

from harness.checking.near_misses import near_misses
from harness.checking.readings import Resolver
from harness.checking.verdict import MOST_KEPT, Judgement, Ruling, Verifier, Weighed
from harness.checking.wording import describe
from harness.claims.claim import Claim, Resolved, kind_of
from harness.kinds import kinds
from harness.records.fingerprint import fields_digest
from harness.records.model import AnyQuantity, Assertion, Finding, Judged, Known, Severity, Unreadable, Verdict
from harness.truth.index import Truth
from harness.truth.races import may_be_run_twice_a_day, one_race
from harness.truth.say import say
from harness.values import Nothing, Range, iso_day
from harness.wording import shown_step

_IN_READING = {"supported": "true", "refuted": "false", "not_enough_info": "open", "unreadable": "unreadable"}


class Checked(msgspec.Struct, frozen=True, gc=False):
    """A finding, and what the consistency of the article needs of the claim behind it."""

    finding: Finding
    resolved: Resolved[Any] | None = None
    assertions: tuple[Assertion, ...] = ()


class FindingWriter:
    """Writes findings from the rulings of one verifier; the words for a ruling are computed once.

    Not `in_full`: what is confirmed without a remark gets its verdict, its values and the statements relied on, and no
    words or evidence. That is enough for counts, gates, conflicts and the formats that list only what matters.
    """

    def __init__(self, verifier: Verifier, in_full: bool = True) -> None:
        self.verifier = verifier
        self.in_full = in_full
        self._text = lru_cache(maxsize=MOST_KEPT)(self._write_ruling)
        self._outline = lru_cache(maxsize=MOST_KEPT)(self._write_outline)

    def check(
        self, claim: Claim, words: Resolver, article: str, file: str = "", place: tuple[int, int] = (0, 0)
    ) -> Checked:
        """The finding for one claim, which is at `place` (line, column) of its file."""
        judgement = self.verifier.judge(claim, words)
        finding = self.write(judgement, article, file, place)
        return Checked(finding, judgement.resolved, judgement.assertions)

    def give_up(self, claim: Claim, article: str, file: str, place: tuple[int, int], why: str) -> Checked:
        """The finding for a claim on which the harness failed: unreadable, and nothing follows from it."""
        return Checked(self._of_claim(claim, _without_claim("unreadable", message=why), article, file, place))

    def of_ruling(self, ruling: Ruling) -> Finding:
        """What a finding says about the ruling, without any claim yet."""
        return self._text(ruling)

    def write(self, judgement: Judgement, article: str, file: str = "", place: tuple[int, int] = (0, 0)) -> Finding:
        """The finding for the judgement."""
        ruling = judgement.ruling
        if not self.in_full and _needs_no_words(judgement):
            return self._of_claim(judgement.claim, self._outline(ruling), article, file, place)
        if ruling.by_reading:
            names = tuple(self._each_reading(ruling))
        else:
            names = judgement.resolved.trace if judgement.resolved is not None else ()
        text = self._text(ruling)
        return self._of_claim(judgement.claim, text, article, file, place, names=names, notes=judgement.notes)

    def _of_claim(
        self, claim: Claim, text: Finding, article: str, file: str, place: tuple[int, int], **own: tuple[str, ...]
    ) -> Finding:
        return replace(
            text,
            article=article,
            claim=claim.id,
            kind=kind_of(claim),
            text=claim.text,
            quote=claim.quote,
            start=claim.start,
            end=claim.end,
            attributed_to=claim.attributed_to,
            claim_digest=fields_digest(claim),
            file=file,
            line=place[0],
            column=place[1],
            **own,
        )

    def _write_outline(self, ruling: Ruling) -> Finding:
        """What counts and conflicts need of a claim that is right, without any words."""
        facts = [part.known for part in ruling.weighed if isinstance(part.known, Known)]
        return _without_claim(
            ruling.verdict,
            as_of=iso_day(ruling.deciding.assertion.as_of),
            relied_on=_relied_on(facts),
            judged=tuple(_judged(part, self.verifier.truth) for part in ruling.weighed),
        )

    def _write_ruling(self, ruling: Ruling) -> Finding:
        """What a finding says before it is said of a claim: the same for every claim that asserts the same."""
        if ruling.by_reading:
            return self._write_readings(ruling)
        why, truth = ruling.nothing_asserted, self.verifier.truth
        if isinstance(why, Unreadable):
            return _without_claim(ruling.verdict, message=f"{why.field}: {why.why}")
        if why is not None:
            return _without_claim(
                ruling.verdict, message=say(why.why, truth), missing=say(why.missing or why.why, truth)
            )
        if not ruling.weighed:
            return _without_claim(ruling.verdict, message="a fact of life, not one of results")
        deciding = ruling.deciding
        text = describe(truth, ruling.weighed, deciding)
        first = (deciding, *ruling.weighed) if ruling.verdict == "refuted" else ruling.weighed
        facts = [part.known for part in first if isinstance(part.known, Known)]
        rests_on = {fact.id: fact for known in facts for fact in known.evidence}
        return _without_claim(
            ruling.verdict,
            severity=ruling.severity,
            as_of=iso_day(deciding.assertion.as_of),
            claimed=text.claimed,
            found=text.found,
            message=text.message,
            suggestion=text.suggestion,
            missing=text.missing,
            arithmetic=tuple(dict.fromkeys(say(known.arithmetic, truth) for known in facts if known.arithmetic)),
            relied_on=_relied_on(facts),
            evidence=tuple(fact.evidence(truth) for fact in rests_on.values()),
            judged=tuple(_judged(part, truth) for part in ruling.weighed),
            near_misses=near_misses(truth, deciding),
        )

    def _write_readings(self, ruling: Ruling) -> Finding:
        """What the readings say where they agree, and each one's verdict where they do not."""
        texts = [self._text(of_reading) for _, of_reading in ruling.by_reading]
        each = self._each_reading(ruling)
        # Printed only where every reading says the same.
        agreed = {
            field: getattr(texts[0], field)
            for field in ("suggestion", "claimed", "found")
            if len({getattr(text, field) for text in texts}) == 1
        }
        return _without_claim(
            ruling.verdict,
            severity=ruling.severity,
            as_of=texts[0].as_of,
            message="; ".join(each) if ruling.verdict != "supported" else "",
            missing=f"which reading is meant: {each[0]}" if ruling.verdict == "not_enough_info" else "",
            arithmetic=tuple(dict.fromkeys(line for text in texts for line in text.arithmetic)),
            relied_on=tuple(dict.fromkeys(statement for text in texts for statement in text.relied_on)),
            evidence=tuple({item.id: item for text in texts for item in text.evidence}.values()),
            **agreed,
        )

    def _each_reading(self, ruling: Ruling) -> list[str]:
        """ "true if 'Tokyo' is World Championships Tokyo 2025", a line a reading."""
        name = self.verifier.truth.name
        return [f"{_IN_READING[each.verdict]} if {reading.in_words(name)}" for reading, each in ruling.by_reading]


def _needs_no_words(judgement: Judgement) -> bool:
    """Whether the claim is right, in one reading, by what is printed in its place, and nothing is to be remarked."""
    ruling = judgement.ruling
    return bool(
        ruling.verdict == "supported" and ruling.weighed and not judgement.notes and not judgement.claim.inferred
    )


def _relied_on(facts: Iterable[Known]) -> tuple[str, ...]:
    """The statements without which less would be known."""
    return tuple(dict.fromkeys(statement for known in facts for statement in known.relied_on))


def _without_claim(verdict: Verdict, severity: Severity | None = None, **fields: Any) -> Finding:
    return Finding(
        article="", claim="", kind="", text="", quote="", start=0, end=0, verdict=verdict, severity=severity, **fields
    )


def key_of(quantity: AnyQuantity, truth: Truth) -> str:
    """The printed key of the quantity, by which conflicts are grouped.

    What is told of the final of a day is told of the athlete's race of that day, where nobody runs two rounds on one.
    """
    setting = quantity.setting
    if setting.round == "final" and setting.start is not None and setting.start == setting.end:
        of_one_race = kinds()[quantity.kind].attributes[quantity.attribute].one_race
        if of_one_race and not may_be_run_twice_a_day(truth, setting.event):
            quantity = replace(quantity, setting=replace(setting, round=None))
    return _printed_key(quantity)


@lru_cache(maxsize=MOST_KEPT)
def _printed_key(quantity: AnyQuantity) -> str:
    return str(quantity)


def _judged(weighed: Weighed, truth: Truth) -> Judged:
    assertion, quantity = weighed.assertion, weighed.assertion.quantity
    known = weighed.known if isinstance(weighed.known, Known) else None
    kind, attribute = kinds()[quantity.kind], kinds()[quantity.kind].attributes[quantity.attribute]
    in_figures = isinstance(assertion.claimed, Range) and assertion.measure != "round"
    return Judged(
        quantity=key_of(quantity, truth),
        measure=assertion.measure,
        as_of=assertion.as_of,
        claimed=assertion.claimed,
        found=None if known is None or isinstance(known.value, Nothing) else known.value,
        verdict=weighed.verdict,
        exact=assertion.exact,
        printed=assertion.printed,
        outer=assertion.outer,
        step=0 if known is None else shown_step(assertion, known),
        heading=kind.heading(quantity),
        difference="" if in_figures or weighed.verdict != "refuted" else attribute.difference,
        shareable=attribute.shareable,
        comparable=not attribute.one_race or one_race(quantity.setting),
    )
