"""A resident reports, follows the report, asks for a case review; an officer reads it."""
import re

from playwright.sync_api import expect

from harness import journey

WORDS_A_MINUTE, TYPED_A_MINUTE = 200, 20


class Report:
    """A report being written: counts the pages, the required answers, the words read and typed."""

    def __init__(self, visitor):
        self.visitor, self.page = visitor, visitor.page
        self.pages, self.required, self.read, self.typed = 1, 0, 0, 0
        self.lines, self.counts = set(), []

    def look(self, heading):
        """The page under a heading is there, and is counted."""
        expect(self.page.get_by_role("heading", level=1)).to_have_text(heading)
        expect(self.page.get_by_role("link", name="Leave this page")).to_be_visible()
        self.visitor.look()
        self.pages += 1
        self.take_in()

    def take_in(self):
        """Reads what stands on the page, but not again what stood on a page before."""
        # Nor are the choices of a closed list, the way back, and what only a screen reader says.
        text = self.page.evaluate("""() => {
            const main = document.querySelector('main').cloneNode(true);
            main.querySelectorAll('option, .hide, nav, .steps').forEach(o => o.remove());
            document.body.append(main);
            const text = main.innerText;
            main.remove();
            return text; }""")
        fresh = set(text.splitlines()) - self.lines
        self.lines |= fresh
        words = sum(len(line.split()) for line in fresh)
        self.counts.append((self.page.url.rsplit("/", 1)[-1], words))
        self.read += words

    def fill(self, label, text):
        self.page.get_by_label(label, exact=True).fill(text)
        self.typed += len(text.split())

    def go_on(self, name="Continue", required=False):
        self.required += required
        self.page.get_by_role("button", name=name, exact=True).click()

    @property
    def minutes(self):
        return self.read / WORDS_A_MINUTE + self.typed / TYPED_A_MINUTE


def choose(page, label):
    page.get_by_label(label, exact=True).check(force=True)


@journey("A resident reports noise on a phone, follows it, adds to it and withdraws it")
def report(visitor):
    page = visitor.page
    visitor.go("/")
    page.get_by_role("link", name="Report something").click()
    one = Report(visitor)
    expect(page.get_by_text("press 55")).to_be_visible()
    one.take_in()
    visitor.look()
    page.get_by_role("link", name="Start now").click()
    one.look("What is happening?")
    one.go_on()
    assert page.title().startswith("Error: "), page.title()
    expect(page.get_by_role("alert")).to_be_visible()
    page.get_by_role("alert").get_by_role("link").click()
    visitor.look()
    choose(page, "Rowdy, noisy behaviour in otherwise quiet neighbourhoods")
    one.go_on(required=True)
    one.look("If the noise is happening now")
    expect(page.get_by_text("020 7946 0123")).to_be_visible()
    one.go_on("Continue with my report")
    one.look("Where is it happening?")
    page.get_by_label("Postcode").fill("TM1")
    one.go_on()
    assert page.title().startswith("Error: "), page.title()
    expect(page.get_by_label("Postcode")).to_have_value("TM1")
    visitor.look()
    page.reload()  # a page of its own: nothing is sent again, and nothing is lost
    expect(page.get_by_label("Postcode")).to_have_value("TM1")
    page.go_back()
    page.go_forward()
    expect(page.get_by_label("Postcode")).to_have_value("TM1")
    page.get_by_label("Postcode").fill("")
    one.fill("Street, building or landmark", "stairs at Ropewalk")
    one.go_on(required=True)
    one.look("Which of these is nearest to it?")
    choose(page, "Ropewalk, Millwharf")
    one.go_on()
    one.look("When did it happen?")
    choose(page, "Yesterday")
    page.get_by_label("About what time did it begin?").select_option(label="11pm")
    one.go_on("Add another time", required=True)
    expect(page.get_by_text("about 11pm (night)").first).to_be_visible()
    visitor.look()
    one.go_on()
    one.look("What happened?")
    one.fill("In your words", "Shouting and banging on the stairs every night")
    one.go_on(required=True)
    one.look("Do you know who is doing it?")
    one.go_on()
    one.look("How does it affect you?")
    choose(page, "Children live with me")
    one.go_on()
    one.look("Do you want to give your name?")
    choose(page, "No: I want to stay anonymous")
    one.go_on(required=True)
    one.look("Check your answers, then send your report")
    page.go_back()
    expect(page.get_by_label("No: I want to stay anonymous", exact=True)).to_be_checked()
    page.go_forward()
    page.get_by_role("link", name="Change in your words").click()
    expect(page.get_by_label("In your words")).to_have_value(re.compile("Shouting and banging"))
    visitor.look()
    one.go_on()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Check your answers, then send your report")
    page.reload()
    one.go_on("Send report")
    one.look("Your report is sent")
    assert one.pages <= 12 and one.required <= 6, (one.pages, one.required)
    assert one.minutes < 5, f"{one.minutes:.1f} minutes: {one.read} read, {one.typed} typed, {one.counts}"
    reference, secret = page.locator("strong.ref").all_text_contents()
    expect(page.get_by_text("You can ask for a case review")).to_be_visible()
    page.get_by_role("button", name="I have written them down").click()
    expect(page.get_by_role("link", name="Report something")).to_be_visible()
    follow(visitor, reference, secret)


