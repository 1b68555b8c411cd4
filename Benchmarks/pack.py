"""The whole of an analyst's month, from files on disk to what stands out, in an empty database."""

import os
import pathlib
import subprocess
import tempfile
import time

import quick_months
import street_files
from measuring import HAMLET, Missing, medians, told

MONTHS = ("--from", "2024-01", "--to", "2024-12")
STEPS = {
    "import": ("incidents", "import", "files", "--json"),
    "count": (
        "incidents", "count", "--by", "ward,month,category", *MONTHS, "--json"),
    "quality": ("incidents", "quality", "--json"),
    "density": (
        "hotspots", "--method", "kde", "--category", "Burglary", *MONTHS, "--json"),
    "gistar": (
        "hotspots", "--method", "gi", "--category", "Burglary", *MONTHS, "--cell", "500", "--json"),
}


def pack(options):
    """Import, wards, counts, quality, a density and Gi* of 1.2 million rows: the aim is 5 seconds."""
    with tempfile.TemporaryDirectory(prefix="hamlet-bench-") as folder:
        folder = pathlib.Path(folder)
        street_files.make(folder / "files", options.rows)
        quick_months.wards(folder / "wards.geojson", 25, 26)
        runs = [once(folder, number) for number in range(min(options.rounds, 3))]
    return told(
        "pack", rows=options.rows, wards=650, ours=medians(runs), measure="seconds",
        value=min(run["whole"] for run in runs), aim=5.0)


def once(folder, number):
    """The seconds of each step in a database of its own, wards there before the clock starts."""
    place = folder / str(number)
    (place / "key").mkdir(parents=True)
    environment = {
        **os.environ, "HAMLET_DATABASE": f"sqlite:{place}/hamlet.sqlite",
        "HAMLET_KEY_FILE": f"{place}/key/hamlet.key"}
    run(environment, folder, "boundaries", "import", "wards.geojson", "--kind", "ward",
        "--edition", "2024", "--code-field", "code", "--name-field", "name")
    os.sync()
    seconds = {name: run(environment, folder, *words) for name, words in STEPS.items()}
    return {**seconds, "whole": sum(seconds.values())}


def run(environment, folder, *words):
    began = time.monotonic()
    done = subprocess.run(
        [HAMLET, *words], env=environment, cwd=folder, stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE, text=True)
    if done.returncode != 0:
        raise Missing(f"hamlet {' '.join(words[:2])} failed: {done.stderr.strip()[-300:]}")
    return time.monotonic() - began
