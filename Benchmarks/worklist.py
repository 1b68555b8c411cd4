"""The first page of the worklist out of a hundred thousand cases beside the same page out of a thousand."""

import contextlib
import datetime
import random
import sqlite3

import house
from cube_pages import fastest
from measuring import in_turn, ratio, shown, told

SIZES = {"small": 1_000, "large": 100_000}
#: What officers ask for: everything due, what is overdue, their own, what nobody has touched.
QUESTIONS = {
    "all that is due": "/work", "overdue": "/work?list=overdue", "mine": "/work?whose=mine",
    "my organisation's": "/work?whose=team", "no action for days": "/work?list=quiet",
    "its second page": "/work?page=2",
}
ALPHABET = "0123456789ABCDEFGHJKMNPQRTVWXYZ"
WEIGHTS = (11, 28, 29, 9, 6, 4, 13, 19)


def worklist(options):
    """A page of fifty costs at most twice as much out of a hundred times the cases."""
    passed = True
    with contextlib.ExitStack() as stack:
        ask = {name: stack.enter_context(served(cases)) for name, cases in SIZES.items()}
        for question, path in QUESTIONS.items():
            for one in ask.values():
                one(path)
            small, large = in_turn(
                options.rounds, lambda: fastest(ask["small"], path),
                lambda: fastest(ask["large"], path))
            passed &= told(
                "worklist", question=question, cases=list(SIZES.values()),
                small={"milliseconds": shown(1000 * min(small))},
                large={"milliseconds": shown(1000 * min(large))},
                value=ratio(large, small), at_most=2.0)
    return passed


@contextlib.contextmanager
def served(cases):
    """A server of the demonstration with so many cases more; what asks it as the officer."""
    with house.demonstration() as place:
        fill(place["HAMLET_DATABASE"].removeprefix("sqlite:"), cases)
        with house.serving(place) as (address, _):
            cookie = house.sign_in(address, "officer")
            yield lambda path: house.fetch(address + path, cookie)


def fill(path, cases):
    """Adds cases of the people who own cases already: two in three open, due within some weeks.

    They have no people and no story: a list shows neither.
    """
    chance = random.Random(cases)
    now = datetime.datetime.now(datetime.UTC).replace(microsecond=0, tzinfo=None)

    def moment(days):
        return (now + datetime.timedelta(days=days)).isoformat(timespec="milliseconds") + "Z"

    with contextlib.closing(sqlite3.connect(path)) as data, data:
        owners = [row[0] for row in data.execute(
            "SELECT DISTINCT owner FROM case_file WHERE owner IS NOT NULL")]

        def rows():
            for number in range(cases):
                received = -chance.uniform(1, 500)
                due = moment(chance.uniform(-20, 40))
                closed = number % 3 == 2
                yield (
                    reference(number), f"Made up, number {number}", chance.choice(owners),
                    "closed" if closed else "open", chance.randint(1, 3), moment(received),
                    moment(received), due, moment(received / 2), due, None if closed else due,
                    moment(-chance.uniform(0, 60)), moment(-1) if closed else None,
                    "no-evidence" if closed else None)

        outcome = data.execute(
            "SELECT outcome FROM case_file WHERE outcome IS NOT NULL LIMIT 1").fetchone()[0]
        data.executemany(
            "INSERT INTO case_file (reference, title, kind, owner, state, priority, received_at,"
            " opened_at, start_due_at, started_at, update_due_at, due_at, touched_at, closed_at,"
            " outcome) VALUES (?, ?, 'rowdy', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (row[:-1] + (row[-1] and outcome,) for row in rows()))
        data.execute("ANALYZE")


def reference(number):
    """The reference of a number: seven letters and one that brings their weighted sum to nought."""
    values = [number // 31**place % 31 for place in range(7)]
    total = sum(value * weight for value, weight in zip(values, WEIGHTS)) % 31
    text = "".join(ALPHABET[value] for value in [*values, (31 - total) % 31 * 18 % 31])
    return f"BM-{text[:4]}-{text[4:]}"
