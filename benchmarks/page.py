"""What the editor's page costs: written for 5,000 findings, and opened with 400 claims in a real browser.

    python benchmarks/page.py

Opening is timed by the browser itself, from the start of the navigation until everything is laid out and painted (two
frames after the load event); of five openings of each page the median and the slowest are printed. It needs chromium.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

import msgspec
from msgspec.structs import replace

from harness.checking.load import default_truth_folder, load_truth
from harness.checking.run import check
from harness.present.formats import View, write
from harness.records.model import Report
from harness.truth.index import Truth

ROOT = Path(__file__).parent.parent
FINDINGS, CLAIMS, OPENINGS = 5000, 400, 5
PAINTED = """() => new Promise(resolve =>
  requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now()))))"""


def main() -> None:
    """Measure on the shipped claims, repeated until there are enough, and print."""
    truth = load_truth(default_truth_folder())
    assert isinstance(truth, Truth)
    shipped = check([ROOT / "claims"], truth)
    many = repeated(shipped, FINDINGS)
    start = time.perf_counter()
    page = write(many, "html")
    seconds = time.perf_counter() - start
    print(f"{len(many.findings):,} findings written: {seconds:.2f} s, {len(page) / 1e6:.1f} MB")
    fullest, text = in_one_article(repeated(shipped, CLAIMS), CLAIMS)
    openings = {
        f"one article of {CLAIMS} claims": write(fullest, "html", View(texts={fullest.articles[0].id: text})),
        f"{len(many.articles)} articles, {len(many.findings):,} claims": page,
    }
    chromium = shutil.which("chromium")
    if chromium is None:
        sys.exit("no chromium to open the page in: apt-get install chromium")
    for what, written in openings.items():
        times = opened(chromium, written)
        print(f"{what} opened: {statistics.median(times):.0f} ms, the slowest {max(times):.0f} ms")


def repeated(report: Report, findings: int) -> Report:
    """The report's articles over and over under new names, until there are that many findings."""
    times = -(-findings // len(report.findings))
    articles = tuple(replace(one, id=f"{one.id}-{n}") for n in range(times) for one in report.articles)
    copies = tuple(replace(one, article=f"{one.article}-{n}") for n in range(times) for one in report.findings)
    return replace(report, articles=articles, findings=copies, conflicts=())


def in_one_article(report: Report, claims: int) -> tuple[Report, str]:
    """That many of the findings as claims of one article, whose text is made of their quotes; every tenth is wrong."""
    article, text, findings = report.articles[0], "", []
    for number, finding in enumerate(report.findings[:claims]):
        verdict = {"verdict": "refuted", "severity": "low"} if number % 10 == 0 else {}
        place = {"start": len(text), "end": len(text) + len(finding.quote)}
        fields = {**msgspec.structs.asdict(finding), **place, **verdict, "article": article.id, "claim": f"c{number}"}
        findings.append(type(finding)(**fields))
        text += finding.quote + (".\n" if number % 5 == 4 else ", as was said before the race, and ")
    return replace(report, articles=(article,), findings=tuple(findings)), text


def opened(chromium: str, written: str) -> list[float]:
    """Milliseconds from navigation to paint, each time in a fresh browser tab."""
    from playwright.sync_api import sync_playwright

    times = []
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        path = Path(folder, "page.html")
        path.write_text(written, encoding="utf-8")
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for _ in range(OPENINGS):
            page = browser.new_page(viewport={"width": 1280, "height": 900})
            page.goto(path.as_uri())
            times.append(page.evaluate(PAINTED))
            page.close()
        browser.close()
    return times


if __name__ == "__main__":
    main()
