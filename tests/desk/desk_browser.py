"""What the tests of the desk in a browser share: a page that is watched, and words for what is on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any, TypeAlias

from desk_process import RunningDesk

Open: TypeAlias = Callable[..., AbstractContextManager[Any]]


@contextmanager
def opening(
    chromium: Any, desk: RunningDesk, size: tuple[int, int] = (1280, 900), complaints: int = 0, **more: Any
) -> Iterator[Any]:
    """A page of the desk, entered with its link; afterwards nothing foreign was asked for and nothing complained of."""
    settings = {"viewport": {"width": size[0], "height": size[1]}, "reduced_motion": "reduce", **more}
    context = chromium.new_context(**settings)
    page = context.new_page()
    asked: list[str] = []
    complained: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complained.append(message.text))
    page.on("pageerror", lambda error: complained.append(str(error)))
    page.goto(desk.link)
    yield page
    assert all(url.startswith(f"http://{desk.address}/") for url in asked), asked
    assert len(complained) == complaints, complained
    context.close()


def waiting(page: Any) -> list[str]:
    quotes: list[str] = page.eval_on_selector_all(".decide-on", "cards => cards.map(card => card.dataset.quote)")
    return quotes


def settled(page: Any) -> None:
    """Wait until the last change is answered."""
    page.wait_for_selector("#main:not([aria-busy])")


def card(quote: str) -> str:
    return f'.decide-on[data-quote*="{quote}"]'
