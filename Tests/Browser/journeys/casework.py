"""An officer's morning: the worklist, a decision, a case worked to its end."""
import datetime

from playwright.sync_api import expect

from harness import journey


def fold(page, title):
    """Opens a fold of the case and the part it lies in, unless looking at the page has opened them."""
    line = page.locator("summary", has_text=title)
    for kind in ["details.folded", "details:not(.folded)"]:
        part = page.locator(kind, has=line).first
        if part.count() and part.get_attribute("open") is None:
            part.locator(":scope > summary").click()


@journey("The officer decides about a report, works its case and closes it")
def morning(visitor):
    visitor.sign_in("officer")
    page = visitor.page
    visitor.go("/work")
    tile = page.get_by_role("navigation", name="Lists").get_by_role("link", name="New reports to decide")
    count = int(tile.locator(".big").inner_text().replace(",", ""))
    assert count > 0, "the demonstration has no new report"
    tile.click()
    visitor.look()
    rows = page.get_by_role("table", name="Work", exact=True).locator("tbody tr")
    assert rows.count() == min(count, 50), (rows.count(), count)
    rows.first.get_by_role("link").first.click()
    visitor.look()
    expect(page.get_by_role("heading", name="Reports that may belong with it")).to_be_visible()
    page.get_by_role("button", name="Show me the letter").click()
    assert page.title().startswith("Error:"), page.title()
    expect(page.get_by_role("alert")).to_contain_text("Choose what the report is")
    visitor.look()
    page.get_by_label("Anti-social behaviour: we work on it").check(force=True)
    page.get_by_label("Why", exact=True).fill("Several nights, and a neighbour saw it")
    page.get_by_label("P2").check(force=True)
    page.get_by_label("Title of the case").fill(f"Noise on the stairs, {visitor.way}")
    page.get_by_role("button", name="Show me the letter").click()
    expect(page.get_by_role("heading", name="The letter")).to_be_visible()
    visitor.look()
    page.get_by_role("button", name="Decide and send").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Noise on the stairs")
    visitor.look()
    case = page.url
    fold(page, "Record a contact")
    page.get_by_label("Who, and how").fill("Complainant, by telephone")
    page.get_by_label("What was said").fill("They hear it every weekend")
    page.get_by_label("What those who reported it read").fill("An officer visits on Monday.")
    page.get_by_label("This was an interview of who complained").check(force=True)
    page.get_by_role("button", name="Record the contact").click()
    expect(page.get_by_text("They hear it every weekend")).to_be_visible()
    expect(page.get_by_text("Tell the complainant how it stands").first).to_be_visible()
    fold(page, "Add somebody")
    page.get_by_label("Complained of").check(force=True)
    page.get_by_label("Name", exact=True).fill("Person B")
    page.get_by_role("button", name="Add them").click()
    fold(page, "Add an action")
    page.get_by_label("What is to be done").fill("Visit after dark")
    page.get_by_role("button", name="Add the action").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose the organisation that does it")
    assert page.get_by_label("What is to be done").input_value() == "Visit after dark"
    page.get_by_label("Organisation that does it").select_option(label="Thornmere Council")
    due = datetime.date.today() + datetime.timedelta(days=7)
    for part in ["day", "month", "year"]:
        page.locator(f"#due-{part}").fill(str(getattr(due, part)))
    page.get_by_role("button", name="Add the action").click()
    expect(page.get_by_role("cell", name="Thornmere Council")).to_be_visible()
    visitor.look()
    page.get_by_role("button", name="Mark done").click()
    fold(page, "Close it")
    page.get_by_label("Warning or agreement in place").check(force=True)
    page.get_by_label("Why it is closed").fill("Two visits, quiet since")
    page.get_by_label("What those who reported it are told").fill("We spoke to them.")
    page.get_by_role("button", name="Close the case").click()
    expect(page.get_by_text("Warning or agreement in place").first).to_be_visible()
    visitor.look()
    assert page.url == case
    visitor.go("/work?whose=mine")
    visitor.go("/work/caseload")
    visitor.go("/outbox")


@journey("Two officers change one case at once: the second sees both texts and loses nothing")
def two(visitor):
    def form(page):
        fold(page, "Title and priority")
        line = page.locator("summary", has_text="Title and priority")
        return page.locator("details", has=line).last

    def change(page, title):
        form(page).get_by_label("Title", exact=True).fill(title)
        form(page).get_by_label("Why", exact=True).fill("It says more clearly what it is")

    yard, shops = f"Noise in the yard, {visitor.way}", f"Noise behind the shops, {visitor.way}"
    visitor.sign_in("officer")
    page = visitor.page
    visitor.go("/work?whose=mine")
    page.locator("tbody a[href^='/cases/']").first.click()
    change(page, shops)
    with visitor.another() as manager:
        manager.sign_in("manager")
        manager.page.goto(page.url)
        change(manager.page, yard)
        form(manager.page).get_by_role("button", name="Save").click()
        expect(manager.page.get_by_role("heading", level=1)).to_have_text(yard)
    form(page).get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert")).to_contain_text(f"it now says “{yard}”")
    expect(form(page).get_by_label("Title", exact=True)).to_have_value(shops)
    visitor.look()
    form(page).get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(shops)


