"""The analyst and the dashboard."""
from playwright.sync_api import expect

from harness import journey


@journey("The analyst signs in to the dashboard and opens a figure down to where it comes from")
def dashboard(visitor):
    visitor.sign_in("analyst")
    page = visitor.page
    expect(page.get_by_role("heading", level=1)).to_contain_text("How we are doing")
    visitor.look()
    page.get_by_role("link", name="Calls to 101 about anti-social behaviour").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Calls to 101")
    for name in ["Definition", "Target", "Every figure, and where it comes from"]:
        expect(page.get_by_role("heading", name=name)).to_be_visible()
    visitor.look()


@journey("The navigation is one menu on a phone and stands whole on a desk, from the keyboard too")
def navigation(visitor):
    visitor.sign_in("manager")
    page = visitor.page
    page.goto(visitor.server.url + "/indicators")  # a look would open the fold
    fold = page.locator(".mainnav summary")
    link = page.get_by_role("navigation", name="Main").get_by_role("link", name="Plans", exact=True)
    if visitor.width < 700:
        expect(link).not_to_be_visible()
        expect(fold).to_have_text("Menu: Performance")
        fold.focus()
        page.keyboard.press("Enter")
    else:
        expect(fold).not_to_be_visible()
    expect(link).to_be_visible()
    link.focus()
    assert link.evaluate("e => e.matches(':focus-visible')")
    visitor.look()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Plans")


@journey("The archive shows the figures of the published documents")
def archive(visitor):
    visitor.sign_in("councillor")
    page = visitor.page
    visitor.follow("Plans")
    visitor.look()
    page.get_by_role("link", name="Community Safety Partnership Plan 2017-21").click()
    visitor.look()
    visitor.go("/indicators?plan=csp-2017-21&period=2018%2F19")
    row = page.get_by_role("row").filter(has_text="Specialist Domestic Violence court").first
    expect(row).to_contain_text("69%")
    expect(row).to_contain_text("72%")
    expect(row).to_contain_text("−4.2%")
    expect(row).to_contain_text("Amber")
    visitor.go("/plans/strategy-2008-11")
    row = page.get_by_role("row").filter(has_text="Serious Acquisitive Crime Rate").first
    for figure in ["34.01", "33.36", "32.73"]:
        expect(row).to_contain_text(figure)
    visitor.go("/plans/strategy-2005-08")
    expect(page.get_by_text("47").first).to_be_visible()
    page.get_by_role("link", name="Vehicle crime, reduction").click()
    for words in ["decrease 27.4%", "88%", "Not met", "They agree."]:
        expect(page.get_by_text(words).first).to_be_visible()
    visitor.look()


@journey("The dashboard is narrowed by priority and state, and taken away as a file")
def filters(visitor):
    visitor.sign_in("analyst")
    page = visitor.page
    page.get_by_label("State").select_option("red")
    page.get_by_role("button", name="Show").click()
    assert "state=red" in page.url, page.url
    visitor.look()
    with page.expect_download() as download:
        page.get_by_role("link", name="Download CSV").click()
    assert download.value.suggested_filename.endswith(".csv")


@journey("A period that is none is said to be none, with a way on")
def no_period(visitor):
    visitor.sign_in("analyst")
    answer = visitor.page.goto(visitor.server.url + "/indicators?period=2026-13")
    assert answer.status == 404, answer.status
    expect(visitor.page.get_by_text("There is no such period.")).to_be_visible()
    visitor.look()
