"""What people do all day from the keyboard alone: no pointer touches the page."""
import datetime
import re

from playwright.sync_api import expect

from harness import journey
from journeys.evidence import PHOTO

MOST_TABS = 250

FOCUSED = """() => {
    const e = document.activeElement;
    const words = e === document.body ? '' : e.labels && e.labels.length ? e.labels[0].innerText
        : e.innerText || e.value || e.getAttribute('aria-label') || '';
    const box = getComputedStyle(e.labels && e.type === 'radio' ? e.labels[0] : e);
    return {
        words: words.replace(/\\s+/g, ' ').trim(), tag: e.tagName, type: e.type || '',
        name: e.name || '', isRow: !!e.closest('tbody'),
        leads: e.getAttribute('href') || '',
        isSeen: e.matches(':focus-visible'), area: e.getBoundingClientRect().width };
}"""


class Keys:
    """Somebody who has no pointer: goes from one control to the next, and sees where they are."""

    def __init__(self, visitor):
        self.visitor, self.page = visitor, visitor.page

    def reach(self, words, wanted=lambda here: True):
        """Presses Tab until the control of some words has the focus, which can be seen."""
        for _ in range(MOST_TABS):
            self.page.keyboard.press("Tab")
            here = self.page.evaluate(FOCUSED)
            if words in here["words"] and wanted(here):
                assert here["isSeen"] and here["area"] > 0, f"the focus on {words!r} cannot be seen"
                return here
        raise AssertionError(f"{self.page.url}: Tab never reaches {words!r}")

    def press(self, words, wanted=lambda here: True):
        """Follows a link, presses a button or opens a fold."""
        if self.reach(words, wanted)["tag"] == "SUMMARY":
            return self.page.keyboard.press("Enter")
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def fill(self, label, text):
        self.reach(label, lambda here: here["tag"] in ("INPUT", "TEXTAREA"))
        self.page.keyboard.type(text)

    def enter(self, name, text):
        """Types into the field of a name, for labels that stand more than once, such as Day."""
        self.reach("", lambda here: here["name"] == name)
        self.page.keyboard.type(str(text))

    def day(self, name, date):
        for part in ("day", "month", "year"):
            self.enter(f"{name}-{part}", getattr(date, part))

    def tick(self, name, words=""):
        """Ticks the next box of a name."""
        self.reach(words, lambda here: here["type"] == "checkbox" and here["name"] == name)
        self.page.keyboard.press("Space")

    def select(self, label, choice):
        self.reach(label, lambda here: here["tag"] == "SELECT")
        self.page.keyboard.type(choice)

    def choose(self, label):
        """Reaches the group of a choice, then goes through it by the arrow keys."""
        name = self.page.get_by_label(label, exact=True).first.get_attribute("name")
        self.reach("", lambda here: here["type"] == "radio" and here["name"] == name)
        for _ in range(40):
            if self.page.evaluate(FOCUSED)["words"].startswith(label):
                self.page.keyboard.press("Space")
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"{self.page.url}: no arrow reaches {label!r}")

    def heading(self, words):
        expect(self.page.get_by_role("heading", level=1)).to_contain_text(words)


@journey("A resident reports from the keyboard alone")
def report(visitor):
    keys = Keys(visitor)
    visitor.page.goto(visitor.server.url + "/report")
    keys.press("Start now")
    keys.heading("What is happening?")
    keys.press("Continue", lambda here: here["tag"] == "BUTTON")
    # What is wrong leads from the summary to the field.
    expect(visitor.page).to_have_title(re.compile("^Error: "))
    keys.press("Choose what is happening", lambda here: here["tag"] == "A")
    keys.choose("Rowdy, noisy behaviour in otherwise quiet neighbourhoods")
    keys.press("Continue", lambda here: here["tag"] == "BUTTON")
    keys.press("Continue with my report")
    keys.fill("Street, building or landmark", "stairs at Ropewalk")
    keys.press("Continue", lambda here: here["tag"] == "BUTTON")
    keys.choose("Ropewalk, Millwharf")
    keys.press("Continue", lambda here: here["tag"] == "BUTTON")
    keys.choose("Yesterday")
    keys.select("About what time did it begin?", "11pm")
    keys.press("Continue", lambda here: here["tag"] == "BUTTON")
    keys.fill("In your words", f"Banging on the stairs, by keyboard, {visitor.way}")
    keys.press("Continue", lambda here: here["tag"] == "BUTTON")
    keys.press("Continue", lambda here: here["tag"] == "BUTTON")
    keys.press("Continue", lambda here: here["tag"] == "BUTTON")
    keys.choose("No: I want to stay anonymous")
    keys.press("Continue", lambda here: here["tag"] == "BUTTON")
    keys.heading("Check your answers")
    keys.press("Send report")
    keys.heading("Your report is sent")


