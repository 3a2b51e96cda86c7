"""What the desk costs: its pages opened, cards decided and text edited, in a real browser, against what is asked of it.

    python benchmarks/desk.py

A folder of 60 articles of 90 claims, and one draft of 1,000 words, are made from the ground truth; times are taken by
the browser itself, the median of several. The machine should be idle. It needs chromium and playwright.
"""

from __future__ import annotations

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from harness.checking.load import default_truth_folder, load_truth
from harness.desk.checker import DeskChecker
from harness.desk.folder import Folder
from harness.desk.readings import write_reading
from harness.extract import SourceArticle
from harness.truth.index import Truth
from harness.values import show

PAUSE = 250  # milliseconds that the desk waits for more to be typed
ARTICLES, CLAIMS, WORDS, TIMES = 60, 90, 1000, 7
PAINTED = """() => new Promise(resolve =>
  requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now()))))"""
FIRST_PAINT = """() => new Promise(resolve => new PerformanceObserver(seen => {
  const paint = seen.getEntriesByName('first-contentful-paint')[0];
  if (paint) resolve(paint.startTime);
}).observe({type: 'paint', buffered: true}))"""
# From the opening of the queue's page until every draft in it is checked.
ALL_CHECKED = """() => new Promise(resolve => {
  const look = () => document.querySelector('#queue p.warning') ? requestAnimationFrame(look)
                                                                : resolve(performance.now());
  look();
})"""
# From the key to the second frame after what it does shows: the press is sent from inside the page.
KEY = """([key, shows]) => new Promise(resolve => {
  const start = performance.now();
  document.body.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true}));
  const look = () => document.querySelector(shows) ? requestAnimationFrame(() => resolve(performance.now() - start))
                                                   : requestAnimationFrame(look);
  look();
})"""
EDIT = """([words, shows]) => new Promise(resolve => {
  const start = performance.now(), editor = document.getElementById('editor');
  editor.value = editor.value.replace(words[0], words[1]);
  editor.dispatchEvent(new InputEvent('input'));
  const look = () => [...document.querySelectorAll('.said')].some(mark => mark.textContent === shows)
    ? resolve(performance.now() - start) : requestAnimationFrame(look);
  look();
})"""


def main() -> None:
    """Make the folder, open the desk on it, and print what took how long."""
    print(f"processes that want to run, at the start: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    chromium = shutil.which("chromium")
    if chromium is None:
        sys.exit("no chromium to open the desk in: apt-get install chromium")
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as place, sync_playwright() as driver:
        claims = filled(Folder(Path(place)))
        command = [sys.executable, "-m", "harness", "desk", place, "--no-browser", "--author", "Ada"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as desk:
            assert desk.stdout is not None
            found = re.search(r"http://\S+", desk.stdout.readline())
            assert found is not None
            browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            try:
                page = browser.new_page(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
                page.goto(found[0])
                what = f"the queue of {ARTICLES} articles of {claims} claims, the first time"
                told(what, [page.evaluate(PAINTED)], 1000)
                told("until every article in it is checked", [page.evaluate(ALL_CHECKED)], 1000)
                measured(page, page.url)
            finally:
                browser.close()
                desk.terminate()


def measured(page: Any, home: str) -> None:
    """The times of one browser window."""
    told("the queue, opened again", list(opened(page, home, PAINTED)), 1000)
    draft = f"{home}drafts/long"
    told(f"a draft of {WORDS} words, opened", list(opened(page, draft, PAINTED)), 1000)
    told("first paint of the draft", list(opened(page, draft, FIRST_PAINT)), 500)
    keys = {
        "j": ".decide-on + .decide-on.is-current",
        "?": "#help[open]",
        "d": "#ask[open]",
        "a": ".decide-on.is-going",
    }
    for key, shows in keys.items():
        times = []
        for _ in range(TIMES):
            page.goto(draft)
            page.wait_for_selector(".decide-on.is-current")
            times.append(page.evaluate(KEY, [key, shows]))
            page.wait_for_selector("#main:not([aria-busy])")
            if key == "a":
                page.keyboard.press("u")
                page.wait_for_selector("#status:text('Undone')", state="attached")
        told(f"the key {key}, to what it does", times, 100)
    page.goto(draft)
    page.keyboard.press("e")
    page.wait_for_selector("#editing:not([hidden])")
    figure, times = re.findall(r" in (3:[0-9.]+[0-9])\.", page.input_value("#editor"))[0], []
    for number in range(TIMES):
        changed = f"3:59.{number:02}"
        times.append(
            page.evaluate(EDIT, [[figure, changed], changed]) - 250
        )  # the desk waits 250 ms for more to be typed
        figure = changed
    told(f"an edit in {WORDS} words, read and checked again", times, 300)


def opened(page: Any, address: str, moment: str) -> Iterator[float]:
    for _ in range(TIMES):
        page.goto(address)
        yield page.evaluate(moment)


def told(what: str, times: list[float], most: int) -> None:
    """Print the median and the slowest, in milliseconds, beside what is asked."""
    print(f"{what}: {statistics.median(times):.0f} ms, the slowest {max(times):.0f} ms (asked: under {most} ms)")


def filled(folder: Folder) -> int:
    """Make the articles; how many claims are in each, about."""
    truth = load_truth(default_truth_folder())
    assert isinstance(truth, Truth)
    folder.prepare()
    checker = DeskChecker(truth, default_truth_folder())
    sentences = list(islice(cycle(results_in_words(truth)), 7 * ARTICLES + CLAIMS))
    found = 0
    for number in range(ARTICLES):
        start = number * 7
        text = "\n\n".join(sentences[start : start + CLAIMS // 2]) + "\n"
        found += written(folder, checker, f"article-{number}", text)
    text = ""
    for sentence in sentences:
        text += f"{sentence}\n\n"
        if len(text.split()) >= WORDS:
            break
    written(folder, checker, "long", text)
    return found // ARTICLES


def written(folder: Folder, checker: DeskChecker, name: str, text: str) -> int:
    article = SourceArticle(id=name, title=f"Results of {name}", publisher="The Evening Post", published="2024-08-12",
                      published_basis="made up", text=text)  # fmt: skip
    folder.write_text(name, text)
    write_reading(folder, checker, article, ())
    return (folder.claims(name) or b"").count(b'"kind"')


def results_in_words(truth: Truth) -> Iterator[str]:
    """A sentence for every place and mark of the finals that the ground truth knows; of every ninth the last two digits
    are swapped."""
    for number, result in enumerate(truth.results):
        if (result.event, result.round) != ("1500m", "final") or result.edition is None or ":" not in result.printed:
            continue
        mark = result.printed[:-2] + result.printed[:-3:-1] if number % 9 == 0 else result.printed
        name, edition = truth.athletes[result.athlete].name, truth.editions[result.edition].name
        if result.place is not None:
            place = show(result.place, "ordinal")
            yield f"{name} finished {place} in the men's 1500m final at the {edition} in {mark}."


if __name__ == "__main__":
    main()
