#!/usr/bin/env python3
"""Draws the README's picture from a demonstration that is being served: `scripts/picture.py URL`."""
import pathlib
import sys

from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "Tests/Browser"))
from harness import PASSWORD  # noqa: E402  the demonstration's one password

with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    page = browser.new_page(viewport={"width": 1280, "height": 960})
    page.goto(sys.argv[1] + "/sign-in")
    page.get_by_label("Email address").fill("analyst@thornmere.example")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.screenshot(path=ROOT / "docs/images/dashboard.png")
    browser.close()
