"""Loading a page with wrk, and nginx beside it."""

import contextlib
import glob
import os
import re
import subprocess
import tempfile

from house import await_answer, free_port
from measuring import Missing, need

UNITS = {"us": 0.001, "ms": 1, "s": 1000, "m": 60000}


def load(url, server, cookie=None, connections=64, seconds=4):
    """Requests a second, the 99th percentile and the processor's time a request, over keep-alive."""
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency"]
    command += ["-H", f"Cookie: {cookie}"] if cookie else []
    before = processor_seconds(server)
    text = subprocess.run([*command, url], check=True, capture_output=True, text=True).stdout
    used = processor_seconds(server) - before
    if failed := re.search(r"Non-2xx or 3xx responses: (\d+)", text):
        raise Missing(f"{url}: {failed[1]} answers were not 2xx")
    amount, unit = re.search(r"99%\s+([\d.]+)(us|ms|s|m)", text).groups()
    return {
        "requestsPerSecond": float(re.search(r"Requests/sec:\s+([\d.]+)", text)[1]),
        "p99Milliseconds": float(amount) * UNITS[unit],
        "processorMicroseconds": used * 1e6 / int(re.search(r"(\d+) requests in", text)[1]),
    }


def processor_seconds(server):
    """What a process and its children have had of the processor: the measure others disturb least."""
    ticks = 0
    for path in glob.glob("/proc/[0-9]*/stat"):
        with contextlib.suppress(OSError):
            with open(path) as file:
                number, _, rest = file.read().partition(" (")
            fields = rest.rpartition(") ")[2].split()
            if server.pid in (int(number), int(fields[1])):
                ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


@contextlib.contextmanager
def nginx(page, kind):
    """nginx serving some bytes as a file; the file's address and the process."""
    need("nginx", "nginx-light")
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        with open(f"{folder}/page", "wb") as file:
            file.write(page)
        port = free_port()
        with open(f"{folder}/nginx.conf", "w") as file:
            file.write(CONFIGURATION.format(folder=folder, port=port, kind=kind))
        server = subprocess.Popen(
            ["nginx", "-c", f"{folder}/nginx.conf", "-p", folder, "-g", "daemon off;"],
            stderr=subprocess.DEVNULL)
        try:
            await_answer(port)
            yield f"http://127.0.0.1:{port}/page", server
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