@journey("A resident follows a report, adds to its diary and adds a photo from the keyboard alone")
def diary(visitor):
    report(visitor)
    keys, page = Keys(visitor), visitor.page
    choosers = []
    page.on("filechooser", lambda chooser: choosers.append(chooser))  # from here on, so that none opens unseen
    reference, secret = page.locator("strong.ref").all_text_contents()
    keys.press("See, add to or withdraw your report")
    keys.fill("Reference", reference)
    keys.press("Open the report", lambda here: here["tag"] == "BUTTON")
    # What is missing leads from the summary to its field.
    expect(page).to_have_title(re.compile("^Error: "))
    keys.press("Enter the secret", lambda here: here["tag"] == "A")
    page.keyboard.type(secret)
    keys.press("Open the report", lambda here: here["tag"] == "BUTTON")
    keys.heading("Your report")
    keys.choose("Yesterday")
    keys.fill("What happened", "It was louder")
    keys.press("Add it to my report")
    expect(page.get_by_role("status")).to_contain_text("added to your report")
    keys.press("It is still happening", lambda here: here["tag"] == "BUTTON")
    expect(page.get_by_role("status")).to_contain_text("still going on")
    keys.reach("", lambda here: here["type"] == "file")
    page.keyboard.press("Space")
    for _ in range(50):
        if choosers:
            break
        page.wait_for_timeout(100)
    choosers[0].set_files({"name": "stairs.jpg", "mimeType": "image/jpeg", "buffer": PHOTO})
    keys.press("Add the file", lambda here: here["tag"] == "BUTTON")
    expect(page.get_by_role("status")).to_contain_text("The file is added")
    keys.press("Close it now")
    page.goto(visitor.server.url + "/report/track/own")
    keys.heading("See or add to a report")


@journey("The officer decides about a report and works its case from the keyboard alone")
def morning(visitor):
    visitor.sign_in("officer")
    keys, page = Keys(visitor), visitor.page
    page.goto(visitor.server.url + "/work")
    keys.press("New reports to decide")
    keys.press("", lambda here: here["isRow"] and here["leads"].startswith("/work/triage/"))
    keys.choose("Anti-social behaviour: we work on it")
    keys.fill("Why", "Several nights")
    keys.choose("P2")
    keys.fill("Title of the case", f"Banging, by keyboard, {visitor.way}")
    keys.press("Show me the letter")
    expect(page.get_by_role("heading", name="The letter")).to_be_visible()
    keys.press("Decide and send")
    keys.heading("Banging, by keyboard")
    keys.press("Record a contact")
    keys.fill("Who, and how", "Complainant, by telephone")
    keys.fill("What was said", "They hear it at night")
    keys.press("Record the contact")
    expect(page.get_by_text("They hear it at night")).to_be_visible()
    page.goto(page.url.split("#")[0])
    keys.press("People and places", lambda here: here["tag"] == "SUMMARY")
    keys.press("Add somebody", lambda here: here["tag"] == "SUMMARY")
    keys.choose("Complained of")
    keys.fill("Name", "Person K")
    keys.press("Add them")
    expect(page.get_by_role("rowheader", name="Person K")).to_be_visible()
    page.goto(page.url.split("#")[0])
    keys.press("Run the case", lambda here: here["tag"] == "SUMMARY")
    keys.press("Close it", lambda here: here["tag"] == "SUMMARY")
    keys.choose("Warning or agreement in place")
    keys.fill("Why it is closed", "Two visits, quiet since")
    keys.fill("What those who reported it are told", "We spoke to them.")
    keys.press("Close the case", lambda here: here["tag"] == "BUTTON")
    expect(page.get_by_text("Warning or agreement in place").first).to_be_visible()


