"""What the words in a table refer to: entries of the pack, of the catalogue, and new ones if requested.

A nation that the pack lacks is taken from the shipped list without asking, since its code identifies it. Events,
competitions, editions and sources are added only with `--new`: a misspelt event must not become a new one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any, NamedTuple

from harness.curate import catalogue
from harness.curate.new_events import SeenMark, as_event, bare_event, class_band, measure_of, plain_event, slug
from harness.curate.written_words import english_event
from harness.names import Names, fold, read_event
from harness.records.model import Ambiguous
from harness.truth.index import Truth
from harness.truth.pack import Event, Pack
from harness.values import Range, partial_date

KINDS = ("athletes", "events", "editions", "sources")

_OVER = re.compile(r"\+ ?(?=[0-9])")  # the class above 100 kg: names fold signs away


class Made(NamedTuple):
    """A row for the pack that the table needs: its table ("nations"), the row, and whether it cites sources."""

    table: str
    row: dict[str, Any]


class PackNames:
    """Names of the pack and the catalogue, looked up once each; what is made on the way stands in `made`."""

    def __init__(self, truth: Truth, new: frozenset[str] = frozenset()) -> None:
        self.truth = truth
        self.names = Names(Truth(Pack(nations=truth.pack.nations, events=truth.pack.events)))  # the many left out
        self.new = new
        self.made: dict[tuple[str, str], Made] = {}
        self.events: dict[str, Event] = dict(truth.events)
        self._marks: dict[str, list[SeenMark]] = defaultdict(list)  # of events to be made from the data
        self._known: dict[tuple[str, str, str], str | ValueError] = {}
        self._sexes: dict[str, str | None] = {}
        self._editions = self._by_name()

    def event(self, text: str, sex: str = "") -> str:
        """The event's id."""
        return self._once("event", text, sex)

    def nation(self, text: str) -> str:
        return self._once("nation", text, "")

    def nation_called(self, text: str) -> str:
        """The nation of that very name, no code and no word for its people: what a national team is called."""
        code = self.nation(text)
        known = self.truth.nations.get(code)
        called = (known.name, *known.aliases) if known is not None else catalogue.nations()[code].names
        if fold(text) not in map(fold, called):
            raise ValueError(f"{text!r} is not the name of a nation")
        return code

    def edition(self, text: str) -> str:
        return self._once("edition", text, "")

    def source(self, text: str) -> str:
        return self._once("source", text, "")

    def _once(self, kind: str, text: str, extra: str) -> str:
        key = (kind, text, extra)
        if key not in self._known:
            try:
                self._known[key] = {
                    "event": self._event, "nation": self._nation, "edition": self._edition, "source": self._source
                }[kind](text, extra)  # fmt: skip
            except ValueError as error:
                self._known[key] = error
        answer = self._known[key]
        if isinstance(answer, ValueError):
            raise answer
        return answer

    def make(self, table: str, row: dict[str, Any]) -> str:
        """A row that the pack lacks; the same one, where it was made before."""
        self.made.setdefault((table, row["id"]), Made(table, row))
        return str(row["id"])

    def row_of(self, table: str, identity: str) -> dict[str, Any] | None:
        made = self.made.get((table, identity))
        return made.row if made is not None else None

    def _nation(self, text: str, _extra: str) -> str:
        known = self.names.nation(text)
        if isinstance(known, str):
            return known
        code = catalogue.nation_codes().get(fold(text))
        if code is None:
            raise ValueError(known.why)
        if code not in self.truth.nations:
            self.make("nations", catalogue.nations()[code].row())
        return code

    def sex_of_event(self, text: str) -> str | None:
        """The sex that the event's name says; each name is read once."""
        if text not in self._sexes:
            self._sexes[text] = read_event(self._in_english(text)).sex
        return self._sexes[text]

    def _in_english(self, text: str) -> str:
        """The event with a sex in another language in English, unless the pack calls one just so."""
        return text if isinstance(self.names.event(text), str) else english_event(text)

    def _event(self, text: str, sex: str) -> str:
        if text in self.truth.events:
            return text
        written, text = text, plain_event(_OVER.sub("over ", self._in_english(text)))
        printed = read_event(text)
        if printed.sex is not None and sex and printed.sex != sex:
            raise ValueError(f"{written!r} is of the {printed.sex}, this row of the {sex}")
        known = self.names.event(text)
        if isinstance(known, str):
            return known
        standard = catalogue.events().get(printed.key)
        if standard is not None and standard.id in self.truth.events:
            return standard.id
        if (part := self._part(text)) is not None:
            return part
        if isinstance(known, Ambiguous):  # names fold "Middleweight A" and "Middleweight" into one: an id does not
            identity = str(bare_event(text)["id"])
            if identity in self.truth.events:
                return identity
            raise ValueError(known.why)
        if "events" not in self.new:
            ship = f"; {standard.name} ships with the harness" if standard is not None else ""
            raise ValueError(f"{known.why}{ship}: --new events adds it")
        row = standard.row() if standard is not None else bare_event(text)
        self.make("events", row)
        if standard is not None:
            self.events[row["id"]] = as_event(row)
        return str(row["id"])

    def _part(self, text: str) -> str | None:
        """A part of a combined event, "Decathlon 100 m": an event of its own, on the open one's lists."""
        whole, _, rest = text.partition(" ")
        combined, inner = catalogue.events().get(read_event(whole).key), catalogue.events().get(read_event(rest).key)
        if combined is None or inner is None or not combined.id.endswith("athlon"):
            return None
        identity = f"{combined.id}-{inner.id}"
        if identity in self.truth.events:
            return identity
        if "events" not in self.new:
            raise ValueError(f"the pack has no {inner.name} of the {combined.name}: --new events adds it")
        for known in (combined, inner):
            if known.id not in self.truth.events:
                self.make("events", known.row())
        row = {key: value for key, value in inner.row().items() if key != "aliases"}
        row |= {"id": identity, "name": f"{combined.name} {inner.name}", "part_of": combined.id, "same_as": inner.id}
        self.make("events", row)
        self.events[identity] = as_event(row)
        return identity

    def category(self, event: str, category: str) -> str:
        """The event of a class: its races are beside those of the open event, and their places are none of its."""
        identity = f"{event}-{slug(category)}"
        if identity in self.events:
            return identity
        open_event = self.events.get(event)
        standard = catalogue.events().get(read_event(identity).key)
        if "events" not in self.new:
            raise ValueError(f"the pack has no {identity!r}, the {category} class of {event}: --new events adds it")
        if standard is not None and standard.id == identity:
            row = standard.row()
        elif open_event is not None:
            row = {
                "id": identity, "name": f"{open_event.name}, {category}", "measure": open_event.measure,
                "better": open_event.better, "plausible": [*class_band(open_event)],
            }  # fmt: skip
            row |= {"metres": open_event.metres} if open_event.metres is not None else {}
        else:
            row = bare_event(f"{event} {category}")
        self.make("events", row)
        if "measure" in row:
            self.events[row["id"]] = as_event(row)
        return str(row["id"])

    def is_bare(self, event: str) -> bool:
        """Whether the event is new and its measure must be told by its marks."""
        return event not in self.events

    def saw_mark(self, event: str, mark: SeenMark) -> None:
        self._marks[event].append(mark)

    def settle_events(self) -> None:
        """Give each new event the measure and the band that its marks show; one of which they show none stays bare."""
        for (table, identity), made in self.made.items():
            if table == "events" and "measure" not in made.row:
                measure = measure_of(made.row["name"], self._marks[identity])
                if measure is not None:
                    made.row.update(measure)
                    self.events[identity] = as_event(made.row)

    def _edition(self, text: str, _extra: str) -> str:
        if text in self.truth.editions or ("editions", text) in self.made:
            return text
        named = self._editions.get(fold(text), set())
        if len(named) == 1:
            return next(iter(named))
        if len(named) > 1:
            raise ValueError(f"{text!r} is more than one edition of the pack")
        games = catalogue.games_called(text)
        if games is None:
            raise ValueError(f"{text!r} is no edition of the pack: harness truth new edition makes one")
        if games.id not in self.truth.editions:
            if "editions" not in self.new:
                raise ValueError(
                    f"{text!r} is no edition of the pack; the harness knows it, and --new editions adds it"
                )
            if games.competition not in self.truth.competitions:
                self.make("competitions", dict(catalogue.COMPETITIONS[games.competition]))
            self.nation(games.nation)
            self.make("editions", games.row())
        return games.id

    def held(self, competition: str, date: str) -> str:
        """The edition of the competition on the date; a new one, where editions are taken in."""
        series = self._competition(competition)
        days = partial_date(date)
        for edition in self.truth.editions_by_competition.get(series, ()):
            span = Range(partial_date(edition.start).low, partial_date(edition.end).high)
            if (span.low or 0) <= (days.low or 0) and (days.high or 0) <= (span.high or 0):
                return edition.id
        if "editions" not in self.new:
            raise ValueError(
                f"the pack has no edition of {competition!r} on {date}: harness truth new edition makes one"
            )
        identity = f"{series}-{date[:4]}"
        if self.row_of("editions", identity) is None:
            name = self._competition_name(series)
            year = date[:4]  # from when to when it was held no row tells: the days are of some of its races
            row = {"id": identity, "competition": series, "name": f"{name} {year}", "start": year, "end": year}
            return self.make("editions", row)
        return identity

    def _competition(self, text: str) -> str:
        for competition in self.truth.competitions.values():
            if text == competition.id or fold(text) in map(fold, (competition.name, *competition.aliases)):
                return competition.id
        if "editions" not in self.new:
            raise ValueError(f"{text!r} is no competition of the pack: harness truth new competition makes one")
        if catalogue.GAMES.fullmatch(fold(text)):
            known = "winter-olympic-games" if "winter" in fold(text) else "olympic-games"
            return self.make("competitions", dict(catalogue.COMPETITIONS[known]))
        return self.make("competitions", {"id": slug(text), "name": text, "level": "meeting"})

    def _competition_name(self, identity: str) -> str:
        made = self.row_of("competitions", identity)
        return str(made["name"]) if made is not None else self.truth.competitions[identity].name

    def _source(self, text: str, _extra: str) -> str:
        if text in self.truth.sources:
            return text
        if "sources" not in self.new:
            raise ValueError(
                f"{text!r} is none of the pack's sources: harness truth new source, or --new sources, adds it first"
            )
        if not re.fullmatch(r"[a-z0-9][a-z0-9.-]*", text):
            raise ValueError(f"{text!r} is not a valid source id: use lower-case letters, digits and hyphens")
        return self.make("sources", {"id": text, "title": text, "family": text})

    def city_of(self, edition: str | None) -> str | None:
        """The city that the edition says it was in."""
        known, made = self.truth.editions.get(edition or ""), self.row_of("editions", edition or "")
        return known.city if known is not None else made.get("city") if made is not None else None

    def days_of(self, edition: str) -> tuple[str, str]:
        """The first and the last day of the edition."""
        known, made = self.truth.editions.get(edition), self.row_of("editions", edition)
        if known is not None:
            return known.start, known.end
        assert made is not None
        return made["start"], made["end"]

    def shown(self, identity: str) -> str:
        """The name of anything, made or of the pack."""
        for table in ("editions", "events", "nations", "competitions"):
            made = self.row_of(table, identity)
            if made is not None:
                return str(made["name"])
        return self.truth.name(identity)

    def _by_name(self) -> dict[str, set[str]]:
        named: dict[str, set[str]] = defaultdict(set)
        for edition in self.truth.editions.values():
            for name in (edition.name, *edition.aliases):
                named[fold(name)].add(edition.id)
        return named
