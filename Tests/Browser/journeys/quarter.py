"""The analyst's quarter: figures, returns, sign-off, publication and correction."""
import io
import re
import zipfile

from harness import journey
from playwright.sync_api import expect

QUARTER = "csp-2025-29/fy2026-27-q2"


@journey("A partner takes the form of its return and sends it back")
def partner_return(visitor):
    page = visitor.page
    visitor.sign_in("partner")
    visitor.go("/indicators/returns")
    assert "/returns/csp-2025-29/" in page.url, page.url
    with page.expect_download() as download:
        page.get_by_role("link", name="Download the form").click()
    form = download.value.path()
    page.get_by_role("button", name="Read the form").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose the form you filled in")
    assert page.title().startswith("Error: ")
    visitor.look()
    page.get_by_label("The form, filled in").set_input_files(
        {"name": "return.xlsx", "mimeType": "application/octet-stream", "buffer": form.read_bytes()})
    page.get_by_role("button", name="Read the form").click()
    expect(page.get_by_text("Nothing is kept yet.")).to_be_visible()
    visitor.look()
    page.get_by_role("button", name="Keep these figures").click()
    expect(page.get_by_role("status")).to_contain_text("The return is received")
    page.goto(page.url.replace("/police", "/voluntary"))
    expect(page.get_by_role("heading", level=1)).not_to_contain_text("Return of")


def with_cell(form, cell, value):
    """The bytes of a form with another number in one of its cells, or none."""
    sheet, out = "xl/worksheets/sheet1.xml", io.BytesIO()
    with zipfile.ZipFile(form) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == sheet:
                pattern = rf'(<c r="{cell}"[^>]*)><v>[^<]*</v>'.encode()
                number = b"<v>%s</v>" % value.encode() if value else b""
                content, count = re.subn(pattern, rb"\1>" + number, content)
                assert count == 1, f"{cell} is not in the form"
            new.writestr(name, content)
    return out.getvalue()


@journey("A late agency is asked for its return, and that is recorded")
def chase(visitor):
    page = visitor.page
    visitor.sign_in("analyst")
    visitor.go(f"/indicators/returns/{QUARTER}")
    page.get_by_role("link", name="Thornmere Voluntary Action").click()
    expect(page.get_by_text("No mail is sent from here.")).to_be_visible()
    expect(page.get_by_label("Text to send")).to_contain_text("3 figures are missing")
    visitor.look()
    page.get_by_role("button", name="Record that I asked").click()
    expect(page.get_by_role("status")).to_contain_text("Ask again on")
    visitor.look()


@journey("A figure is corrected, signed off and published again; the first issue stays")
def correction(visitor):
    page = visitor.page
    visitor.sign_in("manager")
    visitor.go("/indicators/figures")
    page.get_by_role("link", name="Enter figures and words").first.click()
    visitor.look()
    field = page.get_by_label("July 2026").first
    held = field.input_value()
    field.fill("many")
    page.get_by_role("button", name="Save").click()
    assert page.title().startswith("Error: ")
    expect(page.get_by_role("alert")).to_be_focused()
    expect(page.get_by_label("July 2026").first).to_have_value("many")
    visitor.look()
    page.get_by_label("July 2026").first.fill(str(int(held.replace(",", "")) + 1))
    page.get_by_label("Why a figure changes").first.fill("One call was missed")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("status")).to_contain_text("Saved: 1 figure. The sign-off is withdrawn")
    page.get_by_role("link", name="Sign off").first.click()
    visitor.look()
    reason = page.get_by_label("Why it is signed though something is missing")
    if reason.count():
        reason.fill("It follows in another issue")
    page.get_by_role("button", name="Sign off").click()
    expect(page.get_by_role("status")).to_contain_text("is signed off")
    visitor.go(f"/indicators/publications/{QUARTER}")
    page.get_by_label("What is corrected").fill("One call in July had been missed.")
    page.get_by_role("button", name="Publish the correction").click()
    expect(page.get_by_role("status")).to_contain_text("is published")
    visitor.go("/performance")
    expect(page.get_by_text("One call in July had been missed.").first).to_be_visible()
    visitor.go(f"/performance/{QUARTER}-issue-1")
    expect(page.get_by_text("This issue has been corrected.")).to_be_visible()
    visitor.go("/performance/csp-2025-29")
    visitor.go(f"/performance/{QUARTER}-issue-1/print")


@journey("A return's faults are named by cell; a changed figure needs a reason")
def return_changes(visitor):
    page = visitor.page
    visitor.sign_in("partner")
    visitor.go("/indicators/returns")
    agency = page.url
    with page.expect_download() as download:
        page.get_by_role("link", name="Download the form").click()
    form = download.value.path()

    def send(content):
        page.goto(agency)
        page.get_by_label("The form, filled in").set_input_files(
            {"name": "return.xlsx", "mimeType": "application/octet-stream", "buffer": content})
        page.get_by_role("button", name="Read the form").click()

    send(with_cell(form, "E4", "-3.5"))
    expect(page.get_by_role("alert")).to_contain_text("E4: Enter a")
    visitor.look()
    send(b"not a workbook")
    expect(page.get_by_role("alert")).to_contain_text("not the workbook of this return")
    send(with_cell(form, "E4", ""))
    expect(page.get_by_text("A cell left empty takes no figure away")).to_be_visible()
    visitor.look()
    calls = str(1401 + 2 * visitor.script + (visitor.width > 320))
    send(with_cell(form, "E4", calls))
    page.get_by_role("button", name="Keep these figures").click()
    expect(page.get_by_role("alert")).to_contain_text("Say why figures change")
    visitor.look()
    page.get_by_label("Why figures change").fill("Calls of one night were added")
    page.get_by_role("button", name="Keep these figures").click()
    expect(page.get_by_role("status")).to_contain_text("The return is received")
    expect(page.get_by_text(f"1,{calls[1:]}").first).to_be_visible()


@journey("The print view gives each priority one sheet of A4")
def printed(visitor):
    visitor.go("/performance")
    visitor.go(f"/performance/{QUARTER}-issue-1/print")
    page = visitor.page
    priorities = page.locator("section.paper").count()
    assert priorities > 1, priorities
    sheets = len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))
    assert sheets == priorities, f"{sheets} sheets for {priorities} priorities"
    assert b"/MediaBox [0 0 594.9" in page.pdf(prefer_css_page_size=True), "the sheets are not A4"


@journey("The manager sees what is due, what agencies owe, and what would be published")
def desk(visitor):
    visitor.sign_in("manager")
    for path in [f"/indicators/figures/{QUARTER}", f"/indicators/returns/{QUARTER}",
                 f"/indicators/publications/{QUARTER}"]:
        visitor.go(path)
    page = visitor.page
    page.get_by_role("button", name="Publish the correction").click()
    expect(page.get_by_role("alert")).to_be_visible()
    visitor.look()
    visitor.go(f"/indicators/returns/{QUARTER}")
    page.get_by_label(re.compile("[Dd]ays")).fill("0")
    page.locator("form").filter(has=page.get_by_label(re.compile("[Dd]ays"))).get_by_role(
        "button").click()
    expect(page.get_by_role("alert")).to_be_visible()
    visitor.look()
