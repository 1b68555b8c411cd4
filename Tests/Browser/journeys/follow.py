"""A resident who lost the secret proves a contact, opens their reports, and says how satisfied they are."""
import contextlib
import email
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

from playwright.sync_api import expect

import harness
from harness import journey

MAIL = harness.ROOT / "Tests/MessagesTests/Fixtures/mail.py"


@contextlib.contextmanager
def mailbox(visitor):
    """A demonstration of its own whose messages go to a mail server that keeps them in a folder."""
    with tempfile.TemporaryDirectory(prefix="hamlet-mail-") as name:
        folder, letters = pathlib.Path(name), pathlib.Path(name) / "letters"
        letters.mkdir()
        server = subprocess.Popen([sys.executable, MAIL, letters], stdout=subprocess.PIPE, text=True)
        try:
            port = server.stdout.readline().strip()
            settings = {"HAMLET_MAIL": f"smtp://127.0.0.1:{port}", "HAMLET_MAIL_TLS": "off",
                        "HAMLET_MAIL_FROM": "service@thornmere.example"}
            os.environ.update(settings)
            try:
                copy(visitor.server.folder, folder / "house")
                with harness.served(folder / "house") as house:
                    usual, visitor.server = visitor.server, house
                    yield letters
                    visitor.server = usual
            finally:
                for key in settings:
                    del os.environ[key]
        finally:
            server.terminate()
            server.wait()


def copy(house, other):
    """Copies a demonstration that is being served."""
    shutil.copytree(house / "keys", other / "keys")
    (other / "data").mkdir()
    with contextlib.closing(sqlite3.connect(house / "data/hamlet.sqlite")) as source, \
            contextlib.closing(sqlite3.connect(other / "data/hamlet.sqlite")) as target:
        source.backup(target)


def letter(letters, words):
    """The newest letter that holds some words."""
    for _ in range(150):
        for path in sorted(letters.iterdir(), key=lambda p: -p.stat().st_mtime):
            # The server writes sender, addressees and encryption on three lines before the mail.
            mail = email.message_from_bytes(path.read_bytes().split(b"\n", 3)[3])
            text = mail.get_payload(decode=True).decode().replace("\r\n", "\n")
            if words in text:
                return text
        time.sleep(0.1)
    raise AssertionError(f"no letter says {words!r}")


def send(visitor, mailbox):
    """Sends a report with an email address; its reference and secret."""
    page = visitor.page
    page.goto(visitor.server.url + "/report/what")

    def go_on():
        page.get_by_role("button", name="Continue", exact=True).click()

    page.get_by_label("Litter and fly-tipping rubbish").check(force=True)
    go_on()
    page.get_by_label("Street, building or landmark").fill("behind the bins")
    go_on()
    page.get_by_label("Yesterday").check(force=True)
    go_on()
    page.get_by_label("In your words").fill("Bags in the yard again")
    go_on()
    go_on()
    go_on()
    page.get_by_label("Yes: you may use my name").check(force=True)
    page.get_by_label("Your name").fill("Resident R (made up)")
    page.get_by_label("Email address").fill(mailbox)
    page.get_by_label("Email", exact=True).check(force=True)
    go_on()
    page.get_by_role("button", name="Send report").click()
    reference, secret = page.locator("strong.ref").all_text_contents()
    page.get_by_role("button", name="I have written them down").click()
    return reference, secret


