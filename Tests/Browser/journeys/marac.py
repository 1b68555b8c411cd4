"""A MARAC from referral to minutes, held against the eight steps of its journey one by one.

What a desk without accounts answers by a link that ends is walked in conferences.py.
"""
import datetime
import re

from playwright.sync_api import expect

from harness import journey
from journeys.casework import fold
from journeys.conferences import MARAC, TODAY, call, day, press, saved, tick

POLICE, HOMES = "Thornmere Constabulary", "Thornmere Homes"


def refer(visitor, name, criterion, children=""):
    """Refers somebody on a ground; what the form or the page says then stays open."""
    page = visitor.page
    visitor.go(f"{MARAC}/refer")
    page.get_by_label("Person at risk").fill(name)
    page.get_by_label("Children in the home").fill(children)
    tick(page, "criterion", criterion)
    page.get_by_label("What happened, and what is feared").fill("Made up for a test")
    tick(page, "shared", "events")
    page.locator("select[name=gateway]").select_option("cda-115")
    page.locator("select[name=basis]").select_option("public-task")
    page.get_by_label("Why it cannot be done with less").fill("Several bodies know a part")
    page.get_by_label("Whether they know of the referral, and if not, why not").fill("Told")
    press(page, "Send the referral")


def path_of(visitor):
    return visitor.page.url.removeprefix(visitor.server.url)


def referred(partner):
    """Step 1: a ground of each kind, a repeat found and not, and the lawful basis; two cases."""
    page, way = partner.page, partner.way
    grown, young = f"Grown Sample {way}", f"Young Sample {way}"
    refer(partner, grown, "repeat")
    expect(page.get_by_role("alert")).to_contain_text("No referral of the same people was found")
    partner.look()
    refer(partner, grown, "score")
    expect(page.get_by_role("alert")).to_contain_text("Enter the score")
    expect(page.get_by_role("alert")).to_contain_text("Enter the instrument")
    refer(partner, grown, "escalation")
    saved(page, "The referral is sent")
    expect(page.get_by_text("Not a repeat")).to_be_visible()
    expect(page.get_by_text("Crime and Disorder Act 1998, section 115")).to_be_visible()
    expect(page.get_by_text("UK GDPR, Article 6(1)(e)")).to_be_visible()
    partner.look()
    refer(partner, grown, "repeat")
    saved(page, "it is a repeat")
    expect(page.get_by_text("inside 12 months")).to_be_visible()
    grown = path_of(partner)
    refer(partner, young, "judgement", children="2")
    saved(page, "The referral is sent")
    return grown, path_of(partner)


def listed(visitor, meeting, grown, young):
    """Step 2: children before adults, whatever order they were put in; what is unfinished on top."""
    page = visitor.page
    for case in (grown, young):
        visitor.go(case)
        page.locator("select[name=meeting]").select_option(meeting.rsplit("/", 1)[1])
        press(page, "Put it on the agenda")
        saved(page, "It is on the agenda")
    visitor.go(meeting)
    agenda = page.get_by_role("complementary")
    order = agenda.locator("a.ref").all_inner_texts()
    names = [case.rsplit("/", 1)[1] for case in (young, grown)]
    assert [ref for ref in order if ref in names] == names, order
    expect(agenda.locator("h3").first).to_contain_text("nfinished actions")
    visitor.look()


def researched(visitor, partner, case):
    """Step 3: each is asked by a day, and reads its own answer alone until the meeting."""
    page = visitor.page
    visitor.go(case)
    for body in (POLICE, HOMES):
        page.get_by_label(body).check(force=True)
    day(page, "due", TODAY)
    press(page, "Ask them")
    saved(page, "2 asked")
    page.get_by_role("link", name=f"Write down what {HOMES} told you").click()
    tick(page, "answer", "known")
    page.get_by_label("Facts").fill("Homes facts")
    page.get_by_label("Who gave the answer, and how").fill("The duty desk, by email")
    press(page, "Write the answer down")
    saved(page, "The answer is kept")
    visitor.look()
    partner.go(case)
    expect(partner.page.get_by_text(
        f"To answer by {TODAY.day} {TODAY:%B %Y}.", exact=True)).to_be_visible()
    expect(partner.page.get_by_text("Homes facts")).to_have_count(0)
    tick(partner.page, "answer", "known")
    partner.page.get_by_label("Facts").fill("Police facts")
    press(partner.page, "Send the answer")
    saved(partner.page, "The answer is kept")
    expect(partner.page.get_by_text("Police facts").first).to_be_visible()
    expect(partner.page.get_by_text("Homes facts")).to_have_count(0)
    partner.look()


