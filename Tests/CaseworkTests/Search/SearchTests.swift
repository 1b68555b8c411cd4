import Access
import Commands
import Database
import FeatureKit
import FoundationEssentials
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Casework

@Suite("Search", .database)
struct SearchTests {
  /// One letter a right: find.
  static let table: [(Role, String)] = [
    (.administrator, "n"), (.manager, "y"), (.officer, "y"), (.analyst, "n"),
    (.coordinator, "n"), (.partner, "n"), (.councillor, "n"), (.auditor, "n"),
  ]

  @Test("is as the table says, and tells others nothing", arguments: table)
  func policy(role: Role, letters: String) throws {
    let found = SearchRight.allCases.map { SearchPolicy.table.allows($0, role) ? "y" : "n" }
    #expect(found.joined() == letters)
    let fixture = try CaseworkFixture()
    let file = try fixture.openCase(try fixture.report())
    let may = letters.map { $0 == "y" }
    func status(_ path: String, _ form: [(String, String)]? = nil) throws -> Int {
      try FeatureKit.status { try fixture.searching(path, as: role, form) }
    }
    #expect(try status("/search") == (may[0] ? 200 : 404))
    #expect(try status("/search", [("sought", "Planted")]) == (may[0] ? 200 : 404))
    #expect(try status("/search", [("sought", "nobody")]) == (may[0] ? 200 : 404))
    #expect(try status("/cases/\(file)/find", [("find", "x")]) == (may[0] ? 200 : 404))
  }

  @Test("names every role")
  func roles() { #expect(Set(Self.table.map(\.0)) == Set(Role.all)) }

  @Test("has routes that are read as they are written")
  func routes() throws {
    let reference = try #require(Reference("TM-7K42-0931"))
    for route in [SearchRoute.search, .inCase(reference)] {
      let path = route.path.split(separator: "/").map(String.init)
      #expect(SearchRoute(.post, path, Fields())?.path == route.path)
    }
    #expect(SearchRoute(.get, ["cases", "TM-7K42-0931", "find"], Fields()) == nil)
    #expect(SearchRoute(.post, ["cases", "TM-7K42-0931", "note"], Fields()) == nil)
  }

  @Test("leads a reference to its case or report", arguments: Engine.tested)
  func reference(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let report = try fixture.report()
    let file = try fixture.openCase(report)
    for (reference, path) in [(file, "/cases/\(file)"), (report, "/reports/\(report)")] {
      let typed = reference.description.lowercased().replacing("-", with: " ")
      let answer = try #require(try fixture.searching("/search", [("sought", typed)]))
      #expect(answer.status == 303)
      #expect(answer.headers.contains { $0.name.lowercased() == "location" && $0.value == path })
    }
  }

  static let refusals: [(String, String)] = [
    ("", "Enter a name, a reference, a place or words of a title"),
    ("J", "Enter at least one whole word beside a first letter"),
    ("one two three four five six seven", "Enter at most 6 words"),
    ("TM-7K42-0932", "This reference has a wrong character"),
    ("TM-7K42-093", "This reference has a wrong character"),
    ("TM-7K42-0931", "No case or report has the reference TM-7K42-0931"),
    (String(repeating: "x", count: 201), "Use 200 characters or fewer"),
  ]

  @Test("says what is wrong with what was typed", arguments: refusals)
  func refused(typed: String, words: String) throws {
    let fixture = try CaseworkFixture()
    let answer = try #require(try fixture.searching("/search", [("sought", typed)]))
    #expect(answer.status == 422)
    #expect(answer.words.contains(words))
    #expect(answer.text.contains("value=\"\(typed)\""))
  }

  @Test("refuses a date of birth at its field")
  func date() throws {
    let fixture = try CaseworkFixture()
    let answer = try #require(
      try fixture.searching(
        "/search", [("born-day", "31"), ("born-month", "2"), ("born-year", "1980")]))
    #expect(answer.status == 422)
    #expect(answer.words.contains("Date of birth must be a real date"))
  }

