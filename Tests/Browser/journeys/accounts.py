"""Signing in and out, and running accounts."""
import base64
import hmac
import time

from playwright.sync_api import expect

from harness import PASSWORD, journey


@journey("The analyst signs in, sees who they are, and signs out")
def sign_in(visitor):
    visitor.go("/sign-in")
    visitor.enter("analyst@thornmere.example", PASSWORD)
    page = visitor.page
    expect(page.get_by_role("heading", level=1)).to_contain_text("How we are doing")
    visitor.go("/sign-in")
    expect(page.get_by_role("heading", level=1)).to_contain_text("How we are doing")
    visitor.go("/")
    page.get_by_role("link", name="Go to work pages").click()
    expect(page.get_by_text("Analyst J").first).to_be_visible()
    page.get_by_role("button", name="Sign out").click()
    visitor.look()
    visitor.page.goto(visitor.server.url + "/account")
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")


@journey("A wrong password is refused in words that tell nothing of the account")
def wrong_password(visitor):
    page = visitor.page
    said = []
    for who in [f"officer-{visitor.way}@thornmere.example", "auditor@thornmere.example"]:
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


@journey("After signing in the page that was asked for is shown")
def asked_for(visitor):
    page = visitor.page
    page.goto(visitor.server.url + "/account")
    visitor.enter("analyst@thornmere.example", PASSWORD)
    assert page.url.endswith("/account"), page.url
    visitor.look()


@journey("The administrator adds an account, hands over the one-time link, and disables it")
def add_account(visitor):
    visitor.sign_in("administrator")
    page = visitor.page
    visitor.go("/admin")
    page.get_by_role("link", name="Add an account").click()
    page.get_by_role("button", name="Add the account").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose an organisation")
    visitor.look()
    name = f"Newcomer {visitor.way}"
    page.get_by_label("Name").fill(name)
    page.get_by_label("Email address").fill(f"newcomer-{visitor.way}@thornmere.example")
    page.get_by_label("Organisation").select_option(label="Thornmere Probation")
    page.get_by_label("Role").select_option(label="Partner")
    page.get_by_role("button", name="Add the account").click()
    link = page.get_by_text(visitor.server.url + "/link/").first.inner_text().strip()
    visitor.look()
    choose_password(visitor, link)
    visitor.go("/admin")
    page.get_by_role("link", name=name).click()
    visitor.look()
    page.get_by_role("button", name="Disable the account").click()
    expect(page.get_by_text("Disabled").first).to_be_visible()
    visitor.go("/admin/audit")
    expect(page.get_by_role("row").filter(has_text="account.disabled").first).to_be_visible()


def choose_password(visitor, link):
    """Another person opens the link on a browser of their own, and it works once."""
    with visitor.another() as newcomer:
        page = newcomer.page
        page.goto(link)
        newcomer.look()
        page.get_by_role("button", name="Continue").click()
        newcomer.look()
        for field in page.locator("input[type=password]").all():
            field.fill("green kettle by the river")
        page.get_by_role("button", name="Save and sign in").click()
        expect(page.get_by_role("button", name="Sign out")).to_be_visible()
        page.goto(link)
        page.get_by_role("button", name="Continue").click()
        expect(page.get_by_role("button", name="Save and sign in")).to_have_count(0)
        newcomer.look()


def code_of(secret):
    """The present code of an authenticator (RFC 6238) with a key as its page shows it."""
    key = base64.b32decode(secret.replace(" ", "").upper())
    digest = hmac.digest(key, (int(time.time()) // 30).to_bytes(8, "big"), "sha1")
    start = digest[-1] & 15
    return f"{(int.from_bytes(digest[start:start + 4], 'big') & 0x7FFFFFFF) % 1_000_000:06}"


@journey("An officer sets up a second factor, signs in with a recovery code, and removes it again")
def second_factor(visitor):
    visitor.go("/sign-in")
    visitor.enter("officer@thornmere.example", PASSWORD)
    page = visitor.page
    visitor.go("/account")
    page.get_by_role("link", name="Set up a second factor").click()
    visitor.look()
    page.get_by_label("Code from your authenticator").fill("123456")
    page.get_by_label("Your present password").fill(PASSWORD)
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("alert")).to_be_visible()
    visitor.look()
    secret = page.locator("input[name=secret]").get_attribute("value")
    page.get_by_label("Code from your authenticator").fill(code_of(secret))
    page.get_by_label("Your present password").fill(PASSWORD)
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Keep your recovery codes")
    recovery = page.locator("main ul li").last.inner_text().strip()
    visitor.look()
    page.get_by_role("link", name="I have kept them").click()
    visitor.look()
    page.get_by_role("button", name="Sign out", exact=True).click()
    visitor.enter("officer@thornmere.example", PASSWORD)
    expect(page.get_by_role("heading", level=1)).to_have_text("Enter your code")
    visitor.look()
    page.get_by_label("Code from your authenticator").fill("000000")
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("alert")).to_be_visible()
    visitor.look()
    page.get_by_label("Code from your authenticator").fill(recovery)
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("button", name="Sign out", exact=True)).to_be_visible()
    visitor.go("/account")
    page.get_by_label("Your present password").last.fill(PASSWORD)
    page.get_by_role("button", name="Remove the second factor").click()
    expect(page.get_by_text("The second factor was removed")).to_be_visible()


@journey("The administrator reads the pages of accounts, organisations and the audit trail")
def administration(visitor):
    visitor.sign_in("administrator")
    page = visitor.page
    visitor.go("/admin")
    visitor.go("/admin/accounts/1")
    visitor.go("/admin/organisations")
    page.get_by_role("button", name="Add the organisation").click()
    expect(page.get_by_role("alert")).to_be_visible()
    visitor.look()
    page.get_by_label("Name").fill(f"Body of {visitor.way}")
    page.get_by_label("Short word").fill("body-" + "".join(c for c in visitor.way if c.isalpha())
                                         + "x" * (visitor.width // 320))
    page.get_by_label("Kind").select_option("health")
    page.get_by_role("button", name="Add the organisation").click()
    expect(page.get_by_text("The organisation was added")).to_be_visible()
    visitor.look()
    visitor.go("/admin/audit")
    expect(page.get_by_role("cell", name="Organisation added").first).to_be_visible()
    page.get_by_label("Account").fill("nobody")
    page.get_by_role("button", name="Filter").click()
    expect(page.get_by_role("alert")).to_be_visible()
    visitor.look()
    visitor.go("/account/password")
