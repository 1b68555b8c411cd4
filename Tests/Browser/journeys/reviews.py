"""Case reviews: from the application to the outcome, its panel and its papers."""
import datetime

from playwright.sync_api import expect

from harness import journey
from journeys.report import choose


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
    expect(page.get_by_role("alert")).to_contain_text("in which it is safe for us to reach you")
    visitor.look()
    safely(page, "By telephone", "From 5pm to 8pm")
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
    expect(page.get_by_text("By telephone. From 5pm to 8pm.")).to_be_visible()
    visitor.look()


def safely(page, way, times):
    """Says how and when it is safe to reach the applicant."""
    group = page.get_by_role("group", name="How is it safe")
    group.get_by_label(way, exact=True).check(force=True)
    choose(page, times)


def days_ago(count):
    """A day before today as (day, month, year)."""
    date = datetime.date.today() - datetime.timedelta(days=count)
    return date.day, date.month, date.year


def unfold(page, name):
    """Opens a part of the page that is folded."""
    page.locator("summary").filter(has_text=name).click()


def fill_day(page, name, day):
    """Fills in a date given as (day, month, year)."""
    group = page.get_by_role("group", name=name)
    for part, value in zip(("Day", "Month", "Year"), day):
        group.get_by_label(part, exact=True).fill(str(value))


def enter_complaint(page, body, happened, reported, same=None):
    """Enters a complaint on the page of a review, its days as (day, month, year)."""
    unfold(page, "Enter a complaint")
    choose(page, body)
    page.get_by_label("What it was about").fill("Shouting on the landing")
    fill_day(page, "Day it happened", happened)
    fill_day(page, "Day it was reported", reported)
    if same:
        page.get_by_label("About the same incident as").select_option(label=same)
    page.get_by_role("button", name="Enter the complaint").click()


@journey("A manager tests an application for a case review, which the law does not let them refuse")
def threshold(visitor):
    page = visitor.page
    visitor.sign_in("manager")
    visitor.go("/reports/reviews/new")
    page.get_by_role("radio", name="By telephone").check(force=True)
    choose(page, "For themselves or their household")
    fill_day(page, "Day it came", (20, 11, 2026))
    page.get_by_label("What goes on, and what was done about it").fill("Shouting (made up)")
    page.get_by_label("Name", exact=True).fill("Applicant (made up)")
    page.get_by_label("Email address").fill("applicant@thornmere.example")
    safely(page, "By email", "At any time")
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
    decide(page)
    expect(main).to_contain_text("Review to be held")
    visitor.look()
    visitor.go("/reports/reviews")
    expect(main).to_contain_text("Hold the review by")
    visitor.look()
    visitor.go("/reports/reviews/rule")
    page.get_by_label("Complaints needed").fill("4")
    page.get_by_role("button", name="Add the version").click()
    expect(page.get_by_role("alert")).to_contain_text("enter 1 to 3")
    visitor.look()


