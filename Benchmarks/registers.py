"""Pages of orders and conferences, out of few records beside a hundred times as many."""

import contextlib
import datetime
import random
import re
import sqlite3
import urllib.error
import urllib.parse
import urllib.request

import house
from cube_pages import fastest
from measuring import in_turn, ratio, shown, told
from sealing import Sealing
from worklist import reference

#: Orders and meetings that are added to those of the demonstration.
SIZES = {"small": (100, 5), "large": (10_000, 500)}
#: How many of the orders are due within weeks.
NEAR = 60
KIND = "marac"


def registers(options):
    """A page costs at most twice as much out of a hundred times the records."""
    passed = True
    with contextlib.ExitStack() as stack:
        ask = {name: stack.enter_context(served(*size)) for name, size in SIZES.items()}
        for question in ask["small"].questions:
            sides = [lambda one=one: fastest(one.ask, question) for one in ask.values()]
            for side in sides:
                side()
            small, large = in_turn(options.rounds, *sides)
            passed &= told(
                "registers", question=question, orders=[size[0] for size in SIZES.values()],
                meetings=[size[1] for size in SIZES.values()],
                small={"milliseconds": shown(1000 * min(small))},
                large={"milliseconds": shown(1000 * min(large))},
                value=ratio(large, small), at_most=2.0)
    return passed


class Asking:
    """Asks a server for pages as the coordinator, who sees both registers, and as a member."""

    def __init__(self, address):
        self.address = address
        self.cookies = {who: house.sign_in(address, who) for who in ("coordinator", "partner", "officer")}
        conference = f"/conferences/{KIND}"
        paths = {
            "the register": "/orders", "its second page": "/orders?page=2",
            "all orders": "/orders?show=all", "one power": "/orders?power=injunction&show=all",
            "an order": self.first("/orders", r'href="(/orders/[A-Z]{2}-[0-9A-Z-]+)"'),
            "the diary": "/orders/diary", "the conferences": "/conferences",
            "a conference": conference, "its second page of cases": conference + "?page=2",
            "a meeting": self.first(conference, rf'href="({conference}/meetings/\d+)"'),
            "a case": self.first(conference, rf'href="({conference}/cases/[0-9A-Z-]+)"'),
            "flags": conference + "/flags", "what is kept": conference + "/keeping",
            "the minutes": self.minutes(conference),
            "a conference's figures": conference + "/figures",
            "who did what there": conference + "/trail",
            "what it showed to whom": conference + "/shares",
            "the second page of what it showed": conference + "/shares?page=2",
            "who receives orders": "/orders/equality", "public spaces orders": "/public-spaces",
            "a coordinator's work": "/work",
        }
        self.questions = {question: ("coordinator", path) for question, path in paths.items()} | {
            "one's organisation's orders": ("partner", "/orders?show=all"),
            "a conference, to a member": ("partner", conference),
            "one's actions": ("partner", "/conferences/actions"),
            "an officer's work": ("officer", "/work"),
            "the register of shares": ("officer", "/sharing"),
            "shares that ended": ("officer", "/sharing?show=ended"),
        }
        #: Names that are looked up, by a form that is sent.
        self.names = {
            "a name among orders": ("coordinator", "/orders", "Sample"),
            "a name in a conference": ("coordinator", conference, "Alder Sample"),
            "no such name in a conference": ("coordinator", conference, "Nobody Quagga"),
        }
        self.questions |= {question: (who, path) for question, (who, path, _) in self.names.items()}

    def ask(self, question):
        who, path = self.questions[question]
        if question not in self.names:
            house.fetch(self.address + path, self.cookies[who])
            return
        page = house.fetch(self.address + path, self.cookies[who])[0].decode()
        secret = re.search(r'name="csrf" value="([^"]+)"', page)[1]
        fields = urllib.parse.urlencode({"csrf": secret, "wanted": self.names[question][2]})
        request = urllib.request.Request(
            self.address + path, fields.encode(), {"Cookie": self.cookies[who]})
        with urllib.request.urlopen(request) as answer:
            answer.read()

    def first(self, page, pattern):
        return self.all(page, pattern)[0]

    def all(self, page, pattern):
        found = house.fetch(self.address + page, self.cookies["coordinator"])[0].decode()
        return re.findall(pattern, found)

    def minutes(self, conference):
        """Those of the first meeting that has any: one that has not begun has none."""
        for meeting in self.all(conference, rf'href="({conference}/meetings/\d+)"'):
            with contextlib.suppress(urllib.error.HTTPError):
                house.fetch(self.address + meeting + "/minutes", self.cookies["coordinator"])
                return meeting + "/minutes"
        raise LookupError("no meeting has minutes")


@contextlib.contextmanager
def served(orders, meetings):
    """A server of the demonstration with so many orders and meetings more; what asks it."""
    with house.demonstration() as place:
        path = place["HAMLET_DATABASE"].removeprefix("sqlite:")
        with contextlib.closing(sqlite3.connect(path)) as data, data:
            copies = Copies(data, Sealing(place["HAMLET_KEY_FILE"]))
            copies.orders(orders)
            copies.meetings(meetings)
            data.execute("ANALYZE")
        with house.serving(place) as (address, _):
            yield Asking(address)


