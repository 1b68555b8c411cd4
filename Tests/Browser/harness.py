"""Runs journeys in Chromium against a demonstration served for the purpose.

A journey is a function of a `Visitor`. It runs four ways: with JavaScript and without, at 320 and
1280 pixels. Every page a journey looks at is read by axe and must not scroll sideways.

Two workers take journeys in turn, each with a browser and a demonstration of its own, which is
made once and copied. A page that is to the byte one that was looked at before is not read again.
"""
import contextlib
import dataclasses
import hashlib
import multiprocessing
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import traceback
import urllib.parse
import urllib.request

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, expect, sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[2]
PASSWORD = "thornmere demonstration"
WORKERS = 2
# What holds is not listed node by node: that took most of the time of every journey.
RULES = {"runOnly": {"type": "tag", "values": [
    "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
    "resultTypes": ["violations"]}
WIDTHS = {320: 800, 1280: 900}

journeys = []

plain_click = Locator.click


def click(locator, **options):
    """A click is over once the page it leads to is read: until then the old one, or half of the new
    one, would be looked at."""
    plain_click(locator, **options)
    locator.page.wait_for_load_state()


Locator.click = click


def journey(sentence):
    """Registers a journey under a sentence that says what it shows."""
    def register(function):
        journeys.append((sentence, function))
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


def house(folder):
    """The program, and what it is told of a demonstration in a folder."""
    program = pathlib.Path(os.environ.get("HAMLET_PROGRAM", ROOT / ".build/debug/hamlet"))
    return program, {
        **os.environ,
        "HAMLET_DATABASE": f"sqlite:{folder}/data/hamlet.sqlite",
        "HAMLET_KEY_FILE": f"{folder}/keys/hamlet.key",
        "HAMLET_UPLOADS": f"{folder}/data/uploads",
        "HAMLET_PSEUDO_LANGUAGES": "yes",
        "HAMLET_TRUSTED_PROXIES": "127.0.0.1",
        "HAMLET_WEASYPRINT": f"{ROOT}/.venv-run/bin/weasyprint",
    }


def prepare(folder):
    """Makes the demonstration that every worker copies."""
    program, environment = house(folder)
    for name in ["data", "keys"]:
        (folder / name).mkdir(parents=True)
    subprocess.run([program, "demo", "--prepare-only", "--day", "2026-11-20"], env=environment, check=True, cwd=folder,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300)


@contextlib.contextmanager
def served(folder):
    """Serves the demonstration in a folder on a free port, and stops it in order."""
    program, environment = house(folder)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    url = f"http://127.0.0.1:{port}"
    log = open(folder / "log", "wb")
    child = subprocess.Popen([program, "demo", "--listen", f"127.0.0.1:{port}"],
                             env=environment, stdout=log, stderr=log)
    try:
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


class Worker:
    """A browser and a demonstration, on which journeys run one after another."""

    def __init__(self, server, browser):
        self.server, self.browser = server, browser
        # What was looked at already, and the cookies of those who have signed in.
        self.seen, self.sessions = set(), {}
        self.people = 0
        self.reader = browser.new_context(reduced_motion="reduce")
        self.reading = self.reader.new_page()

    def context(self, width, script):
        """A browser of its own for one person; nothing moves, so that colours are what they are.

        Each comes from an address of their own, as people do: what may be sent from one is limited.
        """
        self.people += 1
        address = f"10.0.{self.people // 250}.{self.people % 250 + 1}"
        context = self.browser.new_context(
            viewport={"width": width, "height": WIDTHS[width]}, java_script_enabled=script,
            accept_downloads=True, reduced_motion="reduce",
            extra_http_headers={"X-Forwarded-For": address})
        context.set_default_timeout(15_000)
        return context

    def attempt(self, function, width, script):
        """Runs a journey one way; what went wrong, or nothing."""
        context = self.context(width, script)
        visitor = Visitor(self, context.new_page(), width, script)
        try:
            function(visitor)
            assert not visitor.faults, "\n".join(visitor.faults)
            return ""
        except Exception:  # every kind of failure is one failed journey, and the rest still run
            return "\n" + traceback.format_exc(limit=-3)
        finally:
            context.close()

    def violations(self, page, script):
        """What axe finds on a page; one without script is read in a copy, since axe is one."""
        if script:
            return Axe().run(page, options=RULES).response["violations"]
        html = re.sub(r"<script\b.*?</script>", "", page.content(), flags=re.DOTALL)
        html = re.sub(r"(</?)noscript\b", r"\1div", html)
        self.reading.set_viewport_size(page.viewport_size)
        self.reading.route(page.url, lambda route: route.fulfill(
            body=html, content_type="text/html; charset=utf-8"))
        try:
            self.reading.goto(page.url)
            return Axe().run(self.reading, options=RULES).response["violations"]
        finally:
            self.reading.unroute(page.url)


class Visitor:
    """Somebody at a browser of one width, with script or without."""

    def __init__(self, worker, page, width, script):
        self.worker, self.server, self.page = worker, worker.server, page
        self.width, self.script = width, script
        self.faults = []
        page.on("console", lambda message: self.hear(message))
        page.on("pageerror", lambda error: self.faults.append(f"script error: {error}"))

    def hear(self, message):
        if message.type == "error" and "status of 4" not in message.text:
            self.faults.append(f"console: {message.text}")

    @property
    def way(self):
        """One word for the width and whether script runs, to keep four ways apart."""
        return f"{self.width}-{'script' if self.script else 'plain'}"

    def go(self, path):
        """Opens a path and looks at the page."""
        self.page.goto(self.server.url + path)
        self.look()

    def follow(self, name):
        """Follows a link of the main navigation, which is folded where the window is narrow."""
        fold = self.page.locator(".mainnav details:not([open]) > summary")
        if fold.is_visible():
            fold.click()
        main = self.page.get_by_role("navigation", name="Main")
        main.get_by_role("link", name=name, exact=True).click()

    def look(self):
        """Holds the present page to what every page must be."""
        page = self.page
        assert page.locator("h1").count() == 1, f"{page.url}: {page.locator('h1').count()} h1"
        assert " - " in page.title(), f"{page.url}: title {page.title()!r}"
        twice = page.evaluate(
            "[...document.querySelectorAll('[id]')].map(e => e.id)"
            ".filter((id, at, all) => all.indexOf(id) !== at)")
        assert not twice, f"{page.url}: ids that stand twice, so labels name the wrong field: {twice}"
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, f"{page.url}: {wide} px wider than the window"
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        if not self.is_new():
            return
        found = self.worker.violations(page, self.script)
        said = [f"{v['id']}: {n['html'][:160]}" for v in found for n in v["nodes"][:3]]
        assert not found, f"{page.url}: axe found\n  " + "\n  ".join(said)
        self.picture()

    def is_new(self):
        """Whether nobody has looked at such a page at this width; secrets of forms aside."""
        text = re.sub(r'(name="csrf" value=)"[^"]*"', r"\1", self.page.content())
        digest = hashlib.sha256(f"{self.width} {text}".encode()).digest()
        isNew = digest not in self.worker.seen
        self.worker.seen.add(digest)
        return isNew

    def picture(self):
        """Keeps a picture of the page where HAMLET_PICTURES names a folder."""
        folder = os.environ.get("HAMLET_PICTURES")
        if not folder:
            return
        path = re.sub(r"[^a-z0-9]+", "-", self.page.url.removeprefix(self.server.url)) or "home"
        pathlib.Path(folder).mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=f"{folder}/{path.strip('-') or 'home'}-{self.width}.png",
                             full_page=True)

    @contextlib.contextmanager
    def another(self):
        """Another person, at a browser of the same kind."""
        context = self.worker.context(self.width, self.script)
        other = Visitor(self.worker, context.new_page(), self.width, self.script)
        try:
            yield other
            assert not other.faults, "\n".join(other.faults)
        finally:
            context.close()

    def enter(self, email, password):
        """Fills in and sends the form of signing in, which is the present page."""
        self.page.get_by_label("Email address").fill(email)
        self.page.get_by_label("Password").fill(password)
        self.page.get_by_role("button", name="Sign in").click()

    def sign_in(self, who):
        """Comes as one of the demonstration's people, such as `analyst`, and opens the first page.

        The first to come as somebody signs in by the form; the others take over the session
        while it lasts.
        """
        session = self.worker.sessions.get(who)
        if session:
            self.page.context.add_cookies(session)
            self.page.goto(self.server.url + "/indicators")
        if not session or self.page.get_by_role("heading", name="Sign in", level=1).count():
            self.page.goto(self.server.url + "/sign-in")
            self.enter(f"{who}@thornmere.example", PASSWORD)
            self.worker.sessions[who] = [
                cookie for cookie in self.page.context.cookies() if cookie["name"] == "hamlet"]
        expect(self.page.get_by_role("button", name="Sign out")).to_be_visible()


def work(folder, wanted, tasks, results):
    """Takes journeys until there are none left."""
    with served(folder) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"])
        worker = Worker(server, browser)
        while (index := tasks.get()) is not None:
            sentence, function = journeys[index]
            for width in WIDTHS:
                for script in (True, False):
                    how = f"{sentence} ({width} px, {'with' if script else 'without'} script)"
                    began = time.monotonic()
                    fault = worker.attempt(function, width, script)
                    results.put((how, fault, time.monotonic() - began))
        browser.close()
    results.put(None)


def main():
    """Runs every journey whose sentence holds the words given; the status for the shell."""
    wanted = " ".join(sys.argv[1:]).lower()
    chosen = [i for i, (sentence, _) in enumerate(journeys) if wanted in sentence.lower()]
    count = min(WORKERS, len(chosen))
    tasks, results = multiprocessing.Queue(), multiprocessing.Queue()
    for task in chosen + [None] * count:
        tasks.put(task)
    passed = failed = 0
    with tempfile.TemporaryDirectory(prefix="hamlet-browser-") as name:
        first = pathlib.Path(name) / "0"
        prepare(first)
        folders = [first] + [pathlib.Path(name) / str(n) for n in range(1, count)]
        for folder in folders[1:]:
            shutil.copytree(first, folder)
        workers = [multiprocessing.Process(target=work, args=(folder, wanted, tasks, results))
                   for folder in folders[:count]]
        for worker in workers:
            worker.start()
        left = count
        while left and (any(w.is_alive() for w in workers) or not results.empty()):
            with contextlib.suppress(Exception):
                result = results.get(timeout=5)
                if result is None:
                    left -= 1
                    continue
                how, fault, seconds = result
                passed, failed = passed + (not fault), failed + bool(fault)
                print(f"{'not ok' if fault else 'ok'} - {how} {seconds:.1f} s{fault}", flush=True)
        for worker in workers:
            worker.join()
    broken = any(worker.exitcode != 0 for worker in workers)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or broken or not passed else 0
