"""Runs journeys in Chromium against a demonstration served for the purpose.

A journey is a function of a `Visitor`. It runs with JavaScript and without, at 320 and 1280 pixels.
Where script runs, every page a journey checks is read by axe and must not scroll sideways.
"""
import contextlib
import dataclasses
import os
import pathlib
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
import traceback
import urllib.request

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect, sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[2]
PASSWORD = "thornmere demonstration"
RULES = {"runOnly": {"type": "tag", "values": [
    "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}}
WIDTHS = {320: 800, 1280: 900}

journeys = []


def journey(sentence, widths=(320, 1280), scripts=(True, False)):
    """Registers a journey under a sentence that says what it shows."""
    def register(function):
        journeys.append((sentence, function, widths, scripts))
        return function
    return register


@dataclasses.dataclass
class Server:
    """A demonstration that is being served."""
    url: str
    folder: pathlib.Path
    environment: dict
    program: pathlib.Path

    def run(self, *arguments):
        """Runs a command of the program on the served database; its standard output."""
        done = subprocess.run([self.program, *arguments], env=self.environment, check=True,
                              capture_output=True, text=True, timeout=120)
        return done.stdout


@contextlib.contextmanager
def served():
    """Serves a fresh demonstration on a free port, and stops it in order."""
    program = pathlib.Path(os.environ.get("HAMLET_PROGRAM", ROOT / ".build/debug/hamlet"))
    with tempfile.TemporaryDirectory(prefix="hamlet-browser-") as name:
        folder = pathlib.Path(name)
        environment = {
            **os.environ,
            "HAMLET_DATABASE": f"sqlite:{folder}/data/hamlet.sqlite",
            "HAMLET_KEY_FILE": f"{folder}/keys/hamlet.key",
        }
        (folder / "data").mkdir()
        (folder / "keys").mkdir()
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        log = open(folder / "log", "wb")
        child = subprocess.Popen([program, "demo", "--listen", f"127.0.0.1:{port}"],
                                 env=environment, stdout=log, stderr=log)
        try:
            url = f"http://127.0.0.1:{port}"
            wait_for(url, child, folder / "log")
            yield Server(url, folder, environment, program)
        finally:
            child.send_signal(signal.SIGTERM)
            status = child.wait(timeout=60)
            log.close()
            if status != 0:
                print((folder / "log").read_text()[-4000:], file=sys.stderr)
                raise SystemExit(f"the server ended with {status}")


def wait_for(url, child, log):
    for _ in range(1200):
        if child.poll() is not None:
            raise SystemExit(f"the server ended at start:\n{log.read_text()[-4000:]}")
        with contextlib.suppress(OSError):
            urllib.request.urlopen(f"{url}/readyz", timeout=1).read()
            return
        time.sleep(0.1)
    raise SystemExit("the server did not answer within two minutes")


class Visitor:
    """Somebody at a browser of one width, with script or without."""

    def __init__(self, page, server, width, script):
        self.page, self.server, self.width, self.script = page, server, width, script
        self.faults = []
        page.on("console", lambda message: self.hear(message))
        page.on("pageerror", lambda error: self.faults.append(f"script error: {error}"))

    def hear(self, message):
        if message.type == "error" and "status of 4" not in message.text:
            self.faults.append(f"console: {message.text}")

    def go(self, path):
        """Opens a path and looks at the page."""
        self.page.goto(self.server.url + path)
        self.look()

    def look(self):
        """Holds the present page to what every page must be."""
        page = self.page
        assert page.locator("h1").count() == 1, f"{page.url}: {page.locator('h1').count()} h1"
        assert " - " in page.title(), f"{page.url}: title {page.title()!r}"
        if not self.script:
            return
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, f"{page.url}: {wide} px wider than the window"
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        found = Axe().run(page, options=RULES).response["violations"]
        said = [f"{v['id']}: {n['html'][:160]}" for v in found for n in v["nodes"][:3]]
        assert not found, f"{page.url}: axe found\n  " + "\n  ".join(said)
        self.picture()

    def picture(self):
        """Keeps a picture of the page where HAMLET_PICTURES names a folder."""
        folder = os.environ.get("HAMLET_PICTURES")
        if not folder:
            return
        path = re.sub(r"[^a-z0-9]+", "-", self.page.url.removeprefix(self.server.url)) or "home"
        pathlib.Path(folder).mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=f"{folder}/{path.strip('-') or 'home'}-{self.width}.png",
                             full_page=True)

    def sign_in(self, who):
        """Signs in as one of the demonstration's people, such as `analyst`."""
        self.go("/sign-in")
        self.page.get_by_label("Email address").fill(f"{who}@thornmere.example")
        self.page.get_by_label("Password").fill(PASSWORD)
        self.page.get_by_role("button", name="Sign in").click()
        expect(self.page.get_by_role("button", name="Sign out")).to_be_visible()
        self.look()


def main():
    """Runs every journey whose sentence holds the words given; the status for the shell."""
    wanted = " ".join(sys.argv[1:]).lower()
    passed = failed = 0
    with served() as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"])
        for sentence, function, widths, scripts in journeys:
            if wanted not in sentence.lower():
                continue
            for width in widths:
                for script in scripts:
                    how = f"{sentence} ({width} px, {'with' if script else 'without'} script)"
                    fault = attempt(browser, server, function, width, script)
                    passed, failed = passed + (not fault), failed + bool(fault)
                    print(f"{'not ok' if fault else 'ok'} - {how}{fault}", flush=True)
        browser.close()
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


def attempt(browser, server, function, width, script):
    context = browser.new_context(
        viewport={"width": width, "height": WIDTHS[width]}, java_script_enabled=script,
        accept_downloads=True)
    context.set_default_timeout(15_000)
    visitor = Visitor(context.new_page(), server, width, script)
    try:
        function(visitor)
        assert not visitor.faults, "\n".join(visitor.faults)
        return ""
    except Exception:  # every kind of failure is one failed journey, and the rest still run
        return "\n" + traceback.format_exc(limit=-3)
    finally:
        context.close()
