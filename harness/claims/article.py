"""The article that a claim file is about."""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from harness.records.explained import explained
from harness.truth.pack import UtcOffset


class About(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What the whole article is about, stated once in its headline or opening: fields that its claims leave open mean
    this."""

    event: Annotated[
        Annotated[str, Meta(min_length=1, max_length=100)] | None,
        explained("the event that is meant throughout", "1500m"),
    ] = None
    sex: Annotated[Literal["men", "women", "mixed"] | None, explained("whose event", "men")] = None
    competition: Annotated[
        Annotated[str, Meta(min_length=1, max_length=100)] | None,
        explained("the competition that is meant throughout", "Paris Olympics"),
    ] = None
    season: Annotated[
        Annotated[int, Meta(ge=1000, le=9999)] | None, explained("the season that is meant throughout", 2024)
    ] = None


class Article(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The article that a claim file is about. Its text is not included: `sha256` is that of the text's UTF-8 bytes.

    `zone` is the publisher's time zone on that day, as hours and minutes from UTC ("+09:00"), in which "yesterday" is
    counted. `about` is what the headline or opening states once, for claims that leave it open. `read_by` names the
    machine that extracted the claims; without it, people did. `edited_by` names the people who changed what the machine
    had read.
    """

    id: Annotated[
        str,
        Meta(pattern="^[a-z0-9][a-z0-9-]*$", max_length=80),
        explained("by which reports name the article", "paris-final"),
    ]
    title: Annotated[
        str, Meta(min_length=1, max_length=200), explained("its headline, or what it is", "Hocker wins in Paris")
    ]
    publisher: Annotated[str, Meta(min_length=1, max_length=100), explained("who published it", "Arden Post")]
    url: Annotated[str | None, explained("where it can be read; null, if nowhere", "https://arden.example/paris")]
    published: Annotated[
        str, Meta(pattern="^[0-9]{4}-[0-9]{2}-[0-9]{2}$"), explained("the day of publication", "2024-08-07")
    ]
    published_basis: Annotated[
        str, Meta(min_length=1, max_length=200), explained("how that day is known", "the publisher's site")
    ]
    zone: Annotated[UtcOffset | None, explained("the publisher's time zone: hours and minutes from UTC", "+09:00")] = (
        None
    )
    about: Annotated[
        About | None, explained("what headline or opening say once for all claims", {"event": "1500m"})
    ] = None
    characters: Annotated[int, Meta(ge=1), explained("how many code points its text has", 2510)]
    sha256: Annotated[
        str,
        Meta(pattern="^[0-9a-f]{64}$"),
        explained(
            "the digest of its text's UTF-8 bytes", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        ),
    ]
    read_by: Annotated[
        Annotated[str, Meta(min_length=1, max_length=100)] | None,
        explained("the machine that read the claims", "rules (harness 0.1.0)"),
    ] = None
    edited_by: Annotated[
        tuple[Annotated[str, Meta(min_length=1, max_length=120, description="a name")], ...],
        explained("who changed what a machine had read", ["Ada"]),
    ] = ()