@journey("The officer serves a warning and then its notice, and decides on a breach, from the keyboard alone")
def warning(visitor):
    visitor.sign_in("officer")
    keys, page = Keys(visitor), visitor.page
    today = datetime.date.today()
    before = today - datetime.timedelta(days=14)
    name = f"Keyboard Sample {visitor.way}"
    page.goto(visitor.server.url + "/orders/new/protection-warning")
    keys.press("Check it and write it down")
    expect(page).to_have_title(re.compile("^Error: "))
    write_down(keys, name, before)
    serve(keys, before, "14:30")
    reference = page.url.rsplit("/", 1)[1]
    page.goto(visitor.server.url + "/orders/new/protection-notice")
    keys.fill("Reference of the written warning", reference)
    write_down(keys, name, today)
    serve(keys, today, "00:00")
    breach(keys, today)


def write_down(keys, name, starts):
    """Fills in what a warning and the notice after it both ask, and sends it."""
    keys.fill("Name of the person or body", name)
    keys.day("born", datetime.date(1990, 5, 4))
    keys.day("starts", starts)
    for _ in range(keys.page.locator("input[name=test]").count()):
        keys.tick("test")
    keys.fill("What it rests on", "Made up for a test")
    keys.fill("What it forbids", "Not to leave waste in the yard")
    keys.press("Check it and write it down")
    expect(keys.page.get_by_role("status")).to_contain_text("is written down")


def serve(keys, date, time):
    """Says on the page of an order when and how it was served."""
    keys.press("Say that it was served", lambda here: here["tag"] == "SUMMARY")
    keys.day("served", date)
    keys.fill("Time of service", time)
    keys.fill("How, and by whom", "By hand, at the door")
    keys.press("Record service")
    expect(keys.page.get_by_role("status")).to_contain_text("Served: recorded")


def breach(keys, date):
    """Writes a breach down and decides on a fixed penalty, whose window is shown."""
    keys.press("Write a breach down", lambda here: here["tag"] == "SUMMARY")
    keys.day("breached", date)
    keys.fill("What happened, and who saw it", "Waste was left again")
    keys.press("Write the breach down")
    keys.press("Decide on the breach of", lambda here: here["tag"] == "SUMMARY")
    keys.choose("Fixed penalty notice")
    keys.fill("Pounds of a fixed penalty", "80")
    keys.fill("Why, and what came of it", "Given by hand")
    keys.press("Record the decision")
    main, last = keys.page.get_by_role("main"), date + datetime.timedelta(days=14)
    expect(main).to_contain_text("Fixed penalty notice of £80")
    expect(main).to_contain_text(f"The penalty can be paid until {last.day} {last:%B %Y}")


@journey("A resident asks for a case review and sees how it stands from the keyboard alone")
def asking(visitor):
    keys, page = Keys(visitor), visitor.page
    page.goto(visitor.server.url + "/case-review")
    keys.choose("For myself or my household")
    keys.fill("What goes on, and what was done about it", "Three complaints, no answer")
    keys.fill("Your name", "Resident K (made up)")
    keys.fill("Email address", "resident.k@thornmere.example")
    keys.tick("safe", "By email")
    keys.choose("At any time")
    keys.press("Send the request")
    keys.heading("Your request is sent")
    reference, secret = page.locator("strong.ref").all_text_contents()
    keys.press("I have written them down")
    keys.press("Close it now")
    page.goto(visitor.server.url + "/case-review")
    keys.press("See how your request stands")
    keys.fill("Reference", reference)
    keys.fill("Secret", secret)
    keys.press("Open the request")
    keys.heading("Your request for a case review")
    for words in (reference, "We received your request", "We write to you that we have it"):
        expect(page.get_by_role("main")).to_contain_text(words)


