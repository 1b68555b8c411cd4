"""How every benchmark is taken and told: turns with the peer, medians, one JSON line."""

import json
import os
import pathlib
import shutil
import statistics
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
HAMLET = pathlib.Path(os.environ.get("HAMLET_PROGRAM", ROOT / ".build/release/hamlet"))


class Missing(Exception):
    """Something a benchmark needs is not there."""


def need(program, package):
    if not shutil.which(program):
        raise Missing(f"{program} is not installed: apt-get install {package}")


def in_turn(rounds, *turns):
    """Runs each of some functions once a round, A B A B; the results of each in order.

    Every second round goes backwards, so that none always follows the same other.
    """
    results = [[] for _ in turns]
    for number in range(rounds):
        order = range(len(turns))
        for index in order if number % 2 == 0 else reversed(order):
            results[index].append(turns[index]())
    return results


def medians(runs):
    return {key: shown(statistics.median(run[key] for run in runs)) for key in runs[0]}


def ratio(ours, theirs):
    """The median of the ratios of the rounds: what disturbs a round disturbs both its turns."""
    return statistics.median(mine / other for mine, other in zip(ours, theirs))


def shown(number):
    return float(f"{number:.4g}") if isinstance(number, float) else number


def told(name, *, measure="ratio", value=None, at_least=None, at_most=None, **facts):
    """Prints the line of a benchmark; whether its gate holds, or true where there is none."""
    line = {"name": name, **facts}
    passed = True
    if value is not None:
        line[measure] = shown(value)
    if at_least is not None:
        passed = value >= at_least
        line["gate"] = {"atLeast": at_least}
    if at_most is not None:
        passed = value <= at_most
        line["gate"] = {"atMost": at_most}
    if "gate" in line:
        line["passed"] = passed
    line["loadAverage"] = round(os.getloadavg()[0], 1)
    print(json.dumps(line, ensure_ascii=False), flush=True)
    return passed


def say(text):
    print(text, file=sys.stderr, flush=True)
