"""The demonstration, prepared once, and servers of it."""

import contextlib
import http.cookiejar
import os
import pathlib
import re
import signal
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request

from measuring import HAMLET, Missing

PASSWORD = "thornmere demonstration"


@contextlib.contextmanager
def demonstration():
    """The environment of a prepared demonstration in a folder of its own."""
    if not HAMLET.exists():
        raise Missing(f"{HAMLET} is not there: make bench builds it")
    with tempfile.TemporaryDirectory(prefix="hamlet-bench-") as folder:
        folder = pathlib.Path(folder)
        (folder / "key").mkdir()
        (folder / "data").mkdir()
        environment = {
            **{key: value for key, value in os.environ.items() if not key.startswith("HAMLET_")},
            "HAMLET_DATABASE": f"sqlite:{folder}/data/hamlet.sqlite",
            "HAMLET_KEY_FILE": f"{folder}/key/hamlet.key",
        }
        subprocess.run(
            [HAMLET, "demo", "--prepare-only", "--day", "2026-11-20"], env=environment, check=True,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        yield environment


@contextlib.contextmanager
def serving(environment):
    """A server of the demonstration: its address and its process."""
    port = free_port()
    process = subprocess.Popen(
        [HAMLET, "serve", "--listen", f"127.0.0.1:{port}"], env=environment,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        await_answer(port)
        yield f"http://127.0.0.1:{port}", process
    finally:
        stop(process)


def stop(process):
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(timeout=20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def sign_in(address, role):
    """The cookie of a session of the demonstration's person of a role."""
    jar = http.cookiejar.CookieJar()
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
    form = browser.open(f"{address}/sign-in").read().decode()
    fields = {
        "csrf": re.search(r'name="csrf" value="([^"]+)"', form)[1],
        "email": f"{role}@thornmere.example", "password": PASSWORD,
    }
    browser.open(f"{address}/sign-in", urllib.parse.urlencode(fields).encode())
    return "; ".join(f"{one.name}={one.value}" for one in jar if one.name.endswith("hamlet"))


def fetch(url, cookie=None):
    request = urllib.request.Request(url, headers={"Cookie": cookie} if cookie else {})
    with urllib.request.urlopen(request) as answer:
        return answer.read(), answer.headers.get_content_type()


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as one:
        return one.getsockname()[1]


def await_answer(port, path="/", seconds=20, pause=0.05):
    """Waits until a server answers; the moment at which it did."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with contextlib.suppress(OSError):
            with socket.create_connection(("127.0.0.1", port)) as client:
                client.sendall(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
                if client.recv(12).startswith(b"HTTP/1.1 "):
                    return time.monotonic()
        time.sleep(pause)
    raise Missing(f"no server answered on port {port} within {seconds} s")