@journey("A case review goes from the application to the panel, the outcome and an appeal by the keyboard alone")
def review(visitor):
    visitor.sign_in("manager")
    keys, page = Keys(visitor), visitor.page
    page.goto(visitor.server.url + "/reports/reviews/new")
    keys.choose("By telephone")
    keys.day("applied", datetime.date.today())
    keys.choose("For themselves or their household")
    keys.fill("What goes on, and what was done about it", "Shouting (made up)")
    keys.fill("Name", "Applicant (made up)")
    keys.fill("Email address", "applicant@thornmere.example")
    keys.tick("safe", "By email")
    keys.choose("At any time")
    keys.press("Take the application")
    for ago in (90, 60, 30):
        date = datetime.date.today() - datetime.timedelta(days=ago)
        keys.press("Enter a complaint", lambda here: here["tag"] == "SUMMARY")
        keys.choose("Police")
        keys.fill("What it was about", "Shouting on the landing")
        keys.day("behaviour", date)
        keys.day("reported", date)
        keys.press("Enter the complaint", lambda here: here["tag"] == "BUTTON")
    expect(page.get_by_role("main")).to_contain_text("3 of 3 complaints count.")
    keys.press("Record what was decided", lambda here: here["tag"] == "SUMMARY")
    keys.choose("The threshold is met: a review is held")
    keys.tick("bodies", "Thornmere Council")
    keys.tick("bodies", "Thornmere Constabulary")
    keys.fill("Others who decided, by name and body", "Head A (council), Inspector B (police)")
    keys.fill("Reason, in words the applicant reads", "You told us about it in time.")
    keys.press("Record the decision and tell the applicant")
    main, today = page.get_by_role("main"), datetime.date.today()
    expect(main).to_contain_text("Review to be held")
    here = page.url.split("#")[0]
    keys.press("Panel and papers")
    keys.press("Give somebody a seat", lambda at: at["tag"] == "SUMMARY")
    keys.reach("Who", lambda at: at["tag"] == "SELECT")
    page.keyboard.press("ArrowDown")
    keys.choose("Member")
    keys.press("Give the seat")
    expect(page.get_by_role("status")).to_contain_text("The seat is given")
    keys.press("Issue the papers")
    expect(page.get_by_role("status")).to_contain_text("The papers are issued")
    page.goto(here)
    keys.press("Record the meeting", lambda at: at["tag"] == "SUMMARY")
    keys.day("held", today)
    keys.fill("Name and body of a chair without an account", "Chair D, of another borough")
    keys.tick("independent")
    keys.fill("Why the chair is independent", "Of a borough that had no part")
    keys.tick("took-part", "Thornmere Homes")
    keys.choose("Sent a statement")
    keys.fill("What the review found", "Nobody put the complaints together")
    keys.press("Record the meeting", lambda at: at["tag"] == "BUTTON")
    expect(main).to_contain_text("Review held")
    keys.press("Tell the applicant the outcome", lambda at: at["tag"] == "SUMMARY")
    keys.day("consulted", today)
    keys.fill("What the applicant is told", "One person answers you from now on")
    keys.press("Tell the applicant", lambda at: at["tag"] == "BUTTON")
    expect(main).to_contain_text("Outcome told")
    keys.press("Record an appeal", lambda at: at["tag"] == "SUMMARY")
    keys.day("appealed", today)
    keys.fill("The grounds, or the reasons", "The plan names no dates")
    keys.press("Record the appeal", lambda at: at["tag"] == "BUTTON")
    expect(main).to_contain_text("Decide the appeal")
    # Who decided first does not decide the appeal.
    page.context.clear_cookies()
    visitor.sign_in("officer")
    page.goto(here)
    keys.press("Record what came of the appeal", lambda at: at["tag"] == "SUMMARY")
    keys.choose("Upheld")
    keys.fill("Others who decided, by name and body", "Director E (council)")
    keys.fill("The grounds, or the reasons", "The plan is made anew with dates")
    keys.press("Record the appeal", lambda at: at["tag"] == "BUTTON")
    expect(main).to_contain_text("Appeal decided")


