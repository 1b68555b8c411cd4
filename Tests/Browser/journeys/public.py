"""What anybody may see."""
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