@journey("An application for a case review goes from the website to the outcome, an appeal and the table")
def whole(visitor):
    page = visitor.page
    main = page.get_by_role("main")
    counts = yearly(visitor)
    reference, secret = apply_for_somebody(visitor)
    visitor.sign_in("manager")
    visitor.go(f"/reports/reviews/{reference}")
    expect(main).to_contain_text("For Victim V (made up)")
    expect(main).to_contain_text("On the telephone")
    page.get_by_role("button", name="Acknowledge it").click()
    for ago in (91, 60, 29):
        enter_complaint(page, "Police", days_ago(ago), days_ago(ago - 2))
    expect(main).to_contain_text("3 of 3 complaints count.")
    unfold(page, "Record what was decided")
    decide(page)
    expect(main).to_contain_text("Review to be held")
    unfold(page, "Record what the victim wishes")
    choose(page, "That somebody speaks for them")
    page.get_by_label("What they want to come of it").fill("Quiet nights")
    page.get_by_role("button", name="Record the wishes").click()
    unfold(page, "Record what a body did")
    page.get_by_label("Which body").select_option(label="Thornmere Homes")
    page.get_by_label("What it did and when").fill("Wrote to the tenants in October")
    page.get_by_role("button", name="Record what it did").click()
    meet(visitor)
    unfold(page, "Add a recommendation")
    page.get_by_label("To which body").select_option(label="Thornmere Homes")
    page.get_by_label("What is recommended").fill("Name one person who answers them")
    fill_day(page, "Day by which it answers", days_ago(0))
    page.get_by_role("button", name="Add the recommendation").click()
    unfold(page, "Record a body’s answer")
    page.get_by_label("Which recommendation").select_option(index=1)
    choose(page, "Accepted")
    page.get_by_label("What it will do, or why not").fill("Named by Friday")
    page.get_by_role("button", name="Record the answer").click()
    unfold(page, "Tell the applicant the outcome")
    fill_day(page, "Day the victim was asked about the action plan", days_ago(0))
    page.get_by_label("What they said of the plan").fill("It names no dates")
    choose(page, "They are not satisfied")
    page.get_by_label("What the applicant is told").fill("One person answers you from now on")
    page.get_by_role("button", name="Tell the applicant").click()
    expect(main).to_contain_text("Outcome told")
    visitor.look()  # opens every part
    fill_day(page, "Day of the appeal", days_ago(0))
    page.get_by_label("The grounds, or the reasons").fill("The plan names no dates")
    page.get_by_role("button", name="Record the appeal").click()
    expect(main).to_contain_text("Decide the appeal")
    expect(main).to_contain_text("somebody else records what came of the appeal")
    page.context.clear_cookies()
    visitor.sign_in("officer")
    visitor.go(f"/reports/reviews/{reference}")
    choose(page, "Upheld")
    page.get_by_label("The grounds, or the reasons").fill("It is made anew with dates")
    page.get_by_role("button", name="Record the appeal").click()
    expect(page.get_by_role("alert")).to_contain_text("Enter who decided")
    visitor.look()
    page.get_by_label("Others who decided, by name and body").fill("Director E (council)")
    page.get_by_role("button", name="Record the appeal").click()
    expect(main).to_contain_text("Appeal decided")
    visitor.look()
    page.context.clear_cookies()
    visitor.go("/case-review/track")
    page.get_by_label("Reference").fill(reference)
    page.get_by_label("Secret").fill(secret)
    page.get_by_role("button", name="Open the request").click()
    for words in ["there will be a review", "The review was held", "We wrote to you what came of it",
                  "you were found to be right"]:
        expect(main).to_contain_text(words)
    visitor.look()
    now = yearly(visitor)
    assert [after - before for after, before in zip(now, counts)] == [1, 0, 1, 1], (counts, now)


def yearly(visitor):
    """The four counts of the present year, as anybody reads them."""
    visitor.go("/case-review")
    row = visitor.page.get_by_role("table", name="Case reviews").get_by_role("row").nth(1)
    return [int(cell) for cell in row.get_by_role("cell").all_inner_texts() if cell.isdigit()]


def apply_for_somebody(visitor):
    """Asks for a review on the website for somebody else; what was shown once."""
    page = visitor.page
    choose(page, "For somebody else, who agrees that I ask")
    page.get_by_label("What goes on, and what was done about it").fill("Shouting (made up)")
    page.get_by_label("References you were given").fill("CRIME 4471/26 of the police")
    page.get_by_label("Your name").fill("Friend F (made up)")
    page.get_by_label("Their name").fill("Victim V (made up)")
    fill_day(page, "Day they agreed that you ask", days_ago(1))
    page.get_by_label("How they agreed").fill("On the telephone")
    page.get_by_label("Email address").fill("friend@thornmere.example")
    safely(page, "By email", "At any time")
    page.get_by_role("button", name="Send the request").click()
    shown = page.locator("strong.ref").all_text_contents()
    page.get_by_role("button", name="I have written them down").click()
    page.get_by_role("button", name="Close it now").click()
    return shown


