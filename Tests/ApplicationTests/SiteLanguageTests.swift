import Access
import Commands
import Database
import Documents
import FeatureKit
import Foundation
import HTTP
import Partnership
import TestKit
import Testing

@testable import Application

@Suite("The site in another language", .database)
struct SiteLanguageTests {
  static let page = "/report/track"
  static let words = [
    "Open the report": "Agor yr adroddiad", "Skip to main content": "Ewch i’r prif gynnwys",
  ]
  static let cookie = "hamlet-language=cy"

  /// A site with a language whose words are the English but for two of them, unchecked.
  private func site(_ engine: Engine) throws -> SiteFixture {
    let fixture = try SiteFixture(engine)
    #expect(run(fixture, "add", "cy", "Cymraeg").status == .done)
    var csv = CSVWriter()
    csv.row(["Page", "English", "Words"])
    for english in House.publicTexts.flatMap(\.texts) {
      csv.row([.text(""), .text(english), .text(Self.words[english] ?? english)])
    }
    let path = try TemporaryFolder.ofCase().path + "/words.csv"
    try Data(csv.bytes).write(to: URL(fileURLWithPath: path))
    #expect(run(fixture, "import", "cy", path).status == .done)
    return fixture
  }

  private func run(_ fixture: SiteFixture, _ line: String...) -> Said {
    fixture.services.shell(features.flatMap(\.commands), ["languages"] + line)
  }

  @Test("shows a page in it once that was checked, to whoever chose it", arguments: Engine.tested)
  func shown(engine: Engine) throws {
    let fixture = try site(engine)
    defer { fixture.close() }
    #expect(!fixture.get(Self.page, Self.cookie).text.contains("Agor yr"))
    #expect(!fixture.get(Self.page).text.contains("Cymraeg"), "there is no choice yet")
    #expect(run(fixture, "check", "cy", "track").status == .done)
    #expect(run(fixture, "check", "cy", "everywhere").status == .done)
    let page = fixture.get(Self.page, Self.cookie)
    #expect(page.text.contains(#"<html lang="cy" dir="ltr">"#))
    #expect(page.text.contains("Agor yr adroddiad") && page.text.contains("Ewch i’r prif gynnwys"))
    let english = fixture.get(Self.page)
    #expect(english.text.contains(#"<html lang="en-GB">"#))
    #expect(english.text.contains("/language?code=cy&amp;to=%2Freport%2Ftrack"))
    for path in ["/report", "/report/counts", "/performance", "/sign-in"] {
      #expect(fixture.get(path, Self.cookie).text.contains(#"<html lang="en-GB">"#), "\(path)")
    }
  }

  @Test("shows words nobody checked to those alone who have signed in", arguments: Engine.tested)
  func draft(engine: Engine) throws {
    let fixture = try site(engine)
    defer { fixture.close() }
    let cookie = "hamlet-language=cy.draft"
    #expect(!fixture.get(Self.page, cookie).text.contains("Agor yr"))
    let session = try fixture.session(.administrator)
    #expect(fixture.get(Self.page, "\(cookie); \(session)").text.contains("Agor yr"))
  }
}
