"""Months of street files by the ten million, and wards to count them by."""

import json
import random

from street_files import COLUMNS, LSOAS, OUTCOMES, PLACES, KINDS, place

FORCE = "Bench Police"
WEST, SOUTH, WIDE, HIGH = -0.5, 51.3, 1.0, 0.4


def make(folder, rows, months=24):
    """Writes one file a month, as many rows in each; drawn once and written under every month."""
    folder.mkdir()
    chance = random.Random(2)
    places = [place(number, chance) for number in range(PLACES)]
    kinds = [kind for kind, weight in KINDS for _ in range(weight)]
    tails = []
    for _ in range(min(rows // months, 60_000)):
        kind = kinds[chance.randrange(len(kinds))]
        outcome = "" if kind == "Anti-social behaviour" else chance.choice(OUTCOMES)
        where = (
            ",,No Location,," if chance.random() < 0.04
            else places[int(chance.random() ** 1.5 * len(places))])
        tails.append(f",{FORCE},{FORCE},{where},{kind},{outcome},\n")
    for index in range(months):
        month = f"{2023 + index // 12}-{index % 12 + 1:02d}"
        with (folder / f"{month}-bench-street.csv").open("w") as out:
            out.write(",".join(COLUMNS) + "\n")
            for number in range(rows // months):
                tail = tails[number % len(tails)]
                known = "" if tail.endswith("behaviour,,\n") else f"{number + 1:064x}"
                out.write(f"{known},{month}{tail}")


def wards(path, across, up):
    """Writes rectangles that part the whole of the places."""
    features = []
    for row in range(up):
        for column in range(across):
            west, south = WEST + WIDE * column / across, SOUTH + HIGH * row / up
            east, north = WEST + WIDE * (column + 1) / across, SOUTH + HIGH * (row + 1) / up
            number = row * across + column
            features.append({
                "type": "Feature",
                "properties": {"code": f"E05{number:06d}", "name": f"Ward {number}"},
                "geometry": {"type": "Polygon", "coordinates": [[
                    [west, south], [east, south], [east, north], [west, north], [west, south]]]}})
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
