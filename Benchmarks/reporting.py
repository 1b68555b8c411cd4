"""Residents who report with a photo while officers page their worklist, and what memory that takes."""

import contextlib
import http.client
import math
import os
import re
import threading
import time
import urllib.parse

import house
from measuring import Missing, shown, told

#: A minute's reports, officers at their worklist, and the seconds an officer reads a page.
REPORTS, OFFICERS, READING = 200, 50, 5.0
SECONDS = 60
#: What is sent as a photo: as large as a telephone's small one.
PHOTO = b"\xff\xd8\xff\xe0" + b"\x07" * 200_000
BOUNDARY = "bench-boundary-4e1c"


def reporting(options):
    """The worklist's 99th percentile beside 200 reports a minute, against that without; none lost."""
    with house.demonstration() as place:
        place["HAMLET_TRUSTED_PROXIES"] = "127.0.0.1"
        with house.serving(place) as (address, _):
            cookie = house.sign_in(address, "officer")
            idle = officers(address, cookie, lambda stop: stop.wait(SECONDS / 2))
            crowd = Crowd(address)
            busy = officers(address, cookie, crowd.report_for)
        kept = crowd.kept(place)
        if crowd.failed:
            raise Missing(f"{len(crowd.failed)} reports failed: {crowd.failed[0]}")
        passed = told(
            "reporting", reportsShown=len(crowd.shown), lost=len(crowd.shown - kept),
            officers=OFFICERS, pages=len(busy),
            idle={"p99Milliseconds": shown(percentile(idle))},
            busy={"p99Milliseconds": shown(percentile(busy))},
            value=percentile(busy) / percentile(idle), at_most=3.0)
        return passed and crowd.shown <= kept and len(crowd.shown) > REPORTS * 0.9


def memory(options):
    """What the program takes after 20,000 reports beside what it took after 2,000, officers paging."""
    with house.demonstration() as place:
        place["HAMLET_TRUSTED_PROXIES"] = "127.0.0.1"
        with house.serving(place) as (address, server):
            cookie = house.sign_in(address, "officer")
            crowd = Crowd(address, photo_every=10)
            taken = []

            def report(_):
                for times in [2_000, 18_000]:
                    crowd.report_times(times)
                    taken.append(resident(server))

            pages = officers(address, cookie, report)
    few, many = taken
    if crowd.failed:
        raise Missing(f"{len(crowd.failed)} reports failed: {crowd.failed[0]}")
    return told(
        "memory", reports=len(crowd.shown), pages=len(pages), megabytesAfter2000=shown(few / 1e6),
        megabytesAfter20000=shown(many / 1e6), value=many / few, at_most=1.1)


