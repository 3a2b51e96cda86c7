"""The point during a race of a figure or a place: through 400 m, at the bell, with 200 m to go; and single lap
times."""

from __future__ import annotations

import re

_DISTANCE = r"([0-9]{1,2},[0-9]{3}|[0-9]{2,5}) ?(?:m|metres|meters)\b"
_THROUGH = re.compile(
    rf"\b(?:through|past|[Aa]t|reach(?:ed|ing)|pass(?:ed|ing)(?: through)?|hit) (?:the )?{_DISTANCE}(?! (?:final|race"
    rf"|title|gold))"
)
_TO_GO = re.compile(
    r"\bwith (?:about |around )?([0-9]{2,4}) ?(?:m|metres|meters) (?:to go|left|remaining)", re.IGNORECASE
)
_BELL = re.compile(r"\b(?:at|by) the bell\b", re.IGNORECASE)
_HALFWAY = re.compile(r"\b(?:at|by|through|past|reached) half-?way\b", re.IGNORECASE)
_FINISH = re.compile(
    r"\b(?:came (?:home|through)|w[io]n|wins|winning|finish(?:ed|es|ing)?|cross(?:ed|es|ing)|held on|went on to"
    r"|settl(?:e|ed|es|ing) for|stopped the"
    r" clock|to the line|home in|home alone|clocked|dropped back|faded|ended up|took (?:gold|silver|bronze))\b"
)
_FIRST_BEHIND = re.compile(rf" ?(?:seconds? )?(?:for|at|over|through) (?:the )?(?:first |opening )?{_DISTANCE}")
_FIRST_BEFORE = re.compile(rf"\b(?:first|opening) {_DISTANCE}(?: (?:in|of|was|took|at|were))*(?: about| just)? $")
_LAP = (
    r"(?:last|final|closing|first|opening|second|third|fourth|fifth|next|each|every|penultimate)"
    r" (?:two |three )?(?:laps?|quarters?|circuits?|kilomet(?:re|er)s?|kms?|miles?|lengths?|legs?|halves|half|bend"
    r"|straight"
    rf"|{_DISTANCE})"
)
_LAP_BEFORE = re.compile(
    rf"\b(?:(?:{_LAP}|laps?|quarters|splits?|lap times?)(?: (?:in|of|was|were|took|at|split|time))*"
    rf"|(?:reaction time) of"
    rf"|(?:covered|ran|running|clocked) (?:his|her|the|a) {_LAP} in)(?: about| just| a)? $",
    re.IGNORECASE,
)
_LAP_BEHIND = re.compile(
    rf"(?:-second| ?seconds?)? (?:(?:for|over|on|in) (?:the|his|her) {_LAP}|(?:last|final|closing|opening"
    rf"|first) lap|lap\b|split\b"
    r"|quarter\b|leg\b|circuit\b|400m? split)",
    re.IGNORECASE,
)
_THAT_POINT = re.compile(r"\b(?:by|past|through|at|passed|reached) that (?:mark|point|distance)\b[^,;]*$")
_MILES = {"mile": 1609, "one mile": 1609, "two miles": 3219, "two-mile": 3219, "2 miles": 3219, "2-mile": 3219}
_LAST_LAP = 400
_NEAR = 70
_FASTEST, _SLOWEST = 10.6, 1.2  # metres a second that anybody has run, or swum over a race
_FASTEST_OVER = (  # metres, and the metres a second that nobody has run over as many or more
    (400, 9.5), (800, 8.1), (1000, 7.7), (1500, 7.4), (2000, 7.2), (3000, 6.95), (5000, 6.75), (10_000, 6.45),
)  # fmt: skip
_JOG, _LONGEST_RACE = (
    4.0,
    10_000,
)  # metres a second that a race is not slower than, and how long the race may be for that
_ON_THE_TRACK = re.compile(r"(?:(?:wo)?men's )?(?:[0-9][0-9,]*[ -]?m(?:et(?:re|er)s?)?|(?:one |two |2 )?miles?)", re.I)

_CLOCK = re.compile(r"(?:(?P<h>[0-9]{1,2}):)?(?P<m>[0-9]{1,2}):(?P<s>[0-9]{2}(?:[.:][0-9]+)?)$")
_SECONDS = re.compile(r"(?P<s>[0-9]{1,3}\.[0-9]{1,2})(?:s| ?seconds?)?$")


