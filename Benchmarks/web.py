#!/usr/bin/env python3
"""Loads one page of a running server beside a peer, turn by turn, and prints one JSON line.

    Benchmarks/web.py http://127.0.0.1:8080/performance --gate 0.35
    Benchmarks/web.py http://127.0.0.1:8080/indicators --header 'Cookie: session=…' \
        --peer http://127.0.0.1:8090/ --gate 4
    Benchmarks/web.py http://127.0.0.1:8080/performance --slow --gate 3

Without --peer the peer is nginx serving the same bytes as a file. With --slow there is no peer:
the page's 99th percentile is taken with and without six clients that send their requests byte by
byte (or that ask for --slow-url again and again), and the gate is the most it may grow.
Needs wrk, and nginx where it is the peer. Exit 1 where the gate is not met.
"""

import argparse
import contextlib
import json
import os
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
import urllib.request

UNITS = {"us": 0.001, "ms": 1, "s": 1000, "m": 60000}


def main():
    options = arguments()
    if options.slow or options.slow_url:
        result = slow_clients(options)
        passed = result["growth"] <= options.gate if options.gate else True
    else:
        result = beside_peer(options)
        passed = result["ratio"] >= options.gate if options.gate else True
    result.update(gate=options.gate, passed=passed)
    print(json.dumps(result))
    sys.exit(0 if passed else 1)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("url")
    parser.add_argument("--name", help="the benchmark's name in the result")
    parser.add_argument("--peer", help="URL of the peer instead of nginx")
    parser.add_argument("--header", action="append", default=[], help="sent to ours only")
    parser.add_argument("--slow", action="store_true", help="six clients that send byte by byte")
    parser.add_argument("--slow-url", help="six clients that ask for this page instead")
    parser.add_argument("--connections", type=int, default=64)
    parser.add_argument("--seconds", type=int, default=4)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--gate", type=float)
    return parser.parse_args()


def beside_peer(options):
    page, kind = fetch(options.url, options.header)
    with contextlib.ExitStack() as stack:
        peer = options.peer or stack.enter_context(nginx(page, kind))
        load(options.url, options, options.header, seconds=1)
        load(peer, options, [], seconds=1)
        ours, theirs = [], []
        for _ in range(options.rounds):
            ours.append(load(options.url, options, options.header))
            theirs.append(load(peer, options, []))
    ours, theirs = median(ours), median(theirs)
    return {
        "benchmark": options.name or "page beside " + ("peer" if options.peer else "nginx"),
        "bytes": len(page),
        "connections": options.connections,
        "ours": ours,
        "peer": theirs,
        "ratio": round(ours["requestsPerSecond"] / theirs["requestsPerSecond"], 3),
    }


def slow_clients(options):
    load(options.url, options, options.header, seconds=1)
    without, beside = [], []
    for _ in range(options.rounds):
        without.append(load(options.url, options, options.header))
        with six_slow(options):
            beside.append(load(options.url, options, options.header))
    without, beside = median(without), median(beside)
    return {
        "benchmark": options.name or "page with six slow clients",
        "connections": options.connections,
        "without": without,
        "with": beside,
        "growth": round(beside["p99Milliseconds"] / without["p99Milliseconds"], 3),
    }


def load(url, options, headers, seconds=None):
    command = ["wrk", "-t1", f"-c{options.connections}", f"-d{seconds or options.seconds}s"]
    command += ["--latency", *[part for one in headers for part in ("-H", one)], url]
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    failed = re.search(r"Non-2xx or 3xx responses: (\d+)", text)
    if failed:
        sys.exit(f"{url}: {failed[1]} answers were not 2xx")
    amount, unit = re.search(r"99%\s+([\d.]+)(us|ms|s|m)", text).groups()
    return {
        "requestsPerSecond": float(re.search(r"Requests/sec:\s+([\d.]+)", text)[1]),
        "p99Milliseconds": float(amount) * UNITS[unit],
    }


def median(runs):
    return {key: round(statistics.median(run[key] for run in runs), 2) for key in runs[0]}


def fetch(url, headers):
    request = urllib.request.Request(url, headers=dict(one.split(": ", 1) for one in headers))
    with urllib.request.urlopen(request) as answer:
        return answer.read(), answer.headers.get_content_type()


@contextlib.contextmanager
def nginx(page, kind):
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        with open(f"{folder}/page", "wb") as file:
            file.write(page)
        port = free_port()
        with open(f"{folder}/nginx.conf", "w") as file:
            file.write(CONFIGURATION.format(folder=folder, port=port, kind=kind))
        server = subprocess.Popen(
            ["nginx", "-c", f"{folder}/nginx.conf", "-p", folder, "-g", "daemon off;"],
            stderr=subprocess.DEVNULL,
        )
        try:
            await_port(port)
            yield f"http://127.0.0.1:{port}/page"
        finally:
            server.terminate()
            server.wait()


CONFIGURATION = """
worker_processes auto;
pid {folder}/pid;
error_log stderr crit;
events {{ worker_connections 1024; }}
http {{
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 1000000000;
  open_file_cache max=10;
  default_type {kind};
  client_body_temp_path {folder}/a; proxy_temp_path {folder}/b; fastcgi_temp_path {folder}/c;
  uwsgi_temp_path {folder}/d; scgi_temp_path {folder}/e;
  server {{ listen 127.0.0.1:{port}; root {folder}; }}
}}
"""


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as one:
        return one.getsockname()[1]


def await_port(port):
    for _ in range(100):
        with contextlib.suppress(OSError):
            socket.create_connection(("127.0.0.1", port)).close()
            return
        time.sleep(0.05)
    sys.exit("nginx did not start")


@contextlib.contextmanager
def six_slow(options):
    stopping = threading.Event()
    work = ask if options.slow_url else trickle
    threads = [threading.Thread(target=work, args=(options, stopping)) for _ in range(6)]
    for one in threads:
        one.start()
    try:
        yield
    finally:
        stopping.set()
        for one in threads:
            one.join()


def ask(options, stopping):
    while not stopping.is_set():
        with contextlib.suppress(OSError):
            fetch(options.slow_url, options.header)


def trickle(options, stopping):
    place = urllib.parse.urlsplit(options.url)
    request = f"GET {place.path} HTTP/1.1\r\nHost: {place.hostname}\r\n\r\n".encode()
    while not stopping.is_set():
        with contextlib.suppress(OSError):
            with socket.create_connection((place.hostname, place.port or 80)) as client:
                for byte in request:
                    client.send(bytes([byte]))
                    if stopping.wait(0.05):
                        return
                client.recv(65536)


if __name__ == "__main__":
    main()
