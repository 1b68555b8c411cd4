"""Orders: a warning, then a notice; what the law refuses; the law itself."""
import datetime

from playwright.sync_api import expect

from harness import journey

TODAY = datetime.date.today()


def day(page, name, date):
    """Fills in a date field."""
    for part in ["day", "month", "year"]:
        page.locator(f"#{name}-{part}").fill(str(getattr(date, part)))


def said(page, name, power):
    """Fills in what every form of a power asks."""
    page.get_by_label(name).fill(power)
    page.get_by_label("What it rests on").fill("Made up for a test")
    page.get_by_label("What it forbids").fill("Not to leave waste in the yard")


def tick_all(page):
    """Ticks each part of the test in law."""
    for box in page.locator("input[name=test]").all():
        box.check(force=True)


def submit(page):
    page.get_by_role("button", name="Check it and write it down").click()


@journey("The officer writes an order down: a warning first, then the notice, served")
def notice(visitor):
    visitor.sign_in("officer")
    page = visitor.page
    name = f"Rowan Sample {visitor.way}"
    visitor.go("/orders")
    visitor.look()
    page.get_by_role("link", name="Write one down").click()
    visitor.look()
    page.get_by_role("link", name="Community protection notice").click()
    said(page, "Name of the person or body", name)
    day(page, "born", datetime.date(1990, 5, 4))
    day(page, "starts", TODAY)
    tick_all(page)
    submit(page)
    expect(page.get_by_role("alert")).to_contain_text("section 43(5)(a)")
    visitor.look()
    visitor.go("/orders/new/protection-warning")
    said(page, "Name of the person or body", name)
    day(page, "born", datetime.date(1990, 5, 4))
    day(page, "starts", TODAY - datetime.timedelta(days=14))
    day(page, "served", TODAY - datetime.timedelta(days=14))
    page.get_by_label("Time of service").fill("2:30pm")
    tick_all(page)
    submit(page)
    expect(page.get_by_role("status")).to_contain_text("is written down")
    expect(page.get_by_text("In force")).to_have_count(0)
    visitor.look()
    warning = page.url.rsplit("/", 1)[1]
    with page.expect_download() as saved:
        page.get_by_role("link", name="Save the notice for Word (DOCX)").click()
    assert saved.value.suggested_filename == f"notice-{warning}.docx", saved.value.suggested_filename
    visitor.go("/orders/new/protection-notice")
    page.get_by_label("Reference of the written warning").fill(warning)
    said(page, "Name of the person or body", name)
    day(page, "born", datetime.date(1990, 5, 4))
    day(page, "starts", TODAY)
    tick_all(page)
    submit(page)
    expect(page.get_by_role("status")).to_contain_text("is written down")
    expect(page.get_by_text("Not served yet").first).to_be_visible()
    page.get_by_text("Say that it was served").click()
    day(page, "served", TODAY)
    page.get_by_label("Time of service").fill("00:00")
    page.get_by_label("How, and by whom").fill("By hand, at the door")
    page.get_by_role("button", name="Record service").click()
    expect(page.get_by_role("status")).to_contain_text("Served: recorded")
    expect(page.get_by_text("section 46(2)").first).to_be_visible()
    breach(page)
    visitor.look()
    visitor.go("/orders")
    page.get_by_label("Name of a person, body or premises").fill(name)
    page.get_by_role("button", name="Look it up").click()
    expect(page.get_by_role("heading", name="Found by name")).to_be_visible()
    expect(page.get_by_text(name).first).to_be_visible()
    assert "Rowan" not in page.url and "Rowan" not in page.title()
    visitor.look()


def breach(page):
    """Writes a breach down and decides on a fixed penalty, whose window is shown."""
    page.get_by_text("Write a breach down", exact=True).click()
    day(page, "breached", TODAY)
    page.get_by_label("What happened, and who saw it").fill("Waste was left again")
    page.get_by_role("button", name="Write the breach down").click()
    page.get_by_text("Decide on the breach of").click()
    page.get_by_label("Fixed penalty notice").check(force=True)
    page.get_by_label("Pounds of a fixed penalty").fill("80")
    page.get_by_label("Why, and what came of it").fill("Given by hand")
    page.get_by_role("button", name="Record the decision").click()
    last = TODAY + datetime.timedelta(days=14)
    expect(page.get_by_role("main")).to_contain_text(
        f"The penalty can be paid until {last.day} {last:%B %Y}; no proceedings before then")
    page.get_by_text("Record what came of the breach of").click()
    page.get_by_label("Charged, or reported for summons").check(force=True)
    page.get_by_label("What came of it since").fill("It was paid at the office")
    page.get_by_role("button", name="Record the outcome").click()
    expect(page.get_by_role("alert")).to_contain_text("no proceedings begin before then")
    page.get_by_label("Fixed penalty notice").check(force=True)
    page.get_by_role("button", name="Record the outcome").click()
    expect(page.get_by_role("main")).to_contain_text("Before: fixed penalty notice of £80")


