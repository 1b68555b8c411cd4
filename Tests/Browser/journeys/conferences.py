"""Conferences: a MARAC referred to, prepared, held and minuted; what others do not see of it."""
import datetime
import re
import urllib.request

from playwright.sync_api import expect

from harness import journey
from journeys.casework import fold
from journeys.partners import by_post

TODAY = datetime.date.today()
MARAC = "/conferences/marac"


def day(page, name, date):
    """Fills in a date field."""
    for part in ["day", "month", "year"]:
        page.locator(f"#{name}-{part}").fill(str(getattr(date, part)))


def tick(page, name, value):
    """Ticks a box or chooses an answer by its value."""
    page.locator(f"input[name={name}][value='{value}']").check(force=True)


def press(page, name):
    """Presses a button of the page."""
    page.get_by_role("button", name=name).click()


def saved(page, words):
    """Holds the page to say that something was done."""
    expect(page.get_by_role("status")).to_contain_text(words)


def refer(visitor, name):
    """Refers somebody as the police; the path of the case."""
    page = visitor.page
    visitor.go(f"{MARAC}/refer")
    page.get_by_label("Person at risk").fill(name)
    page.get_by_label("Children in the home").fill("2")
    tick(page, "criterion", "score")
    page.get_by_label("Score", exact=True).fill("12")
    press(page, "Send the referral")
    expect(page.get_by_role("alert")).to_contain_text("below 14")
    visitor.look()
    page.get_by_label("Score", exact=True).fill("16")
    page.get_by_label("Risk assessment, if there was one").fill("DASH")
    page.get_by_label("Its version or year").fill("2009")
    page.get_by_label("What happened, and what is feared").fill("Made up for a test")
    tick(page, "shared", "events")
    tick(page, "shared", "allegations")
    page.locator("select[name=gateway]").select_option("cda-115")
    page.locator("select[name=basis]").select_option("public-task")
    press(page, "Send the referral")
    expect(page.get_by_role("alert")).to_contain_text("Choose the authority")
    page.locator("select[name=criminal]").select_option("unlawful-acts")
    page.get_by_label("Why it cannot be done with less").fill("Several bodies know a part")
    page.get_by_label("Whether they know of the referral, and if not, why not").fill("Told")
    press(page, "Send the referral")
    saved(page, "The referral is sent")
    visitor.look()
    return page.url.removeprefix(visitor.server.url)


def call(visitor):
    """Calls a meeting today; its path."""
    page = visitor.page
    visitor.go(f"{MARAC}/meetings/new")
    day(page, "held", TODAY)
    page.get_by_label("It begins at").fill("10:00")
    page.get_by_label("Where").fill(f"Room {visitor.way}")
    press(page, "Call the meeting")
    saved(page, "The meeting is called")
    visitor.look()
    return page.url.removeprefix(visitor.server.url)


def prepare(visitor, case, meeting):
    """Puts a case on the agenda of a meeting and asks two bodies about it."""
    page = visitor.page
    visitor.go(case)
    number = meeting.rsplit("/", 1)[1]
    page.locator("select[name=meeting]").select_option(number)
    press(page, "Put it on the agenda")
    saved(page, "It is on the agenda")
    visitor.look()
    for body in ["Thornmere Constabulary", "Thornmere Homes"]:
        page.get_by_label(body).check(force=True)
    day(page, "due", TODAY)
    press(page, "Ask them")
    saved(page, "2 asked")
    visitor.look()


