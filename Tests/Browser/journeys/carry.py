"""Bringing open cases of another system along."""
import pathlib
import tempfile

from playwright.sync_api import expect

from harness import journey

MAPPING = """row,ours,theirs
system,,Old Register
dates,day-first,
cases,reference,Case No
cases,title,Summary
cases,received,Opened
cases,priority,Priority
people,reference,Case No
people,name,Name
people,role,Role
priority,1,High
role,complainant,Caller
"""


@journey("The manager tries an import of open cases, mends the mapping and brings them along")
def carry(visitor):
    number = {"320-script": 1, "320-plain": 2, "1280-script": 3, "1280-plain": 4}[visitor.way]
    cases = f"""Case No,Summary,Opened,Priority
ASB/2025-{number}17,Lantern left burning {visitor.way},20/10/2025,High
ASB/2025-{number}18,No day,soon,Urgent
"""
    people = f"Case No,Name,Role\nASB/2025-{number}17,Example Caller,Caller\n"
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for table, text in [("cases", cases), ("people", people)]:
            (folder / f"{table}.csv").write_text(text)
        visitor.sign_in("manager")
        page = visitor.page
        visitor.go("/work/caseload")
        page.get_by_role("link", name="Bring open cases along").click()
        visitor.look()
        page.get_by_role("button", name="Try it").click()
        assert page.title().startswith("Error:"), page.title()
        visitor.look()
        visitor.go("/carry/mapping")
        page.get_by_label("Short word").fill(f"old-{visitor.way}")
        page.get_by_label("The sheet").fill("row,ours,theirs\ncases,colour,Colour\n")
        page.get_by_role("button", name="Save the mapping").click()
        expect(page.get_by_role("alert")).to_contain_text("cases have no field “colour”")
        visitor.look()
        page.get_by_label("The sheet").fill(MAPPING)
        page.get_by_role("button", name="Save the mapping").click()
        expect(page.get_by_text("is saved, version 1")).to_be_visible()

        attempt(page, visitor, folder)
        expect(page.get_by_role("heading", name="What the import would do")).to_be_visible()
        expect(page.get_by_role("rowheader", name="Urgent")).to_be_visible()
        expect(page.get_by_text("It is no date, or no such day").first).to_be_visible()
        visitor.look()
        page.get_by_role("link", name="Change the mapping").click()
        page.get_by_label("The sheet").fill(MAPPING + "priority,2,Urgent\n")
        page.get_by_role("button", name="Save the mapping").click()
        expect(page.get_by_text("is saved, version 2")).to_be_visible()
        (folder / "cases.csv").write_text(cases.replace("soon", "3 November 2025"))
        attempt(page, visitor, folder)
        expect(page.get_by_text("Every line can be kept.")).to_be_visible()
        visitor.look()
        page.get_by_role("button", name="Bring them along").click()
        for _ in range(60):
            if page.get_by_text("The import is done").count():
                break
            page.wait_for_timeout(500)
            if not visitor.script:
                page.reload()
        expect(page.get_by_text("2 cases, 1 person")).to_be_visible()
        visitor.look()

    visitor.go("/search")
    page.get_by_label("What are you looking for?").fill(f"asb 2025 {number}17")
    page.get_by_role("button", name="Search").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Lantern left burning")
    expect(page.get_by_text(f"where it was ASB/2025-{number}17").first).to_be_visible()
    expect(page.get_by_text("Record the first contact").first).to_be_visible()
    visitor.look()


def attempt(page, visitor, folder):
    """Tries the import of the tables in a folder."""
    visitor.go("/carry")
    page.get_by_label("Mapping the tables are read by").select_option(f"old-{visitor.way}")
    page.locator("#cases").set_input_files(folder / "cases.csv")
    page.locator("#people").set_input_files(folder / "people.csv")
    page.get_by_role("button", name="Try it").click()


@journey("Whoever brings no cases along finds no page for it")
def no_carry(visitor):
    visitor.sign_in("officer")
    page = visitor.page
    page.goto(visitor.server.url + "/carry")
    expect(page.get_by_role("heading", level=1)).to_contain_text("not")
    visitor.go("/work/caseload")
    assert page.get_by_role("link", name="Bring open cases along").count() == 0