@journey("A MARAC is referred to, held, minuted, closed and followed up from the keyboard alone")
def conference(visitor):
    visitor.sign_in("coordinator")
    keys, page = Keys(visitor), visitor.page
    today, homes = datetime.date.today(), "Thornmere Homes"
    # Hours of its own tell these meetings from those of other journeys.
    minute = sum(map(ord, visitor.way)) % 60
    starts = f"06:{minute:02}"
    meeting = call(keys, starts)
    page.goto(visitor.server.url + "/conferences/marac/refer")
    keys.select("Referred by", "Thornmere Constabulary")
    keys.fill("Person at risk", f"Keyboard Sample {visitor.way}")
    keys.choose("Professional judgement")
    keys.fill("What happened, and what is feared", "Made up for a test")
    keys.tick("shared", "What happened")
    keys.select("Power or duty", "To prevent crime")
    keys.select("Basis in data", "Public task")
    keys.fill("Why it cannot be done with less", "Several bodies know a part")
    keys.fill("Whether they know of the referral, and if not, why not", "Told")
    keys.press("Send the referral")
    expect(page.get_by_role("status")).to_contain_text("The referral is sent")
    case = page.url.rsplit("/", 1)[1]
    keys.select("Meeting", f"{today.day} {today:%B %Y}, {starts}")
    keys.press("Put it on the agenda", lambda here: here["tag"] == "BUTTON")
    keys.press("Ask organisations")
    keys.tick("asked", homes)
    keys.day("due", today)
    keys.press("Ask them")
    expect(page.get_by_role("status")).to_contain_text("1 asked")
    keys.press(f"Write down what {homes} told you")
    keys.choose("We know of them")
    keys.fill("Facts", "Homes facts by keyboard")
    keys.fill("Who gave the answer, and how", "The duty desk")
    keys.press("Write the answer down")
    expect(page.get_by_role("status")).to_contain_text("The answer is kept")
    page.goto(meeting)
    keys.press("Begin the meeting")
    keys.press("I am here, and sign this")
    expect(page.get_by_role("status")).to_contain_text("You signed the statement")
    keys.press(case, lambda here: here["tag"] == "A")
    keys.press("Open this case")
    expect(page.get_by_text("Homes facts by keyboard")).to_be_visible()
    keys.fill("Risks, what was weighed", "Weighed by keyboard")
    keys.press("Save", lambda here: here["tag"] == "BUTTON")
    tasks = [f"the {thing} by keyboard, {visitor.way}" for thing in ("locks", "lights")]
    for task in tasks:
        keys.select("Organisation", homes)
        keys.select("Will", "Fit")
        keys.fill("What", task)
        keys.day("due", today + datetime.timedelta(days=3))
        keys.press("Add the action")
        expect(page.get_by_text(f"Fit {task}").first).to_be_visible()
    keys.select("Who chairs", "Coordinator")
    keys.press("Write down who chairs")
    expect(page.get_by_role("status")).to_contain_text("Who chairs is written down")
    keys.press("End this case")
    keys.press("Close the meeting")
    expect(page.get_by_role("status")).to_contain_text("The meeting is closed")
    keys.press("Minutes", lambda here: here["tag"] == "A")
    for words in ("Chaired by Coordinator C.", "Weighed by keyboard", "Fit the locks by keyboard"):
        expect(page.get_by_text(words).first).to_be_visible()
    call(keys, f"07:{minute:02}")
    follow_up(keys, *tasks)


def call(keys, starts):
    """Calls a MARAC of today; where its page is."""
    keys.page.goto(keys.visitor.server.url + "/conferences/marac/meetings/new")
    keys.day("held", datetime.date.today())
    keys.fill("It begins at", starts)
    keys.fill("Where", f"Room {keys.visitor.way}, by keyboard")
    keys.press("Call the meeting")
    return keys.page.url


def follow_up(keys, broken, finished):
    """Says at the next meeting that one action is not possible and the other is done."""
    page = keys.page
    keys.press("Begin the meeting")
    say(keys, broken, "Not possible", "The frame is rotten")
    say(keys, finished, "Done")
    keys.press("Minutes", lambda here: here["tag"] == "A")
    rows = page.get_by_role("table", name="Actions from before").get_by_role("row")
    expect(rows.filter(has_text=broken)).to_contain_text("Not possible")
    expect(rows.filter(has_text=broken)).to_contain_text("The frame is rotten")
    expect(rows.filter(has_text=finished)).to_contain_text("Done")


def say(keys, task, state, why=""):
    """Says what came of an action, in the fold that follows its heading."""
    heading = keys.page.locator("h3", has_text=task)
    fold = heading.locator("xpath=following-sibling::details[1]/summary").inner_text().strip()
    keys.press(fold, lambda here: here["tag"] == "SUMMARY" and here["words"] == fold)
    keys.fill("What came of it", why)
    keys.press(state, lambda here: here["tag"] == "BUTTON")
    expect(keys.page.get_by_role("status")).to_contain_text("Saved")
