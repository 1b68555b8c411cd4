"""Procedures: the figure of a month, its sample, a score, another version of a checklist."""
import datetime

from playwright.sync_api import expect

from harness import journey
from journeys.partners import day


@journey("The manager reads how procedures were followed and scores a sampled case")
def audit(visitor):
    visitor.sign_in("manager")
    page = visitor.page
    visitor.go("/work")
    page.get_by_role("link", name="Procedures", exact=True).click()
    visitor.look()
    expect(page.get_by_role("heading", name="By step")).to_be_visible()
    page.locator(".facts a[href*='/samples/']").first.click()
    expect(page.get_by_text("The same cases")).to_be_visible()
    visitor.look()
    place = {"320-script": 0, "320-plain": 1, "1280-script": 2, "1280-plain": 3}[visitor.way]
    page.locator("table.ledger tbody a").nth(place).click()
    visitor.look()
    page.get_by_role("button", name="Keep the score").click()
    assert page.title().startswith("Error:"), page.title()
    expect(page.get_by_role("alert")).to_contain_text("Choose whether the procedure was followed")
    visitor.look()
    page.get_by_label("Not followed").check(force=True)
    page.get_by_label("Notes").fill(f"Nobody rang back, {visitor.way}")
    page.get_by_role("button", name="Keep the score").click()
    expect(page.get_by_text("Not followed").first).to_be_visible()
    visitor.look()


@journey("The manager draws the sample of a month and adds a version of a checklist")
def draw(visitor):
    visitor.sign_in("manager")
    page = visitor.page
    back = {"320-script": 5, "320-plain": 6, "1280-script": 7, "1280-plain": 8}[visitor.way]
    today = datetime.date.today()
    month = divmod(today.year * 12 + today.month - 1 - back, 12)
    visitor.go(f"/work/procedures?month={month[0]}-{month[1] + 1:02}")
    page.get_by_label("How many cases").fill("0")
    page.get_by_role("button", name="Draw the sample").click()
    expect(page.get_by_role("alert")).to_contain_text("Enter how many cases")
    visitor.look()
    page.get_by_label("How many cases").fill("3")
    page.get_by_role("button", name="Draw the sample").click()
    expect(page.get_by_text("The sample is drawn")).to_be_visible()
    expect(page.get_by_text("The same cases")).to_be_visible()
    visitor.look()
    visitor.go("/work/procedures/checklists")
    page.get_by_role("link", name="Add a version").first.click()
    visitor.look()
    page.get_by_role("button", name="Add the version").click()
    expect(page.get_by_role("alert")).to_contain_text("Enter the first day it holds on")
    visitor.look()
    day(page, "from", today + datetime.timedelta(days=30))
    page.get_by_label("Working days: those who reported are contacted").fill("5")
    page.get_by_role("button", name="Add the version").click()
    expect(page.get_by_text("The version is added")).to_be_visible()
    expect(page.get_by_text("contacted every 5 working days").first).to_be_visible()
    visitor.look()


@journey("The manager sets another version of the standard")
def standard(visitor):
    visitor.sign_in("manager")
    page = visitor.page
    visitor.go("/work/procedures")
    page.get_by_role("link", name="The standard").click()
    visitor.look()
    page.get_by_label("A drug address is acted on").fill("0")
    page.get_by_role("button", name="Set the standard").click()
    assert page.title().startswith("Error:"), page.title()
    expect(page.get_by_role("alert")).to_contain_text("Enter days from 1 to 180")
    visitor.look()
    # The days of no other journey.
    days = {"320-script": 21, "320-plain": 22, "1280-script": 23, "1280-plain": 24}[visitor.way]
    page.get_by_label("A drug address is acted on").fill(str(days))
    page.get_by_role("button", name="Set the standard").click()
    expect(page.get_by_text("The standard is set")).to_be_visible()
    expect(page.get_by_text(f"within {days} days").first).to_be_visible()
    visitor.look()


@journey("The manager adds a day off that was proclaimed, and takes it away again")
def proclaimed(visitor):
    visitor.sign_in("manager")
    page = visitor.page
    visitor.go("/work/procedures/standard")
    page.get_by_role("link", name="Working days").click()
    visitor.look()
    page.get_by_role("button", name="Add the day").click()
    assert page.title().startswith("Error:"), page.title()
    expect(page.get_by_role("alert")).to_contain_text("Choose what the day is")
    visitor.look()
    # A Wednesday of May three years ahead, the day of no other journey, on which nothing is due.
    may = datetime.date(datetime.date.today().year + 3, 5, 8)
    week = {"320-script": 0, "320-plain": 1, "1280-script": 2, "1280-plain": 3}[visitor.way]
    off = may + datetime.timedelta(days=(2 - may.weekday()) % 7 + 7 * week)
    day(page, "day", off)
    page.get_by_label("A day off").check(force=True)
    page.get_by_label("Why").fill(f"Made-up day, {visitor.way}")
    page.get_by_role("button", name="Add the day").click()
    expect(page.get_by_text("is a day off. What was due before keeps its day")).to_be_visible()
    expect(page.get_by_text(f"Made-up day, {visitor.way}").first).to_be_visible()
    visitor.look()
    words = f"{off.day} {off:%B} {off.year}"
    page.get_by_role("button", name=f"Take {words} away").click()
    expect(page.get_by_text(f"{words} is taken away")).to_be_visible()
