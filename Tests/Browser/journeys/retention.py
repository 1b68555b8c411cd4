"""A manager looks at records whose time is over, keeps one, deletes one, and sets a time."""
from playwright.sync_api import expect

from harness import journey


@journey("A manager looks at a record kept to its time, keeps it for a reason, and then deletes it")
def retention(visitor):
    visitor.sign_in("manager")
    page = visitor.page
    visitor.go("/retention")
    visitor.look()
    due = page.locator("#due a[href^='/retention/case/']")
    reference = due.first.text_content()
    due.first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Keep or delete")
    visitor.look()
    page.get_by_role("button", name="Keep it", exact=True).click()
    assert page.title().startswith("Error: "), page.title()
    visitor.look()
    page.get_by_label("A court or a lawyer needs it").check(force=True)
    page.get_by_label("Reason", exact=True).fill("The county court asked for it")
    for part, value in (("Day", "1"), ("Month", "12"), ("Year", "2031")):
        page.get_by_label(part, exact=True).fill(value)
    page.get_by_role("button", name="Keep it", exact=True).click()
    expect(page.get_by_text("It is kept")).to_be_visible()
    expect(page.get_by_text("The county court asked for it")).to_be_visible()
    visitor.look()
    page.get_by_role("button", name="Let its rule hold again").click()
    expect(page.get_by_text("Its rule holds again")).to_be_visible()
    visitor.go("/retention")
    page.get_by_label("Reference of the case, report or application").fill(reference)
    page.get_by_role("button", name="Show how it stands").click()
    page.get_by_role("button", name="Delete it").click()
    assert page.title().startswith("Error: "), page.title()
    page.get_by_label("I have looked at it, and nothing needs it any more").check(force=True)
    page.get_by_role("button", name="Delete it").click()
    expect(page.get_by_text("It is deleted")).to_be_visible()
    visitor.look()
    page.get_by_role("link", name="Deleted", exact=True).click()
    expect(page.get_by_role("rowheader", name=reference).first).to_be_visible()
    visitor.look()
