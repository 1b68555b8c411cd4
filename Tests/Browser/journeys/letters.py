"""An officer writes to somebody in a case, and makes a call that no machine makes."""
import urllib.parse

from playwright.sync_api import expect

from harness import journey


@journey("An officer writes a letter to somebody in a case, and a clerk prints it: it is done by hand")
def letter(visitor):
    visitor.sign_in("officer")
    page = visitor.page
    visitor.go("/work")
    page.locator("main table a[href^='/cases/']").first.click()
    expect(page.locator("#letters")).to_have_count(1)
    case = urllib.parse.urlsplit(page.url).path
    visitor.go(f"{case}/letters")
    page.get_by_role("button", name="Begin it").click()
    assert page.title().startswith("Error: "), page.title()
    visitor.look()
    page.get_by_label("To whom").select_option(index=1)
    page.get_by_label("Which letter").select_option(label="Asking to meet")
    page.get_by_role("button", name="Begin it").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Asking to meet")
    words = page.get_by_label("What it says")
    assert "((" not in words.input_value()
    visitor.look()
    words.fill("")
    page.get_by_role("button", name="Show me the letter").click()
    assert page.title().startswith("Error: "), page.title()
    visitor.look()
    page.get_by_label("On paper").check(force=True)
    page.get_by_label("Name and address").fill("Person of the case (made up)\n1 Made-up Row")
    page.get_by_label("What it says").fill("Dear person\nWe would like to meet you on Tuesday.")
    safe = page.get_by_label("I have read when and how it is safe", exact=False)
    if safe.count():
        safe.check(force=True)
    page.get_by_role("button", name="Show me the letter").click()
    expect(page.get_by_role("heading", name="How it reads")).to_be_visible()
    expect(page.locator("div.letter")).to_contain_text("We would like to meet you on Tuesday.")
    visitor.look()
    page.get_by_role("button", name="Keep it and send it").click()
    expect(page.get_by_text("The letter is kept")).to_be_visible()
    visitor.look()
    for name in ["Save as PDF", "Save as DOCX"]:
        if page.get_by_role("link", name=name).count():
            with page.expect_download(timeout=90_000) as saved:
                page.get_by_role("link", name=name).click()
            assert saved.value.suggested_filename.startswith(case.split("/")[-1])
    kept = urllib.parse.urlsplit(page.url).path
    visitor.go("/outbox?route=letter")
    page.locator("main table a[href^='/outbox/']").first.click()
    expect(page.get_by_text("We would like to meet you on Tuesday.")).to_be_visible()
    visitor.look()
    page.get_by_role("button", name="It was printed and posted").click()
    expect(page.get_by_text("Done by hand")).to_be_visible()
    visitor.go(kept)
    expect(page.get_by_text("Posted", exact=True)).to_be_visible()
    visitor.go(case)
    expect(page.get_by_text("Letter written").first).to_be_attached()
    visitor.go("/work/wordings")
    page.get_by_role("link", name="Asking to meet").click()
    visitor.look()


@journey("A manager makes a call that is late, and records what was done by hand")
def call(visitor):
    visitor.sign_in("manager")
    page = visitor.page
    visitor.go("/work")
    page.locator("main a[href^='/work/say/']").first.click()
    expect(page.get_by_role("heading", name="What to say")).to_be_visible()
    visitor.look()
    call = urllib.parse.urlsplit(page.url).path
    page.get_by_role("button", name="Record that it was said").click()
    assert page.title().startswith("Error: "), page.title()
    visitor.look()
    page.get_by_label("Whom you spoke to").fill("The reporter")
    page.get_by_label("What they said").fill("It is quiet now")
    page.get_by_role("button", name="Record that it was said").click()
    expect(page.get_by_text("It is recorded that this was said")).to_be_visible()
    visitor.look()
    visitor.go("/work")
    expect(page.locator(f"main a[href='{call}']")).to_have_count(0)
