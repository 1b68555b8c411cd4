"""Places, from the list of editions to the fit of one into another."""
import json

from playwright.sync_api import expect

from harness import journey

SQUARES = [("N1", "North beat", 664000), ("S1", "South beat", 664500)]


def beats(width, script):
    """Two square beats in the sea, a little elsewhere for each way a journey runs."""
    north = 231000 + width + (5 if script else 0)

    def ring(east):
        return [[east, north], [east + 500, north], [east + 500, north + 500],
                [east, north + 500], [east, north]]
    return json.dumps({
        "type": "FeatureCollection",
        "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::27700"}},
        "features": [{
            "type": "Feature", "properties": {"code": f"{code}-{width}-{int(script)}", "name": name},
            "geometry": {"type": "Polygon", "coordinates": [ring(east)]},
        } for code, name, east in SQUARES]}).encode()


def wait_for(page, words):
    """Waits for an import's end as its page asks: by script, or by loading it again."""
    for _ in range(60):
        if page.get_by_text(words).count():
            return
        page.wait_for_timeout(500)
        again = page.get_by_role("link", name="See how far it is now")
        if again.count() and not page.get_by_text(words).count():
            again.first.click()
    raise AssertionError(f"the import did not end: {page.locator('main').inner_text()}")


@journey("The analyst looks at wards, at one of them, and at what it was before a review")
def wards(visitor):
    visitor.sign_in("analyst")
    page = visitor.page
    visitor.go("/places")
    page.get_by_role("row").filter(has_text="Wards").get_by_role("link", name="2022").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Wards of 2022")
    expect(page.get_by_role("img").first).to_be_visible()
    visitor.look()
    page.get_by_role("link", name="Northgate").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Northgate")
    visitor.look()
    visitor.go("/places/areas/ward/2012")
    page.get_by_label("Edition").select_option("2022")
    page.get_by_label("By", exact=True).select_option("people")
    page.get_by_role("button", name="Show the fit").click()
    expect(page.get_by_text("Does not carry over").first).to_be_visible()
    visitor.look()
    visitor.go("/places/areas/lsoa/2021")


@journey("A street and a postcode are found without leaving the service")
def search(visitor):
    visitor.sign_in("officer")
    page = visitor.page
    visitor.go("/places")
    page.get_by_label("Find a street or postcode").fill("station pl")
    page.get_by_role("button", name="Find").click()
    expect(page.get_by_role("row").filter(has_text="Station Place")).to_be_visible()
    visitor.look()
    visitor.go("/places/search?q=tm1%200aa")
    expect(page.get_by_text("lies in")).to_be_visible()
    expect(page.get_by_role("heading", name="Within 500 metres")).to_be_visible()


@journey("Boundaries are uploaded, and a file that cannot be read is refused with its reason")
def upload(visitor):
    visitor.sign_in("analyst")
    page = visitor.page
    visitor.go("/places/import")
    page.get_by_role("button", name="Import", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("Choose what the file holds")
    visitor.look()
    page.get_by_label("What the file holds").select_option("neighbourhood")
    page.get_by_label("Year").fill("2026")
    page.get_by_label("File", exact=True).set_input_files(
        {"name": "beats.geojson", "mimeType": "application/geo+json",
         "buffer": beats(visitor.width, visitor.script)})
    page.get_by_role("button", name="Import", exact=True).click()
    wait_for(page, "The import is done")
    visitor.look()
    visitor.go("/places/areas/neighbourhood/2026")
    expect(page.get_by_role("link", name="North beat").first).to_be_visible()
    visitor.go("/places/import")
    page.get_by_label("What the file holds").select_option("ward")
    page.get_by_label("File", exact=True).set_input_files(
        {"name": "wards.geojson", "mimeType": "application/geo+json", "buffer": b"{broken"})
    page.get_by_role("button", name="Import", exact=True).click()
    wait_for(page, "Nothing of it was stored.")
    visitor.look()
