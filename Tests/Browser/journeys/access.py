"""A manager answers a request for one's own data, from opening it to the file."""
import re

from playwright.sync_api import expect

from harness import journey


def day(page, legend, values):
    group = page.get_by_role("group", name=legend)
    for part, value in zip(("Day", "Month", "Year"), values):
        group.get_by_label(part, exact=True).fill(value)


def decided_apart(visitor):
    """Those who lead the conferences that stand apart decide; the manager learns that they have."""
    page = visitor.page
    expect(page.locator("#apart")).to_contain_text("A decision is due")
    request = page.url.removeprefix(visitor.server.url)
    reference = request.rsplit("/", 1)[1]
    with visitor.another() as lead:
        lead.sign_in("coordinator")
        for kind in ("marac", "death-review"):
            lead.go(f"/conferences/{kind}/data-requests")
            lead.look()
            lead.page.get_by_role("link", name=reference).click()
            lead.page.get_by_role("button", name="Keep the decision").click()
            expect(lead.page.get_by_role("alert")).to_contain_text("Choose what is answered")
            lead.look()
            lead.page.get_by_label("We hold nothing about them").check(force=True)
            lead.page.get_by_role("button", name="Keep the decision").click()
            expect(lead.page.get_by_role("status")).to_contain_text("It is decided")
    visitor.go(request)
    expect(page.locator("#apart")).to_contain_text("Nothing is given")
    visitor.look()


@journey("A manager looks up what is kept about somebody, reads it, and releases it as a file")
def request(visitor):
    visitor.sign_in("manager")
    page = visitor.page
    visitor.go("/data-requests")
    visitor.look()
    page.get_by_role("link", name="New request").click()
    page.get_by_role("button", name="Open the request").click()
    assert page.title().startswith("Error: "), page.title()
    visitor.look()
    page.get_by_label("UK GDPR, Article 15").check(force=True)
    page.get_by_label("Name of whom it is about").fill("Person R")
    page.get_by_label("Who asked").fill("They themselves")
    day(page, "Day it came", ("2", "11", "2026"))
    page.get_by_label("How they showed who they are").fill("Passport seen")
    day(page, "Day they showed who they are", ("2", "11", "2026"))
    page.get_by_role("button", name="Open the request").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Whom it is about")
    visitor.look()
    page.locator("input[name=record]").first.check(force=True)
    page.get_by_role("button", name="These are theirs").click()
    expect(page.get_by_text("1 record is theirs")).to_be_visible()
    visitor.look()
    page.locator("#items a").first.click()
    visitor.look()
    page.go_back()
    decided_apart(visitor)
    page.get_by_label("I have read everything they are given").check(force=True)
    if page.get_by_label("Why all of them are left out").count():
        page.get_by_role("button", name="Release it").click()
        assert page.title().startswith("Error: "), page.title()
        visitor.look()
        page.get_by_label("Why all of them are left out").select_option("other-person")
        page.get_by_role("button", name="Leave the rest out").click()
        page.get_by_label("I have read everything they are given").check(force=True)
    page.get_by_role("button", name="Release it").click()
    expect(page.get_by_text("It is released: save the file and give it to them")).to_be_visible()
    visitor.look()
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save the file").click()
    assert re.fullmatch(r"TM-\w{4}-\w{4}\.zip", saved.value.suggested_filename)
