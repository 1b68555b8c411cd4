"""A report and an officer's morning from the keyboard alone: no pointer touches the page."""
import re

from playwright.sync_api import expect

from harness import journey

MOST_TABS = 250

FOCUSED = """() => {
    const e = document.activeElement;
    const words = e === document.body ? '' : e.labels && e.labels.length ? e.labels[0].innerText
        : e.innerText || e.value || e.getAttribute('aria-label') || '';
    const box = getComputedStyle(e.labels && e.type === 'radio' ? e.labels[0] : e);
    return {
        words: words.replace(/\\s+/g, ' ').trim(), tag: e.tagName, type: e.type || '',
        name: e.name || '', isRow: !!e.closest('tbody'),
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


@journey("The officer decides about a report and works its case from the keyboard alone")
def morning(visitor):
    visitor.sign_in("officer")
    keys, page = Keys(visitor), visitor.page
    page.goto(visitor.server.url + "/work")
    keys.press("New reports to decide")
    keys.press("", lambda here: here["tag"] == "A" and here["isRow"])
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