@journey("What the law refuses of an order is said at its field with its section")
def refused(visitor):
    visitor.sign_in("officer")
    page = visitor.page
    alert = page.get_by_role("alert")
    visitor.go("/orders/new/public-spaces")
    said(page, "Title of the order", "Sample order of a test")
    page.get_by_label("Street or postcode").fill("Ropewalk")
    day(page, "starts", TODAY)
    day(page, "ends", datetime.date(TODAY.year + 4, 1, 1))
    submit(page)
    for section in ["section 60(1)", "section 59(2)", "section 72(3)", "section 72(1)"]:
        expect(alert).to_contain_text(section)
    visitor.look()
    visitor.go("/orders/new/closure-notice")
    said(page, "Premises, as the notice names them", "Flat 1, Sample House")
    page.get_by_label("Street or postcode").fill("Ropewalk")
    day(page, "starts", TODAY)
    page.get_by_label("Time it begins").fill("10:00")
    day(page, "ends", TODAY + datetime.timedelta(days=2))
    page.get_by_label("Time it ends").fill("10:00")
    page.get_by_label("Police inspector").check(force=True)
    day(page, "hearing", TODAY + datetime.timedelta(days=5))
    page.get_by_label("Time of the hearing").fill("10:00")
    tick_all(page)
    submit(page)
    for section in ["section 77(2)", "section 80(3)"]:
        expect(alert).to_contain_text(section)
    visitor.look()
    # Christmas Day is not counted: from 24 December the 48 hours are up on the 27th, not the 28th.
    christmas = TODAY.year - 1 if TODAY < datetime.date(TODAY.year, 12, 24) else TODAY.year
    for name, date in [("starts", 24), ("ends", 25), ("hearing", 28)]:
        day(page, name, datetime.date(christmas, 12, date))
    submit(page)
    expect(alert).to_contain_text(f"27 December {christmas}")
    expect(alert).to_contain_text("Christmas Day not counted")
    visitor.go("/orders/new/protection-warning")
    said(page, "Name of the person or body", "Hazel Sample")
    day(page, "born", datetime.date(TODAY.year - 15, 1, 1))
    day(page, "starts", TODAY)
    tick_all(page)
    submit(page)
    expect(alert).to_contain_text("They were 15: it needs an age of 16 or over")
    expect(alert).to_contain_text("section 43(1)")
    visitor.go("/orders/new/criminal-behaviour")
    said(page, "Name of the person", "Hazel Sample")
    day(page, "born", datetime.date(1990, 5, 4))
    day(page, "starts", TODAY)
    day(page, "ends", TODAY + datetime.timedelta(days=547))
    page.get_by_label("Court", exact=True).fill("Thornmere Crown Court")
    tick_all(page)
    submit(page)
    expect(alert).to_contain_text("section 334(5)")
    visitor.go("/orders/new/injunction")
    said(page, "Name of the person", "Hazel Sample")
    day(page, "born", TODAY - datetime.timedelta(days=16 * 366))
    day(page, "starts", TODAY)
    day(page, "ends", TODAY + datetime.timedelta(days=396))
    page.get_by_label("Court", exact=True).fill("Thornmere Youth Court")
    tick_all(page)
    submit(page)
    for section in ["section 1(6)", "section 14(1)(a)", "support was offered first"]:
        expect(alert).to_contain_text(section)
    visitor.look()


@journey("The administrator reads the law and dates a set, and sees no order")
def law(visitor):
    visitor.sign_in("administrator")
    page = visitor.page
    visitor.go("/orders/law")
    expect(page.get_by_text("Check commencement").first).to_be_visible()
    for other in ("Law of case reviews", "Grounds to share"):
        expect(page.get_by_role("main").get_by_role("link", name=other)).to_be_visible()
    visitor.look()
    key = f"local-{visitor.way}"
    page.get_by_role("link", name="Add a set of rules").click()
    visitor.look()
    page.get_by_label("What it is called").fill(f"Contracts, {visitor.way}")
    page.get_by_label("A short word for it").fill(key)
    page.get_by_label("The partnership’s own").check(force=True)
    page.get_by_label("Where the rules are written").fill("the procedure of a test")
    page.get_by_role("button", name="Add the set").click()
    expect(page.get_by_role("status")).to_contain_text("The set is added")
    page.get_by_label("Power", exact=True).select_option(label="Community remedy")
    page.get_by_label("What is limited").select_option("longest-months")
    page.get_by_label("Number", exact=True).fill("6")
    page.get_by_label("Section or paragraph").fill("paragraph 4")
    page.get_by_role("button", name="Add the rule").click()
    expect(page.get_by_role("status")).to_contain_text("The rule is added")
    day(page, "from", datetime.date(2099, 1, 1))
    page.get_by_role("button", name="Save the dates").click()
    expect(page.get_by_role("status")).to_contain_text("The dates are saved")
    visitor.look()
    visitor.go("/orders")
    expect(page.get_by_role("heading", level=1)).to_have_text("Page not found")


