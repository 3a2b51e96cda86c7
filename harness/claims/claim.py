"""What all claims share: the article, the words they are cut from, their scope, and their resolved form.

A field's type says what its words are: `AthleteName`, `PrintedMark` and so on. The resolve stage reads these roles, so
a kind never resolves a name or parses a figure itself. Names, marks and events are written as printed.
"""

from enum import StrEnum
from typing import Annotated, Any, Generic, Literal, TypeVar

import msgspec
from msgspec import Meta
from msgspec.structs import replace

from harness.claims.article import Article as Article
from harness.claims.scope import AthleteName as AthleteName
from harness.claims.scope import BirthplaceName as BirthplaceName
from harness.claims.scope import ClubName as ClubName
from harness.claims.scope import CoachName as CoachName
from harness.claims.scope import CompetitionName as CompetitionName
from harness.claims.scope import EventName as EventName
from harness.claims.scope import Feat as Feat
from harness.claims.scope import GroupName as GroupName
from harness.claims.scope import HomeName as HomeName
from harness.claims.scope import InferredField as InferredField
from harness.claims.scope import LapLength as LapLength
from harness.claims.scope import Medal as Medal
from harness.claims.scope import NationName as NationName
from harness.claims.scope import PlaceName as PlaceName
from harness.claims.scope import PointOnTheWay as PointOnTheWay
from harness.claims.scope import PrintedAge as PrintedAge
from harness.claims.scope import PrintedCount as PrintedCount
from harness.claims.scope import PrintedDate as PrintedDate
from harness.claims.scope import PrintedGap as PrintedGap
from harness.claims.scope import PrintedLeg as PrintedLeg
from harness.claims.scope import PrintedMark as PrintedMark
from harness.claims.scope import PrintedPlace as PrintedPlace
from harness.claims.scope import PrintedScore as PrintedScore
from harness.claims.scope import PrintedSpan as PrintedSpan
from harness.claims.scope import RoundName as RoundName
from harness.claims.scope import Scope as Scope
from harness.claims.scope import StretchOfTheWay as StretchOfTheWay
from harness.claims.scope import Year as Year
from harness.records.explained import explained
from harness.records.model import Assertion, Measure, Qualifier, Quantity, Setting
from harness.truth.feats import PLACES, Wanted
from harness.truth.results import Result
from harness.values import Figure, Location, Range, Value, exactly


class Claim(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    omit_defaults=True,
    tag_field="kind",
    gc=False,
):
    """The fields that every kind has.

    `text` says what is claimed, in our words. `quote` is the printed figure or phrase, at code points `start` to `end`
    (excluded) of the article's text. `as_of` is the date that the claim is about, if it is not the article's own.
    `reading` says how a loose wording is interpreted, and `lenient` holds the fields that differ in a more generous
    reading: the strict reading gives the verdict, the lenient one a note. `repeats` names the claim that this one
    repeats; `compound` links claims that were split from one statement. `gold_verdict` is the finding of a person who
    looked the fact up: the check never reads it, and `bench` compares the check with it. `inferred` lists the fields
    that a machine took from elsewhere in the article, because the words at that place do not print them ("athlete",
    "scope.year"); one that is left out may be anything. Claims that people write have none.
    """

    id: Annotated[
        str,
        Meta(pattern="^[a-z0-9][a-z0-9-]*$", max_length=80),
        explained("by which reports name the claim; none is twice in a file", "kerr-mark"),
    ]
    text: Annotated[
        str, Meta(min_length=1, max_length=300), explained("what is claimed, in our words", "Kerr ran 3:29.05")
    ]
    quote: Annotated[
        str, Meta(min_length=1, max_length=60), explained("the printed figure or phrase, to the letter", "3:29.05")
    ]
    start: Annotated[int, Meta(ge=0), explained("where the quote starts in the text, in code points", 120)]
    end: Annotated[int, Meta(ge=1), explained("where it ends (excluded)", 127)]
    as_of: Annotated[
        PrintedDate | None, explained("the day that the claim speaks of, if not the article's", "1 June 2024")
    ] = None
    hedge: Annotated[
        Annotated[str, Meta(min_length=1, max_length=40)] | None,
        explained("the words that make it less certain", "believed to be"),
    ] = None
    attributed_to: Annotated[
        Annotated[str, Meta(min_length=1, max_length=120)] | None, explained("who says so in the article", "his coach")
    ] = None
    reading: Annotated[
        Annotated[str, Meta(min_length=1, max_length=300)] | None,
        explained("how a loose wording is taken", "among outdoor races"),
    ] = None
    lenient: Annotated[
        dict[str, Any] | None, explained("the fields that a looser reading would have otherwise", {"mark": "3:29"})
    ] = None
    repeats: Annotated[str | None, explained("the claim that this one says again", "kerr-mark")] = None
    compound: Annotated[str | None, explained("a name shared by the claims cut from one statement", "podium")] = None
    gold_verdict: Annotated[
        Literal["supported", "refuted", "not_enough_info", "not_checkable"] | None,
        explained("what a person found who looked the fact up", "supported"),
    ] = None
    inferred: Annotated[
        tuple[InferredField, ...],
        explained("the fields that the words at the place do not print", ["athlete", "scope.year"]),
    ] = ()


def kind_of(claim: Claim) -> str:
    """The kind's name, as in the claim file."""
    kind = claim.__struct_config__.tag
    assert isinstance(kind, str)
    return kind


