"""An officer assesses the risk of a case; an administrator adds an instrument."""
import datetime

from playwright.sync_api import expect

from harness import journey
from journeys.casework import fold

SHEET = """row,text,points,days
title,Risk on estates {way}
source,The partnership's policy of 2026
question,How often does it happen?
answer,Most days,3
answer,Less often,1
check,Is anybody ill or disabled?,2
band,Standard,0,60
band,High,4,14
"""


def first_case(visitor, query=""):
    """Opens the first case of the worklist."""
    visitor.go("/work" + query)
    visitor.page.locator("table.ledger a[href^='/cases/']").first.click()
    visitor.look()
    return visitor.page.url


@journey("An officer assesses the risk of a case, raises it with a reason, and sees it on the worklist")
def assess(visitor):
    visitor.sign_in("officer")
    page = visitor.page
    case = first_case(visitor, "?list=risk")
    page.locator("#risk").get_by_role("link", name="ssess").last.click()
    visitor.look()
    page.get_by_role("link", name="Anti-social behaviour matrix, version 1").first.click()
    visitor.look()
    page.get_by_role("button", name="Work out the score").click()
    assert page.title().startswith("Error:"), page.title()
    expect(page.get_by_role("alert")).to_contain_text("Choose an answer to “How often does it happen?”")
    visitor.look()
    for number in range(1, 19):
        page.locator(f"input[name=q{number}]").nth(1).check(force=True)
    page.get_by_label("Is the risk greater than the score says?").select_option(label="Raise it to Medium")
    page.get_by_label("Why it is raised").fill("A threat since")
    page.get_by_role("button", name="Work out the score").click()
    expect(page.get_by_role("alert")).to_contain_text("A risk can be raised, never lowered")
    page.get_by_label("Is the risk greater than the score says?").select_option(label="As scored")
    page.get_by_label("Why it is raised").fill("")
    page.get_by_role("button", name="Work out the score").click()
    expect(page.get_by_role("heading", name="The score")).to_be_visible()
    expect(page.get_by_role("status").last).to_contain_text("of 54: High")
    visitor.look()
    page.get_by_role("button", name="Keep this assessment").click()
    assert page.url == case, (page.url, case)
    expect(page.locator("dl.facts").first).to_contain_text("High")
    visitor.look()
    page.locator("#risk").get_by_role("link").first.click()
    expect(page.get_by_role("heading", name="Answers")).to_be_visible()
    visitor.look()
    visitor.go("/work")
    expect(page.get_by_role("table", name="Work", exact=True)).to_contain_text(
        "Anti-social behaviour matrix, version 1")


@journey("An administrator adds a risk instrument from a sheet; a wrong row is named")
def instrument(visitor):
    visitor.sign_in("administrator")
    page = visitor.page
    visitor.go("/work/instruments")
    page.get_by_role("link", name="Domestic abuse list of 24").click()
    visitor.look()
    visitor.go("/work/instruments/new")
    page.get_by_label("Short word").fill(f"estates-{visitor.way}")
    sheet = SHEET.format(way=visitor.way)
    page.get_by_label("The sheet").fill(sheet.replace("band,High,4", "band,High,9"))
    page.get_by_role("button", name="Keep the instrument").click()
    expect(page.get_by_role("alert")).to_contain_text("The answers reach 5 points at most")
    visitor.look()
    page.get_by_label("The sheet").fill(sheet)
    page.get_by_role("button", name="Keep the instrument").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Risk on estates")
    visitor.look()
    page.get_by_role("link", name="Make another version").click()
    visitor.look()


@journey("An officer marks a visiting risk; it stands before the address until it is taken off")
def marker(visitor):
    visitor.sign_in("officer")
    page = visitor.page
    case = first_case(visitor, "?list=later")
    fold(page, "Add a marker")
    page.get_by_role("button", name="Add the marker").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose the place or person it is about")
    visitor.look()
    page.get_by_label("What it is about").select_option(index=1)
    page.get_by_label("What to mind").fill(f"Do not visit alone {visitor.way}")
    page.get_by_role("textbox", name="What it rests on", exact=True).fill(
        "Officer seen off by a dog, 3 November")
    day = datetime.date.today() + datetime.timedelta(days=60)
    for part in ["day", "month", "year"]:
        page.locator(f"#marker-review-{part}").fill(str(getattr(day, part)))
    page.get_by_role("button", name="Add the marker").click()
    notice = page.locator(".notice.bad", has_text=f"Do not visit alone {visitor.way}")
    expect(notice).to_be_visible()
    above = page.evaluate("() => document.querySelector('.notice.bad').compareDocumentPosition("
                          "document.querySelector('h1')) & Node.DOCUMENT_POSITION_FOLLOWING")
    assert above, "the marker does not come before the heading"
    visitor.look()
    visitor.go("/work?list=later")
    expect(page.get_by_text("Visiting risk").first).to_be_visible()
    page.goto(case)
    fold(page, "Review a marker, or take it off")
    markers = page.get_by_label("Which marker")
    ours = markers.locator("option", has_text=f"Do not visit alone {visitor.way}").first
    markers.select_option(value=ours.get_attribute("value"))
    page.get_by_label("It is taken off").check(force=True)
    page.get_by_label("Why, and what it rests on").fill("The dog has gone")
    page.get_by_role("button", name="Save the review").click()
    expect(page.get_by_text("The dog has gone").first).to_be_visible()
    visitor.look()


@journey("An officer refers a case, adds a vehicle and a place, and records the answer")
def referral(visitor):
    visitor.sign_in("officer")
    page = visitor.page
    first_case(visitor, "?list=later")
    fold(page, "Refer to an organisation")
    page.get_by_role("button", name="Keep the referral").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose the organisation")
    visitor.look()
    page.get_by_label("Which organisation").select_option(index=1)
    page.get_by_label("What for").fill(f"Support {visitor.way}")
    page.get_by_label("Why they have to be told").fill("They agreed by telephone, today")
    page.locator("input[name=refer-shared][value=identity]").check(force=True)
    page.get_by_label("Power or duty to tell them").select_option("agreed")
    page.get_by_label("Basis on which they are told").select_option("consent")
    day = datetime.date.today() + datetime.timedelta(days=3)
    for part in ["day", "month", "year"]:
        page.locator(f"#refer-due-{part}").fill(str(getattr(day, part)))
    page.get_by_role("button", name="Keep the referral").click()
    expect(page.locator("#referrals")).to_contain_text(f"Support {visitor.way}")
    visitor.look()
    fold(page, "Record an answer")
    page.get_by_label("Which referral").select_option(index=1)
    page.get_by_label("Declined").check(force=True)
    page.get_by_label("Their reason, or who takes it").fill("Outside their area")
    page.get_by_role("button", name="Record the answer").click()
    expect(page.locator("#referrals")).to_contain_text("Outside their area")
    fold(page, "Add a vehicle")
    mark = "ZZ%02d ZZY" % (visitor.width % 90 + visitor.script)
    page.get_by_label("Registration mark").fill(mark.lower())
    page.get_by_role("button", name="Add the vehicle").click()
    expect(page.locator("#where")).to_contain_text(mark.replace(" ", ""))
    fold(page, "Add a place")
    page.get_by_label("Street or postcode").fill("Nowhere at all")
    page.get_by_role("button", name="Add the place").click()
    expect(page.get_by_role("alert")).to_contain_text("No street or postcode is called that")
    visitor.look()
    visitor.go("/work/caseload")
    expect(page.get_by_role("heading", name="Referrals of the last twelve months")).to_be_visible()