@journey("The coordinator reads the diary of orders and opens one, and changes nothing")
def diary(visitor):
    visitor.sign_in("coordinator")
    page = visitor.page
    visitor.go("/orders/diary")
    visitor.look()
    visitor.go("/orders?show=all")
    page.get_by_role("link", name="TM-").first.click()
    expect(page.get_by_role("heading", name="The rules it was made under")).to_be_visible()
    expect(page.get_by_role("button", name="Discharge it")).to_have_count(0)
    visitor.look()


@journey("The officer finds dates of orders under their work, and opens one")
def work(visitor):
    visitor.sign_in("officer")
    page = visitor.page
    visitor.go("/work")
    table = page.get_by_role("table", name="Also yours to do")
    expect(table).to_contain_text("Ends: Acceptable behaviour contract")
    expect(table).to_contain_text("Hearing at 10am: Closure notice")
    expect(table).to_contain_text("Support to be looked at again: Dispersal direction")
    expect(table).to_contain_text("Decide on the breach of")
    visitor.look()
    table.get_by_role("link", name="Ends: ").first.click()
    expect(page.get_by_role("heading", name="The rules it was made under")).to_be_visible()


@journey("Anybody sees the public spaces orders with their dates")
def public_spaces(visitor):
    visitor.go("/public-spaces")
    expect(visitor.page.get_by_role("heading", level=1)).to_have_text("Public spaces protection orders")
    expect(visitor.page.get_by_text("Last day").first).to_be_visible()
    visitor.look()


@journey("A council officer writes a public spaces order of a ward down, and everybody sees its outline")
def area_order(visitor):
    visitor.sign_in("officer")
    page = visitor.page
    visitor.go("/orders/new/public-spaces")
    title = f"Sample order of a ward {visitor.way}"
    said(page, "Title of the order", title)
    day(page, "starts", TODAY)
    day(page, "ends", datetime.date(TODAY.year + 2, 1, 1))
    tick_all(page)
    page.get_by_label("Freedom of expression and assembly").fill("Protest is not restricted")
    page.get_by_label("Who was consulted").fill("The constabulary, residents")
    submit(page)
    expect(page.get_by_role("alert")).to_contain_text("Choose the area it covers, or enter the street")
    visitor.look()
    tannery = page.locator("#area option", has_text="Tannery, ward").get_attribute("value")
    page.get_by_label("Area it covers").select_option(tannery)
    submit(page)
    expect(page.get_by_role("img", name="outlined")).to_be_visible()
    visitor.look()
    visitor.go("/public-spaces")
    expect(page.get_by_role("heading", name=title)).to_be_visible()
    visitor.look()


@journey("The administrator words a notice anew, from a later day on")
def wording(visitor):
    visitor.sign_in("administrator")
    page = visitor.page
    visitor.go("/orders/wordings")
    visitor.look()
    page.get_by_role("link", name="Closure notice").click()
    visitor.look()
    page.get_by_label("Words", exact=True).fill("To ((nobody))")
    page.get_by_role("button", name="Save as a new version").click()
    expect(page.get_by_role("alert")).to_contain_text("There is no field ((nobody))")
    visitor.look()
    page.get_by_label("Words", exact=True).fill("To ((name)). Nobody enters: ((prohibitions)).")
    day(page, "from", TODAY + datetime.timedelta(days=30))
    page.get_by_role("button", name="Save as a new version").click()
    expect(page.get_by_role("status")).to_contain_text("is used from")
    expect(page.get_by_text("To come").first).to_be_visible()
    visitor.look()


