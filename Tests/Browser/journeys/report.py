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


@journey("A resident asks for a case review and an officer reads the request")
def case_review(visitor):
    page = visitor.page
    visitor.go("/case-review")
    page.get_by_role("button", name="Send the request").click()
    assert page.title().startswith("Error: "), page.title()
    visitor.look()
    choose(page, "For myself or my household")
    page.get_by_label("What goes on, and what was done about it").fill("Three complaints, no answer")
    page.get_by_label("Your name").fill("Resident R (made up)")
    page.get_by_label("Telephone number").fill("07700 900123")
    page.get_by_role("button", name="Send the request").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your request is sent")
    visitor.look()
    reference, secret = page.locator("strong.ref").all_text_contents()
    page.get_by_role("button", name="I have written them down").click()
    expect(page.get_by_text("We received your request")).to_be_visible()
    visitor.look()
    page.get_by_role("button", name="Close it now").click()
    visitor.go("/case-review/track")
    page.get_by_role("button", name="Open the request").click()
    assert page.title().startswith("Error: "), page.title()
    visitor.look()
    page.get_by_label("Reference").fill(reference)
    page.get_by_label("Secret").fill(secret)
    page.get_by_role("button", name="Open the request").click()
    expect(page.get_by_text("We write to you that we have it")).to_be_visible()
    visitor.sign_in("officer")
    visitor.go("/reports/reviews")
    page.get_by_role("link", name=reference).click()
    expect(page.get_by_text("Three complaints, no answer")).to_be_visible()
    visitor.look()


def enter_complaint(page, body, happened, reported, same=None):
    """Enters a complaint on the page of a review, its days as (day, month, year)."""
    page.get_by_text("Enter a complaint", exact=True).click()
    choose(page, body)
    page.get_by_label("What it was about").fill("Shouting on the landing")
    for name, day in (("Day it happened", happened), ("Day it was reported", reported)):
        group = page.get_by_role("group", name=name)
        for part, value in zip(("Day", "Month", "Year"), day):
            group.get_by_label(part, exact=True).fill(str(value))
    if same:
        page.get_by_label("About the same incident as").select_option(label=same)
    page.get_by_role("button", name="Enter the complaint").click()


@journey("A manager tests an application for a case review, which the law does not let them refuse")
def threshold(visitor):
    page = visitor.page
    visitor.sign_in("manager")
    visitor.go("/reports/reviews/new")
    choose(page, "By telephone")
    choose(page, "For themselves or their household")
    group = page.get_by_role("group", name="Day it came")
    for part, value in (("Day", "20"), ("Month", "11"), ("Year", "2026")):
        group.get_by_label(part, exact=True).fill(value)
    page.get_by_label("What goes on, and what was done about it").fill("Shouting (made up)")
    page.get_by_label("Name", exact=True).fill("Applicant (made up)")
    page.get_by_label("Email address").fill("applicant@thornmere.example")
    visitor.look()
    page.get_by_role("button", name="Take the application").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Case review")
    enter_complaint(page, "Council", (12, 7, 2026), (14, 7, 2026))
    enter_complaint(page, "Council", (30, 8, 2026), (2, 9, 2026))
    enter_complaint(page, "Landlord", (30, 8, 2026), (3, 9, 2026), same="Complaint 2")
    enter_complaint(page, "Police", (14, 10, 2026), (16, 10, 2026))
    enter_complaint(page, "Council", (2, 4, 2026), (20, 5, 2026))
    main = page.get_by_role("main")
    expect(main).to_contain_text("4 of 5 complaints count.")
    expect(main).to_contain_text("The application came 5 days later.")
    expect(main).to_contain_text("The two answers differ. This application cannot be refused.")
    expect(main).to_contain_text("Reported 19 days too late, applied 1 day after its 6 months")
    visitor.look()  # opens every part
    choose(page, "The threshold is not met")
    page.get_by_role("button", name="Record the decision and tell the applicant").click()
    expect(page.get_by_role("alert")).to_contain_text("section 104(4)")
    visitor.look()
    choose(page, "The threshold is met: a review is held")
    choose(page, "Thornmere Council")
    choose(page, "Thornmere Constabulary")
    page.get_by_label("Who decided, by name and body").fill("Head A (council), Inspector B (police)")
    page.get_by_label("Reason, in words the applicant reads").fill("You told us about it in time.")
    page.get_by_role("button", name="Record the decision and tell the applicant").click()
    expect(main).to_contain_text("Review to be held")
    visitor.look()
    visitor.go("/reports/reviews")
    expect(main).to_contain_text("Hold the review by")
    visitor.look()
    visitor.go("/reports/reviews/rule")
    page.get_by_label("Complaints needed").fill("4")
    page.get_by_role("button", name="Add the version").click()
    expect(page.get_by_role("alert")).to_contain_text("Enter 1, 2 or 3")
    visitor.look()


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


@journey("The panel of a case review gets its papers, third parties struck out page by page")
def panel(visitor):
    page = visitor.page
    visitor.sign_in("coordinator")
    visitor.go("/reports/reviews")
    visitor.look()
    rows = page.get_by_role("row").filter(has_text="Review to be held")
    for reference in [row.locator("a").first.inner_text() for row in rows.all()]:
        visitor.go("/reports/reviews")
        page.get_by_role("link", name=reference).click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Panel and papers")
        told = page.get_by_role("link", name="What a body did: Thornmere Constabulary")
        if told.count():
            break
    visitor.look()
    told.click()
    main = page.get_by_role("main")
    expect(main).to_contain_text("07700 900321")
    expect(main).to_contain_text("[struck out]")
    page.get_by_label("What else is struck out").fill("Nobody at all")
    choose(page, "It goes in, with third parties struck out")
    page.get_by_role("button", name="Choose", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("is not on this page")
    visitor.look()
    page.get_by_label("What else is struck out").fill("Grebe Sample")
    page.get_by_role("button", name="Choose", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("It is chosen")
    page.get_by_role("link", name="What was done: case").click()
    choose(page, "It goes in, with third parties struck out")
    visitor.look()
    page.get_by_role("button", name="Choose", exact=True).click()
    page.get_by_role("button", name="Issue them anew").click()
    expect(page.get_by_role("status")).to_contain_text("The papers are issued")
    visitor.look()
    page.context.clear_cookies()
    visitor.sign_in("partner")
    visitor.follow("Review panels")
    visitor.look()
    page.get_by_role("link", name=reference).click()
    expect(main).to_contain_text("What a body did: Thornmere Constabulary")
    expect(main).to_contain_text("Do not copy or forward")
    expect(main).not_to_contain_text("07700 900321")
    expect(main).not_to_contain_text("Grebe Sample")
    visitor.look()
    with page.expect_download() as saved:
        page.get_by_role("link", name="Save as PDF").click()
    assert saved.value.suggested_filename == f"case-review-{reference}.pdf"
    page.context.clear_cookies()
    visitor.sign_in("officer")
    answer = page.goto(visitor.server.url + f"/reports/reviews/{reference}/papers")
    assert answer.status == 404, answer.status
