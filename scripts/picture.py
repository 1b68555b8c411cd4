#!/usr/bin/env python3
"""Draws the pictures of README and guide from a demonstration that is being served.

    scripts/picture.py URL            # all of them
    scripts/picture.py URL worklist   # one
"""
import dataclasses
import pathlib
import sys

from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "Tests/Browser"))
from harness import PASSWORD  # noqa: E402  the demonstration's one password


@dataclasses.dataclass
class Picture:
    """What is drawn: whose page, where, and how much of it."""
    name: str
    path: str
    who: str = ""
    width: int = 1280
    height: int = 960
    #: A link of the page that is followed first, by the part of the page that holds it.
    follow: str = ""


PICTURES = [
    Picture("dashboard", "/indicators", "analyst"),
    Picture("report-start", "/report", width=400, height=900),
    Picture("report-what", "/report/what", width=400, height=900),
    Picture("report-counts", "/report/counts", width=900),
    Picture("worklist", "/work", "officer", height=1000),
    Picture("case", "/work?list=today", "officer", height=1100, follow="table.ledger tbody a"),
    Picture("triage", "/work?list=new", "officer", height=1100, follow="table.ledger tbody a"),
    Picture("case-review", "/reports/reviews", "officer", height=1100,
            follow="table.ledger tbody a"),
]


def sign_in(page, url, who):
    page.goto(url + "/sign-in")
    page.get_by_label("Email address").fill(f"{who}@thornmere.example")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()


def main():
    url, wanted = sys.argv[1], sys.argv[2:]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for picture in PICTURES:
            if wanted and picture.name not in wanted:
                continue
            page = browser.new_page(
                viewport={"width": picture.width, "height": picture.height},
                reduced_motion="reduce")
            if picture.who:
                sign_in(page, url, picture.who)
            page.goto(url + picture.path)
            if picture.follow:
                page.locator(picture.follow).first.click()
                page.wait_for_load_state()
            page.screenshot(path=ROOT / f"docs/images/{picture.name}.png")
            page.close()
        browser.close()


main()
