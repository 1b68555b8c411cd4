"""An officer makes a bundle of a case's papers for a court."""
import urllib.parse

from playwright.sync_api import expect

from harness import journey


@journey("An officer chooses papers for a court, strikes a passage, and saves the numbered bundle")
def bundle(visitor):
    visitor.sign_in("officer")
    page = visitor.page
    visitor.go("/work")
    page.locator("main table a[href^='/cases/']").first.click()
    expect(page.locator("#bundles")).to_have_count(1)
    visitor.go(f"{urllib.parse.urlsplit(page.url).path}/bundles")
    visitor.look()
    page.get_by_role("button", name="Begin it").click()
    assert page.title().startswith("Error: "), page.title()
    visitor.look()
    page.get_by_label("Court", exact=True).fill("The County Court at Thornmere")
    page.get_by_role("button", name="Begin it").click()
    expect(page.get_by_text("Nothing yet. Choose below what goes in.")).to_be_visible()
    visitor.look()
    page.get_by_label("I have read the draft", exact=False).check(force=True)
    page.get_by_role("button", name="Finish it").click()
    expect(page.get_by_role("alert").first).to_contain_text("Choose first what goes in")
    for box in page.locator("#choose input[type=checkbox]").all():
        box.check(force=True)
    page.get_by_role("button", name="These go in").click()
    expect(page.get_by_text("These papers go in")).to_be_visible()
    visitor.look()
    page.get_by_role("link", name="What was reported").first.click()
    words = page.locator("main dd").first.inner_text().split()[0]
    visitor.look()
    page.get_by_label("What else is struck out").fill(words)
    page.get_by_role("button", name="Keep it").click()
    expect(page.get_by_text("The paper goes in")).to_be_visible()
    with page.expect_download(timeout=90_000) as saved:
        page.get_by_role("button", name="Save the draft as PDF").click()
    assert saved.value.suggested_filename.endswith(".pdf")
    page.get_by_label("I have read the draft", exact=False).check(force=True)
    page.get_by_role("button", name="Finish it").click()
    expect(page.get_by_text("The bundle is finished: save the file")).to_be_visible()
    expect(page.get_by_role("button", name="Save the bundle as PDF")).to_be_visible()
    visitor.look()