@journey("The coordinator prepares a MARAC, holds it and minutes it")
def marac(visitor):
    name = f"Rowan Sample {visitor.way}"
    with visitor.another() as partner:
        partner.sign_in("partner")
        case = refer(partner, name)
        visitor.sign_in("coordinator")
        page = visitor.page
        visitor.go("/conferences")
        page.get_by_role("link", name="MARAC (domestic abuse)").click()
        visitor.look()
        meeting = call(visitor)
        prepare(visitor, case, meeting)
        partner.go(case)
        tick(partner.page, "answer", "known")
        partner.page.get_by_label("Facts").fill("Police facts")
        press(partner.page, "Send the answer")
        saved(partner.page, "The answer is kept")
        partner.look()

        visitor.go(meeting)
        press(page, "Begin the meeting")
        press(page, "I am here, and sign this")
        saved(page, "You signed the statement")
        partner.go(meeting)
        press(partner.page, "I am here, and sign this")
        partner.look()
        visitor.go(meeting)
        page.get_by_role("complementary").get_by_role(
            "link", name=re.compile("TM-")).first.click()
        visitor.look()
        press(page, "Open this case")
        expect(page.get_by_text("0 of 12 minutes")).to_be_visible()
        expect(page.get_by_text("Police facts")).to_be_visible()
        page.get_by_label("Risks, what was weighed").fill("What was weighed")
        page.locator("button[value=discuss]").click()
        saved(page, "Saved")
        page.get_by_label("Will", exact=True).select_option("fit")
        press(page, "Add the action")
        expect(page.get_by_role("alert")).to_contain_text("Choose the organisation")
        visitor.look()
        page.locator("select[name=body]").select_option(label="Thornmere Homes")
        page.get_by_label("Will", exact=True).select_option("fit")
        page.get_by_label("What", exact=True).fill("the locks")
        day(page, "due", TODAY + datetime.timedelta(days=3))
        press(page, "Add the action")
        saved(page, "Saved")
        visitor.look()
        press(page, "End this case")
        press(page, "Close the meeting")
        saved(page, "The meeting is closed")
        visitor.look()
        partner.go(f"{meeting}/minutes")
        expect(partner.page.get_by_text("What was weighed")).to_be_visible()
        expect(partner.page.get_by_text("Fit the locks").first).to_be_visible()
        expect(partner.page.get_by_text("Read by Partner P").first).to_be_visible()


@journey("The coordinator reads flags, figures, rules and the trail of a MARAC")
def desk(visitor):
    visitor.sign_in("coordinator")
    page = visitor.page
    for path in ["flags", "figures", "members", "rules", "trail"]:
        visitor.go(f"{MARAC}/{path}")
    visitor.go(MARAC)
    page.get_by_label("Name").fill("sample")
    press(page, "Look it up")
    expect(page.get_by_role("heading", name="Found by name")).to_be_visible()
    visitor.look()
    visitor.go(MARAC)
    page.get_by_role("table", name="Meetings").get_by_role("link").last.click()
    visitor.look()
    page.get_by_role("link", name="Minutes").click()
    visitor.look()
    # Printing takes its time where both workers do it at once.
    path = page.get_by_role("link", name="Print as PDF").get_attribute("href")
    printed = page.context.request.get(visitor.server.url + path, timeout=120_000)
    assert printed.status == 200, printed.status
    assert "minutes-" in printed.headers["content-disposition"], printed.headers
    assert printed.body().startswith(b"%PDF-")


@journey("The coordinator counts sessions beside a MARAC's figures, and looks at what is past its time")
def counted(visitor):
    visitor.sign_in("coordinator")
    page = visitor.page
    visitor.go("/conferences/tension/figures")
    expect(page.get_by_role("rowheader", name="Experienced: people in the community say it")
           ).to_be_visible()
    press(page, "Keep the count")
    expect(page.get_by_role("alert")).to_contain_text("Enter the month as 2026-01")
    visitor.look()
    page.get_by_label("Month").fill(f"{TODAY:%Y-%m}")
    tick(page, "audience", "staff")
    page.get_by_label("Sessions held").fill("3")
    page.get_by_label("People who came").fill("41")
    press(page, "Keep the count")
    saved(page, "The count is kept")
    visitor.look()
    visitor.go(f"{MARAC}/keeping")
    expect(page.get_by_text("No case is past its time.")).to_be_visible()
    visitor.go("/work")


