"""The spatial methods beside what analysts use in Python: turns in fresh processes, time and memory.

Named so because a module named as the standard library's `statistics` would hide that.
"""

import contextlib
import json
import os
import pathlib
import subprocess
import tempfile

from measuring import ROOT, Missing, in_turn, medians, ratio, told

OURS = pathlib.Path(os.environ.get(
    "STATISTICS_PROGRAM", ROOT / ".build/release/statistics-bench"))
PYTHON = ROOT / ".venv-bench/bin/python"
PEER = ROOT / "Benchmarks/peer/spatial.py"
AREAS = ROOT / "Benchmarks/peer/areas.py"


def binning(options):
    """A million points counted in cells of 250 m."""
    with points(1_000_000) as files:
        return beside("statistics-bin", options, files, "bin", {
            "bincount": ("numpy.bincount", 0.15)})


def assigning(options):
    """The area of each of a million points, of 650; reading the areas and the index is in it."""
    with points(1_000_000) as files:
        run([PYTHON, AREAS, "make", str(pathlib.Path(files[0]).parent)])
        return beside("statistics-assign", options, files, "assign", {
            "sjoin": ("geopandas.sjoin", 0.08),
            "contains": ("shapely.contains_xy, each area over the points in its box", 0.25),
        }, program=AREAS)


def cube(options):
    """1.2 million coded rows counted by month, area and kind."""
    with points(1_200_000) as files:
        return beside("cube", options, files, "cube", {
            "cube": ("pandas, group-by of categorical columns", 0.1)})


def density(options):
    """A quartic density, exact, of a million events on 200,000 cells."""
    with points(1_000_000) as files:
        return beside("statistics-kde", options, files, "kde", {
            "kde_numpy": ("NumPy, exact", 0.15),
            "kde_fft": ("KDEpy's FFT, some 6 % off at the peak", 0.75)})


def local(options):
    """Gi* of 32,000 cells, with its neighbours made, and 999 permutations of each cell."""
    with points(1_000_000) as files:
        passed = beside("statistics-gistar", options, files, "gistar", {
            "gistar": ("esda.G_Local over libpysal's lat2W", 0.01)})
        return passed & beside("statistics-permutations", options, files, "permutations", {
            "permutations": ("esda.G_Local, numba, one set of draws for all cells", 1.0)})


def clusters(options):
    """DBSCAN of a million points. The peer takes half a minute and 7 GB, so it runs once."""
    with points(1_000_000) as files:
        return beside("statistics-dbscan", options, files, "dbscan", {
            "dbscan": ("sklearn.cluster.DBSCAN", 0.03)}, once=True, megabytes=200)


def near_repeats(options):
    """Knox's test with 99 permutations of 20,000 and of 100,000 events."""
    passed = True
    for number, gate in ((20_000, 0.4), (100_000, 0.3)):
        with points(number) as files:
            passed &= beside(f"statistics-knox-{number // 1000}k", options, files, "knox", {
                "knox": ("scipy's cKDTree and NumPy", gate)}, no_more_memory=True)
    return passed


@contextlib.contextmanager
def points(number):
    """A file of points for us and one for the peers, the same points."""
    for program, what in ((OURS, "make bench builds it"), (PYTHON, "scripts/venv bench makes it")):
        if not program.exists():
            raise Missing(f"{program} is not there: {what}")
    with tempfile.TemporaryDirectory(prefix="hamlet-bench-") as folder:
        run([PYTHON, PEER, "make", folder, str(number)])
        yield f"{folder}/points.doubles", f"{folder}/points.npy"


def beside(name, options, files, case, peers, once=False, megabytes=None, no_more_memory=False,
           program=PEER):
    """Runs a case and its peers in turn, and tells a line for each peer and for the memory."""
    ours_file, peer_file = files
    turns = [lambda: run([OURS, case, ours_file])]
    turns += [lambda peer=peer: run([PYTHON, program, peer, peer_file]) for peer in peers]
    if once:
        alone = turns[1]()
        turns[1] = lambda: alone
    ours, *theirs = in_turn(options.rounds, *turns)
    passed = True
    for (peer, (title, gate)), runs in zip(peers.items(), theirs):
        same(name, ours[0], runs[0], exact=peer != "kde_fft")
        passed &= told(
            name if len(peers) == 1 else f"{name}-{peer}", ours=medians(ours),
            peer={"program": title, **medians(runs)},
            value=ratio(*[[one["wall"] for one in side] for side in (ours, runs)]), at_most=gate)
    peak = max(one["peak"] for one in ours)
    if megabytes:
        passed &= told(
            f"{name}-memory", measure="peakMegabytes", value=peak, at_most=megabytes)
    if no_more_memory:
        passed &= told(
            f"{name}-memory", ours={"peak": peak}, value=peak / theirs[0][0]["peak"], at_most=1.0)
    return passed


def same(name, ours, theirs, exact):
    """Refuses to compare the times of different results."""
    close = 1e-9 if exact else 0.1
    if theirs["result"] and abs(ours["result"] / theirs["result"] - 1) > close:
        raise Missing(f"{name}: we found {ours['result']}, the peer {theirs['result']}")


def run(command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        raise Missing(f"{pathlib.Path(command[0]).name} failed: {done.stderr.strip()[-300:]}")
    return json.loads(done.stdout.splitlines()[-1]) if done.stdout.strip() else {}
