"""The names of a ground truth and the mentions that may mean them; nothing here chooses between two that fit."""

from harness.names.index import Match, NameIndex, fold
from harness.names.meetings import Context, Meetings, NamedMeeting, tells_year
from harness.names.mentions import Names, read_event, read_round

__all__ = [
    "Context", "Match", "Meetings", "NameIndex", "NamedMeeting", "Names", "fold", "read_event", "read_round",
    "tells_year",
]  # fmt: skip
