"""The weekly tasking: prepare, decide, print; actions, vehicles, exceptions, comparison."""
import datetime
import pathlib
import tempfile

from playwright.sync_api import expect

from harness import journey

# Each way of running a journey has a week of its own, since they share one demonstration.
WAYS = ["320-script", "320-plain", "1280-script", "1280-plain"]


def place(visitor):
    return WAYS.index(visitor.way)


def day(page, name, date):
    """Fills in a date field."""
    for part in ["day", "month", "year"]:
        page.locator(f"#{name}-{part}").fill(str(getattr(date, part)))


def decide(page, problem, due):
    """Fills in the form of a decision."""
    page.get_by_label("Problem").fill(problem)
    page.get_by_label("What is to be done").fill("Patrols on Friday nights")
    page.get_by_label("Place").select_option(label="Millwharf")
    page.get_by_label("Response").check(force=True)
    page.get_by_label("Organisation that owns it").select_option(label="Thornmere Council")
    day(page, "due", due)
    day(page, "review", due + datetime.timedelta(days=14))


@journey("The coordinator prepares a pack, decides, prints it and closes the meeting")
def pack(visitor):
    visitor.sign_in("coordinator")
    page = visitor.page
    today = datetime.date.today()
    held = today + datetime.timedelta(days=28 + 7 * place(visitor))
    visitor.go("/tasking")
    day(page, "held", held)
    page.get_by_role("button", name="Plan the meeting").click()
    expect(page.get_by_role("status")).to_contain_text("is planned")
    visitor.look()
    prepare = page.get_by_role("button", name="Prepare the pack")
    if prepare.count():
        prepare.click()
        expect(page.get_by_role("status")).to_contain_text("The pack is prepared")
        visitor.look()
        page.get_by_role("link", name="Meeting of").click()
    page.get_by_role("link", name="Write a decision down").click()
    visitor.look()
    page.get_by_role("button", name="Write it down").click()
    expect(page.get_by_role("alert")).to_contain_text("Enter the problem")
    visitor.look()
    decide(page, f"Racing at night, Wherry Quay, {visitor.way}", held + datetime.timedelta(days=7))
    page.get_by_role("button", name="Write it down").click()
    expect(page.get_by_role("status")).to_contain_text("The decision is written down")
    page.get_by_role("link", name="Open the pack").click()
    headings = page.get_by_role("heading", level=2).all_text_contents()
    order = ["1. Actions from before", "2. New and changed hotspots", "3. Exceptions",
             "4. Repeat locations", "5. Decisions"]
    assert headings[:5] == order, headings
    assert not [h for h in headings if "Vehicles" in h], headings
    expect(page.get_by_text("OFFICIAL-SENSITIVE")).to_be_visible()
    visitor.look()
    button = page.get_by_role("button", name="Print as PDF")
    if button.count():
        with page.expect_download(timeout=60_000) as download:
            button.click()
        data = pathlib.Path(download.value.path()).read_bytes()
        assert data.startswith(b"%PDF-"), data[:8]
        page.reload()
        expect(page.get_by_role("row").filter(has_text="Printed").first).to_contain_text("Coordinator C")
    else:
        expect(page.get_by_text("Print this page from the browser")).to_be_visible()
    page.get_by_role("link", name="Meeting of").first.click()
    page.get_by_role("button", name="Close the meeting and keep its pack").click()
    expect(page.get_by_role("status")).to_contain_text("its pack is kept")
    expect(page.get_by_text("SHA-256 of the kept pack")).to_be_visible()
    visitor.look()


@journey("Two people report on one action, and the second is shown both texts")
def both(visitor):
    visitor.sign_in("officer")
    page = visitor.page
    visitor.go("/tasking/actions?state=to-do")
    page.get_by_role("link", name="Shop thefts in the town centre").click()
    visitor.look()
    path = page.url.removeprefix(visitor.server.url)
    with visitor.another() as manager:
        manager.sign_in("manager")
        manager.go(path)
        manager.page.get_by_label("What came of it, or why not").fill(f"Eight shops, {visitor.way}")
        manager.page.get_by_role("button", name="Record").click()
        expect(manager.page.get_by_role("status")).to_contain_text("Recorded")
    page.get_by_label("What came of it, or why not").fill(f"Ten shops, {visitor.way}")
    page.get_by_role("button", name="Record").click()
    expect(page.get_by_text("Not saved: Manager M changed this action")).to_be_visible()
    expect(page.get_by_text(f"Eight shops, {visitor.way}").first).to_be_visible()
    assert page.get_by_label("What came of it, or why not").input_value().startswith("Ten shops")
    visitor.look()
    page.get_by_role("button", name="Record").click()
    expect(page.get_by_role("status")).to_contain_text("Recorded")
    expect(page.get_by_text(f"Eight shops, {visitor.way} → Ten shops").first).to_be_visible()