def decide(page):
    """Records that the bodies found the threshold met."""
    choose(page, "The threshold is met: a review is held")
    choose(page, "Thornmere Council")
    choose(page, "Thornmere Constabulary")
    page.get_by_label("Others who decided, by name and body").fill("Head A (council), Inspector B (police)")
    page.get_by_label("Reason, in words the applicant reads").fill("You told us about it in time.")
    page.get_by_role("button", name="Record the decision and tell the applicant").click()


def meet(visitor):
    """Records the meeting; one in whose chair sat somebody of the response is refused."""
    page = visitor.page
    unfold(page, "Record the meeting")
    fill_day(page, "Day of the meeting", days_ago(0))
    page.get_by_label("Name and body of a chair without an account").fill(
        "Chair D, of another borough")
    bodies = page.get_by_role("group", name="Which bodies took part?")
    bodies.get_by_label("Thornmere Homes").check(force=True)
    choose(page, "Somebody spoke for them")
    page.get_by_label("What the review found").fill("Nobody put the complaints together")
    page.get_by_role("button", name="Record the meeting").click()
    expect(page.get_by_role("alert")).to_contain_text("the chair is somebody who had no part")
    visitor.look()
    page.get_by_label("The chair had no part in the response").check(force=True)
    page.get_by_label("Why the chair is independent").fill("Of a borough that had no part")
    page.get_by_role("button", name="Record the meeting").click()
    expect(page.get_by_role("main")).to_contain_text("Review held")


@journey("A refusal after two late complaints weighs what the law names, with all bodies or the reason why not")
def refusal(visitor):
    page = visitor.page
    main = page.get_by_role("main")
    visitor.sign_in("manager")
    visitor.go("/reports/reviews/new")
    page.get_by_role("radio", name="In person").check(force=True)
    choose(page, "For themselves or their household")
    fill_day(page, "Day it came", (20, 11, 2026))
    page.get_by_label("What goes on, and what was done about it").fill("Shouting (made up)")
    page.get_by_label("Name", exact=True).fill("Applicant (made up)")
    page.get_by_label("Postal address").fill("1 Ropewalk (made up)")
    safely(page, "By letter", "At any time")
    page.get_by_role("button", name="Take the application").click()
    enter_complaint(page, "Council", days_ago(0), days_ago(0))
    expect(page.get_by_role("alert")).to_contain_text("must not be after the application")
    visitor.look()
    fill_day(page, "Day it happened", (12, 9, 2026))
    fill_day(page, "Day it was reported", (14, 9, 2026))
    page.get_by_role("button", name="Enter the complaint").click()
    expect(main).to_contain_text("1 of 1 complaint counts.")
    enter_complaint(page, "Landlord", (30, 6, 2026), (30, 7, 2026))
    enter_complaint(page, "Police", (31, 8, 2026), (5, 10, 2026))
    windows(page)
    unfold(page, "Record what was decided")
    choose(page, "The threshold is not met")
    choose(page, "Thornmere Council")
    choose(page, "Thornmere Constabulary")
    page.get_by_label("Others who decided, by name and body").fill("Head A, Inspector B")
    page.get_by_label("Reason, in words the applicant reads").fill("Two were told late, all were answered.")
    page.get_by_role("button", name="Record the decision and tell the applicant").click()
    expect(page.get_by_role("alert")).to_contain_text("section 104(5)")
    expect(page.get_by_role("alert")).to_contain_text("integrated care board")
    visitor.look()
    page.get_by_label("Why one of them did not take part").fill("It knows nothing of the household")
    page.get_by_label("How long and how often").fill("Three nights in four months")
    page.get_by_label("Harm, or harm that may come").fill("Three nights without sleep")
    page.get_by_label("How well it was answered").fill("The landlord came each time")
    page.get_by_role("button", name="Record the decision and tell the applicant").click()
    expect(main).to_contain_text("No review")
    expect(main).to_contain_text("It knows nothing of the household")
    expect(main).to_contain_text("Three nights in four months")
    visitor.look()


