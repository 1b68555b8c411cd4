"""A partnership makes and changes its own plan."""
import re

from playwright.sync_api import expect

from harness import journey


def change(page, reason="Board of 3 March"):
    """Gives the reason, looks at what a form does, and saves it."""
    page.get_by_label("Why", exact=True).fill(reason)
    page.get_by_role("button", name="Show what it does").click()
    expect(page.get_by_role("heading", name="What this does")).to_be_visible()


def save(page):
    page.get_by_role("button", name="Save the change").click()
    expect(page.get_by_role("status")).to_be_visible()


@journey("A coordinator makes a plan, enters an indicator with its target, and the dashboard shows it")
def make(visitor):
    page, slug = visitor.page, f"plan-{visitor.way}"
    visitor.sign_in("coordinator")
    visitor.go("/plans")
    page.get_by_role("link", name="Make a plan").click()
    visitor.look()
    page.get_by_role("button", name="Make the plan").click()
    assert page.title().startswith("Error: ")
    expect(page.get_by_role("alert")).to_contain_text("Enter the title of the plan")
    visitor.look()
    page.get_by_label("Title of the plan").fill(f"Plan {visitor.way}")
    page.get_by_label("Where it was agreed").fill("Partnership board, 3 March 2025")
    page.get_by_label("First year").fill("2025/26")
    page.get_by_label("Last year").fill("2027/28")
    page.get_by_role("button", name="Make the plan").click()
    expect(page.get_by_role("status")).to_contain_text("The plan is made")
    assert page.url.endswith(f"/plans/{slug}"), page.url
    visitor.look()
    page.get_by_role("link", name="Add a priority").click()
    visitor.look()
    page.get_by_label("Name of the priority").fill("Safe homes")
    page.get_by_label("Code", exact=True).fill("A")
    change(page)
    visitor.look()
    save(page)
    page.get_by_role("link", name="Add an indicator to A").click()
    visitor.look()
    page.get_by_label("An indicator that another plan has").select_option(
        label="Calls to 101 about anti-social behaviour")
    page.get_by_label("Code", exact=True).fill("A1")
    page.get_by_text("Down", exact=True).first.click()
    change(page)
    visitor.look()
    save(page)
    visitor.look()
    page.get_by_role("link", name="Set the targets").click()
    visitor.look()
    page.get_by_label("Baseline", exact=True).fill("14,000 (2024/25)")
    page.get_by_label("Target for 2026/27").fill("-5%")
    page.get_by_text("Each target is the level itself").click()
    page.get_by_label("Why", exact=True).fill("Board of 3 March")
    page.get_by_role("button", name="Show what it does").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose what “-5%” is a percentage of")
    visitor.look()
    page.get_by_text("A percentage is a change on the baseline, every year").click()
    page.get_by_role("button", name="Show what it does").click()
    expect(page.get_by_text("13,300 (-5%)")).to_be_visible()
    visitor.look()
    save(page)
    visitor.go(f"/indicators?plan={slug}")
    row = page.get_by_role("row").filter(has_text="Calls to 101").first
    expect(row).to_contain_text("13,300")
    visitor.go(f"/plans/{slug}/changes")
    expect(page.get_by_text("Target for 2026/27").first).to_be_visible()


@journey("What a plan wants changes from April, and last year's quarters stay as they were")
def polarity(visitor):
    page, slug = visitor.page, f"wanted-{visitor.way}"
    file = visitor.server.folder / f"{slug}.csv"
    file.write_text("priority,indicator,same as,wanted,wanted from\n"
                    "Violence,Knife crime,csp-2025-29 D4,lower,2025-04\n")
    visitor.server.run("plan", "add", slug, "--from", "2025/26", "--to", "2027/28",
                       "--agreed", "Partnership board")
    visitor.server.run("plan", "import", str(file), "--plan", slug)
    visitor.sign_in("coordinator")
    visitor.go(f"/plans/{slug}")
    page.get_by_role("link", name="Knife crime").click()
    visitor.look()
    page.get_by_role("link", name="Change wanted").click()
    visitor.look()
    page.get_by_text("Up", exact=True).first.click()
    page.get_by_label("From which month on").fill("2026-04")
    change(page, f"Asked for by the board {visitor.way}")
    expect(page.get_by_text("States that stay as they were")).to_be_visible()
    expect(page.get_by_text("State, Quarter 4, January to March 2026")).to_be_visible()
    visitor.look()
    save(page)
    expect(page.get_by_text("from April 2026").first).to_be_visible()
    visitor.go(f"/indicators?plan={slug}&period=2025%2F26+Q4")


