#!/usr/bin/env python3
"""Imports 1.2 million made-up street rows beside the engines' own loaders and prints one JSON line.

    Benchmarks/incidents.py                     # SQLite, and PostgreSQL where scripts/postgres can
    Benchmarks/incidents.py --rows 200000 --rounds 1

On SQLite the peer is `sqlite3 .import` of the same files into one table of text, with an index by
month and kind and one by LSOA and month: what our cube answers. On PostgreSQL it is `psql \\copy` of
the rows, places and cells as we code them, into tables with the same keys. Ours reads, checks and
codes the files besides. Each round runs ours and the peer in turn; medians count.
Gates: time on SQLite at most 1.0, file at most 0.4, peak memory at most 200 MB, and on PostgreSQL at
least 0.7 of the peer's speed. Exit 1 where one is not met.
"""

import argparse
import json
import os
import pathlib
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
HEADER = (
    "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,"
    "Crime type,Last outcome category,Context"
)
KINDS = [
    ("Violence and sexual offences", 30), ("Anti-social behaviour", 15), ("Shoplifting", 9),
    ("Vehicle crime", 8), ("Public order", 8), ("Criminal damage and arson", 7),
    ("Other theft", 7), ("Burglary", 5), ("Drugs", 3), ("Other crime", 2), ("Robbery", 2),
    ("Theft from the person", 2), ("Bicycle theft", 1), ("Possession of weapons", 1),
]
OUTCOMES = [
    "Investigation complete; no suspect identified", "Unable to prosecute suspect",
    "Status update unavailable", "Court result unavailable", "Local resolution",
    "Awaiting court outcome", "Under investigation",
]
MONTHS = 24
TABLES = ["incident", "incident_place", "incident_cell"]


def main():
    options = arguments()
    with tempfile.TemporaryDirectory(prefix="hamlet-bench-") as name:
        folder = pathlib.Path(name)
        files = make_files(folder / "files", options.rows)
        result = {"name": "incidents-import", "rows": options.rows, "rounds": options.rounds}
        result["sqlite"] = sqlite(folder, files, options)
        passed = meets_sqlite(result["sqlite"])
        url = options.postgres or os.environ.get("HAMLET_TEST_POSTGRES")
        if url:
            result["postgres"] = postgres(folder, files, url, options)
            passed = passed and result["postgres"]["speedRatio"] >= 0.7
    result["passed"] = passed
    print(json.dumps(result))
    sys.exit(0 if passed else 1)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=1_200_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--hamlet", default=str(ROOT / ".build/release/hamlet"))
    parser.add_argument("--postgres", help="URL of a server databases may be made on")
    return parser.parse_args()


def meets_sqlite(result):
    return result["timeRatio"] <= 1.0 and result["sizeRatio"] <= 0.4 and result["peakMB"] <= 200


