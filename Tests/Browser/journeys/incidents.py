"""Police files, from the folder to the figure."""
import pathlib

from playwright.sync_api import expect

from harness import journey

MONTHS = {(320, True): "2026-10", (320, False): "2026-11", (1280, True): "2026-12",
          (1280, False): "2027-01"}


def month_file(visitor):
    """The demonstration's further month, moved to a month of this visitor's own."""
    month = MONTHS[visitor.width, visitor.script]
    source = next((visitor.server.folder / "data/demonstration").glob("*-street.csv"))
    copy = visitor.server.folder / f"{month}-thornmere-street.csv"
    copy.write_bytes(source.read_bytes().replace(b",2026-10,", f",{month},".encode()))
    return month, copy


def wait_until_done(page):
    """Waits for the import as its page asks: by script, or by loading it again."""
    wait_until(page, page.get_by_role("link", name="See what was imported"))


def wait_until(page, wanted):
    """Waits until something is on the page of an import."""
    for _ in range(150):
        if wanted.count():
            return
        page.wait_for_timeout(200)
        again = page.get_by_role("link", name="See how far it is now")
        if again.count() and not wanted.count():
            again.first.click()
    raise AssertionError(f"the import did not end: {page.locator('main').inner_text()}")


@journey("The analyst imports a month of police data and sees an indicator move")
def import_moves_an_indicator(visitor):
    visitor.sign_in("analyst")
    page = visitor.page
    month, file = month_file(visitor)
    visitor.go(f"/indicators?period={month}")
    row = page.get_by_role("row").filter(has_text="ASB incidents recorded").first
    expect(row).to_contain_text("Records reach")
    visitor.go("/incidents/import")
    page.get_by_label("Files").set_input_files(file)
    page.get_by_role("button", name="Import", exact=True).click()
    wait_until_done(page)
    visitor.look()
    page.get_by_role("link", name="See what was imported").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Import of")
    visitor.look()
    visitor.go(f"/indicators?period={month}")
    row = page.get_by_role("row").filter(has_text="ASB incidents recorded").first
    expect(row).not_to_contain_text("Records reach")
    visitor.go("/incidents")


@journey("A file with a wrong header is refused, naming line and column, and nothing is stored")
def refused(visitor):
    visitor.sign_in("analyst")
    page = visitor.page
    file = visitor.server.folder / "2026-09-thornmere-street.csv"
    file.write_text("Month,Crime ID\n2026-09,\n")
    visitor.go("/incidents/import")
    page.get_by_label("Files").set_input_files(file)
    page.get_by_role("button", name="Import", exact=True).click()
    wait_until(page, page.get_by_text("line 1"))
    visitor.look()
    for path in ["/incidents/imports", "/incidents/months"]:
        visitor.go(path)


@journey("The demonstration's further month is saved from the page and can be imported again")
def further_month(visitor):
    visitor.sign_in("analyst")
    page = visitor.page
    for _ in range(2):
        visitor.go("/incidents/import")
        with page.expect_download() as download:
            page.get_by_role("link", name="-thornmere-street.csv").click()
        name = download.value.suggested_filename
        assert name.endswith("-thornmere-street.csv"), name
        page.get_by_label("Files").set_input_files(
            {"name": name, "mimeType": "text/csv", "buffer": download.value.path().read_bytes()})
        page.get_by_role("button", name="Import", exact=True).click()
        wait_until_done(page)
        page.get_by_role("link", name="See what was imported").click()
    stored = page.get_by_role("term").filter(has_text="Rows stored")
    expect(stored.locator("xpath=following-sibling::dd[1]")).to_have_text("0")


@journey("Sending no file says what to do")
def no_file(visitor):
    visitor.sign_in("analyst")
    visitor.go("/incidents/import")
    visitor.page.get_by_role("button", name="Import", exact=True).click()
    expect(visitor.page.get_by_role("alert")).to_be_visible()
    assert visitor.page.title().startswith("Error: ")
    visitor.look()


@journey("Those who may only see are not offered the import")
def may_only_see(visitor):
    visitor.sign_in("councillor")
    visitor.go("/incidents")
    assert visitor.page.get_by_role("link", name="Import files").count() == 0
    answer = visitor.page.goto(visitor.server.url + "/incidents/import")
    assert answer.status == 404, answer.status


@journey("The quality of each month is told before its trend is read")
def quality(visitor):
    visitor.sign_in("councillor")
    page = visitor.page
    visitor.go("/incidents")
    visitor.look()
    expect(page.get_by_role("columnheader", name="On the year before")).to_be_attached()
    page.get_by_role("link", name="Quality of the data").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Quality of the data")
    expect(page.get_by_role("heading", name="a trend")).to_be_visible()
    visitor.look()


@journey("Incidents are counted by ward, with rates over their people, and saved as a file")
def counts(visitor):
    visitor.sign_in("councillor")
    page = visitor.page
    visitor.go("/incidents")
    page.get_by_role("link", name="Counts", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Counts")
    visitor.look()
    page.get_by_label("Count by").select_option("ward")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_text("Outside every ward")).to_be_visible()
    expect(page.get_by_role("columnheader", name="Per 1,000 people")).to_be_attached()
    visitor.look()
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").click()
    assert download.value.suggested_filename.startswith("incidents-by-ward-")
    page.get_by_label("And by").select_option("ward")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose something else than before")
    visitor.look()


@journey("Counts are narrowed to one ward and outcome, kept in the address, and drawn as a picture")
def narrowed_counts(visitor):
    visitor.sign_in("analyst")
    page = visitor.page
    visitor.go("/incidents/counts?by=ward&then=outcome&category=Burglary&per=households")
    expect(page.get_by_role("columnheader", name="Per 1,000 households")).to_be_attached()
    page.get_by_role("link", name="Stepbridge", exact=True).first.click()
    assert "category=Burglary" in page.url and "area=E05T00001" in page.url, page.url
    expect(page.get_by_label("Only the area")).to_have_value("E05T00001")
    expect(page.get_by_text("Burglary, in Stepbridge (E05T00001)").first).to_be_visible()
    visitor.look()
    page.get_by_label("Outcome", exact=True).select_option("Under investigation")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_text("outcome “Under investigation”").first).to_be_visible()
    for name, start in [("PNG", b"\x89PNG"), ("SVG", b"<?xml")]:
        with page.expect_download() as download:
            page.get_by_role("link", name=name).click()
        assert pathlib.Path(download.value.path()).read_bytes().startswith(start)
    page.get_by_label("Count by").select_option("hour")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("alert")).to_contain_text("The source gives no time of day")
    visitor.look()