class Crowd:
    """Residents, each with an address and a draft of their own; some of them with a photo."""

    def __init__(self, address, photo_every=1):
        self.place = urllib.parse.urlsplit(address)
        self.photo_every = photo_every
        self.shown = set()
        self.failed = []
        self.number = 0
        self.lock = threading.Lock()

    def report_for(self, stop):
        """Reports at an even pace for a minute, however long each of them takes."""
        threads = []
        began = time.perf_counter()
        for number in range(REPORTS):
            late = began + number * SECONDS / REPORTS - time.perf_counter()
            if stop.wait(max(0, late)):
                break
            threads.append(threading.Thread(target=self.report))
            threads[-1].start()
        for one in threads:
            one.join()

    def report_times(self, times):
        def some():
            for _ in range(times // 4):
                self.report()
        threads = [threading.Thread(target=some) for _ in range(4)]
        for one in threads:
            one.start()
        for one in threads:
            one.join()

    def report(self):
        with self.lock:
            self.number += 1
            number = self.number
        try:
            reference = Resident(self.place, number).send(number % self.photo_every == 0)
            with self.lock:
                self.shown.add(reference)
        except (OSError, http.client.HTTPException, LookupError) as error:
            with self.lock:
                self.failed.append(repr(error))

    @staticmethod
    def kept(place):
        """The references that are there once the server has stopped."""
        import sqlite3
        with contextlib.closing(
                sqlite3.connect(place["HAMLET_DATABASE"].removeprefix("sqlite:"))) as data:
            return {row[0] for row in data.execute("SELECT reference FROM report")}


class Resident:
    """Somebody at a browser that keeps its cookies and sends the forms it was given."""

    def __init__(self, place, number):
        self.client = http.client.HTTPConnection(place.hostname, place.port, timeout=60)
        self.client_address = f"10.{number >> 16}.{number >> 8 & 255}.{number & 255}"
        self.cookies = {}
        self.page = ""

    def send(self, photo):
        """The way through the form; the reference its last page shows."""
        self.get("/report/what")
        self.post("/report/what", kind="litter")
        self.get("/report/where")
        self.post("/report/where", postcode="", place="By the old pump")
        self.get("/report/when")
        self.post("/report/when", day="yesterday", act="continue")
        self.get("/report/words")
        self.post("/report/words", narrative="Bags by the pump", act="files")
        if photo:
            self.get("/report/files")
            self.upload("/report/files")
        for step in ["people", "effect"]:
            self.get(f"/report/{step}")
            self.post(f"/report/{step}")
        self.get("/report/you")
        self.post("/report/you", identity="anonymous")
        self.get("/report/check")
        self.post("/report/check")
        self.get("/report/sent")
        self.client.close()
        if not (found := re.search(r'class="ref as-h2"[^>]*>([^<]+)<', self.page)):
            raise LookupError(re.search("<title>([^<]*)", self.page)[1])
        return found[1]

    def get(self, path):
        self.ask("GET", path)

    def post(self, path, **fields):
        body = urllib.parse.urlencode({"csrf": self.token(), **fields}).encode()
        self.ask("POST", path, body, "application/x-www-form-urlencoded")

    def upload(self, path):
        parts = [("csrf", self.token().encode(), None), ("act", b"add", None),
                 ("evidence", PHOTO, "night.jpg")]
        body = b""
        for name, value, file in parts:
            named = f'; filename="{file}"' if file else ""
            body += (f"--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"{named}"
                     "\r\n\r\n").encode() + value + b"\r\n"
        self.ask("POST", path, body + f"--{BOUNDARY}--\r\n".encode(),
                 f"multipart/form-data; boundary={BOUNDARY}")

    def token(self):
        return re.search(r'name="csrf" value="([^"]+)"', self.page)[1]

    def ask(self, method, path, body=None, kind=None):
        headers = {"X-Forwarded-For": self.client_address}
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        if kind:
            headers["Content-Type"] = kind
        self.client.request(method, path, body, headers)
        answer = self.client.getresponse()
        for cookie in answer.headers.get_all("Set-Cookie") or []:
            name, value = cookie.split(";")[0].split("=", 1)
            self.cookies[name] = value
        self.page = answer.read().decode()
        if answer.status not in (200, 303):
            raise LookupError(f"{method} {path}: {answer.status}")


def officers(address, cookie, during):
    """How long each page of fifty officers took, in milliseconds, while something went on."""
    stop, times, lock = threading.Event(), [], threading.Lock()
    paths = ["/work", "/work?page=2", "/work?list=overdue", "/work?whose=mine"]

    def officer(number):
        own = []
        # They do not all begin in one moment.
        stop.wait(number * READING / OFFICERS)
        while not stop.is_set():
            began = time.perf_counter()
            house.fetch(address + paths[len(own) % len(paths)], cookie)
            own.append(1000 * (time.perf_counter() - began))
            stop.wait(READING)
        with lock:
            times.extend(own)

    threads = [threading.Thread(target=officer, args=(number,)) for number in range(OFFICERS)]
    for one in threads:
        one.start()
    try:
        during(stop)
    finally:
        stop.set()
        for one in threads:
            one.join()
    return times


def percentile(times, share=0.99):
    return sorted(times)[math.ceil(share * len(times)) - 1]


def resident(server):
    """The bytes of a process that lie in memory."""
    with open(f"/proc/{server.pid}/statm") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
