"""Other organisations: a case given to one, what it reads and answers, and its end."""
import contextlib
import datetime
import email
import email.policy
import os
import pathlib
import re
import shutil
import socket
import tempfile
import time
import urllib.request

from aiosmtpd.controller import Controller
from playwright.sync_api import expect

from harness import journey, prepare, served
from journeys.casework import fold
from journeys.sharing import terms


def day(page, name, date):
    for part in ["day", "month", "year"]:
        page.locator(f"#{name}-{part}").fill(str(getattr(date, part)))


@journey("The officer gives a case to the police, who read it, answer and are read")
def party(visitor):
    visitor.sign_in("officer")
    page = visitor.page
    visitor.go("/work?list=later")
    page.locator("table.ledger tbody tr a[href^='/cases/']").first.click()
    case = page.url
    fold(page, "Write a note")
    page.get_by_label("A fact").check(force=True)
    page.get_by_label("Note", exact=True).fill(f"Kept for the lead, {visitor.way}")
    page.get_by_label("Only for us").check(force=True)
    page.get_by_role("button", name="Keep the note").click()
    expect(page.get_by_text(", only for us").first).to_be_visible()
    ending = page.locator("details", has=page.locator("summary", has_text="End it for an organisation"))
    if ending.count() and page.locator("#ended option", has_text="Constabulary").count():
        # Given before, by the demonstration or another way of this journey: it begins anew.
        end(page)
    fold(page, "Give the case to an organisation")
    page.get_by_role("button", name="Give it the case").click()
    assert page.title().startswith("Error:"), page.title()
    expect(page.get_by_role("alert")).to_contain_text("Enter what the recipient needs it for")
    visitor.look()
    page.get_by_label("Organisation", exact=True).select_option(label="Thornmere Constabulary")
    terms(page, "Patrols at night")
    page.locator("#criminal").select_option("unlawful-acts")
    page.get_by_label("Yes, the story from its beginning").check(force=True)
    page.get_by_role("button", name="Give it the case").click()
    expect(page.get_by_role("cell", name="Patrols at night").last).to_be_visible()
    fold(page, "Add an action")
    task = f"Patrol twice, {visitor.way}"
    page.get_by_label("What is to be done").fill(task)
    page.get_by_label("Organisation that does it").select_option(label="Thornmere Constabulary")
    day(page, "due", datetime.date.today() + datetime.timedelta(days=7))
    page.get_by_role("button", name="Add the action").click()
    expect(page.get_by_role("rowheader", name=task)).to_be_visible()
    visitor.look()

    with visitor.another() as partner:
        partner.sign_in("partner")
        theirs = partner.page
        partner.go("/cases/shared")
        path = case.removeprefix(visitor.server.url)
        theirs.goto(case)
        assert theirs.url.endswith(path.replace("/cases/", "/cases/shared/")), theirs.url
        partner.look()
        expect(theirs.get_by_text("Use it only for this")).to_be_visible()
        expect(theirs.get_by_text("Kept for the lead")).to_have_count(0)
        fold(theirs, "Answer an action")
        theirs.get_by_label("Which action").select_option(label=task)
        theirs.get_by_role("button", name="Send the answer").click()
        expect(theirs.get_by_role("alert")).to_contain_text("Choose whether it is done")
        partner.look()
        theirs.get_by_label("It is done").check(force=True)
        theirs.get_by_label("What was done and when").fill(f"Patrolled, {visitor.way}")
        theirs.get_by_role("button", name="Send the answer").click()
        expect(theirs.get_by_text(f"Patrolled, {visitor.way}").first).to_be_visible()
        partner.look()

    visitor.go("/work?list=answers")
    visitor.go(case.removeprefix(visitor.server.url))
    expect(page.get_by_text("nobody has read it yet")).to_be_visible()
    page.get_by_role("button", name="I have read this").click()
    expect(page.get_by_text("nobody has read it yet")).to_have_count(0)
    end(page)
    visitor.look()
    with visitor.another() as partner:
        partner.sign_in("partner")
        partner.page.goto(case)
        assert "/cases/shared/" not in partner.page.url


def end(page):
    """Ends it at once for the police."""
    fold(page, "End it for an organisation")
    page.get_by_label("Organisation that is a party").select_option(label="Thornmere Constabulary")
    day(page, "ends", datetime.date.today())
    page.get_by_label("Why it ends").fill("The patrols are over")
    page.get_by_role("button", name="End it").click()