@journey("The officer finds nothing of a MARAC but what they are to do")
def apart(visitor):
    visitor.sign_in("officer")
    page = visitor.page
    visitor.go("/conferences")
    expect(page.get_by_text("MARAC (domestic abuse)")).to_have_count(0)
    expect(page.get_by_role("link", name="Community MARAC")).to_be_visible()
    page.get_by_role("link", name="Your actions").click()
    visitor.look()
    expect(page.get_by_text("MARAC")).to_have_count(0)
    visitor.go("/work")
    also = page.get_by_role("table", name="Also yours to do")
    expect(also.get_by_text("A conference").first).to_be_visible()
    page.goto(visitor.server.url + MARAC)
    expect(page.get_by_role("heading", level=1)).to_contain_text("not found")
    with visitor.another() as administrator:
        administrator.sign_in("administrator")
        administrator.go("/admin/audit?subject=apart/conference/marac")
        expect(administrator.page.get_by_text("No rows match.")).to_be_visible()


@journey("A health desk without accounts answers what a MARAC asks, by a link and a code")
def link(visitor):
    with by_post(visitor) as office:
        with visitor.another() as partner:
            partner.sign_in("partner")
            case = refer(partner, f"Rowan Sample {visitor.way}")
        visitor.sign_in("coordinator")
        page = visitor.page
        health = "Thornmere Health Trust"
        address = "marac.desk@health.example"
        visitor.go(f"{MARAC}/members")
        page.get_by_label("Organisation with a mailbox").select_option(label=health)
        page.get_by_label("Its mailbox").fill("the desk")
        press(page, "Name the mailbox")
        expect(page.get_by_role("alert")).to_contain_text("Enter one mailbox")
        visitor.look()
        page.get_by_label("Its mailbox").fill(address)
        press(page, "Name the mailbox")
        saved(page, "The mailbox is named")
        visitor.look()
        visitor.go(case)
        page.get_by_label(health).check(force=True)
        day(page, "due", TODAY + datetime.timedelta(days=3))
        press(page, "Ask them")
        saved(page, "1 asked")
        fold(page, f"Ask {health} by a link")
        visitor.look()
        press(page, "Send the link")
        saved(page, "The link is sent")
        expect(page.get_by_text("Link until")).to_be_visible()
        visitor.look()

        path = "/asked/" + office.wait(address, r"/asked/\S+").split("/")[-1]
        # A mail scanner looks, in both of its ways, and spends nothing.
        for method in ["HEAD", "GET", "GET"]:
            request = urllib.request.Request(visitor.server.url + path, method=method)
            assert urllib.request.urlopen(request).status == 200
        with visitor.another() as reader:
            reader.go(path)
            expect(reader.page.get_by_text("MARAC")).to_have_count(0)
            press(reader.page, "Send me a code")
            code = office.wait(address, r"[0-9A-Z]{4}-[0-9A-Z]{4}")
            reader.look()
            reader.page.get_by_label("Code").fill(code)
            press(reader.page, "Continue")
            expect(reader.page.get_by_text(f"Rowan Sample {visitor.way}")).to_be_visible()
            reader.look()
            tick(reader.page, "answer", "known")
            reader.page.get_by_label("Facts").fill("Two visits in October")
            press(reader.page, "Send the answer")
            expect(reader.page.get_by_role("alert")).to_contain_text("Enter your name")
            reader.look()
            reader.page.get_by_label("Your name, and what you do there").fill("Nurse Sample")
            press(reader.page, "Send the answer")
            expect(reader.page.get_by_role("heading", name="This was answered")).to_be_visible()
            reader.look()
        visitor.go(case)
        expect(page.get_by_text("Two visits in October")).to_be_visible()
        expect(page.get_by_text("Answered by link")).to_be_visible()
        visitor.go(f"{MARAC}/trail")
        expect(page.get_by_text("Whoever has the link").first).to_be_visible()
