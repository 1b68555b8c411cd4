"""A resident adds a photo and a video; an officer adds a document; a manager lets one be opened."""
import re

from playwright.sync_api import expect

from harness import journey
from journeys.casework import fold

PHOTO = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffd9")
VIDEO = b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + b"\x07" * 6_000_000


def give(page, name, data, button):
    page.get_by_label("Choose a file").set_input_files(
        [{"name": name, "mimeType": "application/octet-stream", "buffer": data}])
    page.get_by_role("button", name=button, exact=True).click()


@journey("A resident adds a photo and a long video to a report, and another later")
def resident(visitor):
    page = visitor.page
    visitor.go("/report/what")
    page.get_by_label("Litter and fly-tipping rubbish", exact=False).first.check(force=True)
    page.get_by_role("button", name="Continue").click()
    page.get_by_label("Street, building or landmark").fill("By the old pump")
    page.get_by_role("button", name="Continue").click()
    page.get_by_label("Yesterday").check(force=True)
    page.get_by_role("button", name="Continue").click()
    page.get_by_label("In your words").fill("Bags and a mattress")
    page.get_by_role("button", name="Add photos or files").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Add photos, video or documents")
    visitor.look()
    give(page, "invoice.jpg", b"MZ this is a program", "Add another")
    assert page.title().startswith("Error: "), page.title()
    expect(page.get_by_role("alert").first).to_contain_text("not a kind of file we take")
    visitor.look()
    give(page, "pump.txt", PHOTO, "Add another")
    expect(page.get_by_text("1. Photo, 1 KB")).to_be_visible()
    give(page, "night.mp4", VIDEO, "Add another")
    expect(page.get_by_text("2. Video, 5.7 MB")).to_be_visible()
    visitor.look()
    page.get_by_role("button", name="Remove file 1").click()
    expect(page.get_by_text("1. Video, 5.7 MB")).to_be_visible()
    page.get_by_role("button", name="Continue", exact=True).click()
    page.get_by_role("button", name="Continue", exact=True).click()
    page.get_by_role("button", name="Continue", exact=True).click()
    page.get_by_label("No: I want to stay anonymous").check(force=True)
    page.get_by_role("button", name="Continue", exact=True).click()
    expect(page.get_by_text("Video, 5.7 MB")).to_be_visible()
    visitor.look()
    page.get_by_role("button", name="Send report").click()
    reference, secret = page.locator("strong.ref").all_text_contents()
    visitor.go("/report/track")
    page.get_by_label("Reference").fill(reference)
    page.get_by_label("Secret").fill(secret)
    page.get_by_role("button", name="Open the report").click()
    give(page, "later.mp4", VIDEO, "Add the file")
    expect(page.get_by_text("The file is added to your report.")).to_be_visible()
    expect(page.get_by_text(re.compile("Video, 5.7 MB, added"))).to_have_count(2)
    visitor.look()


@journey("An officer adds a photo to a case, and a manager releases a document and opens it")
def staff(visitor):
    visitor.sign_in("officer")
    page = visitor.page
    visitor.go("/work?mine=yes")
    visitor.go("/work")
    page.locator("a[href^='/cases/']").first.click()
    fold(page, "Reports and evidence")
    page.get_by_role("link", name="Add a file").click()
    visitor.look()
    page.get_by_role("button", name="Add it", exact=True).click()
    assert page.title().startswith("Error: "), page.title()
    visitor.look()
    page.get_by_label("What it shows").fill(f"Broken door, {visitor.way}")
    page.get_by_label("File", exact=True).set_input_files(
        [{"name": "door.jpg", "mimeType": "image/jpeg", "buffer": PHOTO}])
    page.get_by_role("button", name="Add it", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Photo")
    expect(page.get_by_text(f"Broken door, {visitor.way}").first).to_be_visible()
    visitor.look()
    with visitor.another() as manager:
        release(manager)


def release(visitor):
    """A manager lets a file be opened and opens it."""
    visitor.sign_in("manager")
    page = visitor.page
    visitor.go("/evidence")
    visitor.look()
    page.get_by_role("link", name=re.compile("^Document")).first.click()
    expect(page.get_by_text("Waits to be released").first).to_be_visible()
    assert page.get_by_role("link", name="Open the everyday copy").count() == 0
    fold(page, "Release it without a virus scan")
    page.get_by_role("button", name="Release it without a virus scan").click()
    assert page.title().startswith("Error: "), page.title()
    visitor.look()
    page.get_by_label("Why you trust it").fill("Sent by our own warden")
    page.get_by_role("button", name="Release it without a virus scan").click()
    expect(page.get_by_text("Sent by our own warden")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="Open the everyday copy").click()
    assert download.value.suggested_filename.endswith(".pdf"), download.value.suggested_filename
    fold(page, "Open the original")
    page.get_by_label("Why you need it").fill("For the court")
    with page.expect_download() as download:
        page.get_by_role("button", name="Open the original").click()
    assert open(download.value.path(), "rb").read(5) == b"%PDF-"
    page.reload()
    expect(page.get_by_text("For the court")).to_be_visible()
    visitor.look()
