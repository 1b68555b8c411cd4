"""Street files read by pandas' C reader with the checks and counts of `hamlet incidents import --dry-run`.

`street_csv.py FOLDER` prints one JSON line; neither the start of Python nor importing pandas is timed.
"""

import json
import pathlib
import resource
import sys
import time

import pandas as pd

COLUMNS = [
    "Crime ID", "Month", "Reported by", "Falls within", "Longitude", "Latitude", "Location",
    "LSOA code", "LSOA name", "Crime type", "Last outcome category", "Context",
]
WORDS = ["Month", "Reported by", "Falls within", "Location", "LSOA code", "LSOA name", "Crime type",
         "Last outcome category"]
#: Arrow's strings for all words: reading them as categories takes pandas six times as long.
TYPES = {name: "float64" if name.endswith("itude") else "string[pyarrow]" for name in COLUMNS}


def read(path):
    return pd.read_csv(path, engine="c", dtype=TYPES, keep_default_na=False, na_values={
        "Longitude": [""], "Latitude": [""]})


def check(path, rows):
    """The counts of one file; its rows are typed, and every check of ours is made of them."""
    if list(rows.columns) != COLUMNS:
        raise SystemExit(f"{path}: not the columns of a street file")
    words = {name: pd.Series(known := rows[name].unique(), index=known) for name in WORDS}
    good = {name: known.str.len() <= 200 for name, known in words.items()}
    good["Month"] &= words["Month"].str.fullmatch(r"\d{4}-(0[1-9]|1[0-2])")
    for name in ("Reported by", "Crime type"):
        good[name] &= words[name] != ""
    wrong = rows["Crime ID"].str.len().to_numpy() > 64
    for name, known in good.items():
        if not known.all():
            wrong |= ~rows[name].isin(known.index[known]).to_numpy()
    east, north = rows["Longitude"].to_numpy(), rows["Latitude"].to_numpy()
    blank = (east != east) & (north != north)
    inside = (east >= -9.5) & (east <= 3) & (north >= 49) & (north <= 62)
    wrong |= ~(blank | inside)
    kept = rows[~wrong] if wrong.any() else rows
    # Ids that occur twice are few: what else these rows say is compared for them alone.
    ids = kept["Crime ID"]
    again = kept[ids.duplicated(keep=False) & (ids != "")]
    repeated = again.duplicated(["Reported by", "Month", "Crime ID"])
    alike = again.duplicated(["Crime ID", *WORDS, "Longitude", "Latitude"])
    return {
        "read": len(rows), "refused": int(wrong.sum()), "repeated": int(repeated.sum()),
        "disagreements": int(repeated.sum() - alike.sum()),
        "unlocated": int((kept["LSOA code"] == "").sum()),
        "stored": len(kept) - int(repeated.sum()),
    }


def main():
    files = sorted(pathlib.Path(sys.argv[1]).iterdir())
    counts, reading = [], 0.0
    began = time.perf_counter()
    for path in files:
        start = time.perf_counter()
        rows = read(path)
        reading += time.perf_counter() - start
        counts.append(check(path, rows))
    seconds = time.perf_counter() - began
    counts = pd.DataFrame(counts).sum()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({
        "seconds": seconds, "reading": reading, "peak": peak, **{name: int(one) for name, one in counts.items()}}))


main()
