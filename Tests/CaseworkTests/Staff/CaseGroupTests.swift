import Access
import Database
import FeatureKit
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Casework

@Suite("The parts of a case", .database)
struct CaseGroupTests {
  private func folds(_ text: String) -> [String] {
    text.split(separator: "<details class=\"folded printed\"").dropFirst().map { part in
      let isOpen = part.prefix { $0 != ">" }.contains("open")
      let title = part.components(from: "<h2>", to: "</h2>")
      return isOpen ? "open: \(title)" : title
    }
  }

  @Test("are folded below actions and story, each with how much is in it")
  func folded() throws {
    let fixture = try CaseworkFixture()
    let file = try fixture.openCase(try fixture.report())
    let page = try #require(try fixture.answer("/cases/\(file)"))
    #expect(
      folds(page.text) == [
        "People and places", "Risk and referrals", "Reports and evidence", "Other organisations",
        "Run the case", "Record",
      ])
    for words in ["0 complained of, 1 place", "1 report, 0 files", "Given to none"] {
      #expect(page.words.contains(words), "\(words)")
    }
    for group in CaseGroup.allCases {
      #expect(page.text.contains("href=\"#\(group.first)\""))
      #expect(page.text.contains("id=\"\(group.first)\""), "\(group.first)")
    }
  }

  @Test("stand open where a form in them was refused", arguments: CaseAct.allCases)
  func refused(act: CaseAct) throws {
    let fixture = try CaseworkFixture()
    let file = try fixture.openCase(try fixture.report())
    guard let answer = try? fixture.answer("/cases/\(file)/\(act.rawValue)", form: []),
      answer.status == 422
    else { return }
    let open = folds(answer.text).filter { $0.hasPrefix("open") }
    #expect(open == (act.group.map { ["open: \($0.title)"] } ?? []), "\(act)")
  }

  @Test(
    "are led back to by what was done in them",
    arguments: [
      (CaseAct.note, [("kind", "fact"), ("note", "Seen")], "#story"),
      (.person, [("part", "witness"), ("name", "Person W")], "#people"),
      (.pause, [("pause-reason", "They are away")], ""), (.watch, [], ""),
    ])
  func back(act: CaseAct, form: [(String, String)], to sheet: String) throws {
    let fixture = try CaseworkFixture()
    let file = try fixture.openCase(try fixture.report())
    let answer = try fixture.answer("/cases/\(file)/\(act.rawValue)", form: form)
    #expect(answer?.header("Location") == "/cases/\(file)\(sheet)")
  }

  @Test("have a draft of what reporters are told with the first contact, and none after it")
  func draft() throws {
    let fixture = try CaseworkFixture()
    let file = try fixture.openCase(try fixture.report())
    let draft =
      "We have begun to work on your report. We tell you how it stands by 4 December 2026."
    let page = try #require(try fixture.answer("/cases/\(file)")).words
    #expect(page.contains(draft), "\(page)")
    let contact = [("with", "By telephone"), ("said", "They are well"), ("told", draft)]
    #expect(try fixture.work("/cases/\(file)/contact", as: .officer, form: contact) == 303)
    let after = try #require(try fixture.answer("/cases/\(file)")).words
    #expect(!after.contains("A draft for"))
  }

  @Test("leave eight entries of the story unfolded, and the earlier ones a click away")
  func story() throws {
    let fixture = try CaseworkFixture()
    let file = try fixture.openCase(try fixture.report())
    // The decision is told to the reporter as the case is opened: two entries.
    for number in 1...6 {
      fixture.clock.advance(seconds: 60)
      let form = [("kind", "fact"), ("note", "Note \(number)")]
      #expect(try fixture.work("/cases/\(file)/note", as: .officer, form: form) == 303)
    }
    let before = try #require(try fixture.answer("/cases/\(file)")).words
    #expect(!before.contains("earlier entr"))
    fixture.clock.advance(seconds: 60)
    let form = [("kind", "fact"), ("note", "Note 7")]
    #expect(try fixture.work("/cases/\(file)/note", as: .officer, form: form) == 303)
    let words = try #require(try fixture.answer("/cases/\(file)")).words
    #expect(words.contains("1 earlier entry"))
    #expect(words.contains("Note 1") && words.contains("Case opened"))
  }
}

extension Substring {
  /// What stands between two texts, the first time.
  fileprivate func components(from start: String, to end: String) -> String {
    guard let first = firstRange(of: start),
      let last = self[first.upperBound...].firstRange(of: end)
    else { return "" }
    return String(self[first.upperBound..<last.lowerBound])
  }
}
