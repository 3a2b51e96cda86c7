"""The printed forms of the names in a ground truth: people, nations, events, places, competitions and rounds."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import NamedTuple

from harness.names.index import MOST_KEPT, NameIndex, fold, folds
from harness.names.meetings import Meetings
from harness.names.stored import read_names
from harness.records.model import Ambiguous, Unknown
from harness.truth.index import Truth
from harness.truth.store import StoredTruth
from harness.values import Location, partial_date

_NUMBERS = {
    word: str(number)
    for number, words in enumerate(
        ("one first 1st", "two second 2nd", "three third 3rd", "four fourth 4th", "five fifth 5th", "six sixth 6th",
         "seven seventh 7th", "eight eighth 8th", "nine ninth 9th", "ten tenth 10th"),
        start=1,
    )
    for word in words.split()
}  # fmt: skip
_SEXES = {"men": "men", "mens": "men", "women": "women", "womens": "women", "mixed": "mixed"}
_VENUES = {"indoor": True, "indoors": True, "outdoor": False, "outdoors": False}
_EVENT_FILLERS = frozenset({"the", "a", "race", "event"})

_THOUSANDS = re.compile(r"(?<=[0-9])[, \u00a0\u202f](?=[0-9]{3}(?![0-9]))")
_METRES = re.compile(r"([0-9]) ?(?:metres?|meters?|m)\b")
_MILES = re.compile(r"\b(?:1 )?miles?\b")
_RELAY = re.compile(r"\b([0-9]) ?x ?(?=[0-9])")
# 4x400 and 4x400m mean the relay without the word: nobody runs one alone
_OF_A_RELAY = re.compile(r"^([0-9]x[0-9]{2,})m?((?: .+?)??)(?: relay)?$")
_GLUED = re.compile(r"(?<=[0-9])(?=miles?\b)")

_FIRST_ROUND = re.compile(
    r"\b(?:(?:first|1st|opening|preliminary|qualifying) rounds?|round (?:1|one)|preliminar(?:y|ies)"
    r"|qualif(?:ying|ication))\b"
)
_PART_FINAL = re.compile(r"\b(semi|quarter)s?(?: ?finals?)?\b")
_ROUNDS = ("repechage", "semifinal", "quarterfinal", "heat", "final")


class EventMention(NamedTuple):
    """An event as printed: its key, and what the wording says besides ("men's indoor 2-mile")."""

    key: str
    sex: str | None = None
    indoor: bool | None = None


@lru_cache(maxsize=1 << 12)
def read_event(printed: str) -> EventMention:
    """The key of an event: 1,500 metres, 1500m, men's 1500 m and 1500 have the same key; so do two-mile and 2 miles."""
    folded = fold(_THOUSANDS.sub("", printed))
    words = [_NUMBERS.get(word, word) for word in folded.split() if word not in _EVENT_FILLERS]
    sex = next((_SEXES[word] for word in words if word in _SEXES), None)
    indoor = next((_VENUES[word] for word in words if word in _VENUES), None)
    key = " ".join(word for word in words if word not in _SEXES and word not in _VENUES)
    key = _MILES.sub("mile", _GLUED.sub(" ", _METRES.sub(r"\1m", _RELAY.sub(r"\1x", key))))
    key = _OF_A_RELAY.sub(r"\1m\2 relay", key)
    return EventMention(key + "m" if key.isdigit() else key, sex, indoor)


def read_round(printed: str) -> str | None:
    """The canonical round: "semis" is semifinal, "first round" heat, "third heat" heat 3; None if it is not a round."""
    words = _FIRST_ROUND.sub("heat", fold(printed))
    words = _PART_FINAL.sub(r"\1final", words)
    tokens = [word[:-1] if word.endswith("s") else word for word in words.split()]
    base = next((name for name in _ROUNDS if name in tokens), None)
    numbers = [_NUMBERS.get(word, word) for word in tokens if _NUMBERS.get(word, word).isdigit()]
    if base is None or len(numbers) > 1 or (numbers and base == "final"):
        return base if base == "final" and not numbers else None
    return " ".join((base, *numbers))


