"""What anybody may see."""
import csv

from playwright.sync_api import expect

from harness import journey


@journey("A resident finds the front page, the statement and the privacy page from every foot")
def front(visitor):
    visitor.go("/")
    page = visitor.page
    expect(page.get_by_text("Demonstration.")).to_be_visible()
    for name in ["Accessibility statement", "Privacy"]:
        page.get_by_role("contentinfo").get_by_role("link", name=name).click()
        expect(page.get_by_role("heading", level=1, name=name)).to_be_visible()
        visitor.look()


@journey("A resident reads what was recorded in a ward, small counts hidden, and saves it")
def recorded(visitor):
    visitor.go("/")
    page = visitor.page
    page.get_by_role("link", name="Recorded crime and anti-social behaviour").click()
    expect(page.get_by_role("heading", name="By ward", exact=False).first).to_be_visible()
    for unit in ("ASB incidents", "Crimes"):
        expect(page.get_by_role("columnheader", name=unit, exact=True).first).to_be_attached()
    visitor.look()
    page.get_by_role("link", name="Abbotsmere").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Recorded crime and anti-social behaviour in Abbotsmere")
    expect(page.get_by_text("Not shown").first).to_be_visible()
    visitor.look()
    # Boundaries that another journey added are still being counted by.
    for _ in range(30):
        with page.expect_download() as download:
            page.get_by_role("link", name="Save every month, ward and kind (CSV)").click()
        rows = list(csv.DictReader(open(download.value.path(), encoding="utf-8-sig")))
        if len({row["Month"] for row in rows}) == 12:
            break
        page.wait_for_timeout(1000)
    assert len({row["Month"] for row in rows}) == 12
    assert not any(row["Count"] in {"1", "2", "3", "4"} for row in rows)


@journey("An analyst reads what is hidden from the public, and why")
def hidden_from_the_public(visitor):
    visitor.sign_in("analyst")
    visitor.go("/incidents/public")
    page = visitor.page
    expect(page.get_by_role("button", name="Stop showing")).to_be_visible()
    page.get_by_role("link", name="August 2026").click()
    expect(page.get_by_role("heading", name="Hidden in August 2026")).to_be_visible()
    visitor.look()


@journey("The style guide shows every component")
def style_guide(visitor):
    visitor.go("/design")


@journey("A page that is not there says so, with a way on")
def missing(visitor):
    answer = visitor.page.goto(visitor.server.url + "/perfromance")
    assert answer.status == 404
    expect(visitor.page.get_by_role("heading", level=1)).to_have_text("Page not found")
    visitor.look()


@journey("A stranger at any staff path is sent to sign in, whether the page exists or not")
def stranger(visitor):
    for path in ["/indicators", "/incidents/import", "/admin", "/account", "/cases/TM-7K42-0931",
                 "/work", "/hotspots/none"]:
        visitor.page.goto(visitor.server.url + path)
        expect(visitor.page.get_by_role("heading", level=1)).to_have_text("Sign in")