  @Test("finds cases and reports by title, place, kind and tag", arguments: Engine.tested)
  func texts(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let report = try fixture.report()
    let file = try fixture.openCase(report)
    func found(_ typed: String) throws -> Set<Reference> {
      Set(try fixture.search(typed).records.map(\.place.reference))
    }
    #expect(try found("stairs") == [file])
    #expect(try found("ropewalk") == [file, report])
    #expect(try found("Rope") == [file, report])
    #expect(try found("ropewalk STAIRS") == [file])
    #expect(try found("stairs rop") == [file])
    #expect(try found("stairs ro") == [])
    #expect(try found("stairs elsewhere") == [])
    #expect(try found("lantern") == [])
    _ = try fixture.answer(
      "/cases/\(file)/tags", form: [("tags", "Lantern Court, lantern court,, x")])
    #expect(try found("lantern") == [file])
    let page = try #require(try fixture.answer("/cases/\(file)"))
    #expect(page.words.contains("Tags: lantern court, x"))
    _ = try fixture.answer(
      "/cases/\(file)/change",
      form: [
        ("title", "Shouting at the gate"), ("priority", "2"), ("change-reason", "Heard more"),
        ("version", String(try fixture.file(file).version)),
      ])
    #expect(try found("stairs") == [])
    #expect(try found("gate lantern") == [file])
  }

  static let wrong: [(String, [(String, String)], String)] = [
    ("tags", [("tags", (0...10).map(String.init).joined(separator: ","))], "Give at most 10 tags"),
    (
      "tags", [("tags", String(repeating: "x", count: 41))],
      "Use 40 characters or fewer for each tag"
    ),
    ("names", [("name-is", "now"), ("new-name", "x")], "Choose whose name or date of birth it is"),
    ("names", [("named", "1"), ("name-is", "now")], "Enter a name or a date of birth"),
    ("names", [("named", "1"), ("new-name", "x")], "Choose what this name is"),
    (
      "names", [("named", "1"), ("name-is", "now"), ("new-born-day", "1")],
      "Date of birth must include a month and a year"
    ),
  ]