class Names:
    """Every name of a ground truth, indexed once. Results are used only to find who and what took part where."""

    def __init__(self, truth: Truth) -> None:
        self.truth = truth
        self.known_since = lru_cache(maxsize=MOST_KEPT)(self._known_since)
        if isinstance(truth, StoredTruth):
            read_names(self, truth)
            return
        self.athletes = NameIndex((athlete.id, (athlete.name, *athlete.aliases)) for athlete in truth.athletes.values())
        self.meetings = Meetings(truth).add_all()
        self.nation_names = _table((nation.id, self._nation_names(nation.id)) for nation in truth.nations.values())
        self.competition_names = _table(
            (competition.id, (competition.name, *competition.aliases)) for competition in truth.competitions.values()
        )
        self.demonyms = _table((nation.id, nation.demonyms) for nation in truth.nations.values())
        self.event_keys: dict[str, tuple[str, ...]] = {}
        for event in truth.events.values():
            for name in (event.id, event.name, *event.aliases):
                key = read_event(name).key
                self.event_keys[key] = tuple(dict.fromkeys((*self.event_keys.get(key, ()), event.id)))
        self.place_names = _table(self._named_places())
        self.around = self._neighbours()

    def _known_since(self, athlete: str) -> int:
        """The day from which there is something to know of the person: from the birth on, and of those who have results
        from the first of them on."""
        born, results = self.truth.athletes[athlete].born, self.truth.by_athlete.get(athlete, ())
        birth = (partial_date(born).low or 0) if born is not None else 0
        return max(birth, min((result.date.low or 0 for result in results), default=0))

    def _nation_names(self, nation: str) -> tuple[str, ...]:
        row = self.truth.nations[nation]
        return (row.id, row.name, *row.aliases, *row.demonyms)

    def _named_places(self) -> Iterator[tuple[str, Iterable[str]]]:
        for nation in self.truth.nations.values():
            yield nation.id, (nation.id, nation.name, *nation.aliases)
        for edition in self.truth.editions.values():
            if edition.venue:
                yield edition.venue, (edition.venue, *edition.venue_aliases)
        for held in self.truth.editions.values():
            yield from _place(held.city)
        races = self.truth.pack.races
        for name in dict.fromkeys((*(race.city for race in races), *(race.venue for race in races))):
            yield from _place(name)

    def event(self, printed: str) -> str | Unknown:
        """The event's id."""
        return _only(self.event_keys.get(read_event(printed).key, ()), printed, "event")

    def group(self, printed: str) -> str | None:
        """The sport or the group of events with that name; None if no event has it."""
        return next((group for folded in folds(printed) if (group := self.groups.get(_bare(folded).rstrip("s")))), None)

    @cached_property
    def groups(self) -> dict[str, str]:
        """Every sport and every group of events, by its folded name."""
        named = (name for event in self.truth.events.values() for name in (event.sport, *event.groups))
        return {_bare(fold(name)).rstrip("s"): name for name in named if name is not None}

    def competition(self, printed: str) -> str | Unknown:
        """The competition's id, from one of its own names: a series, not an edition of it."""
        return _only(_look_up(self.competition_names, printed), printed, "competition")

    def is_event(self, printed: str) -> bool:
        return len(self.event_keys.get(read_event(printed).key, ())) == 1

    def nation(self, printed: str) -> str | Unknown:
        """The nation's code, from its name, an alias, the code itself or a word for its people."""
        return _only(_look_up(self.nation_names, printed), printed, "nation")

    def nation_of_people(self, printed: str) -> str | None:
        """The nation of a word for its people: "the Kenyan", "Briton"; None if it is not such a word."""
        nations = _look_up(self.demonyms, printed)
        return nations[0] if len(nations) == 1 else None

    def places(self, printed: str) -> tuple[str, ...] | Unknown:
        """Every place of that name, as results print it: venues and cities by their names, countries by their codes."""
        named = _look_up(self.place_names, printed) or self._place_in_region(printed)
        return named or Unknown(f"the ground truth has no place called {printed!r}", f"venue: {printed}")

    def venue(self, printed: str) -> Location | Unknown:
        """The stadium, the city or the country of that name; of a city-state, the country."""
        places = self.places(printed)
        if isinstance(places, Unknown):
            return places
        nations = frozenset(place for place in places if place in self.truth.nations)
        cities = frozenset(place for place in places if place in self.cities) - nations
        levels = [level for level in (nations, cities, frozenset(places) - nations - cities) if level]
        for outer, inner in pairwise(levels):
            if any(self.around.get(place, set()).isdisjoint(outer) for place in inner):
                return Unknown(f"{printed!r} is the name of several places", f"venue: {printed}")
        largest = levels[0]
        if largest == nations:
            return Location(nation=largest)
        return Location(city=largest) if largest == cities else Location(venue=largest)

    @cached_property
    def cities(self) -> frozenset[str]:
        cities = (
            *(edition.city for edition in self.truth.editions.values()),
            *(race.city for race in self.truth.pack.races),
        )
        return frozenset(city for city in cities if city)

    def birthplace(self, printed: str) -> Location:
        """A birthplace: the parts between commas, each at its level."""
        parts = [folded for part in printed.split(",") if (folded := fold(part))]
        return self.truth.birthplaces.location(self.birthplace_names.get(part, part.title()) for part in parts)

    @cached_property
    def birthplace_names(self) -> dict[str, str]:
        return {fold(name): name for name in sorted(self.truth.birthplaces.names)}

    def of_a_life(self, role: str, printed: str) -> tuple[str, ...]:
        """The names of coaches, clubs or homes in full that the printed one is, or is a part of: the Brooks Beasts are
        the Brooks Beasts TC; as printed, where there are none."""
        names: frozenset[str] = getattr(self, f"{role}_names")
        return _in_full(names, printed)

    @cached_property
    def coach_names(self) -> frozenset[str]:
        return frozenset(period.value for athlete in self.truth.athletes.values() for period in athlete.coaches)

    @cached_property
    def club_names(self) -> frozenset[str]:
        return frozenset(period.value for athlete in self.truth.athletes.values() for period in athlete.clubs)

    @cached_property
    def home_names(self) -> frozenset[str]:
        return frozenset(period.value for athlete in self.truth.athletes.values() for period in athlete.homes)

    def _place_in_region(self, printed: str) -> tuple[str, ...]:
        """Hayward Field, Eugene is Hayward Field; Hayward Field, Portland is not, as Portland is somewhere else."""
        place = _without_region(printed)
        named = _look_up(self.place_names, place)
        region = set(_look_up(self.place_names, printed[len(place) :].strip(" ,()")))
        if not region:
            return named
        return tuple(
            candidate
            for candidate in named
            if candidate in region or not self.around.get(candidate, set()).isdisjoint(region)
        )

    def _neighbours(self) -> dict[str, set[str]]:
        """Of every venue and city: the city and the country that it is in."""
        around: dict[str, set[str]] = defaultdict(set)
        for venue, city, nation in {(result.venue, result.city, result.country) for result in self.truth.results}:
            for inner, outer in ((venue, city), (venue, nation), (city, nation)):
                if inner and outer:
                    around[inner].add(outer)
        return around


