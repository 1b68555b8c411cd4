"""Which area each point lies in, in Python: `areas.py sjoin points.npy` times it and prints JSON.

`areas.py make FOLDER` draws 650 areas of 50 by 40 km that leave no land out: Voronoi's cells about
points drawn towards the centre, their edges broken into jagged pieces of some 60 m that both
neighbours share. Written as well-known binary, each after its length.
"""

import gc
import json
import pathlib
import resource
import struct
import sys
import time

import numpy as np
import shapely

WIDE, HIGH = 50_000.0, 40_000.0


def make(folder):
    from scipy.spatial import Voronoi
    random = np.random.default_rng(3)
    seeds = np.c_[random.normal(25_000, 11_000, 3000), random.normal(20_000, 9_000, 3000)]
    inside = (seeds > 0).all(1) & (seeds[:, 0] < WIDE) & (seeds[:, 1] < HIGH)
    seeds = seeds[inside][:650]
    # Mirrored at the four sides, so that the cells end there.
    mirrored = [seeds, seeds * [-1, 1], seeds * [1, -1], [2 * WIDE, 0] + seeds * [-1, 1],
                [0, 2 * HIGH] + seeds * [1, -1]]
    cells = Voronoi(np.vstack(mirrored))
    corners = np.round(np.clip(cells.vertices, 0, [WIDE, HIGH]), 2)
    edges = {}

    def edge(start, end):
        key = (min(start, end), max(start, end))
        if key not in edges:
            one, other = corners[key[0]], corners[key[1]]
            length = np.hypot(*(other - one))
            pieces = max(1, int(length / 60))
            is_outside = any(one[axis] == other[axis] == limit
                             for axis, limit in ((0, 0), (0, WIDE), (1, 0), (1, HIGH)))
            shake = np.zeros(pieces + 1)
            if pieces > 1 and not is_outside:
                shake[1:-1] = random.normal(0, 8, pieces - 1)
            across = np.array([-(other - one)[1], (other - one)[0]]) / max(length, 1e-9)
            along = np.linspace(0, 1, pieces + 1)[:, None]
            edges[key] = one + (other - one) * along + shake[:, None] * across
        return edges[key] if start == key[0] else edges[key][::-1]

    with open(pathlib.Path(folder, "areas.wkb"), "wb") as out:
        for place in range(650):
            ring = cells.regions[cells.point_region[place]]
            around = zip(ring, ring[1:] + ring[:1])
            line = np.vstack([edge(start, end)[:-1] for start, end in around])
            shape = shapely.make_valid(shapely.Polygon(line))
            # What mending may leave besides land is of no area.
            parts = [part for part in shapely.get_parts(shape) if part.geom_type == "Polygon"]
            data = shapely.to_wkb(shapely.MultiPolygon(parts))
            out.write(struct.pack("<I", len(data)) + data)


def read(path):
    data, place, shapes = path.read_bytes(), 0, []
    while place < len(data):
        (size,) = struct.unpack_from("<I", data, place)
        shapes.append(data[place + 4:place + 4 + size])
        place += 4 + size
    return shapely.from_wkb(shapes)


def sjoin(points, areas):
    """The usual way. A point on an edge is in none, one on two mended areas in both."""
    import geopandas
    areas = geopandas.GeoDataFrame(geometry=areas)

    def join():
        places = geopandas.GeoDataFrame(geometry=shapely.points(points))
        return len(geopandas.sjoin(places, areas, predicate="within"))
    return join


def contains(points, areas):
    """The quickest way in shapely: each area over the points in its box."""
    def search():
        order = np.argsort(points[:, 0], kind="stable")
        x, y = points[order, 0], points[order, 1]
        found = np.full(len(points), -1, np.int32)
        shapely.prepare(areas)
        for index, area in enumerate(areas):
            west, south, east, north = area.bounds
            start, end = np.searchsorted(x, [west, east])
            near = start + np.flatnonzero((y[start:end] >= south) & (y[start:end] <= north))
            near = near[shapely.contains_xy(area, x[near], y[near])]
            found[order[near]] = index
        return int((found >= 0).sum())
    return search


def main():
    if sys.argv[1] == "make":
        return make(sys.argv[2])
    points = np.ascontiguousarray(np.load(sys.argv[2])[:, :2])
    areas = read(pathlib.Path(sys.argv[2]).with_name("areas.wkb"))
    case = {"sjoin": sjoin, "contains": contains}[sys.argv[1]](points, areas)
    gc.collect()
    wall, cpu = time.perf_counter(), time.process_time()
    result = case()
    print(json.dumps({
        "wall": time.perf_counter() - wall, "cpu": time.process_time() - cpu,
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "result": float(result)}))


main()