def opened(visitor, others, meeting, case):
    """Step 4: who is there signs, an apology is written down, each case has its clock."""
    page = visitor.page
    visitor.go(meeting)
    press(page, "Begin the meeting")
    partner = others[0]
    partner.go(meeting)
    expect(partner.page.get_by_text("Homes facts")).to_have_count(0)
    for one in (visitor, *others):
        one.go(meeting)
        press(one.page, "I am here, and sign this")
        saved(one.page, "You signed the statement")
    visitor.go(meeting)
    page.get_by_label("Who chairs").select_option(label="Manager M, Thornmere Council")
    press(page, "Write down who chairs")
    saved(page, "Who chairs is written down")
    expect(page.get_by_text("Chairs, signed")).to_be_visible()
    fold(page, "Write somebody down")
    page.get_by_label("Name", exact=True).fill("Nurse Sample")
    tick(page, "part", "apology")
    page.get_by_role("button", name="Write down", exact=True).click()
    saved(page, "Saved")
    expect(page.get_by_text("Apology").first).to_be_visible()
    page.get_by_role("complementary").get_by_role(
        "link", name=case.rsplit("/", 1)[1]).click()
    press(page, "Open this case")
    expect(page.get_by_text("0 of 12 minutes")).to_be_visible()
    for words in ("Homes facts", "Police facts"):
        expect(page.get_by_text(words)).to_be_visible()
    visitor.look()


def decided(visitor):
    """Step 5, the first half: an action is an organisation, a verb and a day."""
    page = visitor.page
    page.get_by_label("Risks, what was weighed").fill(f"Weighed {visitor.way}")
    page.locator("button[value=discuss]").click()
    saved(page, "Saved")
    press(page, "Add the action")
    expect(page.get_by_role("alert")).to_contain_text("Choose the organisation")
    for task in ("locks", "lights", "cameras"):
        page.locator("select[name=body]").select_option(label=HOMES)
        page.get_by_label("Will", exact=True).select_option("fit")
        page.get_by_label("What", exact=True).fill(f"the {task} {visitor.way}")
        day(page, "due", TODAY + datetime.timedelta(days=3))
        press(page, "Add the action")
        saved(page, "Saved")
    visitor.look()
    press(page, "End this case")
    press(page, "Close the meeting")
    saved(page, "The meeting is closed")


def followed(visitor):
    """Step 5, the second half: done, not done, and not possible are three things; the next meeting."""
    page = visitor.page
    meeting = call(visitor)
    press(page, "Begin the meeting")
    press(page, "I am here, and sign this")
    before = page.locator("section.sheet", has=page.get_by_role(
        "heading", name="1. Unfinished actions from before"))

    def say(task, state, words):
        action = before.locator("h3", has_text=f"the {task} {visitor.way}")
        expect(action).to_have_count(1)
        form = action.locator("xpath=following-sibling::details[1]")
        if form.get_attribute("open") is None:
            form.locator("summary").click()
        form.get_by_label("What came of it").fill(words)
        form.get_by_role("button", name=state, exact=True).click()

    say("locks", "Not possible", "")
    expect(page.get_by_role("alert")).to_contain_text("Enter why")
    visitor.look()
    say("locks", "Not possible", "The frame is rotten")
    saved(page, "Saved")
    say("lights", "Not done", "No electrician came")
    saved(page, "Saved")
    say("cameras", "Done", "")
    saved(page, "Saved")
    visitor.go(meeting)
    expect(before.locator("h3", has_text=f"the lights {visitor.way}")).to_have_count(1)
    for task in ("locks", "cameras"):
        expect(before.locator("h3", has_text=f"the {task} {visitor.way}")).to_have_count(0)
    visitor.look()
    return meeting


def minuted(visitor, partner, meeting):
    """Step 6: minutes are for who signed, marked with their reader, and each reading is on record."""
    page = partner.page
    partner.go(f"{meeting}/minutes")
    expect(page.get_by_text(f"Weighed {visitor.way}")).to_be_visible()
    expect(page.locator("p.watermark")).to_contain_text("Partner P")
    expect(page.locator("p.watermark")).to_contain_text("Destroy by")
    expect(page.get_by_text("Chaired by Manager M.")).to_be_visible()
    partner.look()
    visitor.go(f"{MARAC}/trail")
    row = visitor.page.get_by_role("row", name=re.compile("Minutes of a conference read")).first
    expect(row).to_contain_text("Partner P")


