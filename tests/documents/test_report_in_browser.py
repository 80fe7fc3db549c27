"""The coach's report in a real browser: its text is drawn, and nothing is asked of a network."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from pypdf import PdfReader

from reframe.engine.reporting import write_report
from tests.documents.made import confirmed_review, sample

BROWSER = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
QUIET = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--disable-dev-shm-usage", "--host-resolver-rules=MAP * ~NOTFOUND",
)  # fmt: skip

pytestmark = pytest.mark.skipif(
    BROWSER is None, reason="Chromium is not installed; 'apt-get install chromium' brings it"
)


def printed(page: Path, folder: Path) -> tuple[str, set[str]]:
    """The words of a page as printed, and the addresses that the browser asked for."""
    pdf, log = folder / "page.pdf", folder / "net.json"
    subprocess.run(
        [BROWSER, *QUIET, f"--user-data-dir={folder / 'profile'}", f"--log-net-log={log}",
         "--no-pdf-header-footer", f"--print-to-pdf={pdf}", page.as_uri()],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    text = " ".join(" ".join(p.extract_text() for p in PdfReader(pdf).pages).split())
    return text, asked_for(log)


def asked_for(log: Path) -> set[str]:
    """What a page asked for; a browser's own errands (updates, the time) have no origin."""
    raw = log.read_text(encoding="utf-8").rstrip()
    # A browser that stops at once leaves the list of events open.
    events = json.loads(raw[:-1] + "]}" if raw.endswith(",") else raw)["events"]
    asked = [params for event in events if "initiator" in (params := event.get("params", {}))]
    return {a["url"] for a in asked if a["initiator"] != "not an origin"}


def test_the_page_is_drawn_and_fetches_nothing(tmp_path, reframer):
    review = confirmed_review(sample("two-page"))
    write_report(review, tmp_path / "report.html", reframer=reframer)
    text, urls = printed(tmp_path / "report.html", tmp_path)
    assert urls == set()
    assert review.resume.name in text
    for bullet in review.bullets():
        assert " ".join(bullet.text.split()) in text
    for heading in ("What is claimed", "Line by line", "Answers on file"):
        assert heading in text


def test_a_page_that_fetches_would_be_seen(tmp_path):
    page = tmp_path / "loud.html"
    page.write_text('<!DOCTYPE html><title>x</title><img src="http://example.invalid/x.png">seen')
    assert printed(page, tmp_path)[1] == {"http://example.invalid/x.png"}
