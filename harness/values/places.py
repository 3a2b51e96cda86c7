"""Places in a race as articles print them: fourth, runner-up, on the podium, top five, last, last but one."""

from __future__ import annotations

import re
from functools import lru_cache

from harness.values.counts import read_count
from harness.values.figures import Figure, Unread
from harness.values.number_words import ordinal_number, whole_number
from harness.values.ranges import Range, exactly

FROM_LAST = "from_last"  # a figure with this note counts from the end of the field: 1 is the last, 2 the last but one
_NAMED = {
    "winner": exactly(1), "win": exactly(1), "victory": exactly(1), "champion": exactly(1), "victor": exactly(1),
    "runner-up": exactly(2), "runner up": exactly(2), "runners-up": exactly(2),
    "podium": Range(1, 3), "on the podium": Range(1, 3), "the podium": Range(1, 3), "a podium": Range(1, 3),
    "among the medals": Range(1, 3), "in the medals": Range(1, 3), "off the podium": Range(4, None),
    "the lead": exactly(1), "lead": exactly(1), "leading": exactly(1), "in the lead": exactly(1),
    "in front": exactly(1), "out in front": exactly(1), "top": exactly(1), "the top step": exactly(1),
    "on the top step": exactly(1), "gold": exactly(1), "silver": exactly(2), "bronze": exactly(3),
    "just outside the medals": exactly(4), "outside the medals": Range(4, None),
    "out of the medals": Range(4, None), "just off the podium": Range(4, 4),
}  # fmt: skip
_LAST = frozenset({"last", "dead last", "bottom", "rear", "at the back", "plumb last", "at the rear", "rearmost"})
_BEFORE_LAST = re.compile(
    r"(?:(penultimate)|(?:second|next)[ -]to[ -](last)|last but (.+)|(.+?)[ -]from[ -](?:last|bottom|the back|the end)"
    r"|(.+?)[ -]last)"
)
_TAIL = re.compile(r"(?:[ -](?:placed?|spot|position|slot|finisher|overall))+$")
_MEDAL = re.compile(r"(?<=gold|lver|onze)[ -]medal(?:l?ist)?$")
# who shares a place has it: "equal second", "=2", "T2", "third equal"
_SHARED = re.compile(
    r"^(?:=|t-?(?=[0-9])|(?:joint|equal|tied|shared|level)[ -](?:for |in )?)(?=.)|(?: ?=|[ -](?:equal|joint))$"
)
_AS_PRINTED_IN_TABLES = re.compile(r"^p(?=[0-9])|(?<=[0-9])\.$")
_OF_SO_MANY = re.compile(
    r"(.+?)[ -](?:out of|of|in a field of)[ -]([a-z0-9-]+)(?: (?:runners|starters|finishers|athletes))?"
)
_HOW = re.compile(
    r"^(?:a |an )?(?:distant|close|fine|excellent|superb|impressive|solid|strong|creditable|respectable|encouraging"
    r"|battling|lonely|lowly|disappointing|surprise|comfortable|clear|narrow|brilliant|brave) (?=[a-z0-9])"
)


@lru_cache(maxsize=4096)
def read_place(printed: int | str) -> Figure | Unread:
    """A place from the front, read like a count; or from the end of the field, with the note `from_last`."""
    text = " ".join(str(printed).lower().replace("(of ", "of ").replace("(out of ", "out of ").split())
    text = text.removesuffix(")") if "(" not in text else text
    text = _TAIL.sub("", text)
    text = text if text in _NAMED else text.removeprefix("in ").removeprefix("among ")
    text = text.removeprefix("a ") if text.startswith("a ") and text not in _NAMED else text
    if (field := _OF_SO_MANY.fullmatch(text)) is not None and whole_number(field[2]) is not None:
        text = _place_alone(field[1], text)
    for aside in (_HOW, _SHARED, _AS_PRINTED_IN_TABLES, _MEDAL):
        text = _place_alone(aside.sub("", text), text)
    named = _NAMED.get(text, _NAMED.get(text.removeprefix("the ")))
    if named is not None:
        return Figure(named, named.low if named.low == named.high else None, (), str(printed))
    behind = _from_last(text.removeprefix("the "))
    if behind is not None:
        return Figure(exactly(behind), behind, (FROM_LAST,), str(printed))
    figure = read_count(printed if isinstance(printed, int) else text)
    if isinstance(figure, Unread) or figure.value.high == 0:
        return Unread(f"{printed!r} is not a place such as 5, fourth, runner-up, top five, last or last but one")
    return Figure(figure.value, figure.exact, figure.notes, str(printed))


def _place_alone(bare: str, text: str) -> str:
    """The text without what stands beside a place, if what is left is one: "the top of the field" is none."""
    plain = bare.removeprefix("the ")
    is_place = bare in _NAMED or ordinal_number(plain) is not None or whole_number(plain) is not None
    return bare if is_place or _from_last(plain) is not None else text


def _from_last(text: str) -> int | None:
    if text in _LAST:
        return 1
    match = _BEFORE_LAST.fullmatch(text)
    if match is None:
        return None
    if match[1] or match[2]:
        return 2
    if match[3]:
        number = whole_number(match[3])
        return None if number is None else number + 1
    return ordinal_number(match[4] or match[5])
