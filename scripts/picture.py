#!/usr/bin/env python3
"""Draws the pictures of README and guide from a demonstration that is being served.

    scripts/picture.py URL            # all of them
    scripts/picture.py URL worklist   # one

Each is kept with few enough colours (pngquant) to be small. The demonstration's records are read
and, where a picture shows what somebody sends in, added to: serve one made for the purpose.
"""
import base64
import dataclasses
import pathlib
import subprocess
import sys
import typing

from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "Tests/Browser"))
from harness import PASSWORD  # noqa: E402  the demonstration's one password

PHONE = 400
FIRST_ROW = "table.ledger tbody a"
FIRST_CASE = "table.ledger tbody a[href^='/cases/']"


@dataclasses.dataclass
class Picture:
    """What is drawn: whose page, where, and how much of it."""
    name: str
    path: str
    who: str = ""
    width: int = 1280
    height: int = 960
    #: Links that are followed first, each the first that fits.
    follow: tuple = ()
    #: What is done on the page before it is drawn.
    then: typing.Callable = None
    #: The part of the page that is drawn, from its top; the window where it is empty.
    part: str = ""


def choose(page, *labels):
    for label in labels:
        page.get_by_label(label, exact=True).first.check(force=True)


def go_on(page, name="Continue"):
    page.get_by_role("button", name=name, exact=True).click()


def told(page):
    """A report up to where its answers are checked."""
    choose(page, "Rowdy, noisy behaviour in otherwise quiet neighbourhoods")
    go_on(page)
    go_on(page, "Continue with my report")
    page.get_by_label("Street, building or landmark").fill("stairs at Ropewalk")
    go_on(page)
    choose(page, "Ropewalk, Millwharf")
    go_on(page)
    choose(page, "Yesterday")
    page.get_by_label("About what time did it begin?").select_option(label="11pm")
    go_on(page)
    page.get_by_label("In your words").fill("Shouting and banging on the stairs every night")
    go_on(page)
    go_on(page)
    choose(page, "Children live with me")
    go_on(page)
    choose(page, "No: I want to stay anonymous")
    go_on(page)


def begun(page):
    """A letter as it begins, to the first person of a case."""
    page.goto(f"{page.url}/letters")
    page.get_by_label("To whom").select_option(index=1)
    page.get_by_label("Which letter").select_option(label="Asking to meet")
    go_on(page, "Begin it")


def sent(page):
    """A report that is sent."""
    told(page)
    go_on(page, "Send report")


def tracked(page):
    """A report that is sent and opened again."""
    sent(page)
    reference, secret = page.locator("strong.ref").all_text_contents()
    go_on(page, "I have written them down: leave this page")
    page.get_by_role("link", name="Report something").first.wait_for()
    page.goto(page.url.rstrip("/") + "/report/track")
    page.get_by_label("Reference").fill(reference)
    page.get_by_label("Secret").fill(secret)
    go_on(page, "Open the report")


def carried(page):
    """The trial of a table of another system's open cases."""
    page.get_by_label("Mapping").select_option("sample")
    page.get_by_label("Cases", exact=True).set_input_files({
        "name": "cases.csv", "mimeType": "text/csv", "buffer": (
            "Case No,Summary,Opened,Priority,Type,Officer,Street,First contact,Last told\n"
            "ASB/2026-117,Music above the shop at weekends,20/10/2026 09:30,High,Noise at night,"
            "officer@thornmere.example,TM1 0AA,21/10/2026,\n"
            "ASB/2026-122,Bins alight,3 November 2026,Urgent,Damage,,TM1 0AA,,\n"
        ).encode()})
    go_on(page, "Try it")


def searched(page):
    """A name in another spelling than the records have."""
    page.get_by_role("searchbox").first.fill("mohamed o'neil")
    go_on(page, "Search")


def linked(page):
    """The first report to decide about that others may belong with."""
    rows = [row.get_attribute("href") for row in page.locator(FIRST_ROW).all()]
    root = page.url.split("/work")[0]
    for row in rows:
        page.goto(root + row)
        if not page.get_by_text("There are none.").count():
            return


def assessed(page):
    """The questions of the first instrument, from the page of a case."""
    page.goto(page.url.split("#")[0] + "/risk")
    page.get_by_role("link", name="Anti-social behaviour matrix, version 1").first.click()


def written(page):
    """An order that is being written down, with what the law of its day refuses."""
    page.get_by_label("Name of the person").fill("Rowan Sample")
    page.get_by_label("Street or postcode").fill("Ropewalk")
    page.get_by_label("What it forbids").fill("Not to shout or play loud music after 11pm")
    page.evaluate("window.scrollTo(0, 0)")


def printed(page):
    """The first sheet of an order's notice, as it is saved."""
    answer = page.context.request.get(page.url.split("#")[0] + "/notice.pdf")
    sheet = subprocess.run(["pdftoppm", "-png", "-r", "96", "-singlefile", "-"], input=answer.body(),
                           stdout=subprocess.PIPE, check=True).stdout
    image = base64.b64encode(sheet).decode()
    # The site's own policy lets no image in that it did not send.
    page.goto("about:blank")
    page.set_content(f'<body style="margin:0"><img src="data:image/png;base64,{image}">')


