"""Time from start to the first answer, and what a server holds when nothing is asked of it."""

import statistics
import subprocess
import time

import house
from measuring import HAMLET, shown, told


def start(options):
    """Printed, not gated: both are figures of the machine."""
    with house.demonstration() as place:
        runs = [once(place) for _ in range(2 * options.rounds)]
    seconds, resident = zip(*runs)
    return told(
        "start", firstAnswerMilliseconds=shown(statistics.median(seconds) * 1000),
        idleMegabytes=shown(statistics.median(resident) / 1024),
        aim={"firstAnswerMilliseconds": 100, "idleMegabytes": 60})


def once(place):
    port = house.free_port()
    began = time.monotonic()
    process = subprocess.Popen(
        [HAMLET, "serve", "--listen", f"127.0.0.1:{port}"], env=place,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        answered = house.await_answer(port, pause=0.001)
        time.sleep(1)
        return answered - began, resident_kilobytes(process.pid)
    finally:
        house.stop(process)


def resident_kilobytes(process):
    with open(f"/proc/{process}/status") as file:
        return next(int(line.split()[1]) for line in file if line.startswith("VmRSS"))