class PostOffice:
    """A demonstration with a mail server of its own, and the letters that came."""

    def __init__(self):
        self.letters = []
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.controller = Controller(self, hostname="127.0.0.1", port=self.port)
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="hamlet-post-"))
        self.site = None

    async def handle_DATA(self, server, session, envelope):  # noqa: N802  named by aiosmtpd
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        self.letters.append((envelope.rcpt_tos[0], message.get_content()))
        return "250 OK"

    def open(self):
        """Makes and serves the demonstration; it is closed when the worker ends."""
        self.controller.start()
        mail = {"HAMLET_MAIL": f"smtp://127.0.0.1:{self.port}", "HAMLET_MAIL_TLS": "off",
                "HAMLET_MAIL_FROM": "hamlet@thornmere.example"}
        os.environ.update(mail)
        try:
            prepare(self.folder)
            self.site = served(self.folder)
            server = self.site.__enter__()
        finally:
            for name in mail:
                del os.environ[name]
        return server

    def close(self):
        self.site.__exit__(None, None, None)
        self.controller.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def wait(self, address, pattern):
        """What a letter to an address says, once one came that nobody has taken yet."""
        for _ in range(300):
            for letter in self.letters:
                found = re.search(pattern, letter[1])
                if letter[0] == address and found:
                    self.letters.remove(letter)
                    return found.group(0)
            time.sleep(0.1)
        raise AssertionError(f"no letter to {address} says {pattern}: {self.letters}")


@contextlib.contextmanager
def by_post(visitor):
    """The visitor at a demonstration that sends letters."""
    office = PostOffice()
    worker = visitor.worker
    before, sessions = visitor.server, worker.sessions
    visitor.server = worker.server = office.open()
    worker.sessions = {}
    try:
        yield office
    finally:
        visitor.server = worker.server = before
        worker.sessions = sessions
        office.close()


@journey("Somebody without an account asks about a referral by a link, and then takes it")
def referral(visitor):
    with by_post(visitor) as office:
        visitor.sign_in("officer")
        page = visitor.page
        visitor.go("/work?list=later")
        page.locator("table.ledger tbody tr a[href^='/cases/']").first.click()
        case = page.url.removeprefix(visitor.server.url)
        fold(page, "Refer to an organisation")
        page.get_by_label("Which organisation").select_option(label="Thornmere Voluntary Action")
        page.get_by_label("What for").fill("Somebody to talk to")
        page.get_by_label("Why they have to be told").fill("They agreed, and no less would do")
        page.locator("input[name=refer-shared][value=identity]").check(force=True)
        page.get_by_label("Power or duty to tell them").select_option("agreed")
        page.get_by_label("Basis on which they are told").select_option("consent")
        due = datetime.date.today() + datetime.timedelta(days=3)
        day(page, "refer-due", due)
        page.get_by_role("button", name="Keep the referral").click()
        address = "desk@voluntary.example"

        def send(words, isWrong=False):
            fold(page, "Send a referral as a link")
            page.locator("#linked-referral").select_option(
                label=f"Thornmere Voluntary Action, due {due.day} {due:%B %Y}")
            page.get_by_label("Mailbox of the person or team").fill("the desk" if isWrong else address)
            page.get_by_label("What else to tell them").fill(words)
            page.get_by_role("button", name="Send the referral").click()

        send("", isWrong=True)
        expect(page.get_by_role("alert")).to_contain_text("Enter one mailbox")
        visitor.look()
        send("")
        expect(page.get_by_text("Referrals sent as a link").first).to_be_visible()
        visitor.look()

        def opened(reader):
            reader.go("/answer/" + office.wait(address, r"/answer/\S+").split("/")[-1])
            reader.page.get_by_role("button", name="Send me a code").click()
            reader.page.get_by_label("Code").fill(office.wait(address, r"[0-9A-Z]{4}-[0-9A-Z]{4}"))
            reader.page.get_by_role("button", name="Continue").click()
            expect(reader.page.get_by_text("Somebody to talk to")).to_be_visible()
            reader.look()

        with visitor.another() as reader:
            opened(reader)
            reader.page.get_by_label("We do not take it").check(force=True)
            reader.page.get_by_role("button", name="Send the answer").click()
            expect(reader.page.get_by_role("alert")).to_contain_text("Enter why you do not take it")
            reader.look()
            reader.page.get_by_label("We ask something first").check(force=True)
            reader.page.get_by_label("Who takes it, why not").fill("Is it the mornings?")
            reader.page.get_by_role("button", name="Send the answer").click()
            expect(reader.page.get_by_role("heading", name="This was answered")).to_be_visible()
        visitor.go(case)
        expect(page.get_by_text("they ask something").first).to_be_visible()
        visitor.look()
        send("The evenings")
        with visitor.another() as reader:
            opened(reader)
            expect(reader.page.get_by_text("The partnership says: The evenings")).to_be_visible()
            reader.page.get_by_label("We take it").check(force=True)
            reader.page.get_by_role("button", name="Send the answer").click()
            expect(reader.page.get_by_role("heading", name="This was answered")).to_be_visible()
        visitor.go(case)
        expect(page.get_by_text("Accepted").first).to_be_visible()
        page.get_by_role("button", name="I have read this").click()
        visitor.look()