  @Test("refuses tags and names at the field, with what was typed", arguments: wrong)
  func wrongForms(act: String, form: [(String, String)], words: String) throws {
    let fixture = try CaseworkFixture()
    let file = try fixture.emptyCase()
    try fixture.add(["Jane Holroyd"], to: file.id)
    let answer = try #require(try fixture.answer("/cases/\(file.reference)/\(act)", form: form))
    #expect(answer.status == 422)
    #expect(answer.words.contains(words))
    for (_, value) in form where value.count > 20 { #expect(answer.text.contains(value)) }
  }

  @Test("finds people by the name they took and by the one before", arguments: Engine.tested)
  func renamed(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let file = try fixture.emptyCase()
    try fixture.add(["Jane Holroyd"], to: file.id)
    let path = "/cases/\(file.reference)/names"
    let form = [
      ("named", "1"), ("name-is", "now"), ("new-name", "Jane Cartwright"), ("new-born-day", "12"),
      ("new-born-month", "3"), ("new-born-year", "1980"),
    ]
    _ = try fixture.answer(path, form: form)
    _ = try fixture.answer(
      path, form: [("named", "1"), ("name-is", "also"), ("new-name", "Jinty")])
    for typed in ["Jane Cartwright", "Jayne Holroyd", "Jinty"] {
      #expect(try fixture.names(typed) == ["Jane Cartwright"], "\(typed)")
    }
    #expect(try fixture.names("", born: Day("1980-03-12")) == ["Jane Cartwright"])
    let page = try #require(try fixture.answer("/cases/\(file.reference)"))
    #expect(page.words.contains("Also Jane Holroyd, Jinty, born 12 March 1980"))
    #expect(try fixture.trail().filter { $0.hasPrefix("casework.case-names") }.count == 2)
    #expect(!(try fixture.trail().joined().contains("Jinty")))
  }

  @Test("is on record with who looked and a keyed hash, and not with the words")
  func audit() throws {
    let fixture = try CaseworkFixture()
    let report = try fixture.report()
    for typed in ["Zebedee Planted", "planted zebedee", "Quentin"] {
      _ = try fixture.searching("/search", [("sought", typed)])
    }
    let trail = try fixture.trail().filter { $0.hasPrefix("casework.searched") }
    #expect(trail.count == 3)
    #expect(!trail.joined().lowercased().contains("planted"))
    #expect(trail[0].contains(report.description) && !trail[2].contains(report.description))
    // The same words in another order are the same search; other words are another.
    #expect(trail[0] == trail[1] && trail[0] != trail[2])
    #expect(Set(SearchActions.words.keys).isSubset(of: Casework.feature.actions.keys))
  }

  @Test("finds words inside a case once it is open", arguments: Engine.tested)
  func inCase(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let file = try fixture.openCase(try fixture.report())
    _ = try fixture.answer(
      "/cases/\(file)/note", form: [("kind", "fact"), ("note", "A blue lantern hung there")])
    let found = try #require(
      try fixture.searching("/cases/\(file)/find", [("find", "LANTERN blu")]))
    #expect(found.words.contains("One place has all of these words."))
    #expect(found.words.contains("A blue lantern hung there"))
    let narrative = try #require(
      try fixture.searching("/cases/\(file)/find", [("find", "quentin")]))
    #expect(narrative.words.contains("Shouting on the stairs by Quentin Planted"))
    let none = try #require(try fixture.searching("/cases/\(file)/find", [("find", "nowhere")]))
    #expect(none.words.contains("Nothing in the case has all of these words."))
    #expect(try fixture.trail().contains { $0.hasPrefix("casework.case-searched") })
  }

  @Test("shows people with their part and how they fit, and says when nobody does")
  func page() throws {
    let fixture = try CaseworkFixture()
    let file = try fixture.emptyCase()
    try fixture.add(["Stephen Planted"], to: file.id, as: .subject) { $0.born = "1980-03-12" }
    let page = try #require(try fixture.searching("/search", [("sought", "Steve Planted")]))
    #expect(page.words.contains("One person fits."))
    #expect(page.words.contains("Stephen Planted 12 March 1980 Complained of Noise on the stairs"))
    #expect(page.words.contains("Another spelling or short form"))
    #expect(page.text.contains("href=\"/cases/\(file.reference)\""))
    let none = try #require(try fixture.searching("/search", [("sought", "Nobody")]))
    #expect(none.words.contains("Nobody fits all of it."))
  }

  @Test("answers the shell with references alone, and records it", arguments: Engine.tested)
  func command(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let file = try fixture.emptyCase()
    try fixture.add(["Stephen Planted"], to: file.id)
    let folder = try TemporaryFolder.ofCase()
    let found = try run(fixture, folder, "steven planted\n")
    #expect(found.status == .done)
    #expect(found.out == "\(file.reference)  person  Noise on the stairs\n")
    let words = try run(fixture, folder, "stairs", ["--json"])
    #expect(words.out.contains("\"how\":\"words\""))
    #expect(!(found.out + words.out).contains("Planted"))
    #expect(try run(fixture, folder, "nobody").out == "Nothing was found.\n")
    #expect(try run(fixture, folder, "J").status == .inputRefused)
    #expect(try run(fixture, folder, "x", ["--born", "soon"]).status == .wrongUse)
    #expect(try fixture.trail().filter { $0.hasPrefix("casework.searched") }.count == 3)
  }

  private func run(
    _ fixture: CaseworkFixture, _ folder: TemporaryFolder, _ line: String,
    _ arguments: [String] = []
  ) throws -> Said {
    let path = "\(folder.path)/sought"
    try Data(line.utf8).write(to: URL(filePath: path))
    return fixture.services.shell(SearchCommands.all, ["search", path] + arguments)
  }

  @Test(
    "finds words wherever a report of the case has them",
    arguments: ["coat", "windowsill", "landlordly", "turnip", "quagga", "afternoons"])
  func everywhere(word: String) throws {
    let fixture = try CaseworkFixture()
    let report = try fixture.report {
      var story = ReportStory(narrative: "Quagga")
      story.effect = "The windowsill shakes"
      story.landlord = "Landlordly Homes"
      $0.story = Sensitive(story)
      $0.subject = Sensitive(ReportSubject(name: "Turnip", description: "A red coat"))
      $0.reporter = Sensitive(Reporter(name: "Z", safety: "Only afternoons"))
    }
    let file = try fixture.openCase(report)
    let found = try #require(try fixture.searching("/cases/\(file)/find", [("find", word)]))
    #expect(found.words.contains("Report \(report)"), "\(found.words)")
  }
}
