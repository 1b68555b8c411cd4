"""Other organisations: a case given to one, what it reads and answers, and its end."""
import datetime

from playwright.sync_api import expect

from harness import journey
from journeys.casework import fold


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
    expect(page.get_by_text("only for us").first).to_be_visible()
    ending = page.locator("details", has=page.locator("summary", has_text="End it for an organisation"))
    if ending.count() and page.locator("#ended option", has_text="Constabulary").count():
        # Given before, by the demonstration or another way of this journey: it begins anew.
        end(page)
    fold(page, "Give the case to an organisation")
    page.get_by_role("button", name="Give it the case").click()
    assert page.title().startswith("Error:"), page.title()
    expect(page.get_by_role("alert")).to_contain_text("Enter what the organisation needs the case for")
    visitor.look()
    page.get_by_label("Organisation", exact=True).select_option(label="Thornmere Constabulary")
    page.get_by_label("What it needs the case for").fill("Patrols at night")
    page.get_by_label("Public task, through").check(force=True)
    page.get_by_label("Preventing or detecting unlawful acts").check(force=True)
    page.get_by_label("Yes, the story from its beginning").check(force=True)
    page.get_by_role("button", name="Give it the case").click()
    expect(page.get_by_role("cell", name="Patrols at night").last).to_be_visible()
    fold(page, "Add an action")
    task = f"Patrol twice, {visitor.way}"
    page.get_by_label("What is to be done").fill(task)
    page.get_by_label("Organisation that does it").select_option(label="Thornmere Constabulary")
    day(page, "due", datetime.date.today() + datetime.timedelta(days=7))
    page.get_by_role("button", name="Add the action").click()
    expect(page.get_by_role("cell", name=task)).to_be_visible()
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