def split_in(words: str, event: str) -> str | None:
    """The distance that the words give, such as "400m", in a race of the event; None at the finish."""
    cues = [
        *((match.end(), _metres(match[1])) for match in _THROUGH.finditer(words)),
        *((match.end(), _left(event, int(match[1]))) for match in _TO_GO.finditer(words)),
        *((match.end(), _left(event, _LAST_LAP)) for match in _BELL.finditer(words)),
        *((match.end(), _length(event) // 2) for match in _HALFWAY.finditer(words)),
    ]
    if not cues:
        return None
    end, metres = max(cues)
    length = _length(event)
    if length and metres >= length:
        return None  # "at 1500m she is the champion"
    return f"{metres}m" if metres and not _FINISH.search(words, end) else None


def place_on_the_way(words: str, end: int, event: str) -> str | None:
    """The distance that follows a place: "was fourth at the bell"."""
    behind = re.split(r"[,;.]| (?:and|but|before|as)\b", words[end : end + _NEAR])[0]
    return split_in(behind, event)


def is_on_the_way(words: str, end: int) -> bool:
    """Whether what follows a place says that it was one on the way, at whatever distance."""
    behind = re.split(r"[,;.]| (?:and|but|before)\b", words[end : end + _NEAR])[0]
    return any(cue.search(behind) for cue in (_BELL, _HALFWAY, _TO_GO, _THROUGH)) or (
        re.search(r"\b(?:into|off|entering|around|round) the (?:last|final|home|bend|back|straight|first)", behind)
        is not None
    )


def opening_split(words: str, start: int, end: int) -> str | None:
    """The distance of a figure that is told of the first part of a race: "55.5 for the first 400 metres"."""
    match = _FIRST_BEHIND.match(words, end) or _FIRST_BEFORE.search(words[max(0, start - _NEAR) : start])
    return f"{_metres(match[1])}m" if match else None


def is_of_a_lap(words: str, start: int, end: int) -> bool:
    """Whether the figure is the time of one lap or part, and no mark of a race: "a last lap of 54.0"."""
    return (
        _LAP_BEFORE.search(words[max(0, start - _NEAR) : start]) is not None
        or _THAT_POINT.search(words[max(0, start - _NEAR) : start]) is not None
        or _LAP_BEHIND.match(words, end) is not None
    )


def could_be(mark: str, event: str) -> bool:
    """Whether a printed time can be one of the whole distance; True where that cannot be told."""
    metres, seconds = _length(event), _seconds(mark)
    if not metres or seconds is None or re.search(r"relay|[x×]", event):
        return True
    return _SLOWEST <= metres / max(seconds, 0.01) <= _FASTEST


def is_likely(mark: str, event: str) -> bool:
    """Whether a time is one that races of the event are won or lost in, and no walk: True where that cannot be told."""
    metres, seconds = _length(event), _seconds(mark)
    if not 0 < metres <= _LONGEST_RACE or seconds is None or not _ON_THE_TRACK.fullmatch(event):
        return True
    return _JOG <= metres / max(seconds, 0.01) <= _FASTEST


def is_too_fast(mark: str, event: str) -> bool:
    """Whether nobody has run the event in such a time: "3:31.92", where the mile is carried over, is at 1500 metres."""
    metres, seconds = _length(event), _seconds(mark)
    if not metres or seconds is None or not _ON_THE_TRACK.fullmatch(event):
        return False
    fastest = min((speed for length, speed in _FASTEST_OVER if length <= metres), default=_FASTEST)
    return metres / max(seconds, 0.01) > fastest


def _seconds(mark: str) -> float | None:
    clock, bare = _CLOCK.match(mark), _SECONDS.match(mark)
    if clock is not None:
        return 60 * int(clock["m"]) + float(clock["s"].replace(":", ".")) + 3600 * int(clock["h"] or 0)
    return float(bare["s"]) if bare is not None else None


def _left(event: str, to_go: int) -> int:
    metres = _length(event)
    return metres - to_go if metres > to_go else 0


def _metres(printed: str) -> int:
    return int(printed.replace(",", ""))


def _length(event: str) -> int:
    match = re.search(r"([0-9]{1,2}),?([0-9]{3})(?![0-9])|([0-9]{2,3})(?= ?m)", event)
    if match is None:
        return next((metres for name, metres in _MILES.items() if event.lower().endswith(name)), 0)
    return int(f"{match[1]}{match[2]}" if match[1] else match[3])
