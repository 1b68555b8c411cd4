"""The import of street files, checked and coded, beside the engines' own loaders."""

import contextlib
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import tempfile
import time

import street_files
from measuring import HAMLET, ROOT, Missing, in_turn, need, ratio, shown, told

#: What answers our questions is the cube; what answers them of one table of text is these two.
INDEXES = [
    'CREATE INDEX incident_month ON incident ("Month", "Crime type");',
    'CREATE INDEX incident_lsoa ON incident ("LSOA code", "Month");',
]
TABLES = ["incident", "incident_place", "incident_cell"]


def sqlite(options):
    """Time and size beside `sqlite3 .import` and its indexes, and the most memory held."""
    need("sqlite3", "sqlite3")
    with files_of(options.rows) as (folder, files):
        ours, theirs = in_turn(
            options.rounds, lambda: ours_on_sqlite(folder, files),
            lambda: sqlite3_import(folder, files))
        whole = street_files.make(folder / "whole", options.rows, months=1)
        alone = ours_on_sqlite(folder, whole)["peak"]
    seconds = [[run["seconds"] for run in runs] for runs in (ours, theirs)]
    peer = "sqlite3 .import into one table of text, and two indexes"
    passed = told(
        "import-sqlite-time", rows=options.rows, **compared(*seconds, options.rows, peer),
        value=ratio(*seconds), at_most=1.0, aim=0.75)
    passed &= told(
        "import-sqlite-file", ours={"bytes": ours[-1]["bytes"]},
        peer={"program": peer, "bytes": theirs[-1]["bytes"]},
        value=ours[-1]["bytes"] / theirs[-1]["bytes"], at_most=0.4)
    passed &= told(
        "import-memory", measure="peakMegabytes", files=len(files), oneFile=shown(alone),
        value=max(alone, *(run["peak"] for run in ours)), at_most=200)
    return passed


def postgres(options):
    """Speed beside `psql \\copy` of the same rows as we code them, into tables with the same keys."""
    need("psql", "postgresql-client")
    with files_of(options.rows) as (folder, files), cluster() as url:
        with database(url) as address:
            run_ours(folder, files, address)
            for table in TABLES:
                psql(address, f"\\copy {table} TO '{folder / table}'")
            schema = subprocess.run(
                ["pg_dump", "--schema-only", "--no-owner", *[f"--table={one}" for one in TABLES],
                 address], check=True, text=True, capture_output=True).stdout
        ours, theirs = in_turn(
            options.rounds, lambda: ours_on_postgres(url, folder, files),
            lambda: psql_copy(url, folder, schema))
    return told(
        "import-postgres", rows=options.rows,
        **compared(ours, theirs, options.rows, "psql \\copy of the coded rows"),
        value=ratio(theirs, ours), at_least=0.7)


def compared(ours, theirs, rows, peer):
    def side(seconds):
        middle = statistics.median(seconds)
        return {"seconds": shown(middle), "rowsPerSecond": round(rows / middle)}

    return {"ours": side(ours), "peer": {"program": peer, **side(theirs)}}


@contextlib.contextmanager
def files_of(rows):
    with tempfile.TemporaryDirectory(prefix="hamlet-bench-") as folder:
        folder = pathlib.Path(folder)
        yield folder, street_files.make(folder / "files", rows)


def ours_on_sqlite(folder, files):
    clear(folder / "ours.sqlite")
    measured = run_ours(folder, files, f"sqlite:{folder}/ours.sqlite")
    kept = [one for one in folder.glob("ours.sqlite*") if not one.name.endswith("-shm")]
    return {**measured, "bytes": sum(one.stat().st_size for one in kept)}


def run_ours(folder, files, address):
    key = folder / "key"
    shutil.rmtree(key, ignore_errors=True)
    key.mkdir()
    environment = {**os.environ, "HAMLET_KEY_FILE": str(key / "hamlet.key")}
    program = [HAMLET, "--database", address, "incidents"]
    # An empty database gets its schema from whatever comes first.
    subprocess.run(
        [*program, "area"], check=True, env=environment, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL)
    os.sync()
    began = time.monotonic()
    child = subprocess.Popen(
        [*program, "import", files[0].parent, "--json"], env=environment,
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    said = child.stdout.read()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.monotonic() - began
    counts = json.loads(said) if child.returncode == 0 else {}
    if not counts or counts["stored"] + counts["repeated"] != counts["read"]:
        raise Missing(f"the import failed: status {child.returncode}, {counts}")
    return {"seconds": seconds, "peak": usage.ru_maxrss / 1024}


def sqlite3_import(folder, files):
    path = folder / "theirs.sqlite"
    clear(path)
    columns = ", ".join(f'"{name}" TEXT' for name in street_files.COLUMNS)
    script = [f"CREATE TABLE incident ({columns});", ".mode csv"]
    script += [f".import --skip 1 {one} incident" for one in files]
    os.sync()
    began = time.monotonic()
    subprocess.run(
        ["sqlite3", path], input="\n".join(script + INDEXES) + "\n", text=True, check=True)
    return {"seconds": time.monotonic() - began, "bytes": path.stat().st_size}


@contextlib.contextmanager
def cluster():
    """A throw-away PostgreSQL, or the one that HAMLET_TEST_POSTGRES names."""
    if url := os.environ.get("HAMLET_TEST_POSTGRES"):
        yield url
        return
    script = ROOT / "scripts/postgres"
    if subprocess.run([script, "start"], stdout=subprocess.DEVNULL).returncode != 0:
        raise Missing("PostgreSQL cannot be started")
    try:
        yield subprocess.run(
            [script, "url"], check=True, capture_output=True, text=True).stdout.strip()
    finally:
        subprocess.run([script, "stop"], check=True)


@contextlib.contextmanager
def database(url):
    """A database of its own; its address."""
    name = f"hamlet_bench_{os.getpid()}"
    psql(url, f"CREATE DATABASE {name}")
    try:
        yield f"{url.rsplit('/', 1)[0]}/{name}"
    finally:
        psql(url, f"DROP DATABASE {name}")


def ours_on_postgres(url, folder, files):
    with database(url) as address:
        return run_ours(folder, files, address)["seconds"]


def psql_copy(url, folder, schema):
    with database(url) as address:
        subprocess.run(
            ["psql", "-q", "-X", address], input=schema, text=True, check=True,
            stdout=subprocess.DEVNULL)
        os.sync()
        began = time.monotonic()
        psql(address, *(f"\\copy {table} FROM '{folder / table}'" for table in TABLES))
        return time.monotonic() - began


def psql(url, *commands):
    words = [word for command in commands for word in ("-c", command)]
    subprocess.run(["psql", "-q", "-X", url, *words], check=True, stdout=subprocess.DEVNULL)


def clear(path):
    for one in path.parent.glob(path.name + "*"):
        one.unlink()
