"""Whether another organisation knows somebody."""
import pathlib
import tempfile

from playwright.sync_api import expect

from harness import journey
from journeys.casework import fold

KINDS = {"320-script": "Complaints about neighbours", "320-plain": "Youth work",
         "1280-script": "Fire safety visits", "1280-plain": "Street outreach"}


@journey("The officer asks whether somebody is known, and a manager approves it")
def known(visitor):
    kind = KINDS[visitor.way]
    contact = f"The desk of {visitor.way}"
    with visitor.another() as administrator:
        administrator.sign_in("administrator")
        page = administrator.page
        administrator.go("/known")
        page.get_by_role("button", name="Add it").click()
        assert page.title().startswith("Error:"), page.title()
        administrator.look()
        page.get_by_label("Organisation that keeps it").select_option(label="Thornmere Voluntary Action")
        page.get_by_label("What it is a register of").select_option(label=kind)
        page.get_by_label("Whom to speak to where").fill(contact)
        page.get_by_role("button", name="Add it").click()
        row = page.locator("tr", has_text=contact)
        expect(row.get_by_text("Off")).to_be_visible()
        administrator.look()
        fold(page, f"Load Thornmere Voluntary Action: {kind}")
        part = page.locator("details", has=page.locator("summary", has_text=f"Action: {kind}"))
        with tempfile.TemporaryDirectory() as name:
            path = pathlib.Path(name) / "list.csv"
            path.write_text("name,born\nMohammed Example,12/03/1980\n")
            part.locator("input[type=file]").set_input_files(path)
            part.get_by_role("button", name="Load the list").click()
        expect(page.get_by_text("One person is loaded")).to_be_visible()
        page.locator("tr", has_text=contact).get_by_role("button", name="Turn it on").click()
        expect(page.locator("tr", has_text=contact).get_by_text("May be asked")).to_be_visible()
        administrator.look()

    visitor.sign_in("officer")
    page = visitor.page
    visitor.go("/work?list=later")
    page.locator("table.ledger tbody tr a[href^='/cases/']").first.click()
    case = page.url.removeprefix(visitor.server.url)
    fold(page, "Add somebody")
    page.get_by_label("Complained of").check(force=True)
    name = f"Muhammad Example {visitor.way.replace('-', ' ')}"
    page.locator("#name").fill(name)
    for part, value in [("day", "12"), ("month", "3"), ("year", "1980")]:
        page.locator(f"#born-{part}").first.fill(value)
    page.get_by_role("button", name="Add them").click()
    fold(page, "Ask whether somebody is known")
    page.get_by_label("Who may be known").select_option(label=name)
    page.get_by_label("To whom").select_option(label=f"Thornmere Voluntary Action: {kind}")
    page.get_by_role("button", name="Ask", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("Enter what the answer is needed for")
    visitor.look()
    page.get_by_label("What the answer is needed for").fill(f"To visit together, {visitor.way}")
    page.get_by_role("button", name="Ask", exact=True).click()
    expect(page.get_by_text("A manager decides").first).to_be_visible()
    assert page.get_by_text(contact).count() == 0
    visitor.look()

    with visitor.another() as manager:
        manager.sign_in("manager")
        desk = manager.page
        manager.go("/work")
        desk.get_by_role("link", name="Also known to").click()
        expect(desk.get_by_text(f"To visit together, {visitor.way}")).to_be_visible()
        assert desk.get_by_text(contact).count() == 0
        option = desk.locator("#known-request option", has_text=kind).last
        desk.locator("#known-request").select_option(option.get_attribute("value"))
        desk.get_by_role("button", name="Approve").click()
        expect(desk.get_by_role("alert")).to_contain_text("Enter what the decision rests on")
        manager.look()
        desk.get_by_label("What the decision rests on").fill("A visit is planned")
        desk.get_by_role("button", name="Approve").click()
        expect(desk.get_by_text("The case has the answer")).to_be_visible()
        manager.look()
    visitor.go(case)
    expect(page.get_by_text(contact).first).to_be_visible()
    visitor.look()