@journey("Who receives orders is shown by group, small counts hidden, and saved as CSV")
def equality(visitor):
    visitor.sign_in("manager")
    page = visitor.page
    visitor.go("/orders")
    page.get_by_role("link", name="Who receives orders").click()
    main = page.get_by_role("main")
    expect(page.get_by_role("heading", level=1)).to_have_text("Who receives orders")
    for name in ["Age", "Sex", "Ethnic group", "Ward they live in"]:
        expect(page.get_by_role("heading", name=name, exact=True)).to_be_visible()
    expect(main).to_contain_text("Self-described")
    cells = page.get_by_role("table", name="Orders by age").get_by_role("cell").all_inner_texts()
    counts = [int(cell) for cell in cells if cell.strip().isdigit()]
    assert counts and not [count for count in counts if 1 <= count <= 4], counts
    visitor.look()
    page.get_by_label("Power").select_option(label="Acceptable behaviour contract")
    page.get_by_role("button", name="Show").click()
    expect(main).to_contain_text("Acceptable behaviour contract, 20")
    visitor.look()
    with page.expect_download() as saved:
        page.get_by_role("link", name="Save as CSV").click()
    assert saved.value.suggested_filename == "orders-by-group-acceptable-behaviour.csv"
    page.context.clear_cookies()
    visitor.sign_in("councillor")
    page.get_by_role("link", name="Who receives orders").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Who receives orders")
    page.context.clear_cookies()
    visitor.sign_in("officer")
    visitor.go("/orders/equality")
    expect(page.get_by_role("heading", level=1)).to_have_text("Page not found")


@journey("The officer writes a direction down with its authorisation, and what they say of themselves")
def direction(visitor):
    visitor.sign_in("officer")
    page = visitor.page
    alert = page.get_by_role("alert")
    visitor.go("/orders/new/dispersal")
    visitor.look()
    said(page, "Name of the person", f"Alder Sample {visitor.way}")
    page.get_by_label("Street or postcode").fill("Ropewalk")
    day(page, "born", datetime.date(1990, 5, 4))
    for name, days in [("starts", 0), ("ends", 1), ("authorised", 0), ("authorised-end", 3)]:
        day(page, name, TODAY + datetime.timedelta(days=days))
    for name in ["start-time", "end-time", "authorised-time", "authorised-end-time"]:
        page.locator(f"#{name}").fill("10:00")
    page.get_by_label("Police inspector").check(force=True)
    tick_all(page)
    submit(page)
    expect(alert).to_contain_text("section 34(1)")
    visitor.look()
    day(page, "authorised-end", TODAY + datetime.timedelta(days=2))
    # The look opened every part.
    page.get_by_label("Ethnic group", exact=True).select_option(label="White")
    submit(page)
    expect(alert).to_contain_text("Say whether they said so")
    visitor.look()
    page.get_by_label("How is their ethnic group known?").select_option(label="They said so")
    submit(page)
    expect(page.get_by_role("status")).to_contain_text("is written down")
    visitor.look()
    with page.expect_download() as saved:
        page.get_by_role("link", name="Save the notice for Word (DOCX)").click()
    assert saved.value.suggested_filename.endswith(".docx")
    page.get_by_label("Sex", exact=True).select_option(label="Female")
    page.get_by_label("How is their sex known?").select_option(label="They said so")
    page.get_by_role("button", name="Keep what is known").click()
    expect(page.get_by_role("status")).to_contain_text("Kept")
    visitor.look()


@journey("The officer names a case on an order after it was made, and takes it off, each with the reason")
def linked(visitor):
    visitor.sign_in("officer")
    page = visitor.page
    visitor.go("/work?list=later")
    case = page.locator("table.ledger tbody a[href^='/cases/']").first.get_attribute("href")
    reference = case.rsplit("/", 1)[1]
    visitor.go("/orders/new/warning")
    said(page, "Name of the person", f"Rowan Sample {visitor.way}")
    day(page, "born", datetime.date(1990, 5, 4))
    day(page, "starts", TODAY)
    submit(page)
    expect(page.get_by_role("status")).to_contain_text("is written down")
    page.get_by_text("Name another case or report").click()
    page.get_by_role("button", name="Name them").click()
    expect(page.get_by_role("alert")).to_contain_text("Enter the reference of a case or report")
    visitor.look()
    page.get_by_label("References of cases or reports").fill(reference)
    page.get_by_label("Why they belong to the order").fill("The same stairwell")
    page.get_by_role("button", name="Name them").click()
    expect(page.get_by_role("link", name=reference)).to_be_visible()
    visitor.look()
    order = page.url
    page.get_by_role("link", name=reference).click()
    expect(page.get_by_role("main")).to_contain_text("Warning")
    page.goto(order)
    page.get_by_text("Take a case or report off").click()
    page.get_by_label(reference).check(force=True)
    page.get_by_label("Why it does not belong").fill("Another landing")
    page.get_by_role("button", name="Take it off").click()
    expect(page.get_by_role("link", name=reference)).to_have_count(0)
    expect(page.get_by_role("main")).to_contain_text("Another landing")
