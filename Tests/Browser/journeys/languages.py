"""Residents read public pages in other languages; staff enter their words and have them checked."""
import csv
import io

from playwright.sync_api import expect

from harness import journey

# Words of a page that were not put into the language nobody speaks, which has an accent on every letter.
PLAIN = """
() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let node; (node = walker.nextNode()); ) {
    if (node.parentElement.closest("[translate=no], script, svg, textarea")) continue;
    if (/[A-Za-z]{3,}/.test(node.data.replaceAll("Thornmere Community Safety Partnership", ""))) {
      found.push(node.data);
    }
  }
  return found;
}
"""


def read(visitor, language):
    """Looks at the present page: nothing of it is left in English, and it runs as its language does."""
    page = visitor.page
    visitor.look()
    assert page.locator("html").get_attribute("lang") == language, page.url
    plain = page.evaluate(PLAIN)
    assert not plain, f"{page.url} has in English: {plain}"


def go_on(page):
    page.locator("button[name=act][value=continue]").click()


def report(visitor, language):
    """Reports something, page after page, and opens the report again."""
    page = visitor.page
    page.goto(f"{visitor.server.url}/language?code={language}&to=/report")
    read(visitor, language)
    page.locator("a[href='/report/what']").click()
    read(visitor, language)
    go_on(page)
    assert "[" in page.title(), page.title()
    read(visitor, language)
    page.locator("input[name=kind]").first.check(force=True)
    go_on(page)
    if page.url.endswith("/now"):
        read(visitor, language)
        go_on(page)
    go_on(page)
    read(visitor, language)
    page.locator("#place").fill("By the old pump")
    go_on(page)
    read(visitor, language)
    page.locator("#day-2").check(force=True)
    page.locator("#hour").select_option("23")
    page.locator("#minutes").select_option("120")
    page.locator("button[value=add]").click()
    read(visitor, language)
    go_on(page)
    read(visitor, language)
    page.locator("#narrative").fill("Yes")
    go_on(page)
    read(visitor, language)
    go_on(page)
    read(visitor, language)
    go_on(page)
    read(visitor, language)
    page.locator("#identity-3").check(force=True)
    go_on(page)
    read(visitor, language)
    # What somebody wrote stays what they wrote, even where it is a text of ours.
    expect(page.locator("dd div[translate=no]").get_by_text("Yes", exact=True)).to_be_visible()
    go_on(page)
    read(visitor, language)
    reference, secret = page.locator("strong.ref").all_text_contents()
    page.goto(visitor.server.url + "/report/track")
    read(visitor, language)
    page.locator("#reference").fill(reference)
    page.locator("#secret").fill(secret)
    page.locator("main form button").click()
    read(visitor, language)
    page.goto(visitor.server.url + "/case-review")
    read(visitor, language)
    page.goto(visitor.server.url + "/case-review/track")
    read(visitor, language)
    page.goto(visitor.server.url + "/")
    read(visitor, language)


@journey("A resident reports in a language whose words are longer")
def longer(visitor):
    report(visitor, "en-XA")


@journey("A resident reports in a language that runs from right to left")
def mirrored(visitor):
    report(visitor, "ar-XB")
    assert visitor.page.locator("html").get_attribute("dir") == "rtl"


@journey("An administrator adds a language, has a page checked, and the public reads it")
def staff(visitor):
    visitor.sign_in("administrator")
    page = visitor.page
    code = {"320-script": "cy", "320-plain": "tr", "1280-script": "ur", "1280-plain": "so"}[visitor.way]
    visitor.go("/languages")
    page.get_by_role("button", name="Add the language").click()
    assert page.title().startswith("Error: "), page.title()
    visitor.look()
    page.get_by_label("What its speakers call it").fill(f"Language {code}")
    page.get_by_label("Its code").fill(code)
    page.get_by_role("button", name="Add the language").click()
    visitor.look()
    sheet = page.context.request.get(f"{visitor.server.url}/languages/{code}/words.csv").text()
    rows = list(csv.reader(io.StringIO(sheet)))
    for row in rows[1:]:
        row[2] = row[1].replace("Which", "WHICH").replace("Postcode", "POSTCODE")
    written = io.StringIO()
    csv.writer(written).writerows(rows)
    give = [{"name": "words.csv", "mimeType": "text/csv", "buffer": written.getvalue().encode()}]
    page.get_by_role("button", name="Take the words").click()
    assert page.title().startswith("Error: "), page.title()
    page.get_by_label("The file with words").set_input_files(give)
    page.get_by_role("button", name="Take the words").click()
    expect(page.get_by_text("To be checked").first).to_be_visible()
    visitor.look()
    for name in ["On every page", "Report: Where it happens"]:
        page.get_by_role("link", name=name).click()
        visitor.look()
        page.get_by_role("button", name="It was checked").click()
        expect(page.get_by_text("Shown to the public")).to_be_visible()
        page.get_by_role("link", name=f"Language {code}").click()
    visitor.look()
    page.goto(visitor.server.url + "/report/what")
    page.locator("input[name=kind]").nth(5).check(force=True)
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_label("Postcode")).to_be_visible()
    visitor.look()
    page.get_by_role("link", name=f"Language {code}").click()
    expect(page.get_by_text("POSTCODE", exact=True)).to_be_visible()
    assert page.locator("html").get_attribute("lang") == code
    visitor.look()
    page.get_by_role("link", name="English").click()
    expect(page.get_by_text("Postcode", exact=True)).to_be_visible()


@journey("Whoever has nothing to do with languages finds no page for them")
def strangers(visitor):
    visitor.sign_in("officer")
    page = visitor.page
    assert page.get_by_role("link", name="Languages").count() == 0
    assert page.goto(visitor.server.url + "/languages").status == 404
