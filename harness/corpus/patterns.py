"""The sentence patterns for each beat of a race report, in our own words.

A beat is named after its subject; its claims are made in `beats.py`, under the names used in the patterns. A kind can
bring sentences about a race in its own file (`sentences`, see `harness/kind.py`).
"""

PATTERNS: dict[str, tuple[str, ...]] = {
    "win": (
        "{win.athlete} [won|win] the {win.scope.event} at the {win.scope.competition} in [{time.mark}|time].",
        "In [{time.mark}|time], {win.athlete} [took the victory|win] at the {win.scope.competition} over "
        "{win.scope.event}.",
        "[Victory|win] at the {win.scope.competition} went to {win.athlete}, whose {win.scope.event} was timed at "
        "[{time.mark}|time].",
    ),
    "follower": (
        "{place.athlete} finished [{place.place:ordinal}|place] in [{time.mark}|time].",
        "[{place.place:ordinal}|place] was {place.athlete}, timed at [{time.mark}|time].",
        "{place.athlete} came home [{place.place:ordinal}|place] with [{time.mark}|time] on the clock.",
    ),
    "behind": (
        "{place.athlete} crossed the line [right behind {place.after}|place].",
        "[One place behind {place.after}|place] came {place.athlete}.",
    ),
    "margin": (
        "{gap.ahead} had [{gap.gap}|gap] to spare on {gap.behind}.",
        "The gap between {gap.ahead} and {gap.behind} was [{gap.gap}|gap].",
    ),
    "rank": (
        "That leaves {rank.athlete} [{rank.rank:ordinal} on the all-time list|rank] over {rank.scope.event}.",
        "Nobody needs reminding that {rank.athlete} is [{rank.rank:ordinal} on the all-time list|rank] for the "
        "{rank.scope.event}.",
    ),
    "performance": (
        "It was the [{rank.rank:ordinal} fastest|rank] {rank.scope.event} that anyone has run.",
        "Only counting times, that is the [{rank.rank:ordinal} fastest|rank] {rank.scope.event} of all.",
    ),
    "world-record": (
        "{record.athlete} thereby broke the [world {record.scope.indoor:indoor }record|record] for the "
        "{record.scope.event}.",
        "No one had ever gone faster: a [world {record.scope.indoor:indoor }record|record] for {record.athlete}.",
    ),
    "area-record": (
        "The time was a [record for {record.scope.area}|record], set by {record.athlete}.",
        "Nobody from [{record.scope.area} has run faster|record] than {record.athlete}.",
    ),
    "national-record": (
        "It was a [national record|record] for {record.athlete}.",
        "{record.athlete} rewrote the [national record|record] on the way.",
    ),
    "olympic-record": (
        "{record.athlete} took the [Olympic record|record] along the way.",
        "The [Olympic record|record] fell too, to {record.athlete}.",
    ),
    "age": (
        "{age.athlete}, who is [{age.age}|age], looked calm throughout.",
        "At [{age.age}|age], {age.athlete} made it look simple.",
    ),
    "nation": (
        "{nation.athlete} runs for [{nation.nation}|nation].",
        "There was joy in [{nation.nation}|nation] for {nation.athlete}.",
    ),
    "birthplace": (
        "{born.athlete} was born in [{born.birthplace}|born].",
        "[{born.birthplace}|born] is where {born.athlete} was born.",
    ),
    "date": (
        "The final was run on [{date.date}|date].",
        "It was decided on [{date.date}|date].",
    ),
    "yesterday": (
        "It all happened [{date.date}|date].",
        "The field lined up [{date.date}|date].",
    ),
    "split": (
        "{split.athlete} went through {split.at} in [{split.mark}|split].",
        "At {split.at} the clock showed [{split.mark}|split] for {split.athlete}.",
    ),
    "opinion": (
        "It was a fine evening of running.",
        "The crowd stayed on long after the last race.",
        "Few will forget the last lap in a hurry.",
        "The coaches had plenty to talk about afterwards.",
    ),
}  # fmt: skip
