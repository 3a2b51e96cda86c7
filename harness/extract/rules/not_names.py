"""Capitalised words that are not names: where one occurs, a person's name ends or has not begun."""

from __future__ import annotations

_OPENERS = (
    "a an the this that these those in on at with for from by of to after before when while as but and or if it he she "
    "his her they we i my our their who what where why how then now both all no not yes once only still just even also "
    "another such there here despite however although though since until during behind ahead following meanwhile later "
    "earlier afterwards instead soon finally eventually currently perhaps fellow early late next last born"
)
_CALENDAR = (
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday today yesterday tonight day night "
    "morning evening first second third fourth fifth"
)
_COMPETITIONS = (
    "olympic olympics games world worlds championship championships champion champions champs diamond league classic "
    "cup trials final finals semi semifinal heat heats round relay continental commonwealth national international "
    "golden super grand prix tour meeting meet indoor outdoor european british american african asian"
)
_EVENTS = (
    "men women men's women's mile marathon metres meters record records gold silver bronze medal track field athletics "
    "long high triple jump vault pole shot put javelin discus hammer decathlon heptathlon hurdles steeplechase"
)
_PLACES = "stadium stade arena park street road city great north south east west new united states kingdom"
_BODIES = "federation association committee university college club team membership agency press euro euros"
_PAPERS = (
    "getty images picture photo credit read more click article view post instagram twitter shared news sport sports "
    "weekly magazine daily times guardian related content published comments"
)
_STYLES = "mr mrs ms dr sir lord dame coach president captain king queen prince"

NOT_NAMES = frozenset(
    word
    for group in (_OPENERS, _CALENDAR, _COMPETITIONS, _EVENTS, _PLACES, _BODIES, _PAPERS, _STYLES)
    for word in group.split()
)


def is_adverb(word: str) -> bool:
    """ "Impressively, Kerr ...": what opens a sentence so is no given name, but for Emily, Sally and Kelly."""
    return len(word) > len("Kimberly") and word.endswith("ly")