def shown(visitor, second, case):
    """What was said of earlier actions is in the minutes; what was shown to whom, in a list and a record."""
    page = visitor.page
    visitor.go(f"{second}/minutes")
    expect(page.get_by_text("The frame is rotten").first).to_be_visible()
    expect(page.get_by_text("No electrician came").first).to_be_visible()
    visitor.look()
    visitor.go(case)
    expect(page.get_by_role("heading", name="What was shown to whom")).to_be_visible()
    expect(page.get_by_text("The case was heard").first).to_be_visible()
    visitor.go(f"{MARAC}/shares")
    visitor.look()
    page.get_by_role("link", name=HOMES).first.click()
    expect(page.get_by_text("Crime and Disorder Act 1998, section 115")).to_be_visible()
    expect(page.get_by_text("this record is the only one")).to_be_visible()
    visitor.look()
    visitor.go(f"{MARAC}/rules")
    expect(page.get_by_label("Ground “Professional judgement”", exact=True)).to_be_visible()
    visitor.look()


def counted(visitor, case):
    """Step 7: a flag for twelve months, and the figures."""
    page = visitor.page
    visitor.go(case)
    until = TODAY.replace(year=TODAY.year + 1) if (TODAY.month, TODAY.day) != (2, 29) else None
    if until:
        expect(page.get_by_text("Flagged until")).to_be_visible()
        expect(page.get_by_text(f"{until.day} {until:%B %Y}").first).to_be_visible()
    visitor.go(f"{MARAC}/flags")
    expect(page.get_by_text("flagged for 12 months")).to_be_visible()
    visitor.go(f"{MARAC}/figures")
    for words in ("Cases", "Repeats", "in 100 cases", "People heard",
                  "For every 10,000 adult women", "Actions done", "By who referred"):
        expect(page.get_by_text(words).first).to_be_visible()


def closed(visitor, partner, chair, case, second):
    """Step 8: nobody else opens it or reads a name, and what is copied is on record on both sides."""
    name = f"Young Sample {visitor.way}"
    answer = partner.page.goto(visitor.server.url + f"{second}/minutes")
    assert answer.status == 404, answer.status
    with visitor.another() as officer:
        officer.sign_in("officer")
        for path in (case, f"{second}/minutes", MARAC):
            assert officer.page.goto(visitor.server.url + path).status == 404, path
        for path in ("/work", "/conferences/actions"):
            officer.go(path)
            expect(officer.page.get_by_text(name)).to_have_count(0)
    page = chair.page
    chair.go("/work?list=later")
    into = page.locator("table.ledger tbody a[href^='/cases/']").first.get_attribute("href")
    into = into.rsplit("/", 1)[1]
    chair.go(case)
    expect(page.get_by_text(name).first).to_be_visible()
    fold(page, "Copy something into a case")
    press(page, "Copy it")
    expect(page.get_by_role("alert")).to_contain_text("Enter the reference of the case")
    page.get_by_label("Case", exact=True).fill(into)
    page.get_by_label("What is copied").fill(f"Copied {visitor.way}")
    page.get_by_label("Why the case needs it").fill("A visit is planned")
    press(page, "Copy it")
    saved(page, "It is copied into")
    chair.look()
    chair.go(f"/cases/{into}")
    expect(page.get_by_text(f"Copied {visitor.way}").first).to_be_visible()
    # The case says nothing of where it came from.
    expect(page.locator(f"a[href*='{MARAC}']")).to_have_count(0)
    expect(page.get_by_text(name)).to_have_count(0)
    visitor.go(f"{MARAC}/trail")
    expect(visitor.page.get_by_text("Something of a conference copied into a case").first
           ).to_be_visible()


@journey("A MARAC is walked from the referral to its minutes, step by step")
def walk(visitor):
    with visitor.another() as partner, visitor.another() as chair:
        partner.sign_in("partner")
        chair.sign_in("manager")
        visitor.sign_in("coordinator")
        grown, young = referred(partner)
        meeting = call(visitor)
        listed(visitor, meeting, grown, young)
        researched(visitor, partner, young)
        opened(visitor, (partner, chair), meeting, young)
        decided(visitor)
        second = followed(visitor)
        minuted(visitor, partner, meeting)
        shown(visitor, second, young)
        counted(visitor, young)
        closed(visitor, partner, chair, young, second)
