"""Cases that are one or two: joined, looked back at and parted again."""
from playwright.sync_api import expect

from harness import journey


@journey("The officer joins two cases, looks back at one and parts them again")
def ties(visitor):
    visitor.sign_in("officer")
    page = visitor.page
    visitor.go("/work?list=later&page=2")
    cases = page.locator("table.ledger tbody tr a[href^='/cases/']")
    place = {"320-script": 2, "320-plain": 6, "1280-script": 10, "1280-plain": 14}[visitor.way]
    old, new = [cases.nth(place + step).get_attribute("href") for step in (0, 1)]
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
    page.get_by_role("row", name="It was joined to this case").first.get_by_role("link").click()
    expect(page.get_by_text("Go on there: this is its story as it was left")).to_be_visible()
    visitor.look()
    page.get_by_role("link", name=f"case {into}").click()

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
    expect(page.get_by_text("This case was parted from it").first).to_be_visible()
    visitor.look()