@journey("A vehicle is proposed, authorised by somebody else, looked up and taken off")
def vehicles(visitor):
    visitor.sign_in("analyst")
    page = visitor.page
    mark = f"QQ1{place(visitor)} QIQ"
    visitor.go("/tasking/vehicles")
    page.get_by_role("button", name="Propose it").click()
    expect(page.get_by_role("alert")).to_contain_text("Enter the registration mark")
    visitor.look()
    page.get_by_label("Registration mark of the vehicle").fill(mark)
    page.get_by_label("Purpose").fill("Made up for a test. Note only")
    page.get_by_label("Source", exact=True).select_option("2")
    page.get_by_label("Intelligence").select_option("B")
    page.get_by_label("Handling", exact=True).select_option("P")
    day(page, "expires", datetime.date.today() + datetime.timedelta(days=14))
    page.get_by_role("button", name="Propose it").click()
    expect(page.get_by_role("status")).to_contain_text("A manager has to authorise it")
    row = page.get_by_role("row").filter(has_text=mark)
    with visitor.another() as manager:
        manager.sign_in("manager")
        manager.go("/tasking/vehicles")
        manager.page.get_by_role("row").filter(has_text=mark).get_by_role(
            "button", name="Authorise").click()
        expect(manager.page.get_by_role("status")).to_contain_text("it is on the list")
        manager.page.get_by_role("link", name="Who used the list").click()
        expect(manager.page.get_by_text("Vehicle authorised").first).to_be_visible()
        assert mark not in manager.page.content()
        manager.look()
    page.get_by_label("Registration mark", exact=True).fill(mark.lower())
    page.get_by_role("button", name="Look it up").click()
    expect(page.get_by_text("That vehicle is on the list")).to_be_visible()
    assert "QIQ" not in page.url and "QIQ" not in page.title()
    row.get_by_role("button", name="Take off").click()
    expect(page.get_by_role("status")).to_contain_text("Taken off the list")
    expect(page.get_by_role("row").filter(has_text=mark)).to_have_count(0)


@journey("The analyst sees what stands out of the week, and opens it to its incidents")
def exceptions(visitor):
    visitor.sign_in("analyst")
    page = visitor.page
    visitor.go("/tasking/exceptions")
    expect(page.get_by_role("heading", name="this week")).to_contain_text("out this week")
    page.get_by_role("link", name="Millwharf: Vehicle nuisance").click()
    expect(page.get_by_text("That you read these incidents is recorded")).to_be_visible()
    expect(page.get_by_role("table")).to_contain_text("Millwharf Park")
    visitor.look()
    visitor.go("/tasking/exceptions?period=soon")
    expect(page.get_by_role("alert")).to_contain_text("enter a week such as 2026-W47")
    visitor.look()
    page.get_by_label("Source").select_option(label="Recorded by the police (data.police.uk)")
    page.get_by_label("Week such as").fill("2026-09")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("heading", name="Nothing stands out this month")).to_be_visible()
    page.get_by_role("button", name="Test it again").click()
    expect(page.get_by_role("status")).to_contain_text("Tested: nothing stands out")
    visitor.look()


@journey("Nobody outside tasking sees it, and the auditor sees only who used the vehicles")
def outsiders(visitor):
    visitor.sign_in("councillor")
    visitor.go("/tasking")
    expect(visitor.page.get_by_role("heading", level=1)).to_have_text("Page not found")
    with visitor.another() as auditor:
        auditor.sign_in("auditor")
        auditor.go("/tasking/vehicles")
        expect(auditor.page.get_by_role("heading", level=1)).to_contain_text("Who used the list")


@journey("The analyst sees which wards differ, and compares the areas of a file")
def comparison(visitor):
    visitor.sign_in("analyst")
    page = visitor.page
    visitor.go("/tasking/comparison")
    expect(page.get_by_role("heading", name="What this can and cannot mean")).to_be_visible()
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "areas.csv"
        path.write_text("Code,Name,Events,People\nE1,Highton,many,10000\n")
        page.get_by_label("File of areas").set_input_files(path)
        page.get_by_role("button", name="Compare these").click()
        expect(page.get_by_role("alert")).to_contain_text("line 2, column 3")
        visitor.look()
        rows = "".join(f"E{n},Area {n},{95 + n},{10_000 + 500 * n}\n" for n in range(12))
        path.write_text("Code,Name,Events,People\n" + rows + "E99,Highton,420,10000\n")
        page.get_by_label("File of areas").set_input_files(path)
        page.get_by_role("button", name="Compare these").click()
        expect(page.get_by_text("Above the limits: Highton").first).to_be_visible()
        visitor.look()