@journey("A resident who lost the secret opens their reports with a code and says how satisfied they are")
def follow(visitor):
    page = visitor.page
    address = f"r-{visitor.way}@thornmere.example"
    # Without a mail server the page says that it sends no codes.
    visitor.go("/report/track/lost")
    expect(page.get_by_text("Codes cannot be sent from here")).to_be_visible()
    with mailbox(visitor) as letters:
        reference, secret = send(visitor, address)
        visitor.go("/report/track")
        page.get_by_role("link", name="I have lost one of them").click()
        visitor.look()
        page.get_by_role("button", name="Send me a code").click()
        assert page.title().startswith("Error: "), page.title()
        visitor.look()
        page.get_by_label("Email address").fill(address.upper())
        page.get_by_role("button", name="Send me a code").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Enter the code")
        visitor.look()
        code = re.search(r"Your code is (\d{4} \d{4})", letter(letters, "Your code is")).group(1)
        page.get_by_label("Code").fill("0000 0000" if code != "0000 0000" else "1111 1111")
        page.get_by_role("button", name="Continue").click()
        expect(page.get_by_role("alert")).to_contain_text("The code is wrong")
        visitor.look()
        page.get_by_label("Code").fill(code)
        page.get_by_role("button", name="Continue").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Your reports")
        visitor.look()
        page.get_by_role("button", name=f"Open {reference}").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Your report")
        visitor.look()
        page.get_by_role("link", name="All your reports").click()
        page.get_by_role("button", name="Close it now").click()
        # A second report by the proved contact brings the letter about case reviews. It was sent as
        # fast as a machine does, so somebody looks at it first.
        send(visitor, address)
        with visitor.another() as officer:
            officer.server = visitor.server
            close(officer, reference)
            release(officer)
        assert "/case-review" in letter(letters, "more than once within six months")
        told = letter(letters, f"The work on your report {reference} has ended")
        link = re.search(r"/report/answer/[\w-]+", told).group()
        visitor.go(link)
        expect(page.get_by_role("heading", level=1)).to_have_text("How did we do?")
        page.get_by_role("button", name="Send my answers").click()
        expect(page.get_by_role("alert")).to_contain_text("Choose how satisfied you are")
        visitor.look()
        page.get_by_label("Satisfied", exact=True).check(force=True)
        page.get_by_role("button", name="Send my answers").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Thank you")
        visitor.look()
        visitor.go(link)
        expect(page.get_by_role("heading", level=1)).to_contain_text("were answered")
        visitor.go("/report/track")
        page.get_by_label("Reference").fill(reference)
        page.get_by_label("Secret").fill(secret)
        page.get_by_role("button", name="Open the report").click()
        expect(page.get_by_text("Somebody was warned")).to_be_visible()
        visitor.look()


def close(visitor, reference):
    """An officer decides about a report, closes its case, reads how satisfied people are."""
    page = visitor.page
    page.goto(visitor.server.url + "/sign-in")
    visitor.enter("officer@thornmere.example", harness.PASSWORD)
    visitor.go(f"/work/triage/{reference}")
    page.get_by_label("Anti-social behaviour: we work on it").check(force=True)
    page.get_by_label("Why", exact=True).fill("Several times")
    page.get_by_role("button", name="Show me the letter").click()
    page.get_by_role("button", name="Decide and send").click()
    visitor.look()
    page.get_by_label("Warning or agreement in place").check(force=True)
    page.get_by_label("Why it is closed").fill("Quiet since")
    page.get_by_label("What those who reported it are told").fill("We spoke to them.")
    page.get_by_role("button", name="Close the case").click()
    visitor.go("/reports/satisfaction")
    expect(page.get_by_role("heading", name="By the month the work ended")).to_be_visible()


def release(visitor):
    """Lets the letter about case reviews go that waits for somebody."""
    page = visitor.page
    visitor.go("/outbox?state=held")
    row = page.get_by_role("row").filter(has_text="may come from a machine").first
    row.get_by_role("link", name="Right to a case review").click()
    visitor.look()
    page.get_by_role("button", name="Let it go").click()


@journey("A manager chooses what counts as a repeat caller, and the worklist marks who is")
def repeat(visitor):
    visitor.sign_in("manager")
    page = visitor.page
    visitor.go("/reports/repeat-rule")
    expect(page.get_by_text(re.compile(r"^Rule \d+, since"))).to_be_visible()
    page.get_by_label("How many reports").fill("1")
    page.get_by_role("button", name="Let this rule hold").click()
    expect(page.get_by_role("alert")).to_contain_text("Enter how many reports, from 2 to 20")
    visitor.look()
    page.get_by_label("How many reports").fill("2")
    page.get_by_label("Within how many days").fill("365")
    page.get_by_role("button", name="Let this rule hold").click()
    expect(page.get_by_text("2 reports within 365 days")).to_be_visible()
    visitor.look()
    visitor.go("/work")
    row = page.get_by_role("row").filter(has_text="epeat caller").first
    expect(row).to_be_visible()
    visitor.go("/work?list=new")
    row = page.get_by_role("row").filter(has_text="epeat caller").first
    row.get_by_role("link").first.click()
    expect(page.get_by_text("2 reports within 365 days")).to_be_visible()
    visitor.look()
