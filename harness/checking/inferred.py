"""Claims whose fields a machine inferred: the values it carried over are one reading among those that the article
allows.

Printed fields are fixed. An inferred field ranges over the facts about the athlete (or over the editions that the
article mentions), the carried value first. A claim that holds as carried over is supported. Otherwise it may hold under
another value: it is supported only if it holds under exactly one such reading, on a mark to its printed precision, and
all claims of its sentence hold with it. It is refuted only if the athlete and the competition are printed and no
reading holds. Otherwise it is open, and an editor is told that it is contradicted as it was read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple

from msgspec.structs import replace

from harness.checking.findings import Checked, FindingWriter
from harness.checking.resolve import ArticleWords
from harness.checking.verdict import Ruling
from harness.claims.claim import Claim, Resolved, Scope, kind_of
from harness.records.model import Assertion, Finding, Setting, Unknown, Unreadable
from harness.truth.results import Result

MOST_ALTERNATIVES = 200
SHOWN = 4
_SPECIFIC_KINDS = frozenset({"mark"})
_SPECIFIC_STEP = 10  # thousandths: a mark printed to the hundredth
_GUESSED = frozenset({"athlete", "athletes", "opponent", "ahead", "behind", "after", "members", "nation"})
_NEVER_REFUTED = frozenset({"kind", "as_of", "at"})  # what is guessed, or carried, beside whom and where
_TIMETABLE = frozenset({"date", "venue"})
_OF_LISTS = frozenset({"rank", "record", "count", "medal_count", "since", "only", "title", "bio"})
_SCOPE = "scope."


class Alternative(NamedTuple):
    """A reading of a claim other than the carried one; `where` narrows its scope, `who` is the person it is about."""

    resolved: Resolved[Any]
    where: Setting
    who: str | None


class InferredJudge:
    """Judges the machine-read claims of one article, after the others."""

    def __init__(
        self, writer: FindingWriter, words: ArticleWords, claims: Sequence[Claim], checked: Sequence[Checked]
    ) -> None:
        self.writer, self.words = writer, words
        self.verifier, self.truth = writer.verifier, writer.verifier.truth
        self.checked = list(checked)
        self.claims = {claim.id: claim for claim in claims}
        self.sentences: dict[str, list[str]] = {}
        for claim in claims:
            if claim.compound is not None:
                self.sentences.setdefault(claim.compound, []).append(claim.id)

    def findings(self) -> list[Checked]:
        """The checked claims, in which those with inferred fields are judged by their readings."""
        return [self._judged(checked) for checked in self.checked]

    def _judged(self, checked: Checked) -> Checked:
        claim = self.claims[checked.finding.claim]
        if not claim.inferred:
            return checked
        finding = replace(checked.finding, inferred=claim.inferred)
        if finding.verdict not in ("refuted", "not_enough_info") and not self._is_of_any_race(claim):
            return Checked(finding, checked.resolved, checked.assertions)
        alternatives = list(islice(self._alternatives(claim), MOST_ALTERNATIVES + 1))
        all_known = len(alternatives) <= MOST_ALTERNATIVES and self._are_all_known(claim)
        alternatives = alternatives if len(alternatives) <= MOST_ALTERNATIVES else []
        rulings = [self._rule(claim, alternative) for alternative in alternatives]
        holding = [pair for pair in zip(alternatives, rulings, strict=True) if pair[1][0].verdict == "supported"]
        if (
            len(holding) == 1
            and self._is_specific(claim, holding[0][1][1])
            and self._sentence_holds(claim, holding[0][0])
        ):
            return Checked(self._confirmed(finding, *holding[0]))
        if finding.verdict == "not_enough_info":
            return Checked(replace(finding, judged=()))
        if finding.verdict == "supported" or holding:
            return Checked(self._open(finding, [alternative for alternative, _ in holding]))
        if all_known and self._may_refute(claim) and all(ruling.verdict == "refuted" for ruling, _ in rulings):
            return Checked(finding, checked.resolved, checked.assertions)
        return Checked(self._contradicted(finding))

    def _alternatives(self, claim: Claim) -> Iterator[Alternative]:
        """Every reading of the inferred fields that the facts allow."""
        guessed = [field for field in claim.inferred if field in _GUESSED]
        if guessed and guessed != ["athlete"]:
            return  # whom else they may mean is not looked for
        base = self._base(claim)
        if base is None:
            return
        for who in self._athletes(claim, base, guessed):
            yield from self._of(claim, base, _firm_scope(claim), who, _inferred_of_scope(claim))
            yield from self._of_other_years(claim, base, who)

    def _of_other_years(self, claim: Claim, base: Resolved[Any], who: str | None) -> Iterator[Alternative]:
        """The readings in the other holdings that the printed name may mean: "Tokyo" is that of 1964 as well."""
        own, firm, inferred = base.settings.get("scope"), _firm_scope(claim), _inferred_of_scope(claim)
        if firm is None or firm.competition is None or "year" not in inferred or own is None or own.edition is None:
            return
        results = self.truth.by_athlete.get(who or "", ())
        for edition in sorted({result.edition for result in results if result.edition not in (None, own.edition)}):
            dated = replace(firm, year=int(self.truth.editions[edition].start[:4]))
            resolved = self._resolve(claim, dated, None)
            if resolved is not None and resolved.settings.get("scope", own).edition == edition:
                yield from self._of(claim, resolved, dated, who, inferred - {"year"})

    def _base(self, claim: Claim) -> Resolved[Any] | None:
        """The claim as its firm fields alone have it; None where they do not settle a name or a figure."""
        scope, firm = getattr(claim, "scope", None), _firm_scope(claim)
        base = self._resolve(claim, firm, None)
        return self._resolve(claim, firm, scope.event) if base is None and scope is not None else base

    def _are_all_known(self, claim: Claim) -> bool:
        """Whether `_alternatives` are all that there are.

        They are not where the firm fields leave a name open, nor where the event is inferred and the athlete has
        results in a combined one: its parts are no events of their own.
        """
        base = self._base(claim)
        if base is None:
            return False
        own = base.names.get("athlete", ()) if "event" in _inferred_of_scope(claim) else ()
        events = {result.event for athlete in own for result in self.truth.by_athlete.get(athlete, ())}
        return not any(self.truth.parts_of.get(event) for event in events)

    def _athletes(self, claim: Claim, base: Resolved[Any], guessed: Sequence[str]) -> Iterable[str | None]:
        own = base.names.get("athlete") or base.names.get("ahead") or base.names.get("behind")
        if guessed:
            everybody = {
                athlete
                for c in self.checked
                if c.resolved is not None
                for athlete in c.resolved.names.get("athlete", ())
            }
            return sorted({*self.words.people.roster, *everybody, *(own or ())})
        return own[:1] if own else [None]

    def _of(
        self, claim: Claim, base: Resolved[Any], firm: Scope | None, who: str | None, inferred: set[str]
    ) -> Iterator[Alternative]:
        """The readings in which the claim is about the athlete: each race that the firm fields leave open."""
        setting = base.settings.get("scope")
        if firm is None or setting is None:
            yield self._about(base, Setting(), who)
            return
        if who is None or kind_of(claim) in _TIMETABLE:
            for edition in self._editions(setting):
                yield self._about(base, replace(setting, edition=edition), who)
                for held in sorted(self._rounds(edition, setting.event)):
                    yield self._about(base, replace(setting, edition=edition, round=held), who)
            return
        if kind_of(claim) in _OF_LISTS:
            for event in sorted({result.event for result in self.truth.by_athlete.get(who, ())}):
                resolved = self._resolve(claim, firm, self.truth.events[event].name) if "event" in inferred else base
                if resolved is not None and "scope" in resolved.settings:
                    yield self._about(resolved, resolved.settings["scope"], who)
            return
        if not inferred & {"competition", "year", "round", "event"}:
            yield self._about(base, setting, who)
            return
        by_event: dict[str, Resolved[Any] | None] = {}
        seen: set[Setting] = set()
        spoken_of = self._spoken_of() if self._is_placed(claim) else None
        for result in self.truth.matching(replace(setting, sex=None), base.as_of, who):
            narrowed = _narrowed(setting, result)
            if spoken_of is not None and setting.competition is None and result.edition not in spoken_of:
                continue
            if narrowed in seen:
                continue
            seen.add(narrowed)
            if result.event not in by_event:
                by_event[result.event] = self._resolve(claim, firm, self.truth.events[result.event].name)
            resolved = by_event[result.event]
            if resolved is not None:
                yield self._about(resolved, narrowed, who)

    def _is_of_any_race(self, claim: Claim) -> bool:
        """Whether a place or a medal holds of some race only because it was left open which one is meant."""
        left_open = not self._is_placed(claim) and "scope.competition" in claim.inferred
        return left_open and kind_of(claim) in ("medal", "place")

    def _is_placed(self, claim: Claim) -> bool:
        """Whether a competition was carried to the claim; else it may speak of any."""
        scope: Scope | None = getattr(claim, "scope", None)
        return scope is not None and scope.competition is not None

    def _spoken_of(self) -> set[str]:
        """The holdings of which the article speaks anywhere."""
        resolved = (checked.resolved for checked in self.checked if checked.resolved is not None)
        return {
            setting.edition for claim in resolved for setting in claim.settings.values() if setting.edition is not None
        }

    def _editions(self, setting: Setting) -> list[str]:
        """The holdings of which the article speaks anywhere, that the firm fields leave open."""
        editions = [self.truth.editions[edition] for edition in self._spoken_of()]
        return sorted(e.id for e in editions if setting.competition in (None, e.competition))

    def _rounds(self, edition: str, event: str | None) -> set[str]:
        return {r.round for r in self.truth.by_edition.get(edition, ()) if r.round and event in (None, r.event)}

    def _about(self, resolved: Resolved[Any], where: Setting, who: str | None) -> Alternative:
        settings = {**resolved.settings, "scope": where} if "scope" in resolved.settings else resolved.settings
        names = (
            resolved.names if who is None or "athlete" not in resolved.names else {**resolved.names, "athlete": (who,)}
        )
        return Alternative(replace(resolved, settings=settings, names=names), where, who)

    def _resolve(self, claim: Claim, firm: Scope | None, event: str | None) -> Resolved[Any] | None:
        """The claim without its inferred fields, in the event; None where a name or a figure in it cannot be read."""
        changed: Any = claim
        if firm is not None:
            changed = replace(changed, scope=firm if event is None else replace(firm, event=event))
        resolved = self.words.resolve(changed)
        return None if isinstance(resolved, Unknown | Unreadable) else resolved

    def _rule(self, claim: Claim, alternative: Alternative) -> tuple[Ruling, tuple[Assertion, ...]]:
        return self.verifier.rule_reading(self.verifier.kinds[kind_of(claim)], alternative.resolved)

    def _is_specific(self, claim: Claim, assertions: Sequence[Assertion]) -> bool:
        """Whether the figure is one that hardly two races share: a mark to the hundredth; never a place or a count."""
        on_the_way = getattr(claim, "at", None) is not None
        specific = all(a.exact is not None and 0 < a.step <= _SPECIFIC_STEP for a in assertions)
        return kind_of(claim) in _SPECIFIC_KINDS and not on_the_way and bool(assertions) and specific

    def _sentence_holds(self, claim: Claim, alternative: Alternative) -> bool:
        """Whether all that the sentence says of the athlete holds in the race too, where it may be meant."""
        for identity in self.sentences.get(claim.compound or "", ()):
            neighbour: Any = self.claims[identity]
            if identity == claim.id or getattr(neighbour, "athlete", None) != getattr(claim, "athlete", None):
                continue
            if not {"scope.competition", "scope.year", "scope.round", "scope.event"} & set(neighbour.inferred):
                continue
            settings = [
                each
                for each in self._alternatives(neighbour)
                if each.where == alternative.where and each.who == alternative.who
            ]
            if settings and all(self._rule(neighbour, each)[0].verdict == "refuted" for each in settings):
                return False
        return True

    def _may_refute(self, claim: Claim) -> bool:
        """Whether whom the claim is about is printed, and of which competition (or list) it speaks."""
        of_what = {"scope.competition"} | ({"scope.event", "scope.indoor"} if kind_of(claim) in _OF_LISTS else set())
        return not any(field in _GUESSED or field in of_what or field in _NEVER_REFUTED for field in claim.inferred)

    def _named(self, alternative: Alternative) -> str:
        where = self.truth.show_setting(alternative.where)
        return where if alternative.who is None else f"{self.truth.name(alternative.who)}, {where}"

    def _confirmed(self, finding: Finding, alternative: Alternative, ruling: tuple[Ruling, Any]) -> Finding:
        writing = self.writer.of_ruling(ruling[0])
        return replace(
            finding, verdict="supported", severity=None, as_of=writing.as_of, claimed=writing.claimed,
            found=writing.found, message=writing.message, suggestion="", missing="", judged=(),
            notes=(*writing.notes, "read_as"), arithmetic=writing.arithmetic, relied_on=writing.relied_on,
            evidence=writing.evidence, read_as=(self._named(alternative),),
        )  # fmt: skip

    def _open(self, finding: Finding, holding: Sequence[Alternative]) -> Finding:
        names = tuple(dict.fromkeys(map(self._named, holding)))
        first_few = "; ".join(names[:SHOWN]) + ("; ..." if len(names) > SHOWN else "")
        as_read = "not so as it was read" if finding.verdict == "refuted" else "which race is meant is not printed"
        return replace(
            finding, verdict="not_enough_info", severity=None, suggestion="", judged=(), read_as=names,
            missing="which race is meant", message=f"{as_read}; it would be so of: {first_few}",
        )  # fmt: skip

    def _contradicted(self, finding: Finding) -> Finding:
        return replace(
            finding, verdict="not_enough_info", severity=None, suggestion="", judged=(), contradicted_as_read=True,
            missing="whether the claim was read rightly",
        )  # fmt: skip


def _inferred_of_scope(claim: Claim) -> set[str]:
    return {field.removeprefix(_SCOPE) for field in claim.inferred if field.startswith(_SCOPE)}


def _firm_scope(claim: Claim) -> Scope | None:
    """The scope without its inferred fields."""
    scope: Scope | None = getattr(claim, "scope", None)
    return None if scope is None else replace(scope, **dict.fromkeys(_inferred_of_scope(claim)))


def _narrowed(setting: Setting, result: Result) -> Setting:
    """The setting of the one race in which the result was."""
    day = (None, None) if result.edition is not None else (result.date.low, result.date.high)
    return replace(
        setting, event=result.event, sex=result.sex, edition=result.edition, competition=result.competition, level=None,
        round=result.round or None, indoor=None, start=day[0], end=day[1],
    )  # fmt: skip
