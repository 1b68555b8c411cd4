"""Places that stand out, and why that is believable."""
from playwright.sync_api import expect

from harness import journey


@journey("The analyst sees which places stand out, by chance or not, and how earlier maps did")
def what_stands_out(visitor):
    visitor.sign_in("analyst")
    page = visitor.page
    visitor.go("/hotspots")
    expect(page.get_by_role("heading", name="stand").first).to_be_visible()
    expect(page.get_by_role("img").first).to_be_attached()
    expect(page.get_by_role("heading", name="Were earlier maps right?")).to_be_visible()
    visitor.look()
    page.get_by_label("Method").select_option(label="Density (quartic kernel)")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("heading", name="The densest 1 in 100").first).to_be_visible()
    visitor.look()


@journey("A map the source cannot bear is refused at its field, with the reason")
def refused(visitor):
    visitor.sign_in("officer")
    page = visitor.page
    visitor.go("/hotspots")
    page.get_by_label("Cell, metres").fill("100")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("alert")).to_contain_text("cells must be 500 m or more")
    assert page.get_by_label("Cell, metres").input_value() == "100"
    visitor.look()


@journey("The analyst keeps a map, and finds it again with what changed since the one before")
def keep(visitor):
    visitor.sign_in("analyst")
    page = visitor.page
    visitor.go("/hotspots?method=kde&category=Burglary")
    page.get_by_role("button", name="Keep this map").click()
    expect(page.get_by_role("heading", name="Drawing a map")).to_be_visible()
    for _ in range(60):
        if page.get_by_role("link", name="See the map").count():
            break
        page.wait_for_timeout(500)
        page.reload()
    page.get_by_role("link", name="See the map").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Burglary")
    visitor.look()
    visitor.go("/hotspots/runs")
    visitor.look()
    page.get_by_role("link", name="Anti-social behaviour").first.click()
    expect(page.get_by_role("heading", name="Since the map before")).to_be_visible()
    visitor.look()


@journey("An officer sees where count, rate and harm disagree, and what harm rests on")
def wards(visitor):
    visitor.sign_in("officer")
    page = visitor.page
    visitor.go("/hotspots/wards")
    expect(page.get_by_role("heading", level=1)).to_have_text("Wards by count, rate and harm")
    visitor.look()
    visitor.go("/hotspots/harm")
    expect(page.get_by_role("button", name="Use these weights")).to_have_count(0)
    visitor.look()


@journey("The analyst's file of weights is refused with its line, and taken once it is right")
def weights(visitor):
    visitor.sign_in("analyst")
    page = visitor.page
    visitor.go("/hotspots/harm")
    page.get_by_role("button", name="Use these weights").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose the file of weights")
    visitor.look()
    for text, message in [
        ("category,lowest,highest,note\nBurglary,9,3,x\n", "line 2, column 3"),
        ("category,lowest,highest,note\nBurglary,3,9,x\n", None),
    ]:
        page.get_by_label("CSV file").set_input_files(
            {"name": "weights.csv", "mimeType": "text/csv", "buffer": text.encode()})
        page.get_by_label("Name of the scale").fill(f"Journey {visitor.way}")
        page.get_by_label("Version").fill("1")
        page.get_by_label("Day", exact=True).fill("1")
        page.get_by_label("Month", exact=True).fill("4")
        page.get_by_label("Year", exact=True).fill("2026")
        page.get_by_label("Where it was published").fill("A board")
        page.get_by_role("button", name="Use these weights").click()
        if message:
            expect(page.get_by_role("alert")).to_contain_text(message)
    expect(page.get_by_role("status")).to_contain_text("The weights are stored")


@journey("The analyst names a place of a kept map and sees it counted over time")
def name(visitor):
    visitor.sign_in("analyst")
    page = visitor.page
    visitor.go("/hotspots/runs/4")
    page.get_by_role("button", name="Name it").click()
    expect(page.get_by_role("alert")).to_contain_text("Enter the name")
    visitor.look()
    page.get_by_label("Name", exact=True).fill(f"Wherry {visitor.way}")
    page.get_by_role("button", name="Name it").click()
    expect(page.get_by_role("status")).to_contain_text("The area has its name")
    expect(page.get_by_role("img").first).to_be_visible()
    visitor.look()
    visitor.go("/hotspots/named")


@journey("The effect of an operation is told beside its control, and how far to believe it")
def operation(visitor):
    visitor.sign_in("coordinator")
    page = visitor.page
    visitor.go("/hotspots/interventions")
    page.get_by_role("link", name="Operation Lantern").click()
    expect(page.get_by_role("heading", name="The target fell by")).to_be_visible()
    expect(page.get_by_text("It has no interval of its own")).to_be_visible()
    visitor.look()
    visitor.go("/hotspots/interventions/new")
    page.get_by_label("Name", exact=True).fill("Too near")
    page.get_by_label("First month").fill("2026-07")
    page.get_by_label("Last month").fill("2026-09")
    page.get_by_label("Target:").select_option(label="Millwharf, ward of 2022")
    page.get_by_label("Buffer").fill("500")
    page.get_by_label("Control:").select_option(label="Northgate, ward of 2022")
    page.get_by_role("button", name="State it").click()
    expect(page.get_by_role("alert")).to_contain_text("further from the target")
    visitor.look()


@journey("A source says at the page what its times and places cannot bear")
def cannot_bear(visitor):
    visitor.sign_in("officer")
    visitor.go("/hotspots/hours?source=police-uk")
    expect(visitor.page.get_by_text("The source gives no time of day").first).to_be_visible()
    visitor.go("/hotspots/near-repeats?source=police-uk")
    expect(visitor.page.get_by_text("The source gives months, not days").first).to_be_visible()


@journey("A kept map can be panned where script runs, and is whole without")
def pan(visitor):
    visitor.sign_in("analyst")
    page = visitor.page
    visitor.go("/hotspots/runs/2")
    region = page.get_by_role("region", name="The map above, to pan and zoom")
    if visitor.script:
        expect(region).to_be_visible()
        expect(region.locator("path.cell").first).to_be_attached()
        page.get_by_role("button", name="Zoom in").click()
        visitor.look()
    else:
        expect(region).to_have_count(0)
    expect(page.get_by_role("img", name="Map of")).to_be_attached()
