"""What the spatial methods are in Python: `spatial.py CASE points.npy` times one and prints JSON.

`spatial.py make FOLDER NUMBER` draws the points: 50 by 40 km as of a large city, 40 % in 400 tight
clusters of uneven size, 40 % broadly around the centre, 20 % evenly; rounded to decimetres, each
with a day of three years.
"""

import gc
import json
import pathlib
import resource
import sys
import time
import warnings

import numpy as np

WIDE, HIGH = 50_000.0, 40_000.0
QUARTIC = 3 / (np.pi * 300**2)


def make(folder, number):
    random = np.random.default_rng(7)
    centres = np.c_[random.normal(25_000, 9_000, 400), random.normal(20_000, 7_500, 400)]
    centres = np.clip(centres, 500, [WIDE - 500, HIGH - 500])
    spread, share = random.uniform(60, 500, 400), random.pareto(1.2, 400) + 0.2
    chosen = random.choice(400, int(number * 0.4), p=share / share.sum())
    tight = centres[chosen] + random.normal(size=(len(chosen), 2)) * spread[chosen][:, None]
    broad = np.c_[random.normal(25_000, 8_500, len(tight)), random.normal(20_000, 7_000, len(tight))]
    rest = number - 2 * len(tight)
    even = np.c_[random.uniform(0, WIDE, rest), random.uniform(0, HIGH, rest)]
    points = np.vstack([tight, broad, even])
    random.shuffle(points)
    points = np.round(np.clip(points, 0, [WIDE - 0.1, HIGH - 0.1]), 1)
    days = random.integers(0, 3 * 365, number).astype(float)
    table = np.c_[points, days]
    np.save(pathlib.Path(folder, "points.npy"), table)
    table.T.tofile(pathlib.Path(folder, "points.doubles"))


def cells(points, size):
    across, up = ((points[:, axis] // size).astype(np.int32) for axis in (0, 1))
    return up * int(WIDE / size) + across


def counted(points):
    return np.bincount(cells(points, 250), minlength=32_000)


def bincount(points, _):
    return lambda: counted(points).max()


def cube(points, days):
    """The rows of every month, area and kind, of columns coded beforehand as ours are."""
    import pandas as pd
    codes = [
        (days // 31).astype(np.int32), ((points[:, 0].astype(int) * 7 + points[:, 1].astype(int))
                                        % 4835).astype(np.int32),
        ((points[:, 1] * 10).astype(int) % 14).astype(np.int32)]
    table = pd.DataFrame({
        name: pd.Categorical.from_codes(column, categories=range(size))
        for name, column, size in zip(("month", "area", "kind"), codes, (36, 4835, 14))})
    return lambda: len(table.groupby(["month", "area", "kind"], observed=True, sort=False).size())


def kde_numpy(points, _):
    """Each of the 49 cells around an event in turn, over all events at once."""
    def density():
        total = np.zeros(500 * 400)
        column, row = ((points[:, axis] // 100).astype(np.int32) for axis in (0, 1))
        right, up = points[:, 0] - column * 100 - 50, points[:, 1] - row * 100 - 50
        for dy in range(-3, 4):
            inside = (row + dy >= 0) & (row + dy < 400)
            for dx in range(-3, 4):
                far = ((dx * 100 - right) ** 2 + (dy * 100 - up) ** 2) / 9e4
                near = inside & (column + dx >= 0) & (column + dx < 500) & (far <= 1)
                cell = (row[near] + dy) * 500 + column[near] + dx
                total += np.bincount(cell, weights=(1 - far[near]) ** 2, minlength=200_000)
        return total.max() * QUARTIC
    return density


def kde_fft(points, _):
    from KDEpy import FFTKDE
    across, up = np.arange(-3, 503) * 100 + 50.0, np.arange(-3, 403) * 100 + 50.0
    grid = np.stack(np.meshgrid(across, up, indexing="ij"), -1).reshape(-1, 2)

    def density():
        # Its bandwidth is a standard deviation, which of a quartic in one direction is h / √7.
        found = FFTKDE(kernel="biweight", norm=2, bw=300 / np.sqrt(7.0)).fit(points).evaluate(grid)
        return found.max() * len(points)
    return density


def gistar(points, _):
    import esda
    import libpysal
    values = counted(points).astype(float)

    def scores():
        weights = libpysal.weights.lat2W(160, 200, rook=False)
        return esda.G_Local(values, weights, transform="B", star=True, permutations=0).Zs.max()
    return scores


def permutations(points, _):
    import esda
    import libpysal
    values = counted(points).astype(float)
    weights = libpysal.weights.lat2W(160, 200, rook=False)
    options = {"transform": "B", "star": True, "seed": 1, "n_jobs": 1, "keep_simulations": False}
    # Compiles what numba compiles before the clock runs.
    small = libpysal.weights.lat2W(10, 10, rook=False)
    esda.G_Local(np.arange(100.0), small, permutations=9, **options)
    return lambda: esda.G_Local(values, weights, permutations=999, **options).p_sim.min()


def dbscan(points, _):
    from sklearn.cluster import DBSCAN
    return lambda: DBSCAN(eps=100.0, min_samples=20, n_jobs=1).fit(points).labels_.max() + 1


def knox(points, days):
    from scipy.spatial import cKDTree
    limits = np.array([0, 1, 101, 201, 301, 401, 501.0])
    bands = np.full(1200, 4, np.int8)
    bands[:29] = np.digitize(np.arange(29), [8, 15, 22])

    def test():
        pairs = cKDTree(points).query_pairs(501.0, output_type="ndarray")
        one, other = pairs[:, 0].astype(np.int32), pairs[:, 1].astype(np.int32)
        del pairs
        far = np.hypot(points[one, 0] - points[other, 0], points[one, 1] - points[other, 1])
        band = ((np.digitize(far, limits) - 1) * 5).astype(np.int8)
        within = band < 30
        one, other, band = one[within], other[within], band[within]
        random = np.random.default_rng(1)
        for number in range(100):
            shuffled = random.permutation(days) if number else days
            np.bincount(band + bands[np.abs(shuffled[one] - shuffled[other])], minlength=30)
        return len(one)
    return test


CASES = {case.__name__: case for case in (
    bincount, cube, kde_numpy, kde_fft, gistar, permutations, dbscan, knox)}
#: Of these the result is another number than ours: simulated by other draws.
INCOMPARABLE = {"permutations"}


def main():
    if sys.argv[1] == "make":
        return make(sys.argv[2], int(sys.argv[3]))
    warnings.filterwarnings("ignore")
    table = np.load(sys.argv[2])
    run = CASES[sys.argv[1]](np.ascontiguousarray(table[:, :2]), table[:, 2].astype(np.int32))
    gc.collect()
    before, began = resource.getrusage(resource.RUSAGE_SELF), time.perf_counter()
    result = run()
    wall, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_SELF)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(json.dumps({
        "wall": wall, "cpu": cpu, "peak": after.ru_maxrss / 1024,
        "result": 0 if sys.argv[1] in INCOMPARABLE else float(result)}))


main()