def without_layers(css):
    """A stylesheet as a browser reads it that is older than layers: their blocks are dropped."""
    kept, at = [], 0
    for block in re.finditer(r"@layer [^{;]*(?=[{;])", css):
        if block.start() < at:
            continue
        kept.append(css[at:block.start()])
        at = block.end()
        if css[at] == ";":
            at += 1
            continue
        depth = 0
        while True:
            depth += {"{": 1, "}": -1}.get(css[at], 0)
            at += 1
            if depth == 0:
                break
    old = "@supports not (container-type: inline-size)"
    rest = "".join(kept) + css[at:]
    assert "@layer" not in rest and old in rest
    return rest.replace(old, "@supports (display: block)")


@journey("A resident reports with a browser that is older than layers of styles")
def old_phone(visitor):
    def plain(route):
        route.fulfill(content_type="text/css", body=without_layers(route.fetch().text()))

    visitor.page.route("**/*.css", plain)
    visitor.worker.reading.route("**/*.css", plain)
    try:
        report(visitor)
        # The plain rules and no others: a button has their colour, and nothing is laid over it.
        visitor.go("/report/what")
        button = visitor.page.get_by_role("button", name="Continue")
        colour = button.evaluate("e => getComputedStyle(e).backgroundColor")
        assert colour == "rgb(27, 85, 104)", colour
    finally:
        visitor.worker.reading.unroute("**/*.css")


def follow(visitor, reference, secret):
    """Opens the report again, adds to it and withdraws it."""
    page = visitor.page
    visitor.go("/report/track")
    page.get_by_label("Reference").fill(reference)
    page.get_by_label("Secret").fill("0000-0000-0000")
    page.get_by_role("button", name="Open the report").click()
    assert page.title().startswith("Error: "), page.title()
    visitor.look()
    page.get_by_label("Secret").fill(secret.lower().replace("-", " "))
    page.get_by_role("button", name="Open the report").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your report")
    visitor.look()
    choose(page, "Today")
    page.get_by_label("What happened").fill("It was louder")
    page.get_by_role("button", name="Add it to my report").click()
    expect(page.get_by_role("status")).to_contain_text("added to your report")
    expect(page.get_by_text("It was louder")).to_be_visible()
    page.get_by_role("button", name="It is still happening").click()
    expect(page.get_by_role("status")).to_contain_text("still going on")
    visitor.look()
    choose(page, "I want to withdraw it")
    page.get_by_role("button", name="Withdraw it").click()
    expect(page.get_by_role("status")).to_contain_text("withdrawn")
    visitor.look()
    page.get_by_role("button", name="Close it now").click()
    page.goto(visitor.server.url + "/report/track/own")
    expect(page.get_by_role("heading", level=1)).to_have_text("See or add to a report")


@journey("Somebody who reports children playing learns why it mostly does not count, and may report it")
def exception(visitor):
    page = visitor.page
    visitor.go("/report/what")
    choose(page, "Children playing in the street or communal areas")
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Are they causing damage to property?")
    visitor.look()
    choose(page, "No: tell me who else can help")
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Who else can help")
    visitor.look()
    page.get_by_role("button", name="I still want to report it").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Where is it happening?")
    page.get_by_role("button", name="Delete my answers").click()
    expect(page.get_by_role("link", name="Start now")).to_be_visible()
    if visitor.script:
        page.route("https://www.bbc.co.uk/**", lambda route: route.fulfill(body="weather"))
        before = page.evaluate("history.length")
        page.get_by_role("link", name="Leave this page").click()
        page.wait_for_url("https://www.bbc.co.uk/weather")
        assert page.evaluate("history.length") == before


@journey("An officer reads the reports, opens one, and takes one by telephone")
def inbox(visitor):
    visitor.sign_in("officer")
    visitor.go("/reports")
    page = visitor.page
    expect(page.get_by_role("heading", level=1)).to_have_text("Reports")
    page.locator("a.ref").first.click()
    expect(page.get_by_text("OFFICIAL-SENSITIVE")).to_be_visible()
    visitor.look()
    page.reload()
    expect(page.get_by_role("row").filter(has_text="Report opened").first).to_be_visible()
    visitor.go("/reports/new")
    page.get_by_role("button", name="Keep the report").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose how it came")
    visitor.look()
    page.get_by_label("How did it come?").select_option(label="It came by telephone")
    page.get_by_label("What is happening?").select_option(label="Drinking in the street")
    page.get_by_label("Street, building or landmark").fill("Wherry Quay")
    choose(page, "Yesterday")
    page.get_by_label("In their words", exact=True).fill("Six people drink on the benches")
    choose(page, "Anonymous")
    page.get_by_role("button", name="Keep the report").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("The report is taken")
    visitor.look()