class OnTheWay(Qualifier, frozen=True):
    """A point during a race ("800m", a part of a combined event), or the stretch that ends there."""

    end: str
    start: str = ""

    def __str__(self) -> str:
        return f"{self.start} to {self.end}" if self.start else f"at {self.end}"


ClaimT = TypeVar("ClaimT", bound=Claim)


class Resolved(msgspec.Struct, Generic[ClaimT], frozen=True, gc=False):
    """A claim whose names, figures and scopes have been read: the input of a kind's `assertions`.

    `names`: field -> entity ids (several if the field is a list); `figures`: field -> the value of the printed figure;
    `settings`: field -> setting; `locations`: field -> place; `measure`: how marks of the event are written; `trace`:
    one line for each resolved name, for `why`; `notes`: misprint, misspelt_name and the like; `outdoors`: the words say
    outdoors, for an event that has one list for indoor and outdoor marks.
    """

    claim: ClaimT
    names: dict[str, tuple[str, ...]]
    figures: dict[str, Figure]
    settings: dict[str, Setting]
    measure: Measure
    as_of: int
    published: int
    notes: tuple[str, ...] = ()
    trace: tuple[str, ...] = ()
    locations: dict[str, Location] = {}
    outdoors: bool = False

    @property
    def setting(self) -> Setting:
        return self.settings["scope"]

    @property
    def race(self) -> Setting:
        """The setting of one race. A race without a round is the final, so stating the final or not gives the same
        quantity; but on a day that is told, what is run without a word may be a heat."""
        setting = self.setting
        one_day = setting.start is not None and setting.start == setting.end
        return replace(setting, round=None) if setting.round == "final" and not one_day else setting

    def who(self, *fields: str) -> tuple[str, ...]:
        """The entity ids in the named fields, in order; a field that the claim leaves out adds none."""
        return tuple(entity for field in fields for entity in self.names.get(field, ()))

    def asserts(
        self,
        attribute: StrEnum,
        subjects: tuple[str, ...],
        value: Value | Figure,
        measure: Measure,
        *,
        setting: Setting | None = None,
        qualifier: Qualifier | None = None,
    ) -> Assertion:
        """The assertion that the subjects' attribute has the value; `setting` if it is not the claim's own scope."""
        kind = kind_of(self.claim)
        if setting is None:
            setting = self.settings.get("scope", _NOWHERE)
        quantity = Quantity(kind, attribute, subjects, setting, qualifier)
        if isinstance(value, Figure):
            step, outer = value.step, value.outer
            return Assertion(
                quantity, value.value, self.as_of, measure, value.notes, value.printed, value.exact, step, outer
            )
        return Assertion(quantity, value, self.as_of, measure)

    @property
    def on_the_way(self) -> OnTheWay | None:
        """The point in `at`, or the stretch in `stretch`; None is the whole race."""
        if "stretch" in self.names:
            start, end = self.names["stretch"]
            return OnTheWay(end, start)
        return OnTheWay(*self.names["at"]) if "at" in self.names else None

    def wanted(self, field: str) -> Wanted:
        """The condition that the Feat in the field places on one result. A bare mark means that mark or better."""
        feat: Feat = getattr(self.claim, field)
        place = exactly(feat.place) if feat.place is not None else None
        if feat.titles is not None:
            place = exactly(1)
        elif feat.medal is not None or feat.medals is not None:
            place = PLACES[feat.medal or "any"]
        medal = feat.medal is not None or feat.medals is not None
        mark = _bound(self.figures[f"{field}.mark"], self.measure) if feat.mark is not None else None
        beats = self.names.get(f"{field}.beats", (None,))[0]
        together = self._together(field, feat)
        return Wanted(place, medal or feat.titles is not None, medal, mark, beats, together, feat.within or "race")

    def _together(self, field: str, feat: Feat) -> int:
        """How many at one holding, or on one day; several of nobody in particular were won in one final there."""
        if feat.within is not None:
            most = self.figures.get(f"{field}.titles") or self.figures.get(f"{field}.medals")
            return 1 if most is None else max(1, most.value.low or 1)
        number = self.figures.get("feat.medals") if feat.medals is not None else None
        one_final = self.setting.event is not None and self.setting.edition is not None
        if number is None or not one_final or self.who("athlete", "members"):
            return 1
        return max(1, number.value.low or 1)

    def fact(self, **what: Any) -> tuple[Result, ...]:
        """What the claim would add to a ground truth: a result, if its scope names one race of one athlete.

        The edition's level and medals, and its dates where no day is told, are added by the consistency stage, which
        has the table of names.
        """
        setting, who = self.setting, self.who("athlete")
        one_day = setting.start is not None and setting.start == setting.end
        if len(who) != 1 or setting.event is None or setting.edition is None:
            return ()
        return (
            Result(
                id=self.claim.id,
                athlete=who[0],
                event=setting.event,
                sex=setting.sex or "",
                edition=setting.edition,
                round=setting.round or ("" if one_day else "final"),
                indoor=bool(setting.indoor),
                date=Range(setting.start, setting.end) if one_day else Range(None, None),
                **what,
            ),
        )


def _bound(mark: Figure, measure: Measure) -> Range:
    """A bare mark as the bound of a feat: any time that prints so, or a better one; of a distance, a height or points
    so much at least, since they are cut: nobody clears six metres with 5.91."""
    if mark.value.low is None or mark.value.high is None:
        return mark.value
    if measure == "time":
        return Range(None, mark.value.high)
    return Range(mark.value.low if mark.exact is None else mark.exact, None)


_NOWHERE = Setting()
