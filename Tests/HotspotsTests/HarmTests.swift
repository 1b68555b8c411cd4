import FeatureKit
import Commands
import Database
import FoundationEssentials
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Hotspots

@Suite("Weights of harm", .database)
struct HarmTests {
  private typealias Fixture = HotspotFixture
  private static let good = "category,lowest,highest,note\nBurglary,10,20,Local board\nASB,,,None\n"

  private func file(_ fixture: Fixture, _ text: String) throws -> String {
    let path = fixture.folder.path + "/harm.csv"
    try Data(text.utf8).write(to: URL(filePath: path))
    return path
  }

  private func replace(_ fixture: Fixture, _ path: String, _ from: String = "2026-04-01")
    -> Fixture.Run
  {
    fixture.run(
      "hotspots", "harm", "replace", path, "--name", "Local", "--version", "1", "--from", from,
      "--source", "Board of March 2026")
  }

  @Test("are the Cambridge index by kind until others are taken into use", arguments: Engine.tested)
  func replaced(engine: Engine) throws {
    let fixture = try Fixture(engine, Fixture.crowded)
    #expect(fixture.run("hotspots", "harm").out.contains("Burglary: 2 to 730."))
    let done = replace(fixture, try file(fixture, Self.good))
    #expect(done.out == "Local, version 1: 2 kinds, from 2026-04-01.\n", "\(done.messages)")
    let scale = try fixture.services.database.read {
      try HarmStore.current(on: London.day(Fixture.now), $0)
    }
    #expect(scale.title == "Local, version 1" && scale["burglary"]?.highest == 20)
    #expect(scale["ASB"] == nil && scale.weights.map(\.note) == ["Local board", "None"])
    #expect(try fixture.audited() == ["hotspots.harm-replaced"])
    let twice = replace(fixture, try file(fixture, Self.good))
    #expect(twice.status == .wrongUse && twice.messages.contains("give another version"))
    let old = try fixture.services.database.read {
      try HarmStore.find(HarmScale.cambridge.title, $0)
    }
    #expect(old == .cambridge)
    #expect(try fixture.services.database.read { try HarmStore.all($0).count } == 2)
  }

  @Test("are used from their day on", arguments: [("2026-11-20", true), ("2026-11-21", false)])
  func day(from: String, isUsed: Bool) throws {
    let fixture = try Fixture(.sqlite, Fixture.crowded)
    _ = replace(fixture, try file(fixture, Self.good), from)
    let shown = fixture.run("hotspots", "harm", "--json").out
    #expect(shown.hasPrefix(#"{"name":"Local""#) == isUsed)
  }

  @Test(
    "are refused with the line that is wrong, and nothing is stored",
    arguments: [
      ("kind,days\nBurglary,1\n", "line 1: the headings must be category,lowest,highest,note."),
      ("category,lowest,highest,note\n", "no kind has a weight."),
      ("category,lowest,highest,note\nA,,,x\n", "no kind has a weight."),
      ("category,lowest,highest,note\nA,5,,\n", "line 2, column 3: give both weights"),
      ("category,lowest,highest,note\nA,5,4,\n", "line 2, column 3: the highest weight is under"),
      ("category,lowest,highest,note\nA,-1,4,\n", "line 2, column 2: expected days"),
      ("category,lowest,highest,note\nA,1,many,\n", "line 2, column 3: expected days"),
      ("category,lowest,highest,note\n,1,2,\n", "line 2, column 1: expected a kind"),
      ("category,lowest,highest,note\nA,1,2,\na,1,2,\n", "line 3, column 1: “a” stands here"),
      ("category,lowest,highest,note\nA,\"1,2,\n", "line 2"), ("", "no kind has a weight."),
    ])
  func refused(text: String, message: String) throws {
    let fixture = try Fixture(.sqlite, Fixture.crowded)
    let run = replace(fixture, try file(fixture, text))
    #expect(run.status == .inputRefused && run.messages.contains(message), "\(run.messages)")
    #expect(try fixture.audited() == [])
  }

  @Test("are replaced on the page, whose form says what is wrong at its field")
  func page() throws {
    let fixture = try Fixture(.sqlite, Fixture.crowded)
    let shown = try #require(try fixture.visit("hotspots", "harm")).words
    #expect(shown.contains("Violence and sexual offences 1 to 5,475"))
    #expect(shown.contains("Anti-social behaviour No weight"))
    let empty = try #require(try fixture.post("hotspots", "harm")).words
    for message in [
      "Enter the name of the scale", "Enter the version", "Enter where it was published",
      "Enter the day it is used from", "Choose the file of weights",
    ] { #expect(empty.contains(message), "\(message) in \(empty)") }
    let path = try file(fixture, Self.good)
    let upload = UploadedFile(field: "file", name: "w.csv", path: path, size: Self.good.utf8.count)
    let form = [
      ("name", "Local"), ("version", "1"), ("source", "Board"), ("from-day", "1"),
      ("from-month", "4"), ("from-year", "2026"),
    ]
    let done = try #require(try fixture.post("hotspots", "harm", form: form, files: [upload]))
    #expect(done.status == 303)
    let again = try #require(try fixture.post("hotspots", "harm", form: form, files: [upload]))
    #expect(again.status == 422 && again.words.contains("give another version"))
    try Data("a\n".utf8).write(to: URL(filePath: path))
    let wrong = try #require(try fixture.post("hotspots", "harm", form: form, files: [upload]))
    #expect(wrong.words.contains("The file, line 1: the headings must be"))
  }

  @Test("rank squares in the track record of all kinds, and of no single one")
  func record() throws {
    let fixture = try Fixture(.sqlite, Fixture.crowded)
    let names = { (category: String?) in
      try fixture.map {
        $0.harm = HarmScale.cambridge.title
        $0.category = category
      }.track?.lines.map(\.name)
    }
    #expect(
      try names(nil)?.suffix(2) == [
        "Most harm in the year before, lowest weights",
        "Most harm in the year before, highest weights",
      ])
    #expect(try names("Burglary")?.count == 2)
  }
}
