"""Looking for people and cases."""
from playwright.sync_api import expect

from harness import journey
from journeys.casework import fold


@journey("The officer searches for a person in another spelling, and for words in the case")
def search(visitor):
    visitor.sign_in("officer")
    page = visitor.page
    visitor.go("/search")
    page.get_by_role("button", name="Search").click()
    assert page.title().startswith("Error:"), page.title()
    expect(page.get_by_role("alert")).to_contain_text("Enter a name, a reference, a place")
    visitor.look()
    box = page.get_by_label("What are you looking for?")
    box.fill("Shivaun Vishnevsky")
    page.get_by_role("button", name="Search").click()
    expect(page.get_by_role("heading", name="People")).to_be_visible()
    assert "Vishnevsky" not in page.url, page.url
    expect(page.get_by_text("Siobhan Wiśniewski").first).to_be_visible()
    visitor.look()
    found = page.locator("#people").get_by_role("link").all()
    for path in [link.get_attribute("href") for link in found]:
        page.goto(visitor.server.url + path)
        # A closed case is read and no longer changed.
        if page.locator("details:not(.folded) > summary", has_text="Tags").count():
            break
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    case = page.url
    fold(page, "Tags")
    page.get_by_label("Words the case is found by").fill(f"gatelatch, {visitor.way}")
    page.get_by_role("button", name="Save the tags").click()
    assert page.url.split("#")[0] == case
    page.get_by_label("Find words in this case").fill("wisniew")
    page.get_by_role("button", name="Find").click()
    expect(page.get_by_role("heading", name="Words in the case")).to_be_visible()
    visitor.look()
    visitor.go("/search")
    page.get_by_label("What are you looking for?").fill(f"gatelatch {visitor.way}")
    page.get_by_role("button", name="Search").click()
    expect(page.get_by_text("One has these words.")).to_be_visible()
    page.locator("#records").get_by_role("link").first.click()
    assert page.url == case, (page.url, case)
    visitor.go("/search")
    page.get_by_label("What are you looking for?").fill("TM-7K42-0932")
    page.get_by_role("button", name="Search").click()
    expect(page.get_by_role("alert")).to_contain_text("This reference has a wrong character")
    visitor.look()


@journey("Whoever sees no person cannot search")
def no_search(visitor):
    visitor.sign_in("coordinator")
    page = visitor.page
    page.goto(visitor.server.url + "/search")
    expect(page.get_by_role("heading", level=1)).to_contain_text("not")
    assert page.get_by_role("link", name="Search", exact=True).count() == 0
