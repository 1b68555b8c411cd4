"""The page of counts over ten million incidents beside the same page over a hundred thousand."""

import contextlib
import pathlib
import subprocess
import tempfile
import time
import urllib.parse

import house
import quick_months
from measuring import HAMLET, Missing, in_turn, ratio, shown, told

SIZES = {"small": 100_000, "large": 10_000_000}
#: Wards in a row and rows of wards.
WARDS = (25, 26)
#: What is asked, each of the twelve latest months.
QUESTIONS = {
    "month, one kind": {"by": "month", "category": "Burglary"},
    "kind and outcome": {"by": "category", "then": "outcome"},
    "ward, one kind": {"by": "ward", "category": "Burglary"},
    "month and outcome in one ward": {
        "by": "month", "then": "outcome", "area": "E05000300"},
    "ward and month, one outcome": {
        "by": "ward", "then": "month", "outcome": "Local resolution", "sort": "most"},
}


def cube_page(options):
    """Filtered pages cost what their answer is long: at most twice as much over 100 times the rows."""
    passed = True
    with contextlib.ExitStack() as stack:
        ask = {name: stack.enter_context(served(rows)) for name, rows in SIZES.items()}
        for question, fields in QUESTIONS.items():
            path = "/incidents/counts?" + urllib.parse.urlencode(
                {**fields, "force": quick_months.FORCE})
            for one in ask.values():
                one(path)
            small, large = in_turn(
                options.rounds, lambda: fastest(ask["small"], path),
                lambda: fastest(ask["large"], path))
            passed &= told(
                "cube-page", question=question, rows=list(SIZES.values()),
                small={"milliseconds": shown(1000 * min(small))},
                large={"milliseconds": shown(1000 * min(large))},
                value=ratio(large, small), at_most=2.0)
    return passed


def fastest(ask, path, times=7):
    """The least seconds of some askings: what disturbs one makes it slower only."""
    seconds = []
    for _ in range(times):
        began = time.perf_counter()
        ask(path)
        seconds.append(time.perf_counter() - began)
    return min(seconds)


@contextlib.contextmanager
def served(rows):
    """A server of the demonstration with so many incidents of a further force; what asks it."""
    with house.demonstration() as place, tempfile.TemporaryDirectory(
            prefix="hamlet-bench-") as folder:
        folder = pathlib.Path(folder)
        quick_months.make(folder / "files", rows)
        quick_months.wards(folder / "wards.geojson", *WARDS)
        run(place, "incidents", "import", folder / "files", "--json")
        run(place, "boundaries", "import", folder / "wards.geojson", "--kind", "ward",
            "--edition", "2024", "--code-field", "code", "--name-field", "name")
        with house.serving(place) as (address, _):
            cookie = house.sign_in(address, "analyst")
            yield lambda path: house.fetch(address + path, cookie)


def run(place, *words):
    done = subprocess.run([HAMLET, *words], env=place, capture_output=True, text=True)
    if done.returncode != 0:
        raise Missing(f"hamlet {words[0]} {words[1]} failed: {done.stderr.strip()[-300:]}")