class Copies:
    """Copies of the demonstration's records, with other references and days, sealed anew."""

    def __init__(self, data, sealing):
        data.row_factory = sqlite3.Row
        self.data, self.sealing, self.chance = data, sealing, random.Random(7)
        self.today, self.number = datetime.date.today(), 0

    def all(self, table, where="1 = 1", *values):
        return [dict(row) for row in self.data.execute(
            f"SELECT * FROM {table} WHERE {where}", values)]

    def copy(self, table, row, sealed=("content",), **other):
        """Adds a copy of a row with other values; its id."""
        new = {**row, **other}
        before = new.pop("id", None)
        columns = ", ".join(new)
        marks = ", ".join("?" for _ in new)
        at = self.data.execute(
            f"INSERT INTO {table} ({columns}) VALUES ({marks})", list(new.values())).lastrowid
        for column in sealed:
            if row[column] is not None:
                text = self.sealing.open(row[column], table, before, column)
                self.data.execute(
                    f"UPDATE {table} SET {column} = ? WHERE id = ?",
                    (self.sealing.seal(text, table, at, column), at))
        return at

    def reference(self):
        self.number += 1
        return reference(self.number)

    def orders(self, count):
        """One in three in force, to end and to be looked at within years; the others over.

        As many are due within weeks whatever their number: the diary shows the same days of both. As many
        of places are in force: the public reads them all.
        """
        patterns = self.all("orders_order", "kind = 'order'")
        dues = self.all("orders_due")
        tokens = self.all("orders_token")
        for number in range(count):
            row = self.chance.choice(patterns)
            is_near = number < NEAR
            is_live = number % 3 == 0 and "public-spaces" not in row["power"]
            days = self.chance.randint(1, 20) if is_near else self.chance.randint(40, 1500)
            days = days if is_live or is_near else -days
            end = self.today + datetime.timedelta(days=days)
            starts = end - datetime.timedelta(days=400)
            at = self.copy(
                "orders_order", row, ("content", "equality"), reference=self.reference(),
                starts_on=str(starts), ends_on=str(end), ends_at=f"{end}T23:59:00.000Z",
                served_at=row["served_at"] and f"{starts}T12:00:00.000Z", discharged_on=None)
            for due in dues:
                if due["order_id"] == row["id"]:
                    self.copy(
                        "orders_due", due, (), order_id=at, due_on=str(end),
                        settled_on=None if days > 0 else str(end))
            for token in tokens:
                if token["order_id"] == row["id"]:
                    self.copy("orders_token", token, (), order_id=at)

    def meetings(self, count):
        """Twice a week before those there are, each with its agenda, cases and actions.

        All lie within the time for which cases are kept.
        """
        patterns = [meeting for meeting in self.all("conference_meeting", "kind = ?", KIND)
                    if self.all("conference_item", "meeting = ?", meeting["id"])]
        first = min(meeting["held_on"] for meeting in patterns)
        day = datetime.date.fromisoformat(first)
        for number in range(count):
            day -= datetime.timedelta(days=3)
            self.meeting(patterns[number % len(patterns)], str(day))

    def meeting(self, pattern, day):
        held = {"begun_at": f"{day}T10:00:00.000Z", "closed_at": f"{day}T12:00:00.000Z"}
        at = self.copy("conference_meeting", pattern, held_on=day, **held)
        cases = {}
        for row in self.all("conference_attendance", "meeting = ?", pattern["id"]):
            self.copy("conference_attendance", row, meeting=at)
        for item in self.all("conference_item", "meeting = ?", pattern["id"]):
            cases[item["case_id"]] = case = self.case(item["case_id"], day)
            new = self.copy("conference_item", item, meeting=at, case_id=case)
            for spell in self.all("conference_spell", "item = ?", item["id"]):
                self.copy(
                    "conference_spell", spell, (), item=new, started_at=held["begun_at"],
                    ended_at=held["closed_at"])
        for action in self.all("conference_action", "meeting = ?", pattern["id"]):
            self.copy(
                "conference_action", action, meeting=at, case_id=cases.get(action["case_id"]),
                due_on=day, state="done", answered_at=held["closed_at"])

    def case(self, number, day):
        row, = self.all("conference_case", "id = ?", number)
        case = self.copy(
            "conference_case", row, reference=self.reference(), referred_on=day, ended_on=day,
            state="heard", repeat_of=None, flag_until=row["flag_until"] and day,
            flag_ended_on=row["flag_until"] and day)
        answered = "case_id = ? AND answer IS NOT NULL"
        for research in self.all("conference_research", answered, number):
            asked = self.copy("conference_research", research, case_id=case)
            for share in self.all("conference_share", "research = ?", research["id"]):
                self.copy(
                    "conference_share", share, (), case_id=case, research=asked, link=None,
                    since=f"{day}T09:00:00.000Z", last_day=day, ends_at=f"{day}T12:00:00.000Z")
        for token in self.all("conference_token", "case_id = ?", number):
            self.copy("conference_token", token, (), case_id=case)
        return case
