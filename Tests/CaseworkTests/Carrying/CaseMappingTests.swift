import Commands
import Database
import Kernel
import Partnership
import TestKit
import Testing

@testable import Casework

@Suite("How another case system is read", .database)
struct CaseMappingTests {
  private static let start = "row,ours,theirs\nsystem,,Old\n"
  private static let cases =
    "cases,reference,A\ncases,received,B\ncases,priority,=2\n"

  @Test(
    "is refused with the line and what to do",
    arguments: [
      ("a,b\n", 1, "the headings must be row,ours,theirs"),
      (start + "cases,colour,A\n", 3, "cases have no field “colour”. The fields are reference"),
      (start + "dates,american,\n", 3, "dates are day-first, month-first, iso, not “american”"),
      (start + "kind,noises,A\n", 3, "“noises” is none of ours. Kind is rowdy"),
      (start + "priority,4,A\n", 3, "“4” is none of ours. Priority is 1, 2 or 3"),
      (start + "role,wizard,A\n", 3, "Role is complainant, victim, witness, subject"),
      (start + "colours,1,A\n", 3, "a row is one of system, dates, cases"),
      ("row,ours,theirs\n" + cases, nil, "a row “system,,NAME” is needed"),
      (start, nil, "rows “cases,…” are needed"),
      (start + "cases,reference,A\n", nil, "a row “cases,received,HEADING” is needed"),
      (start + cases + "people,reference,A\n", nil, "a row “people,name,HEADING” is needed"),
    ] as [(String, Int?, String)])
  func refused(text: String, line: Int?, words: String) throws {
    do {
      _ = try CaseMappingSheet.read(text, name: "m.csv")
      Issue.record("it was read")
    } catch let refused as InputRefused {
      #expect(refused.line == line)
      #expect(refused.message.contains(words), "\(refused.message)")
    }
  }

  @Test("finds words whatever their case and spaces, and lets ours stand for themselves")
  func words() throws {
    let mapping = try CaseMappingSheet.read(
      Self.start + Self.cases + "priority,1,Very  High\n", name: "")
    #expect(mapping.meaning(of: "very high ", .priority) == "1")
    #expect(mapping.meaning(of: "2", .priority) == "2")
    #expect(mapping.columns[.cases]?["priority"] == "=2")
  }

  @Test("is kept sealed, in versions that are never changed", arguments: Engine.tested)
  func versions(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let store = CaseMappingStore(keyring: fixture.services.keyring)
    let (first, second) = (
      Self.start + Self.cases, Self.start + Self.cases + "officer,a@b,PLANTED\n"
    )
    let saved = try fixture.database.write { write in
      try [first, first, second].map { sheet in
        try store.save(sheet, as: "old", by: nil, at: fixture.now, in: write)
      }
    }
    #expect(saved == [1, 1, 2])
    try fixture.database.read { read in
      #expect(try store.find("old", read)?.sheet == second)
      #expect(try store.find("old", version: 1, read)?.sheet == first)
      #expect(try store.find("old", version: 3, read) == nil)
      #expect(try store.all(read).map(\.title) == ["old, version 2", "sample, as it came"])
      let sealed = try read.all("SELECT content FROM case_mapping") { row in try row.bytes() }
      #expect(sealed.allSatisfy { !String(decoding: $0, as: UTF8.self).contains("PLANTED") })
    }
  }

  @Test("the sample is whole, and its tables are kept without a fault", arguments: Engine.tested)
  func sample(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let kept = try #require(KeptMapping.shipped)
    let tables = try fixture.tables(
      kept,
      [
        .cases: CarrySample.cases, .people: CarrySample.people, .actions: CarrySample.actions,
        .notes: CarrySample.notes,
      ])
    let report = try fixture.carrying(kept).bring(tables)
    #expect(report.faults.isEmpty && report.unknown.isEmpty && report.warnings.isEmpty)
    #expect(report.words == "3 cases, 3 people, 3 actions, 3 notes and 0 files")
  }
}
