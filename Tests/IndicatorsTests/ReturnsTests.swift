import Access
import Database
import Documents
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Indicators

@Suite("Returns of agencies", .database)
struct ReturnsTests {
  private static let place = EntryFixture.place

  private func expected(_ fixture: EntryFixture, _ key: String) throws -> ExpectedReturn {
    let list = try fixture.list()
    let all = try fixture.services.database.read {
      try ReturnLoader(people: fixture.services.people).returns(list, in: $0)
    }
    return try #require(all.first { $0.agency.key == key })
  }

  @Test("hold a row for each figure an agency owes, and none that records count")
  func rows() throws {
    let fixture = try EntryFixture()
    let police = try expected(fixture, "police")
    #expect(
      police.lines.map(\.member.title) == Array(repeating: "Burglary", count: 3) + [
        "First-time entrants"
      ])
    #expect(police.dueDay.words == "21 October 2026")
    #expect(police.isLate(on: Sample.today))
    #expect(police.nextChase?.words == "22 October 2026")
    #expect(try expected(fixture, "voluntary").lines.count == 3)
  }

  @Test(
    "are seen and sent by partners of the agency alone",
    arguments: [
      (EntryFixture.police, "police", true), (EntryFixture.police, "voluntary", false),
      (EntryFixture.charity, "voluntary", true), (EntryFixture.charity, "police", false),
      (EntryFixture.analyst, "police", true), (EntryFixture.lead, "police", false),
      (Actor(account: ID(20), organisation: ID(2), role: .councillor), "police", false),
    ])
  func policy(actor: Actor, agency: String, isAllowed: Bool) throws {
    let fixture = try EntryFixture()
    for route in [FiguresRoute.agency(Self.place, agency), .form(Self.place, agency)] {
      #expect((try fixture.send(actor, route) != nil) == isAllowed)
    }
    let sent = try fixture.send(actor, .agency(Self.place, agency), form: [])
    #expect((sent?.status == 422) == isAllowed)
    if isAllowed, actor.role == .partner {
      let page = try #require(try fixture.send(actor, .agency(Self.place, agency))).text
      #expect(!page.contains("Record that I asked"))
      #expect(try fixture.send(actor, .chase(Self.place, agency), form: []) == nil)
    }
  }

  @Test("are asked for when late, on record, with the text to copy", arguments: Engine.tested)
  func chase(engine: Engine) throws {
    let fixture = try EntryFixture(engine)
    let list = try #require(
      try fixture.send(EntryFixture.analyst, .returns(Self.place))
    ).text
    #expect(list.contains("30 days late"))
    let route = FiguresRoute.agency(Self.place, "police")
    let page = try #require(try fixture.send(EntryFixture.analyst, route)).text
    for words in [
      "No mail is sent from here", "was due on 21 October 2026, 30 days ago",
      "4 figures are missing", "- First-time entrants",
      "http://127.0.0.1:8080/indicators/returns/safe/fy2026-27-q2/police",
    ] { #expect(page.contains(words), "\(words)") }
    let chase = FiguresRoute.chase(Self.place, "police")
    let day = [("next-day", "30"), ("next-month", "11"), ("next-year", "2026")]
    let refused = try fixture.send(
      EntryFixture.analyst, chase,
      form: [("words", "Please"), ("next-day", "20"), ("next-month", "11"), ("next-year", "2026")])
    #expect(refused?.status == 422)
    #expect(refused?.text.contains("Choose a day after today") == true)
    let done = try fixture.send(EntryFixture.analyst, chase, form: [("words", "Please")] + day)
    #expect(done?.status == 303)
    let police = try expected(fixture, "police")
    #expect(police.chases.map(\.words) == ["Please"])
    #expect(police.nextChase?.words == "30 November 2026")
    #expect(try fixture.send(EntryFixture.analyst, route)?.text.contains("Person 10") == true)
    #expect(try fixture.actions() == ["indicators.return-chased"])
  }

  @Test("are due by a rule of calendar days, which is not changed over another's change")
  func days() throws {
    let fixture = try EntryFixture()
    let route = FiguresRoute.returns(Self.place)
    for days in ["0", "121", "soon"] {
      let form = [("days", days), ("version", "0")]
      #expect(try fixture.send(EntryFixture.analyst, route, form: form)?.status == 422)
    }
    let form = [("days", "31"), ("version", "0")]
    #expect(try fixture.send(EntryFixture.analyst, route, form: form)?.status == 303)
    #expect(try expected(fixture, "police").dueDay.words == "31 October 2026")
    #expect(throws: DatabaseError.stale) {
      try fixture.send(EntryFixture.analyst, route, form: form)
    }
  }

  @Test("are read back by row id, with every mistake named by its cell")
  func reading() throws {
    let fixture = try EntryFixture()
    let police = try expected(fixture, "police")
    let good = ReturnReading(sheet(police, ["12", "1,041", "", "3"]), police)
    #expect(good.wrong.isEmpty)
    #expect(good.answers.map(\.value) == ["12", "1041", "3"])
    #expect(good.emptyRows == [police.lines[2].row])
    var moved = sheet(police, ["12", "13", "14", "3"])
    moved.swapAt(1, 4)
    #expect(
      Set(ReturnReading(moved, police).answers)
        == Set(
          ReturnReading(sheet(police, ["12", "13", "14", "3"]), police).answers))
    let bad = ReturnReading(sheet(police, ["-2", "many", "1.5", "3"]), police)
    #expect(
      bad.wrong == [
        "E4: Enter a number that is not below nought",
        "E5: Enter a number in digits, such as 1,041 or 4.2, below 1,000,000,000",
        "E6: Enter a whole number: this is a count",
      ])
    var doubled = sheet(police, ["1", "2", "3", "4"])
    doubled.append(.init(number: 8, cells: [1: police.lines[0].row, 5: "9"]))
    doubled.append(.init(number: 9, cells: [1: "row-999-2026-07", 5: "9"]))
    #expect(ReturnReading(doubled, police).wrong.map { $0.prefix(3) } == ["A8:", "A9:"])
    let charity = try expected(fixture, "voluntary")
    #expect(
      ReturnReading(sheet(police, []), charity).wrong.first?.hasPrefix("A1: This form is for")
        == true)
    #expect(
      ReturnReading([], charity).wrong.first?.hasPrefix("A1: This is not a return form") == true)
    var share = sheet(charity, ["0.69"])
    share[1].fractions = [5]
    #expect(ReturnReading(share, charity).wrong.first?.hasPrefix("E4: 0.69 can be read") == true)
    #expect(ReturnReading(sheet(charity, ["69%"]), charity).answers.map(\.value) == ["69"])
  }

  @Test("take a cell shown as a percentage for what people see")
  func percentage() throws {
    let fixture = try EntryFixture()
    let charity = try expected(fixture, "voluntary")
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let path = "\(folder.path)/return.xlsx"
    var workbook = ReturnWorkbook(expected: charity).workbook
    workbook.sheets[0].rows[3][ReturnWorkbook.Column.value - 1] = .percent(69).unlocked
    try workbook.write(to: path)
    let sheets = try ReaderProcess().sheets(of: path)
    let rows = try #require(sheets.first).rows.map(ReturnReading.SheetRow.init)
    let reading = ReturnReading(rows, charity)
    #expect(reading.wrong == [])
    #expect(reading.answers.map(\.value) == ["69"])
  }

  @Test("that leave a held figure empty say that it stays")
  func emptied() throws {
    let fixture = try EntryFixture()
    try fixture.burglaries("2026-07", [10, 11])
    let police = try expected(fixture, "police")
    let changes = ReturnChanges(
      ReturnReading(sheet(police, ["", "15", "", ""]), police).answers, police)
    #expect(changes.emptied.map(\.row) == [police.lines[0].row])
    #expect(changes.missing.count == 2 && changes.changed.count == 1)
    #expect(changes.mark != ReturnChanges([], police).mark)
  }

  @Test("travel as workbook, are checked, confirmed, and kept with file and hash")
  func roundTrip() throws {
    let fixture = try EntryFixture()
    try fixture.burglaries("2026-07", [10, 11])
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    var police = try expected(fixture, "police")
    let path = "\(folder.path)/return.xlsx"
    try filled(police, [4: 10, 5: 15, 6: 12, 7: 6]).write(to: path)
    let file = UploadedFile(field: "file", name: "return.xlsx", path: path, size: 1)
    let route = FiguresRoute.agency(Self.place, "police")
    let sent = try fixture.send(EntryFixture.police, route, form: [], files: [file])
    #expect(sent?.header("Location") == FiguresRoute.confirm(Self.place, "police").path)
    #expect(try fixture.standing(0, "2026-09") == nil)
    let confirm = FiguresRoute.confirm(Self.place, "police")
    let page = try #require(try fixture.send(EntryFixture.police, confirm)).text
    #expect(page.contains("Nothing is kept yet"))
    police = try expected(fixture, "police")
    let record = try #require(police.record)
    let draft = try #require(
      try fixture.services.database.read { try ReturnStore.draft(of: record.id, in: $0) })
    let changes = ReturnChanges(draft.lines, police)
    #expect(
      [changes.added.count, changes.changed.count, changes.unchanged.count] == [2, 1, 1])
    var form = [("draft", draft.id.description), ("mark", changes.mark)]
    #expect(try fixture.send(EntryFixture.police, confirm, form: form)?.status == 422)
    form.append(("reason", "Late records"))
    let stale = [("draft", draft.id.description), ("mark", "x"), ("reason", "Late records")]
    #expect(try fixture.send(EntryFixture.police, confirm, form: stale)?.status == 409)
    #expect(try fixture.send(EntryFixture.police, confirm, form: form)?.status == 303)
    let kept = try #require(try fixture.standing(0, "2026-08"))
    #expect(kept.amount.value == Figure(15))
    #expect(kept.reason == "Late records")
    #expect(kept.provenance == .imported(file: "return.xlsx", sha256: draft.sha256))
    #expect(draft.sha256.count == 64)
    #expect(try expected(fixture, "police").isReceived)
    #expect(
      try fixture.actions() == ["indicators.return-read", "indicators.return-received"])
    let junk = UploadedFile(
      field: "file", name: "junk.xlsx", path: "/proc/self/cmdline", size: 1)
    let refused = try fixture.send(EntryFixture.police, route, form: [], files: [junk])
    #expect(refused?.status == 422)
    #expect(refused?.text.contains("the workbook of this return") == true)
  }

  @Test("are listed through an index", arguments: Engine.tested)
  func plans(engine: Engine) throws {
    let fixture = try EntryFixture(engine)
    let database = fixture.services.database
    let list = try QueryPlan.of(
      ReturnStore.listQuery(fixture.plan.id, Self.place.period), database)
    #expect(!list.readsAll(of: "partner_return"), "\(list)")
    let chases = try QueryPlan.of(ReturnStore.chasesQuery(ID(1)), database)
    #expect(chases.uses(index: "partner_return_chase_order"), "\(chases)")
  }

  /// The sheet as it comes back, with these texts in the column of figures.
  private func sheet(
    _ expected: ExpectedReturn, _ texts: [String]
  ) -> [ReturnReading.SheetRow] {
    [ReturnReading.SheetRow(number: 1, cells: [1: expected.stamp])]
      + zip(expected.lines, texts).enumerated().map { index, pair in
        ReturnReading.SheetRow(number: index + 4, cells: [1: pair.0.row, 5: pair.1])
      }
  }

  /// The form with figures filled in, by the number of the row in the sheet.
  private func filled(_ expected: ExpectedReturn, _ figures: [Int: Int]) -> Workbook {
    var workbook = ReturnWorkbook(expected: expected).workbook
    for (row, figure) in figures {
      workbook.sheets[0].rows[row - 1][ReturnWorkbook.Column.value - 1] = .integer(figure).unlocked
    }
    return workbook
  }
}
