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
