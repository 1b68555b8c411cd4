"""Cases that are one or two: joined, looked back at and parted again."""
import datetime
import re

from playwright.sync_api import expect

from harness import journey
from journeys.casework import fold


def led(visitor, path):
    """Whether another organisation leads a case."""
    visitor.page.goto(visitor.server.url + path)
    return visitor.page.get_by_text(re.compile("^Led by ")).count() > 0


@journey("The officer joins two cases, looks back at one and parts them again")
def ties(visitor):
    visitor.sign_in("officer")
    page = visitor.page
    visitor.go("/work?list=overdue")
    cases = page.locator("table.ledger tbody tr a[href^='/cases/']")
    place = {"320-script": 20, "320-plain": 24, "1280-script": 28, "1280-plain": 32}[visitor.way]
    found = [cases.nth(place + step).get_attribute("href") for step in range(4)]
    # What another organisation leads is joined once the lead was taken back: that is another journey.
    mine = [path for path in found if not led(visitor, path)]
    old, new = mine[:2]
    into = new.removeprefix("/cases/")
    visitor.go(old)
    page.get_by_role("link", name="Join it to another case").click()
    visitor.look()
    page.get_by_label("Its reference").fill("TM-7K42-0931")
    page.get_by_role("button", name="Look at both").click()
    assert page.title().startswith("Error:"), page.title()
    expect(page.get_by_role("alert")).to_contain_text("There is no case TM-7K42-0931")
    visitor.look()
    page.get_by_label("Its reference").fill(into)
    page.get_by_role("button", name="Look at both").click()
    expect(page.get_by_text("What goes along:")).to_be_visible()
    visitor.look()
    page.get_by_role("button", name="Join the cases").click()
    expect(page.get_by_role("alert")).to_contain_text("Enter why they are one case")
    visitor.look()
    page.get_by_label("Why they are one case").fill("The same door and the same nights")
    if page.get_by_label("They may read what goes along").count():
        page.get_by_label("They may read what goes along").check(force=True)
    page.get_by_role("button", name="Join the cases").click()
    expect(page.get_by_text("was joined to this one")).to_be_visible()
    assert page.url.endswith(new), page.url
    visitor.look()

    # The old reference leads here; what was written stays to be read.
    page.goto(visitor.server.url + old)
    assert page.url.endswith(new), page.url
    fold(page, "Run the case")
    page.get_by_role("row", name="It was joined to this case").first.get_by_role("link").click()
    expect(page.get_by_text("Go on there: this is its story as it was left")).to_be_visible()
    visitor.look()
    page.get_by_role("link", name=f"case {into}").click()

    fold(page, "Run the case")
    page.get_by_role("link", name="Part reports from it").click()
    visitor.look()
    page.get_by_role("button", name="Part them").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose the reports of the new case")
    visitor.look()
    page.locator("input[name='part-report']").last.check(force=True)
    page.get_by_label("Title of the new case").fill(f"The house behind, {visitor.way}")
    page.get_by_label("Why they are two cases").fill("The second report is of the house behind")
    page.get_by_role("button", name="Part them").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("The house behind")
    fold(page, "Run the case")
    expect(page.get_by_text("This case was parted from it").first).to_be_visible()
    visitor.look()


@journey("The officer hands a case on, and it is closed as passed to a service outside")
def hand_on(visitor):
    visitor.sign_in("officer")
    page = visitor.page
    visitor.go("/work?list=overdue&page=2")
    cases = page.locator("table.ledger tbody tr a[href^='/cases/']")
    place = {"320-script": 4, "320-plain": 8, "1280-script": 12, "1280-plain": 16}[visitor.way]
    visitor.go(cases.nth(place).get_attribute("href"))
    page.get_by_role("link", name="Hand it on to another organisation or service").click()
    visitor.look()
    page.get_by_label("A service outside").check(force=True)
    page.get_by_role("button", name="Hand the case on").click()
    assert page.title().startswith("Error:"), page.title()
    expect(page.get_by_role("alert")).to_contain_text("Enter the name of the service")
    visitor.look()
    page.get_by_label("Name of the service outside").fill("Harbour Housing")
    page.get_by_label("Why it is handed on").fill("It is their stairwell")
    page.get_by_label("What those who reported it are told").fill("They call you this week.")
    page.get_by_label("Yes", exact=True).check(force=True)
    page.get_by_label("Why they have to be told").fill("They cannot begin without")
    page.get_by_role("button", name="Hand the case on").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose the power or duty")
    visitor.look()
    page.get_by_label("Names and dates of birth").check(force=True)
    page.get_by_label("Power or duty to tell them").select_option("cda-115")
    page.get_by_label("The recipient is one whom this power names").check(force=True)
    page.get_by_label("Basis on which they are told").select_option("public-task")
    last = datetime.date.today() + datetime.timedelta(days=60)
    group = page.get_by_role("group", name="Last day they may use it")
    for part, value in (("Day", last.day), ("Month", last.month), ("Year", last.year)):
        group.get_by_label(part, exact=True).fill(str(value))
    page.get_by_role("button", name="Hand the case on").click()
    expect(page.get_by_text("Passed to Harbour Housing").first).to_be_visible()
    visitor.look()


@journey("The police lead a case that was handed to them and record a contact")
def lead(visitor):
    visitor.sign_in("officer")
    page = visitor.page
    visitor.go("/work?list=led")
    case = page.locator("table.ledger tbody tr a[href^='/cases/']").first.get_attribute("href")
    visitor.go(case)
    expect(page.get_by_text("Led by Thornmere Constabulary").first).to_be_visible()
    with visitor.another() as partner:
        partner.sign_in("partner")
        theirs = partner.page
        theirs.goto(visitor.server.url + case)
        expect(theirs.get_by_text("You lead this case")).to_be_visible()
        fold(theirs, "Record a contact")
        theirs.get_by_label("Who, and how").fill(f"Complainant, by telephone, {visitor.way}")
        theirs.get_by_role("button", name="Record the contact").click()
        expect(theirs.get_by_role("alert")).to_contain_text("Enter what was said")
        partner.look()
        theirs.get_by_label("What was said").fill("They heard it again last night")
        theirs.get_by_role("button", name="Record the contact").click()
        expect(theirs.get_by_text(f"by telephone, {visitor.way}").first).to_be_visible()
        partner.look()
    visitor.go(case)
    expect(page.get_by_text("nobody has read it yet")).to_be_visible()
    page.get_by_role("link", name="Hand it on to another organisation or service").click()
    expect(page.get_by_role("heading", name="Take the lead back")).to_be_visible()
    visitor.look()
