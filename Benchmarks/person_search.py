"""Finding a person by name: in a million people beside ten thousand, over the same indexed tokens."""
import json
import os
import re
import subprocess

from measuring import Missing, say

FEW, MOST = 10_000, 3.0


def person_search(options):
    """Whether a search among `--people` costs at most three times that among ten thousand."""
    few, many = measured(FEW), measured(options.people)
    ratio = many / few
    print(json.dumps({
        "benchmark": "person-search", "people": options.people,
        "milliseconds": round(many, 2), f"milliseconds-of-{FEW}": round(few, 2),
        "ratio": round(ratio, 2), "gate": MOST, "passed": ratio <= MOST,
    }), flush=True)
    return ratio <= MOST


def measured(people):
    """Milliseconds of a search among so many people, the median of forty."""
    say(f"person-search: {people} people are being made")
    done = subprocess.run(
        ["swift", "test", "--disable-xctest", "--explicit-target-dependency-import-check", "error",
         "--filter", "PersonSearchCost"],
        env={**os.environ, "HAMLET_BENCH_PEOPLE": str(people)}, capture_output=True, text=True)
    found = re.search(r'\{"people": \d+, "milliseconds": ([0-9.e-]+)\}', done.stdout)
    if done.returncode != 0 or not found:
        raise Missing("the tests could not be run: try `swift build --build-tests`")
    return float(found.group(1))
