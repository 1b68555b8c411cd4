"""The reading and checking of street files without storing, and how an import grows with its rows."""

import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import time

import imports
import quick_months
from measuring import HAMLET, ROOT, Missing, in_turn, medians, ratio, told

PYTHON = ROOT / ".venv-bench/bin/python"
PEER = ROOT / "Benchmarks/peer/street_csv.py"
COUNTS = ("read", "stored", "repeated", "disagreements", "unlocated", "refused")
SIZES = (100_000, 1_000_000, 10_000_000)


def csv(options):
    """Typed and validated rows of street files, beside pandas' C reader with the same checks."""
    if not PYTHON.exists():
        raise Missing(f"{PYTHON} is not there: scripts/venv bench makes it")
    with imports.files_of(options.rows) as (folder, files):
        environment = {
            **os.environ, "HAMLET_DATABASE": f"sqlite:{folder}/ours.sqlite",
            "HAMLET_KEY_FILE": f"{folder}/key/hamlet.key"}
        (folder / "key").mkdir()
        # An empty database gets its schema from whatever comes first.
        ours_once(environment, files[0].parent)
        ours, theirs = in_turn(
            options.rounds, lambda: ours_once(environment, files[0].parent),
            lambda: peer_once(files[0].parent))
    different = [name for name in COUNTS if ours[0][name] != theirs[0][name]]
    if different:
        raise Missing(f"csv: {different} differ: we found {ours[0]}, pandas {theirs[0]}")
    timed = [[{key: run[key] for key in ("seconds", "reading", "peak") if key in run} for run in side]
             for side in (ours, theirs)]
    return told(
        "csv", rows=options.rows, ours=medians(timed[0]),
        peer={"program": "pandas.read_csv, C engine, and the same checks", **medians(timed[1])},
        value=ratio(*[[run["seconds"] for run in side] for side in timed]), at_most=1.0, aim=0.8)


def ours_once(environment, folder):
    began = time.monotonic()
    child = subprocess.Popen(
        [HAMLET, "incidents", "import", folder, "--dry-run", "--json"], env=environment,
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    said = child.stdout.read()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        raise Missing(f"hamlet incidents import --dry-run failed with {child.returncode}")
    return {"seconds": time.monotonic() - began, "peak": usage.ru_maxrss / 1024, **json.loads(said)}


def peer_once(folder):
    done = subprocess.run([PYTHON, PEER, folder], capture_output=True, text=True)
    if done.returncode != 0:
        raise Missing(f"pandas failed: {done.stderr.strip()[-300:]}")
    return json.loads(done.stdout)


def growth(_):
    """What a million rows take of an import of 100,000, of a million and of ten million."""
    seconds = {rows: once(rows) for rows in SIZES}
    each = {rows: taken * 1e6 / rows for rows, taken in seconds.items()}
    return told(
        "growth", measure="tenMillionByOneMillion", rows=list(SIZES),
        seconds=[round(one, 2) for one in seconds.values()],
        secondsAMillion=[round(one, 2) for one in each.values()],
        value=each[SIZES[2]] / each[SIZES[1]], at_most=1.5)


def once(rows):
    """The quicker of two imports of so many rows into empty databases, wards there beforehand."""
    with tempfile.TemporaryDirectory(prefix="hamlet-bench-") as folder:
        folder = pathlib.Path(folder)
        quick_months.make(folder / "files", rows)
        quick_months.wards(folder / "wards.geojson", 25, 26)
        return min(timed(folder, number) for number in range(1 if rows > 5_000_000 else 2))


def timed(folder, number):
    place = folder / str(number)
    (place / "key").mkdir(parents=True)
    environment = {
        **os.environ, "HAMLET_DATABASE": f"sqlite:{place}/hamlet.sqlite",
        "HAMLET_KEY_FILE": f"{place}/key/hamlet.key"}
    run(environment, "boundaries", "import", folder / "wards.geojson", "--kind", "ward",
        "--edition", "2024", "--code-field", "code", "--name-field", "name")
    os.sync()
    began = time.monotonic()
    run(environment, "incidents", "import", folder / "files", "--json")
    seconds = time.monotonic() - began
    shutil.rmtree(place)
    return seconds


def run(environment, *words):
    done = subprocess.run([HAMLET, *words], env=environment, capture_output=True, text=True)
    if done.returncode != 0:
        raise Missing(f"hamlet {words[0]} {words[1]} failed: {done.stderr.strip()[-300:]}")
