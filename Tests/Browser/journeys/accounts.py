"""Signing in and out, and running accounts."""
from playwright.sync_api import expect

from harness import PASSWORD, journey


@journey("The analyst signs in, sees who they are, and signs out")
def sign_in(visitor):
    visitor.sign_in("analyst")
    page = visitor.page
    expect(page.get_by_text("Analyst J").first).to_be_visible()
    page.get_by_role("button", name="Sign out").click()
    visitor.look()
    visitor.page.goto(visitor.server.url + "/account")
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")


@journey("A wrong password is refused in words that tell nothing of the account")
def wrong_password(visitor):
    page = visitor.page
    said = []
    for who in [f"officer-{visitor.width}-{visitor.script}@thornmere.example", "auditor@thornmere.example"]:
        visitor.go("/sign-in")
        page.get_by_label("Email address").fill(who)
        page.get_by_label("Password").fill("not the password")
        page.get_by_role("button", name="Sign in").click()
        expect(page.get_by_role("alert")).to_be_visible()
        assert page.title().startswith("Error: "), page.title()
        assert page.get_by_label("Email address").input_value() == who
        visitor.look()
        said.append(page.get_by_role("alert").inner_text())
    assert said[0] == said[1], said


@journey("After signing in the page that was asked for is shown", widths=(1280,))
def asked_for(visitor):
    page = visitor.page
    page.goto(visitor.server.url + "/account")
    page.get_by_label("Email address").fill("analyst@thornmere.example")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    assert page.url.endswith("/account"), page.url
    visitor.look()


@journey("The administrator adds an account and hands over the one-time link", widths=(1280,))
def add_account(visitor):
    visitor.sign_in("administrator")
    visitor.go("/admin")
