"""Pages over keep-alive: the kept public page, the dashboard, and both beside slow clients."""

import contextlib
import os
import re
import socket
import sqlite3
import subprocess
import sys
import threading
import urllib.parse

import house
from load import load, nginx
from measuring import ROOT, Missing, in_turn, medians, need, ratio, told

PEER = ROOT / "Benchmarks/peer"
UVICORN = ROOT / ".venv-bench/bin/uvicorn"


def public_page(options):
    """The kept public page beside nginx serving the same bytes as a file."""
    need("wrk", "wrk")
    with house.demonstration() as place, house.serving(place) as (address, hamlet):
        url = address + options.public_path
        page, kind = house.fetch(url)
        with nginx(page, kind) as (file, server):
            load(url, hamlet, seconds=1), load(file, server, seconds=1)
            ours, theirs = in_turn(
                options.rounds, lambda: load(url, hamlet), lambda: load(file, server))
    return told(
        "public-page", path=options.public_path, bytes=len(page), ours=medians(ours),
        peer={"program": "nginx, the same bytes as a file", **medians(theirs)},
        value=speed(ours, theirs), at_least=0.35)


def dashboard(options):
    """The dashboard, drawn from the database each time, beside Starlette, Jinja2 and sqlite3."""
    need("wrk", "wrk")
    with contextlib.ExitStack() as stack:
        place = stack.enter_context(house.demonstration())
        count_incidents_alone(place)
        address, hamlet = stack.enter_context(house.serving(place))
        cookie = house.sign_in(address, "analyst")
        url = f"{address}/indicators"
        page, _ = house.fetch(url, cookie)
        with starlette(place, page.decode()) as (peer, server):
            same, _ = house.fetch(peer, cookie)
            if abs(len(same) / len(page) - 1) > 0.05:
                raise Missing(f"the peer's page has {len(same)} bytes, ours {len(page)}")
            load(url, hamlet, cookie, seconds=1), load(peer, server, cookie, seconds=1)
            ours, theirs = in_turn(
                options.rounds, lambda: load(url, hamlet, cookie),
                lambda: load(peer, server, cookie))
    return told(
        "dashboard", bytes=len(page), ours=medians(ours),
        peer={
            "program": "Starlette, Jinja2 and sqlite3 under uvicorn, 2 workers",
            "bytes": len(same), **medians(theirs)},
        value=speed(ours, theirs), at_least=4)


def count_incidents_alone(place):
    """Takes the measures of other features off the indicators: on both sides they have typed figures."""
    with contextlib.closing(sqlite3.connect(file_of(place))) as database, database:
        database.execute(
            "UPDATE indicator_definition SET measure = NULL WHERE measure NOT LIKE 'incidents.%'")


def file_of(place):
    return place["HAMLET_DATABASE"].removeprefix("sqlite:")


@contextlib.contextmanager
def starlette(place, page):
    """The peer of the dashboard on the same database; its address and the process."""
    if not UVICORN.exists():
        raise Missing(".venv-bench is not there: scripts/venv bench makes it")
    data = file_of(place)
    shell = f"{os.path.dirname(data)}/shell"
    with open(shell, "w") as file:
        file.write(shell_of(page))
    port = house.free_port()
    command = [
        UVICORN, "app:app", "--app-dir", PEER, "--port", str(port), "--workers", "2",
        "--loop", "uvloop", "--http", "httptools", "--no-access-log", "--log-level", "error"]
    environment = {
        **os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PEER_DATABASE": data, "PEER_SHELL": shell}
    server = subprocess.Popen(command, env=environment, stdout=sys.stderr)
    try:
        house.await_answer(port)
        yield f"http://127.0.0.1:{port}/indicators", server
    finally:
        house.stop(server)


def shell_of(page):
    """What stands before and after the content, with the mark of the form's token."""
    head, foot = page[: page.index('<div class="pagehead')], page[page.index("</main>"):]
    token = re.search(r'name="csrf" value="([^"]+)"', head)[1]
    return head.replace(token, "PEER-CSRF") + "\x00" + foot


def slow_clients(options):
    """The 99th percentile with six slow clients, of two kinds, against that without."""
    need("wrk", "wrk")
    passed = True
    with house.demonstration() as place, house.serving(place) as (address, hamlet):
        cookie = house.sign_in(address, "analyst")
        for path, key in ((options.public_path, None), ("/indicators", cookie)):
            for kind, work in SLOW.items():
                def without():
                    return load(address + path, hamlet, key)

                def beside():
                    with six(work, address, cookie):
                        return without()

                load(address + path, hamlet, key, seconds=1)
                runs = in_turn(options.rounds, beside, without)
                growth = ratio(*[[run["p99Milliseconds"] for run in side] for side in runs])
                passed &= told(
                    "slow-clients", path=path, clients=f"six that {kind}",
                    without=medians(runs[1]), beside=medians(runs[0]), value=growth, at_most=3)
    return passed


@contextlib.contextmanager
def six(work, address, cookie):
    stopping = threading.Event()
    clients = [
        threading.Thread(target=work, args=(address, cookie, stopping)) for _ in range(6)]
    for one in clients:
        one.start()
    try:
        yield
    finally:
        stopping.set()
        for one in clients:
            one.join()


def ask(address, cookie, stopping):
    while not stopping.is_set():
        house.fetch(f"{address}/indicators/dashboard.xlsx", cookie)


def trickle(address, _, stopping):
    place = urllib.parse.urlsplit(address)
    request = f"GET /privacy HTTP/1.1\r\nHost: {place.hostname}\r\n\r\n".encode()
    while not stopping.is_set():
        with contextlib.suppress(OSError):
            with socket.create_connection((place.hostname, place.port)) as client:
                for byte in request:
                    client.send(bytes([byte]))
                    if stopping.wait(0.05):
                        return
                client.recv(65536)


SLOW = {
    "send byte by byte": trickle,
    "ask for a spreadsheet again and again": ask,
}


def speed(ours, theirs):
    return ratio(*[[run["requestsPerSecond"] for run in runs] for runs in (ours, theirs)])
