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


@journey("A wrong password is refused in words that tell nothing of the account", widths=(320,))
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


@journey("The administrator adds an account, hands over the one-time link, and disables it",
         widths=(320, 1280), scripts=(True,))
def add_account(visitor):
    visitor.sign_in("administrator")
    page = visitor.page
    visitor.go("/admin")
    page.get_by_role("link", name="Add an account").click()
    page.get_by_role("button", name="Add the account").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose an organisation")
    visitor.look()
    name = f"Newcomer {visitor.width}"
    page.get_by_label("Name").fill(name)
    page.get_by_label("Email address").fill(f"newcomer-{visitor.width}@thornmere.example")
    page.get_by_label("Organisation").select_option(label="Thornmere Probation")
    page.get_by_label("Role").select_option(label="Partner")
    page.get_by_role("button", name="Add the account").click()
    link = page.get_by_text(visitor.server.url + "/link/").first.inner_text().strip()
    visitor.look()
    choose_password(page, link)
    visitor.go("/admin")
    page.get_by_role("link", name=name).click()
    visitor.look()
    page.get_by_role("button", name="Disable the account").click()
    expect(page.get_by_text("Disabled").first).to_be_visible()
    visitor.go("/admin/audit")
    expect(page.get_by_role("row").filter(has_text="account.disabled").first).to_be_visible()


def choose_password(page, link):
    """Another person opens the link on a browser of their own, and it works once."""
    other = page.context.browser.new_context()
    newcomer = other.new_page()
    try:
        newcomer.goto(link)
        newcomer.get_by_role("button", name="Continue").click()
        for field in newcomer.locator("input[type=password]").all():
            field.fill("green kettle by the river")
        newcomer.get_by_role("button", name="Save and sign in").click()
        expect(newcomer.get_by_role("button", name="Sign out")).to_be_visible()
        newcomer.goto(link)
        newcomer.get_by_role("button", name="Continue").click()
        expect(newcomer.get_by_role("button", name="Save and sign in")).to_have_count(0)
    finally:
        other.close()