def _in_full(names: Iterable[str], printed: str) -> tuple[str, ...]:
    tokens = set(fold(printed).split())
    return tuple(sorted(name for name in names if tokens <= set(fold(name).split()))) or (fold(printed).title(),)


def _table(entries: Iterable[tuple[str, Iterable[str]]]) -> dict[str, tuple[str, ...]]:
    entities_of: dict[str, dict[str, None]] = defaultdict(dict)
    for entity, names in entries:
        for name in names:
            for folded in folds(name):
                entities_of[_bare(folded)][entity] = None
    return {key: tuple(sorted(entities)) for key, entities in entities_of.items()}


def _look_up(table: dict[str, tuple[str, ...]], printed: str) -> tuple[str, ...]:
    for folded in folds(printed):
        key = _bare(folded)
        if entities := table.get(key) or table.get(key.removesuffix("s")):
            return entities
    return ()


def _bare(folded: str) -> str:
    return folded.removeprefix("the ").removeprefix("team ")


def _place(printed: str | None) -> Iterator[tuple[str, Iterable[str]]]:
    if printed:
        yield printed, (printed, _without_region(printed))


def _without_region(place: str) -> str:
    """Eugene, OR is Eugene, and Saint-Denis (Paris) is Saint-Denis."""
    return re.split(r"[,(]", place)[0].strip() or place


def _only(entities: tuple[str, ...], printed: str, what: str) -> str | Unknown:
    if len(entities) == 1:
        return entities[0]
    if not entities:
        return Unknown(f"the ground truth has no {what} called {printed!r}", f"{what}: {printed}")
    why, missing = f"{printed!r} is ambiguous between {' and '.join(entities)}", f"which {what} is {printed!r}"
    return Ambiguous(why, missing, what, printed, entities)