@journey("Somebody without an account answers an action by a link and a code")
def link(visitor):
    with by_post(visitor) as office:
        visitor.sign_in("officer")
        page = visitor.page
        visitor.go("/work?list=later")
        page.locator("table.ledger tbody tr a[href^='/cases/']").first.click()
        case = page.url.removeprefix(visitor.server.url)
        fold(page, "Add an action")
        page.get_by_label("What is to be done").fill("Offer a visit by the advocate")
        page.get_by_label("Organisation that does it").select_option(label="Thornmere Voluntary Action")
        day(page, "due", datetime.date.today() + datetime.timedelta(days=7))
        page.get_by_role("button", name="Add the action").click()
        fold(page, "Send an action as a link")
        page.get_by_label("Which action").select_option(
            label="Thornmere Voluntary Action: Offer a visit by the advocate")
        page.get_by_label("Mailbox of one person or team").fill("the desk")
        page.locator("input[name=link-tells][value=somebody]").check(force=True)
        page.get_by_role("button", name="Send the link").click()
        expect(page.get_by_role("alert")).to_contain_text("Enter one mailbox")
        visitor.look()
        expect(page.get_by_role("alert")).to_contain_text("Choose the power or duty")
        page.get_by_label("Mailbox of one person or team").fill("desk@voluntary.example")
        page.get_by_label("Why the action has to say it").fill("The advocate has to know whom")
        page.locator("input[name=link-shared][value=contact]").check(force=True)
        page.get_by_label("Power or duty to say it").select_option("agreed")
        page.get_by_label("Basis on which it is said").select_option("consent")
        page.get_by_role("button", name="Send the link").click()
        expect(page.get_by_text("Sent as a link").first).to_be_visible()
        visitor.look()

        address = "desk@voluntary.example"
        path = "/answer/" + office.wait(address, r"/answer/\S+").split("/")[-1]
        # A mail scanner looks, in both of its ways, and spends nothing.
        for method in ["HEAD", "GET", "GET"]:
            request = urllib.request.Request(visitor.server.url + path, method=method)
            assert urllib.request.urlopen(request).status == 200
        with visitor.another() as reader:
            reader.go(path)
            reader.page.get_by_role("button", name="Send me a code").click()
            code = office.wait(address, r"[0-9A-Z]{4}-[0-9A-Z]{4}")
            reader.look()
            reader.page.get_by_label("Code").fill("0000-0000")
            reader.page.get_by_role("button", name="Continue").click()
            expect(reader.page.get_by_role("alert")).to_contain_text("This code is not right")
            reader.look()
            reader.page.get_by_label("Code").fill(code.lower())
            reader.page.get_by_role("button", name="Continue").click()
            expect(reader.page.get_by_text("Offer a visit by the advocate")).to_be_visible()
            reader.look()
            reader.page.get_by_label("We cannot do it").check(force=True)
            reader.page.get_by_label("What was done and when").fill("Nobody is free until January")
            reader.page.get_by_role("button", name="Send the answer").click()
            expect(reader.page.get_by_role("heading", name="This was answered")).to_be_visible()
            reader.look()
            reader.go(path)
            expect(reader.page.get_by_text("It can be answered once")).to_be_visible()
        visitor.go("/work?list=answers")
        visitor.go(case)
        expect(page.get_by_text("Nobody is free until January").first).to_be_visible()
        page.get_by_role("button", name="I have read this").click()
        visitor.look()
