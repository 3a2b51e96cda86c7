"""The article that a claim file is about."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from harness.truth.pack import UtcOffset


class About(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What the whole article is about, stated once in its headline or opening: fields that its claims leave open mean
    this."""

    event: Annotated[str, Meta(min_length=1, max_length=100)] | None = None
    sex: Literal["men", "women", "mixed"] | None = None
    competition: Annotated[str, Meta(min_length=1, max_length=100)] | None = None
    season: Annotated[int, Meta(ge=1000, le=9999)] | None = None


class Article(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The article that a claim file is about. Its text is not included: `sha256` is that of the text's UTF-8 bytes.

    `zone` is the publisher's time zone on that day, as hours and minutes from UTC ("+09:00"), in which "yesterday" is
    counted. `about` is what the headline or opening states once, for claims that leave it open. `read_by` names the
    machine that extracted the claims; without it, people did. `edited_by` names the people who changed what the machine
    had read.
    """

    id: Annotated[str, Meta(pattern="^[a-z0-9][a-z0-9-]*$", max_length=80)]
    title: Annotated[str, Meta(min_length=1, max_length=200)]
    publisher: Annotated[str, Meta(min_length=1, max_length=100)]
    url: str | None
    published: Annotated[str, Meta(pattern="^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
    published_basis: Annotated[str, Meta(min_length=1, max_length=200)]
    zone: UtcOffset | None = None
    about: About | None = None
    characters: Annotated[int, Meta(ge=1)]
    sha256: Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
    read_by: Annotated[str, Meta(min_length=1, max_length=100)] | None = None
    edited_by: tuple[Annotated[str, Meta(min_length=1, max_length=120, description="a name")], ...] = ()
