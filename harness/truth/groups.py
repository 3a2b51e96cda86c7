"""Groups of events: which events are in a scope that names several, a group, a sport, or individual events only."""

from __future__ import annotations

from collections.abc import Mapping

from harness.records.model import Setting
from harness.truth.pack import Completeness, Event


def takes_in(events: Mapping[str, Event], setting: Setting, event: str) -> bool | None:
    """Whether the event is one of those that the setting names; None if its sport or its groups are not known.

    If an event names any group, it names all its groups; an event without one may be in every group of its sport.
    """
    if setting.event is not None:
        return event == setting.event
    row = events[event]
    if setting.events is not None and event not in setting.events:
        return False
    if setting.individual is not None and row.team == setting.individual:
        return False
    if setting.group is None or setting.group in (row.sport, *row.groups):
        return True
    of_group = [event for event in events.values() if setting.group in event.groups]
    if not of_group:  # a sport
        return None if row.sport is None else False
    sports = {event.sport for event in of_group}
    elsewhere = row.sport is not None and None not in sports and row.sport not in sports
    return False if row.groups or elsewhere else None


def covers_events(events: Mapping[str, Event], statement: Completeness, setting: Setting) -> bool:
    """Whether a completeness statement covers all events in the setting."""
    if statement.group is not None:
        if statement.group == setting.group:
            return True
        named = setting.events or (() if setting.event is None else (setting.event,))
        return bool(named) and all(takes_in(events, Setting(group=statement.group), event) for event in named)
    if not statement.events:
        return True
    return setting.event in statement.events or (
        setting.events is not None and set(setting.events) <= set(statement.events)
    )
