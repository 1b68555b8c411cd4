"""Other sources of incidents, from a file to counts."""
from playwright.sync_api import expect

from harness import journey
from journeys.incidents import wait_until, wait_until_done

ROWS = ["Ref,Kind,Reported,East,North,Road,State,Notes"]
COLUMNS = [("Reference", "Ref"), ("Category", "Kind"), ("Date, or from when", "Reported"),
           ("East, or longitude", "East"), ("North, or latitude", "North"),
           ("Street or place", "Road"), ("Outcome", "State")]


def upload(name, rows):
    return {"name": name, "mimeType": "text/csv", "buffer": "\n".join(rows).encode()}


def reports(count, day="02/11/2026"):
    return ROWS + [f"H{number},Noise,{day} 22:30,530000,180000,Mill Lane,Open,"
                   for number in range(count)]


@journey("The analyst makes a mapping from a file, sees how it is read, imports it and sees the counts")
def mapping(visitor):
    visitor.sign_in("analyst")
    page = visitor.page
    key = f"housing-{visitor.width}-{'script' if visitor.script else 'plain'}"
    visitor.go("/incidents")
    page.get_by_role("link", name="Other sources").click()
    visitor.look()
    page.get_by_role("link", name="New source").click()
    page.get_by_text("Council: anti-social behaviour").click()
    page.get_by_role("button", name="Read the file").click()
    expect(page.get_by_role("alert")).to_be_visible()
    visitor.look()
    page.get_by_text("Council: anti-social behaviour").click()
    wrong = ["W1,Noise,11/13/2026 09:00,530000,180000,Mill Lane,Open,"]
    page.get_by_label("A file of the source").set_input_files(
        upload("housing.csv", reports(3) + wrong))
    page.get_by_role("button", name="Read the file").click()
    page.get_by_label("Name", exact=True).fill("Reported to the landlord")
    page.get_by_label("Key", exact=True).fill(key)
    for label, column in COLUMNS:
        page.get_by_label(label, exact=True).select_option(column)
    page.get_by_role("button", name="Preview").click()
    expect(page.get_by_text("1 of the first 4 rows would be refused")).to_be_visible()
    expect(page.get_by_text("it would be one written MM/dd/yyyy")).to_be_visible()
    visitor.look()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Reported to the landlord")
    visitor.look()
    page.get_by_label("Files of this source").set_input_files(
        upload("november.csv", reports(120)))
    page.get_by_role("button", name="Import", exact=True).click()
    wait_until_done(page)
    page.get_by_role("link", name="See what was imported").click()
    visitor.look()
    visitor.go(f"/incidents/sources/{key}")
    expect(page.get_by_role("row").filter(has_text="November 2026").last).to_contain_text("120")
    visitor.look()


@journey("A file that a mapping cannot read is refused by line and reason, and nothing is stored")
def refused(visitor):
    visitor.sign_in("analyst")
    page = visitor.page
    visitor.go("/incidents/sources/thornmere-council")
    visitor.look()
    page.get_by_label("Files of this source").set_input_files(
        upload("other.csv", ["Id,What", "1,Noise"]))
    page.get_by_role("button", name="Import", exact=True).click()
    wait_until(page, page.get_by_text("there is no column “Reference”"))
    expect(page.get_by_text("Nothing of it was stored")).to_be_visible()
    visitor.look()


@journey("The mapping of a source is edited, and its quality is told like that of the police")
def edited(visitor):
    visitor.sign_in("coordinator")
    page = visitor.page
    visitor.go("/incidents/sources/thornmere-council/edit")
    visitor.look()
    page.get_by_label("How dates are written").fill("HH:mm")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert")).to_contain_text("Say where year and month stand")
    visitor.look()
    visitor.go("/incidents/quality?force=thornmere-council")
    visitor.look()


@journey("Those who may only see find the sources, and no way to change them")
def may_only_see(visitor):
    visitor.sign_in("councillor")
    visitor.go("/incidents/sources")
    assert visitor.page.get_by_role("link", name="New source").count() == 0
    visitor.page.get_by_role("link", name="Reported to Thornmere Council").click()
    assert visitor.page.get_by_role("button", name="Import", exact=True).count() == 0
    answer = visitor.page.goto(visitor.server.url + "/incidents/sources/new")
    assert answer.status == 404, answer.status