def make_files(folder, rows):
    folder.mkdir()
    chance = random.Random(1)
    places = []
    for number in range(24_000):
        lsoa = number % 2_400
        places.append(
            f"{-0.5 + chance.random():.6f},{51.3 + chance.random() * 0.4:.6f},"
            f"On or near Street {number % 9_000},E01{lsoa:06d},"
            f"Borough {lsoa // 60} {lsoa % 60:03d}A"
        )
    kinds = [kind for kind, weight in KINDS for _ in range(weight)]
    files = []
    for index in range(MONTHS):
        month = f"{2023 + index // 12}-{index % 12 + 1:02d}"
        path = folder / f"{month}-bench-street.csv"
        with path.open("w") as out:
            out.write(HEADER + "\n")
            last = ""
            for _ in range(rows // MONTHS):
                kind = kinds[chance.randrange(len(kinds))]
                is_asb = kind == "Anti-social behaviour"
                identifier = "" if is_asb else f"{chance.getrandbits(256):064x}"
                if last and not is_asb and chance.random() < 0.003:
                    identifier = last
                last = identifier or last
                place = (
                    ",,No Location,," if chance.random() < 0.04
                    else places[int(chance.random() ** 1.5 * len(places))]
                )
                outcome = "" if is_asb else OUTCOMES[int(chance.random() ** 2 * len(OUTCOMES))]
                out.write(f"{identifier},{month},Bench Police,Bench Police,{place},{kind},{outcome},\n")
        files.append(path)
    return files


def sqlite(folder, files, options):
    ours, theirs = [], []
    for _ in range(options.rounds):
        ours.append(our_sqlite(folder, files, options.hamlet))
        theirs.append(their_sqlite(folder, files))
    seconds = statistics.median(one["seconds"] for one in ours)
    peer = statistics.median(one["seconds"] for one in theirs)
    return {
        "ours": round(seconds, 2), "peer": round(peer, 2), "timeRatio": round(seconds / peer, 3),
        "sizeRatio": round(ours[-1]["bytes"] / theirs[-1]["bytes"], 3),
        "bytes": ours[-1]["bytes"], "peakMB": round(max(one["peak"] for one in ours) / 1024, 1),
        "rowsPerSecond": round(options.rows / seconds),
    }


def our_sqlite(folder, files, hamlet):
    path = folder / "ours.sqlite"
    clear(path)
    measured = run_ours(folder, files, hamlet, f"sqlite:{path}")
    measured["bytes"] = sum(
        one.stat().st_size for one in folder.glob("ours.sqlite*") if not one.name.endswith("-shm"))
    return measured


def run_ours(folder, files, hamlet, database):
    environment = dict(os.environ, HAMLET_KEY_FILE=str(folder / "key" / "hamlet.key"))
    shutil.rmtree(folder / "key", ignore_errors=True)
    (folder / "key").mkdir()
    subprocess.run([hamlet, "--database", database, "incidents", "area"], check=True,
                   env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    command = [hamlet, "--database", database, "incidents", "import", str(files[0].parent), "--json"]
    start = time.monotonic()
    child = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE)
    counts = json.loads(child.stdout.read())
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.monotonic() - start
    if status != 0 or counts["stored"] + counts["repeated"] != counts["read"]:
        sys.exit(f"the import failed: {counts}")
    return {"seconds": seconds, "peak": usage.ru_maxrss}


def their_sqlite(folder, files):
    path = folder / "theirs.sqlite"
    clear(path)
    columns = ", ".join(f'"{name}" TEXT' for name in HEADER.split(","))
    script = [f"CREATE TABLE incident ({columns});", ".mode csv"]
    script += [f".import --skip 1 {one} incident" for one in files]
    script += [
        'CREATE INDEX incident_month ON incident ("Month", "Crime type");',
        'CREATE INDEX incident_lsoa ON incident ("LSOA code", "Month");',
    ]
    start = time.monotonic()
    subprocess.run(["sqlite3", str(path)], input="\n".join(script) + "\n", text=True, check=True)
    return {"seconds": time.monotonic() - start, "bytes": path.stat().st_size}


def postgres(folder, files, url, options):
    ours, theirs = [], []
    base = url.rsplit("/", 1)[0]
    for number in range(options.rounds):
        database = f"hamlet_bench_{os.getpid()}_{number}"
        psql(url, f"CREATE DATABASE {database}")
        try:
            address = f"{base}/{database}"
            ours.append(run_ours(folder, files, options.hamlet, address)["seconds"])
            theirs.append(their_postgres(folder, address))
        finally:
            psql(url, f"DROP DATABASE {database}")
    seconds, peer = statistics.median(ours), statistics.median(theirs)
    return {
        "ours": round(seconds, 2), "peer": round(peer, 2), "speedRatio": round(peer / seconds, 3),
        "rowsPerSecond": round(options.rows / seconds),
    }


def their_postgres(folder, address):
    for table in TABLES:
        psql(address, f"\\copy {table} TO '{folder / table}'")
        psql(address, f"CREATE TABLE peer_{table} (LIKE {table} INCLUDING ALL)")
    start = time.monotonic()
    psql(address, *(f"\\copy peer_{table} FROM '{folder / table}'" for table in TABLES))
    return time.monotonic() - start


def psql(url, *commands):
    words = [word for command in commands for word in ("-c", command)]
    subprocess.run(["psql", "-q", "-X", url, *words], check=True, stdout=subprocess.DEVNULL)


def clear(path):
    for one in path.parent.glob(path.name + "*"):
        one.unlink()


if __name__ == "__main__":
    main()