@journey("What a diary warns of stands at the top of the work until an officer clears it")
def flagged(visitor):
    page = visitor.page
    with visitor.another() as resident:
        resident.server = visitor.server
        reference, secret = send(resident)
        warn(resident, reference, secret)
    visitor.sign_in("officer")
    visitor.go("/work")
    sheet = page.locator("#flagged")
    expect(sheet).to_contain_text("Act on these at once")
    sheet.get_by_role("link", name=re.compile("reports? (is|are) flagged")).click()
    visitor.look()
    page.get_by_role("link", name=reference).click()
    expect(page.get_by_text("domestic abuse: in the diary of")).to_be_visible()
    visitor.look()
    page.get_by_role("button", name="I have acted on it: clear the flag").click()
    expect(page.get_by_text("Act on this at once")).to_have_count(0)
    visitor.go("/reports?show=flagged")
    expect(page.get_by_role("link", name=reference)).to_have_count(0)


@journey("What still goes on after the end comes back to the officer")
def afterwards(visitor):
    page = visitor.page
    with visitor.another() as resident:
        resident.server = visitor.server
        reference, secret = send(resident)
        visitor.sign_in("officer")
        visitor.go(f"/work/triage/{reference}")
        choose(page, "Not something the partnership can act on")
        page.get_by_label("Why", exact=True).fill("Between neighbours")
        page.get_by_label("What the reporter is told of why").fill("It is private")
        page.get_by_role("button", name="Show me the letter").click()
        page.get_by_role("button", name="Decide and send").click()
        opened(resident, reference, secret)
        expect(resident.page.get_by_text("Does it still go on?")).to_be_visible()
        resident.look()
        resident.page.get_by_role("button", name="It is still happening").click()
        expect(resident.page.get_by_role("status")).to_contain_text("an officer now looks")
        resident.look()
    visitor.go("/work")
    page.get_by_role("link", name=f"Report {reference}: the reporter says").click()
    expect(page.get_by_role("heading", name="To look at")).to_be_visible()
    visitor.look()
    page.get_by_label("What was decided").fill("Called: an officer visits again")
    page.get_by_role("button", name="I have looked at it").click()
    expect(page.get_by_role("heading", name="To look at")).to_have_count(0)
    visitor.go("/work")
    expect(page.get_by_role("link", name=f"Report {reference}: the reporter says")).to_have_count(0)


def send(visitor):
    """Sends an anonymous report; its reference and secret."""
    page = visitor.page

    def go_on():
        page.get_by_role("button", name="Continue", exact=True).click()

    page.goto(visitor.server.url + "/report/what")
    choose(page, "Litter and fly-tipping rubbish")
    go_on()
    page.get_by_label("Street, building or landmark").fill("behind the bins")
    go_on()
    choose(page, "Yesterday")
    go_on()
    page.get_by_label("In your words").fill("Bags in the yard again")
    go_on()
    go_on()
    go_on()
    choose(page, "No: I want to stay anonymous")
    go_on()
    page.get_by_role("button", name="Send report").click()
    return page.locator("strong.ref").all_text_contents()


def opened(visitor, reference, secret):
    """Opens a report by its reference and secret."""
    page = visitor.page
    page.goto(visitor.server.url + "/report/track")
    page.get_by_label("Reference").fill(reference)
    page.get_by_label("Secret").fill(secret)
    page.get_by_role("button", name="Open the report").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your report")


def warn(visitor, reference, secret):
    """Adds words that warn of danger to the diary of a report."""
    opened(visitor, reference, secret)
    visitor.page.get_by_label("What happened").fill("He hits me now, I am scared of my ex")
    visitor.page.get_by_role("button", name="Add it to my report").click()
    expect(visitor.page.get_by_role("status")).to_contain_text("added to your report")


@journey("A manager changes the lines the public is shown")
def service(visitor):
    visitor.sign_in("manager")
    visitor.go("/reports/service")
    page = visitor.page
    expect(page.get_by_label("Telephone number for reports")).to_have_value("020 7946 0000")
    page.get_by_role("button", name="Save the lines").click()
    expect(page.get_by_role("status")).to_contain_text("The lines are saved")
    visitor.look()


@journey("Anybody sees how many reports there are by ward and month, small counts hidden")
def counts(visitor):
    page = visitor.page
    visitor.go("/report")
    page.get_by_role("link", name="Reports by ward").click()
    visitor.look()
    expect(page.get_by_role("heading", level=1)).to_have_text("Reports by ward and month")
    cells = page.get_by_role("table", name="Reports by ward").get_by_role("cell").all_inner_texts()
    shown = [int(cell.replace(",", "")) for cell in cells if cell.strip().isdigit()]
    assert shown and not [count for count in shown if 1 <= count <= 4], shown
    assert any("Not shown" in cell for cell in cells), cells