def windows(page):
    """Holds the page to the windows of three complaints, of which two were reported too late."""
    floor = page.locator("section.verdict", has_text="The floor set by law")
    expect(floor).to_contain_text("1 of 3 complaints count. 3 are needed.")
    expect(floor).to_contain_text("Not met")
    expect(page.get_by_role("main")).not_to_contain_text("cannot be refused")
    expect(page.get_by_role("img", name="20 November 2026 counts for 1.")).to_be_visible()
    rows = page.get_by_role("table", name="Complaints", exact=True).locator("tbody tr")
    # The last day to report, the last to apply, and the result; a month from 31 August ends in September.
    for number, said in enumerate([
            ("11 October 2026", "13 March 2027", "Counts", "Reported 2 days after it happened"),
            ("29 July 2026", "29 January 2027", "Does not count", "Reported 1 day too late"),
            ("30 September 2026", "4 April 2027", "Does not count", "Reported 5 days too late")]):
        for words in said:
            expect(rows.nth(number)).to_contain_text(words)


@journey("An application that names reports of ours has them entered one by one")
def named(visitor):
    page = visitor.page
    visitor.sign_in("manager")
    visitor.go("/reports/reviews")
    sheet = page.get_by_role("table", name="Reports that may be theirs")
    new = page.get_by_role("row").filter(has_text="New")
    for reference in [row.get_by_role("link").inner_text() for row in new.all()]:
        visitor.go("/reports/reviews")
        page.get_by_role("link", name=reference).click()
        if sheet.filter(has_text="Its reference is given").count():
            break
    expect(sheet).to_contain_text("Its reference is given")
    visitor.look()
    rows = sheet.get_by_role("row")
    # Each way enters and takes out again, since they share one application.
    before = rows.count()
    sheet.get_by_role("button", name="Enter TM-").first.click()
    expect(page.get_by_role("main")).to_contain_text("1 complaint")
    expect(rows).to_have_count(before - 1)
    unfold(page, "Take a complaint out")
    page.get_by_label("Which one is taken out?").select_option(label="Complaint 1")
    page.get_by_label("Why is it taken out?").fill("Entered to see how it looks")
    visitor.look()
    page.get_by_role("button", name="Take it out").click()
    expect(rows).to_have_count(before)


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
    expect(main).to_contain_text("With whom the papers are shared")
    expect(main).to_contain_text("Schedule 4, paragraph 7")
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


@journey("The administrator adds a set of the law of case reviews, which is law for nobody until it is dated")
def law(visitor):
    visitor.sign_in("administrator")
    page = visitor.page
    key = f"way-{visitor.way}".lower().replace(" ", "-")
    visitor.go("/reports/reviews/law")
    expect(page.get_by_role("main")).to_contain_text("section 104(4) and (11)")
    page.get_by_role("button", name="Add the set").click()
    expect(page.get_by_role("alert")).to_contain_text("Enter the section that says so")
    visitor.look()
    page.get_by_label("A short word for it").fill(key)
    page.get_by_label("What it is called").fill("A floor of a test")
    page.get_by_label("Act or regulations").fill("An Act made up for a test")
    page.get_by_label("Section", exact=True).fill("section 7")
    page.get_by_label("Qualifying complaints").fill("2")
    page.get_by_label("Months from the behaviour").fill("1")
    page.get_by_label("Months from a complaint").fill("12")
    page.get_by_role("button", name="Add the set").click()
    expect(page.get_by_role("status")).to_contain_text("The set is added")
    expect(page.get_by_role("table", name="Sets")).to_contain_text("Check commencement")
    visitor.look()
    for part, value in (("day", "1"), ("month", "4"), ("year", "2099")):
        page.locator(f"#from-{key}-{part}").fill(value)
    page.locator("form", has=page.locator(f"#from-{key}-day")).get_by_role(
        "button", name="Save the dates").click()
    expect(page.get_by_role("table", name="Sets")).to_contain_text("From 1 April 2099")
