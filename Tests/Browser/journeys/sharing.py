"""Sharing: a share with what the law asks, its record, agreements, a request and a set."""
import datetime

from playwright.sync_api import expect

from harness import journey

TODAY = datetime.date.today()


def day(page, name, date):
    """Fills in a date field."""
    for part in ["day", "month", "year"]:
        page.locator(f"#{name}-{part}").fill(str(getattr(date, part)))


def terms(page, purpose):
    """Fills in what every share asks, of somebody's name and what is said of them."""
    page.get_by_label("What the recipient needs it for").fill(purpose)
    page.get_by_label("Why it is needed").fill("Made up for a test: no less would do")
    for kind in ["identity", "allegations"]:  # other forms of a case ask in the same words
        page.locator(f"input[name=shared][value={kind}]").check(force=True)
    page.locator("#gateway").select_option("cda-115")
    page.locator("#basis").select_option("public-task")
    day(page, "until", TODAY + datetime.timedelta(days=60))


@journey("The officer shares with a landlord: what the law asks, the record, and its end")
def share(visitor):
    visitor.sign_in("officer")
    page = visitor.page
    visitor.go("/sharing")
    visitor.look()
    page.get_by_role("link", name="Record a share").click()
    visitor.look()
    page.get_by_role("button", name="Check it and record it").click()
    assert page.title().startswith("Error:"), page.title()
    expect(page.get_by_role("alert")).to_contain_text("Choose the power or duty")
    visitor.look()
    page.locator("#recipient").select_option(label="Thornmere Homes")
    terms(page, f"A visit together, {visitor.way}")
    page.get_by_role("button", name="Check it and record it").click()
    expect(page.get_by_role("alert")).to_contain_text("Article 10")
    expect(page.get_by_label("What the recipient needs it for")).to_have_value(
        f"A visit together, {visitor.way}")
    page.locator("#criminal").select_option("unlawful-acts")
    page.get_by_role("button", name="Check it and record it").click()
    expect(page.get_by_role("status")).to_contain_text("is recorded")
    expect(page.get_by_text("Crime and Disorder Act 1998, section 115")).to_be_visible()
    visitor.look()
    record = page.url.removeprefix(visitor.server.url)
    page.get_by_role("button", name="Revoke the share").click()
    expect(page.get_by_role("alert")).to_contain_text("Enter why it ends")
    visitor.look()
    page.get_by_label("Why it ends").fill("The visit is over")
    page.get_by_role("button", name="Revoke the share").click()
    expect(page.get_by_text("Revoked").first).to_be_visible()
    visitor.look()
    visitor.go("/sharing?show=ended")
    expect(page.get_by_role("link", name=record.rsplit("/", 1)[1])).to_be_visible()
    visitor.look()
    with visitor.another() as other:
        other.sign_in("partner")
        answer = other.page.goto(visitor.server.url + record)
        assert answer.status == 404, answer.status


@journey("The manager keeps agreements to share, and the officer answers a request")
def agreements(visitor):
    visitor.sign_in("manager")
    page = visitor.page
    visitor.go("/sharing/agreements")
    expect(page.get_by_text("Due for review").first).to_be_visible()
    visitor.look()
    page.get_by_role("link", name="Write one down").click()
    visitor.look()
    title = f"Sample agreement, {visitor.way}"
    page.get_by_label("What it is called").fill(title)
    for box in ["Thornmere Council", "Thornmere Constabulary", "Names and dates of birth"]:
        page.get_by_label(box).check(force=True)
    page.get_by_label("What is shared under it for").fill("Made up for a test")
    day(page, "signed", TODAY)
    day(page, "review", TODAY)
    page.get_by_role("button", name="Write it down").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose a day after")
    visitor.look()
    day(page, "review", TODAY + datetime.timedelta(days=365))
    page.get_by_role("button", name="Write it down").click()
    expect(page.get_by_role("heading", name=title)).to_be_visible()
    visitor.look()
    day(page, "review", TODAY + datetime.timedelta(days=700))
    page.get_by_role("button", name="Set the next review").click()
    expect(page.get_by_role("status")).to_contain_text("The next review is set")

    visitor.go("/sharing/requests")
    expect(page.get_by_text("Overdue").first).to_be_visible()
    visitor.look()
    page.get_by_role("link", name="Write one down").click()
    visitor.look()
    page.get_by_label("A court’s order").check(force=True)
    page.locator("#asker").select_option("outside")
    page.get_by_label("Name of the other organisation or person").fill("Sample Court")
    page.get_by_label("What is asked for, and what for").fill(f"Made up, {visitor.way}")
    page.get_by_role("button", name="Write it down").click()
    expect(page.get_by_text("Sample Court")).to_be_visible()
    visitor.look()
    page.get_by_label("Refused").check(force=True)
    page.get_by_role("button", name="Record the answer").click()
    expect(page.get_by_role("alert")).to_contain_text("Enter what was answered")
    visitor.look()
    page.get_by_label("What was answered, and why").fill("Made up: no power lets it be shared")
    page.get_by_role("button", name="Record the answer").click()
    expect(page.get_by_text("Answered in time")).to_be_visible()
    visitor.look()


@journey("The analyst marks a set of depersonalised data for sharing as sent")
def sets(visitor):
    visitor.sign_in("analyst")
    page = visitor.page
    visitor.go("/sharing/sets")
    visitor.look()
    with page.expect_download() as saved:
        page.get_by_role("link", name="Save as CSV").first.click()
    assert saved.value.suggested_filename.startswith("section-17a-"), saved.value.suggested_filename
    page.get_by_role("button", name="Mark it as sent").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose the set that was sent")
    visitor.look()
    page.locator("#set").select_option(index=1)
    page.get_by_label("Thornmere Constabulary").check(force=True)
    day(page, "sent", TODAY)
    page.get_by_role("button", name="Mark it as sent").click()
    expect(page.get_by_text("Sent in time").first).to_be_visible()
    visitor.look()
    with visitor.another() as other:
        other.sign_in("administrator")
        other.go("/sharing/law")
        other.look()
        other.page.get_by_role("link", name="Add a ground").click()
        other.look()
        other.go("/sharing/law/basis/part-3")
        other.look()