@journey("The officer watches a case and has their cases covered while they are away")
def cover(visitor):
    visitor.sign_in("officer")
    page = visitor.page
    visitor.go("/work?whose=mine")
    page.locator("tbody a[href^='/cases/']").first.click()
    heading = page.get_by_role("heading", level=1).inner_text()
    case = page.url
    page.get_by_role("button", name="Watch this case").click()
    expect(page.get_by_role("button", name="Watch no longer")).to_be_visible()
    visitor.look()
    visitor.go("/work?whose=watched")
    expect(page.get_by_role("link", name=heading).first).to_be_visible()
    page.goto(case)
    page.get_by_role("button", name="Watch no longer").click()
    expect(page.get_by_role("button", name="Watch this case")).to_be_visible()
    visitor.go("/work?whose=team")
    visitor.go("/work/caseload")
    page.get_by_role("link", name="Cover", exact=True).click()
    visitor.look()
    page.get_by_role("button", name="Arrange it").click()
    assert page.title().startswith("Error:"), page.title()
    expect(page.get_by_role("alert")).to_contain_text("Choose who is away")
    visitor.look()
    start = datetime.date.today()
    page.get_by_label("Who is away").select_option(index=1)
    others = page.locator("#by option").all_inner_texts()[1:]
    away = page.locator("#away option:checked").inner_text()
    page.get_by_label("Who covers").select_option(label=next(o for o in others if o != away))
    for name, day in [("first", start), ("last", start + datetime.timedelta(days=2))]:
        for part in ["day", "month", "year"]:
            page.locator(f"#{name}-{part}").fill(str(getattr(day, part)))
    page.get_by_role("button", name="Arrange it").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Cover")
    ends = page.get_by_role("button", name="End the cover of")
    expect(ends.first).to_be_visible()
    visitor.look()
    before = ends.count()
    ends.first.click()
    expect(page.get_by_role("button", name="End the cover of")).to_have_count(before - 1)


@journey("The officer takes a report from a letter, acknowledges it, and goes through the exceptions")
def acknowledge(visitor):
    visitor.sign_in("officer")
    page = visitor.page
    visitor.go("/reports/new")
    page.locator("#channel").select_option("letter")
    page.locator("#kind").select_option("litter")
    page.get_by_label("Street, building or landmark").fill("Ropewalk")
    page.locator("input[name=day][value=today]").check(force=True)
    page.get_by_label("In their words", exact=True).fill(f"Bags left by the bins, {visitor.way}")
    page.locator("input[name=identity][value=anonymous]").check(force=True)
    page.get_by_role("button", name="Keep the report").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("The report is taken")
    reference = page.locator("dd").first.inner_text()
    visitor.go(f"/work/triage/{reference}")
    expect(page.get_by_text("Acknowledge by", exact=True)).to_be_visible()
    expect(page.get_by_role("heading", name="Acknowledge it")).to_be_visible()
    page.get_by_role("button", name="Tell them we have it").click()
    expect(page.get_by_text("The reporter is told that we have it")).to_be_visible()
    expect(page.get_by_text("Acknowledged", exact=True)).to_be_visible()
    expect(page.get_by_role("button", name="Tell them we have it")).to_have_count(0)
    visitor.look()
    visitor.go("/work")
    tiles = page.get_by_role("navigation", name="Exceptions").get_by_role("link")
    places = tiles.evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert len(places) == 7, places
    for place in places:
        tile = page.get_by_role("navigation", name="Exceptions").locator(f"a[href='{place}']")
        count = int(tile.locator(".big").inner_text().replace(",", ""))
        tile.click()
        rows = page.get_by_role("table", name="Work", exact=True).locator("tbody tr a")
        assert rows.count() == min(count, 50), (place, rows.count(), count)
    visitor.look()
    visitor.go("/work/caseload")
    expect(page.get_by_role("heading", name="Exceptions now")).to_be_visible()
    expect(page.get_by_role("heading", name="Kept in time this month")).to_be_visible()


@journey("The officer reads who has looked at a case, back to the first")
def seen(visitor):
    visitor.sign_in("officer")
    page = visitor.page
    visitor.go("/work?whose=mine")
    page.locator("tbody a[href^='/cases/']").first.click()
    case = page.url
    page.goto(case + "/seen")
    visitor.look()
    expect(page.get_by_role("heading", level=1)).to_have_text("Who has looked")
    expect(page.get_by_role("table", name="The latest first")).to_contain_text("Case read")
    page.goto(case + "/reports")
    visitor.look()
    expect(page.get_by_role("table", name="Reports")).to_be_visible()
