"""The dashboard as Starlette, Jinja2 and sqlite3 would give it: the peer of Benchmarks/dashboard.py.

It reads the same SQLite file with the same statements as the program's own dashboard, looks the
session up by the hash of its cookie, works out the same comparisons and fills a template of the
same markup. Where the two differ the peer has less to do: figures are floats, not exact fractions;
a measure is one query for all months; the name of who has signed in is not unsealed; targets are
not resolved in chains; the head and the foot of the page come ready from a file.
"""

import hashlib
import math
import os
import secrets
import sqlite3
from collections import defaultdict
from datetime import date

import jinja2
from starlette.applications import Starlette
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

FOLDER = os.path.dirname(os.path.abspath(__file__))
HEADERS = {
    "Cache-Control": "no-store",
    "Vary": "Accept-Encoding",
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; "
    "img-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; "
    "base-uri 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
STATES = {"green": "Green", "amber": "Amber", "red": "Red", "none": "No rating"}
MARKS = {"green": "good", "amber": "warn", "red": "bad", "none": "none"}
NAMES = (
    "January February March April May June July August September October November December"
).split()

database = sqlite3.connect(
    f"file:{os.environ['PEER_DATABASE']}?mode=rw", uri=True, isolation_level=None,
    check_same_thread=False)
database.execute("PRAGMA query_only = ON")
database.execute("PRAGMA cache_size = -8192")


def dashboard(session):
    """Everything the template needs, read in one transaction."""
    one = lambda sql, *values: database.execute(sql, values).fetchone()
    every = lambda sql, *values: database.execute(sql, values).fetchall()
    columns = (
        "id, slug, title, first_year, last_year, kind, source, is_synthetic, tolerance, version,"
        " closed_at")
    today = date.today()
    plan, slug, _, first_year, last_year, _, _, _, tolerance, _, _ = one(
        f"SELECT {columns} FROM plan WHERE kind = 'live' AND first_year <= ?"
        " ORDER BY first_year DESC, id LIMIT 1", today.year - (today.month < 4))
    plans = every(
        f"SELECT {columns} FROM plan ORDER BY kind DESC, first_year DESC, id LIMIT 25 OFFSET 0")
    members_of = "(SELECT id FROM plan_indicator WHERE plan = ?)"
    indicators_of = "(SELECT indicator FROM plan_indicator WHERE plan = ?)"
    last = one(
        "SELECT MAX(last) FROM (SELECT (SELECT o.first_month FROM observation o"
        " WHERE o.indicator = m.indicator AND o.months = 1 AND o.superseded_at IS NULL"
        " ORDER BY o.first_month DESC, o.id DESC LIMIT 1) AS last"
        " FROM plan_indicator m WHERE m.plan = ?) AS each_last", plan)[0]
    last = min(index(last), index(date.today().isoformat()) - 1)
    if (last % 12) % 3 != 2:
        last -= last % 3 + 1
    period = Quarter(last)
    priorities = every(
        "SELECT id, plan, position, code, title, unmeasured FROM plan_priority WHERE plan = ?"
        " ORDER BY position LIMIT 100", plan)
    members = every(
        "SELECT id, plan, priority, indicator, position, section, code, title, annual_reason,"
        " baseline, basis, version FROM plan_indicator WHERE plan = ? ORDER BY position"
        " LIMIT 500", plan)
    definitions = {
        row[0]: row for row in every(
            "SELECT indicator, number, valid_from, kind, unit, numerator, denominator, source,"
            " owner, organisation, frequency, measure, note FROM indicator_definition"
            f" WHERE indicator IN {indicators_of} ORDER BY indicator, number", plan)}
    breaks = {
        row[0]: row for row in every(
            "SELECT indicator, month, kind, reason FROM indicator_break"
            f" WHERE indicator IN {indicators_of} ORDER BY indicator, month, id", plan)}
    wanted = {
        row[0]: row[2] for row in every(
            "SELECT y.plan_indicator, y.valid_from, y.polarity, y.reason FROM plan_indicator m"
            " JOIN indicator_polarity y ON y.plan_indicator = m.id WHERE m.plan = ?"
            " ORDER BY y.plan_indicator, y.valid_from", plan)}
    targets = {
        (row[0], row[1]): row[2] for row in every(
            "SELECT plan_indicator, period, words"
            f" FROM indicator_target WHERE plan_indicator IN {members_of}"
            " AND superseded_at IS NULL ORDER BY plan_indicator, period LIMIT 5000", plan)}
    series = defaultdict(dict)
    origins = {}
    for row in every(
        "SELECT indicator, period, value, numerator, denominator, origin, account, file,"
        " sha256, measure, document FROM observation"
        f" WHERE indicator IN {indicators_of} AND first_month >= ? AND superseded_at IS NULL",
        plan, month(period.first - 21)
    ):
        series[row[0]][row[1]] = row[2:5]
        origins[row[0]] = row[5]
    judgements, commentary = (
        {row[0]: row for row in every(
            f"SELECT plan_indicator, period, {columns}, made_at, superseded_at FROM {table}"
            f" WHERE plan_indicator IN {members_of} AND period = ? AND superseded_at IS NULL"
            " LIMIT 500", plan, period.key)}
        for table, columns in (
            ("indicator_judgement", "state, reason, author"),
            ("indicator_commentary", "words, author")))
    groups = defaultdict(list)
    for member in members:
        definition = definitions[member[3]]
        figures = series[member[3]]
        measured = measure(definition[11], period) if definition[11] else None
        if measured:
            figures = {row[0]: (row[1] * 1_000_000, None, None) for row in measured} | figures
        groups[member[2]].append(line(
            member, definition, figures, period, wanted.get(member[0], "neutral"),
            tolerance / 1e6, breaks.get(member[3]),
            targets.get((member[0], period.year)), judgements.get(member[0]),
            commentary.get(member[0]), measured[-1] if measured else None,
            origins.get(member[3])))
    rows = [row for group in groups.values() for row in group]
    return {
        "session": session, "csrf": secrets.token_hex(64), "plans": plans, "slug": slug,
        "period": period, "tolerance": f"{tolerance / 1e6:g}%",
        "periods": [Quarter(y * 12 + 3 + q * 3 + 2) for y in range(last_year, first_year - 1, -1)
                    for q in (3, 2, 1, 0)],
        "groups": [(row, groups[row[0]]) for row in priorities if row[0] in groups],
        "counts": {state: sum(row["state"] == state for row in rows) for state in STATES},
        "judged": [row for row in rows if row["judgement"]],
        "beyond": sum(row["beyond"] is True for row in rows),
        "tested": sum(row["beyond"] is not None for row in rows),
    }


def measure(key, period):
    """The counts of a measure for the months of the page."""
    category = {"incidents.asb": "Anti-social behaviour", "incidents.burglary": "Burglary"}[key]
    return database.execute(
        "SELECT s.month, t.count, i.name, r.as_of, t.unlocated, a.lsoas,"
        " (SELECT COUNT(*) FROM incident_area_force),"
        " (SELECT n.month FROM incident_snapshot n JOIN incident_force m ON m.id = n.force"
        " WHERE n.state = 'current' AND m.name IN (SELECT name FROM incident_area_force)"
        " ORDER BY n.month DESC LIMIT 1), t.first_cell, t.last_cell FROM incident_area a"
        " CROSS JOIN incident_area_force af JOIN incident_force f ON f.name = af.name"
        " JOIN incident_snapshot s ON s.force = f.id AND s.state = 'current'"
        " AND s.month >= ? AND s.month <= ? JOIN incident_file i ON i.id = s.file"
        " JOIN incident_run r ON r.id = s.run JOIN incident_category c ON c.name = ?"
        " LEFT JOIN incident_total t ON t.snapshot = s.id AND t.category = c.id"
        " WHERE a.id = 1 ORDER BY s.month, f.name",
        (month(period.first - 21), month(period.last), category)).fetchall()


def line(
    member, definition, figures, period, wanted, tolerance, parted, target, judgement, words,
    measured, origin
):
    """One indicator: its three comparisons, its chance, its trace."""
    kind = definition[3]
    spans = [
        compare(figures, kind, first, period.last, wanted, tolerance, parted)
        for first in (period.first, period.april, period.last - 11)]
    now = spans[0]
    trace = [figures.get(month(m)) for m in range(period.last - 11, period.last + 1)]
    return {
        "member": member, "definition": definition, "spans": spans, "state": now["state"],
        "now": now, "kind": kind, "wanted": wanted, "target": target, "judgement": judgement,
        "words": words, "measured": measured, "origin": origin, "parted": parted,
        "beyond": now["beyond"], "spark": spark(trace, kind)}


def compare(figures, kind, first, last, wanted, tolerance, parted):
    value, months = amount(figures, kind, first, last)
    before, earlier = amount(figures, kind, first - 12, last - 12)
    result = {
        "value": value, "before": before, "percent": None, "state": "none", "beyond": None,
        "chance": None, "reason": None}
    if value is None or before is None:
        result["reason"] = "No figure" if value is None else "No comparison"
        return result
    difference = value[0] - before[0]
    result["difference"] = difference
    result["percent"] = percent = difference / before[0] * 100 if before[0] else None
    if kind == "count":
        result["chance"] = chance(months, earlier)
        result["beyond"] = abs(difference) > result["chance"]
    if parted and index(parted[1]) <= last and index(parted[1]) > first - 12:
        result["reason"] = f"Not comparable: {parted[3]}"
        result["beyond"] = None
    elif wanted not in ("higher", "lower"):
        result["reason"] = "The plan wants neither way"
    else:
        adverse = difference if wanted == "lower" else -difference
        if adverse <= 0:
            result["state"] = "green"
        elif percent is not None:
            result["state"] = "amber" if abs(percent) <= tolerance else "red"
    return result


def amount(figures, kind, first, last):
    """The figure of a run of months: the sum of its months, or of its quarters."""
    parts = [figures.get(month(m)) for m in range(first, last + 1)]
    if None in parts:
        parts = [figures.get(Quarter(m).key) for m in range(first + 2, last + 1, 3)]
    if not parts or None in parts:
        return None, None
    if kind == "count":
        values = [part[0] / 1e6 for part in parts]
        return (sum(values), None, None), values
    if any(part[1] is None or part[2] is None for part in parts):
        return None, None
    above, below = sum(p[1] for p in parts) / 1e6, sum(p[2] for p in parts) / 1e6
    return (above / below * 100, above, below), None


def chance(now, before):
    total = sum(now) + sum(before)
    if not total:
        return 0
    share = sum(now) / total
    squared, months = 0.0, 0
    for a, b in zip(now, before):
        if a + b:
            expected = (a + b) * share
            missed = (a - expected) ** 2
            months += 1
            squared += sum(missed / cell for cell in (expected, a + b - expected) if cell > 0)
    dispersion = max(1, squared / (months - 1)) if months > 1 else 1
    return 1.96 * math.sqrt(dispersion * total)


def spark(trace, kind):
    values = [None if one is None else one[0] / 1e6 for one in trace]
    present = [value for value in values if value is not None]
    if len(present) < 2:
        return None
    low, high = min(present), max(present)
    points = [
        (round(4 + 92 * i / (len(values) - 1), 2),
         round(30 - 26 * (value - low) / (high - low), 2) if high > low else 17)
        for i, value in enumerate(values) if value is not None]
    style = number if kind == "count" else lambda value: f"{value:.1f}%"
    return {
        "points": " ".join(f"{x:g},{y:g}" for x, y in points), "end": points[-1],
        "words": f"{len(present)} months, lowest {style(low)}, highest {style(high)}, "
        f"latest {style(present[-1])}"}


class Quarter:
    """A quarter of a financial year, by the number of its last month."""

    def __init__(self, last):
        self.last, self.first = last, last - 2
        year = (last - 3) // 12
        self.april = year * 12 + 3
        self.year = f"{year}/{(year + 1) % 100:02d}"
        number = (last - self.april) // 3 + 1
        self.key = f"{self.year} Q{number}"
        self.link = self.key.replace("/", "%2F").replace(" ", "%20")
        end = f"to {NAMES[last % 12]} {last // 12}"
        self.words = f"Quarter {number}, {NAMES[self.first % 12]} {end}"
        self.before = self.words[:-4] + str(last // 12 - 1)


def index(text):
    return int(text[:4]) * 12 + int(text[5:7]) - 1


def month(number):
    return f"{number // 12}-{number % 12 + 1:02d}"


def number(value):
    return f"{value:,.0f}"


def signed(value, decimals=0):
    return f"{value:+,.{decimals}f}".replace("-", "−")


def shell():
    """The head and the foot of the page, as the program writes them."""
    with open(os.environ["PEER_SHELL"]) as file:
        head, foot = file.read().split("\x00")
    return head, foot


templates = jinja2.Environment(
    loader=jinja2.FileSystemLoader(FOLDER), autoescape=True, auto_reload=False,
    trim_blocks=True, lstrip_blocks=True)
templates.filters.update(number=number, signed=signed)
HEAD, FOOT = shell()
templates.globals.update(STATES=STATES, MARKS=MARKS, HEAD=HEAD, FOOT=FOOT)
page = templates.get_template("dashboard.html")


async def answer(request):
    # Each read takes well under a millisecond: a thread would cost more than it gives.
    database.execute("BEGIN")
    try:
        database.execute(
            "SELECT name, value FROM setting WHERE name IN ('partnership', 'demonstration')"
        ).fetchall()
        token = request.cookies.get("hamlet", "")
        session = database.execute(
            "SELECT s.id, s.stage, s.created, s.seen, a.id, a.organisation, a.role, a.name"
            " FROM session s JOIN account a ON a.id = s.account WHERE s.hash = ?"
            " AND s.ended IS NULL AND a.state = 'active'",
            (hashlib.blake2b(token.encode(), digest_size=32).digest(),)).fetchone()
        if session is None or session[1] != "full":
            return RedirectResponse("/sign-in", 303)
        model = dashboard(session)
    finally:
        database.execute("COMMIT")
    return Response(page.render(model), media_type="text/html", headers=HEADERS)


app = Starlette(routes=[Route("/indicators", answer)])