PICTURES = [
    Picture("dashboard", "/indicators", "analyst"),
    Picture("report-start", "/report", width=PHONE, height=900),
    Picture("report-what", "/report/what", width=PHONE, height=900),
    Picture("report-check", "/report/what", width=PHONE, height=1000, then=told),
    Picture("report-sent", "/report/what", width=PHONE, height=900, then=sent),
    Picture("report-track", "/report/what", width=PHONE, height=1000, then=tracked),
    Picture("report-counts", "/report/counts", width=900),
    Picture("reports", "/reports", "officer"),
    Picture("worklist", "/work", "officer", height=1000),
    Picture("triage", "/work?list=new", "officer", height=1100, then=linked),
    Picture("case", "/work?list=later", "officer", height=1100, follow=(FIRST_CASE,)),
    Picture("letter", "/work?list=later", "officer", height=1250, follow=(FIRST_CASE,), then=begun),
    Picture("working-days", "/work/procedures/working-days", "manager"),
    Picture("review-law", "/reports/reviews/law", "manager", height=900),
    Picture("risk", "/work?list=risk", "officer", follow=(FIRST_CASE,), then=assessed),
    Picture("caseload", "/work/caseload", "manager"),
    Picture("search", "/search", "officer", height=1000, then=searched),
    Picture("procedures", "/work/procedures", "manager"),
    Picture("carry", "/carry", "manager", then=carried),
    Picture("evidence", "/evidence", "manager", height=700),
    Picture("case-review", "/reports/reviews", "officer", height=1100, follow=(FIRST_ROW,)),
    Picture("partner-cases", "/cases/shared", "partner", height=1000, follow=(FIRST_ROW,)),
    Picture("retention", "/retention", "manager"),
    Picture("data-request", "/data-requests", "manager", follow=(FIRST_ROW,)),
    Picture("hotspots", "/hotspots", "analyst", height=1000, part="section.sheet:has(svg.map), section.sheet:has(figure svg)"),
    Picture("tasking", "/tasking", "manager", height=1000, follow=(FIRST_ROW,)),
    Picture("orders", "/orders", "officer"),
    Picture("orders-equality", "/orders/equality", "manager", height=1200),
    Picture("order-writing", "/orders/new/injunction", "officer", height=1300, then=written),
    Picture("notice", "/orders?power=protection-notice", "officer", width=794, height=1123,
            follow=(FIRST_ROW,), then=printed),
    Picture("review-panel", "/reports/reviews", "coordinator", height=1200, follow=("tr:has-text('Review to be held') a",)),
    Picture("conference", "/conferences/marac", "coordinator", height=1100),
    Picture("conference-case", "/conferences/marac", "coordinator", height=1200,
            follow=("a.ref[href*='/cases/']",)),
    Picture("conference-meeting", "/conferences/marac", "coordinator", height=1200,
            follow=("table.ledger a[href*='/meetings/'] >> nth=1", "a.ref[href*='item=']")),
    Picture("conference-minutes", "/conferences/community-marac", "coordinator", height=1300,
            follow=("table.ledger a[href*='/meetings/'] >> nth=1", "a[href$='/minutes']")),
    Picture("sharing", "/sharing", "officer", height=1000),
    Picture("sharing-record", "/sharing", "officer", height=1100, follow=("table.ledger tbody a[href^='/sharing/']",)),
    Picture("conference-figures", "/conferences/tension/figures", "coordinator", height=1100),
]


class Artist:
    """Draws pictures of what is served at an address."""

    def __init__(self, browser, url):
        self.browser, self.url = browser, url
        self.sessions = {}

    def draw(self, picture):
        context = self.browser.new_context(
            viewport={"width": picture.width, "height": picture.height}, reduced_motion="reduce")
        page = context.new_page()
        if picture.who:
            self.sign_in(page, picture.who)
        page.goto(self.url + picture.path)
        for link in picture.follow:
            page.locator(link).first.click()
            page.wait_for_load_state()
        if picture.then:
            picture.then(page)
            page.wait_for_load_state()
        self.keep(page, picture)
        context.close()

    def sign_in(self, page, who):
        if who in self.sessions:
            return page.context.add_cookies(self.sessions[who])
        page.goto(self.url + "/sign-in")
        page.get_by_label("Email address").fill(f"{who}@thornmere.example")
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        self.sessions[who] = page.context.cookies()

    def keep(self, page, picture):
        path = ROOT / f"docs/images/{picture.name}.png"
        if picture.part:
            box = page.locator(picture.part).first.bounding_box()
            box["height"] = min(box["height"], picture.height)
            page.screenshot(path=path, clip=box, full_page=True)
        else:
            page.screenshot(path=path)
        subprocess.run(
            ["pngquant", "--quality=60-95", "--speed=1", "--strip", "--force",
             f"--output={path}", path], check=True)
        print(f"{picture.name}: {path.stat().st_size // 1024} KB")


def main():
    url, wanted = sys.argv[1], sys.argv[2:]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        artist = Artist(browser, url)
        for picture in PICTURES:
            if not wanted or picture.name in wanted:
                try:
                    artist.draw(picture)
                except Exception as fault:  # the others are still drawn
                    print(f"{picture.name}: {fault}", file=sys.stderr)
        browser.close()


main()