@journey("Two people change one plan: the second is shown both texts and loses nothing")
def conflict(visitor):
    page, path = visitor.page, "/plans/csp-2025-29/edit"
    visitor.sign_in("coordinator")
    visitor.go(path)
    with visitor.another() as other:
        other.sign_in("manager")
        other.go(path)
        other.page.get_by_label("Where it was agreed").fill(f"Board, theirs {visitor.way}")
        change(other.page)
        save(other.page)
    page.get_by_label("Where it was agreed").fill(f"Board, mine {visitor.way}")
    page.get_by_label("Why", exact=True).fill("A slip")
    page.get_by_role("button", name="Show what it does").click()
    expect(page.get_by_role("alert")).to_contain_text(f"saved “Board, theirs {visitor.way}”")
    expect(page.get_by_label("Where it was agreed")).to_have_value(f"Board, mine {visitor.way}")
    visitor.look()
    page.get_by_role("button", name="Show what it does").click()
    save(page)
    expect(page.get_by_text(f"Board, mine {visitor.way}")).to_be_visible()


@journey("The definition changes from a month on, a break is marked, and a closed plan stays as it is")
def meaning(visitor):
    page = visitor.page
    visitor.sign_in("manager")
    visitor.go("/plans/csp-2025-29")
    page.get_by_role("link", name="First-time entrants to the youth justice system").click()
    page.get_by_role("link", name="Change definition").click()
    visitor.look()
    page.get_by_label("What one of the counted is").fill(f"young person {visitor.way}")
    page.get_by_label("From which month on").fill("2026-10")
    change(page)
    visitor.look()
    save(page)
    expect(page.get_by_text(f"young person {visitor.way}").first).to_be_visible()
    page.get_by_role("link", name="Change breaks in the series").click()
    visitor.look()
    visitor.follow("Plans")
    visitor.go("/plans/csp-2025-29/closing")
    change(page, "The plan has ended")
    visitor.look()
    save(page)
    expect(page.get_by_role("link", name="Open it again")).to_be_visible()
    visitor.go("/plans/csp-2025-29/edit")
    expect(page.get_by_text("This plan is closed to change.")).to_be_visible()
    visitor.go("/plans/csp-2025-29/closing")
    change(page, "It has not")
    save(page)


@journey("A plan is taken away as a file, changed, and read in again after a look")
def file(visitor):
    page = visitor.page
    visitor.sign_in("analyst")
    visitor.go("/plans/csp-2025-29")
    with page.expect_download() as download:
        page.get_by_role("link", name="Save as CSV").click()
    text = download.value.path().read_text()
    page.get_by_role("link", name="Read from a file").click()
    visitor.look()

    def send(text):
        page.get_by_label("The file of the plan").set_input_files(
            {"name": "plan.csv", "mimeType": "text/csv", "buffer": text.encode()})
        page.get_by_role("button", name="Show what it does").click()

    send(text.replace("month", "monthly"))
    expect(page.get_by_role("alert")).to_contain_text("line 2, column")
    visitor.look()
    send(text)
    expect(page.get_by_text("Nothing: the plan says all of it already.")).to_be_visible()
    send(re.sub(r"\bPolice\b|The police [\w-]+", f"The police {visitor.way}", text))
    expect(page.get_by_role("heading", name="What this does")).to_be_visible()
    visitor.look()
    page.get_by_role("button", name="Read it in").click()
    expect(page.get_by_role("status")).to_contain_text("The file is read in: 0 added")
