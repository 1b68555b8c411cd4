import Testing

@testable import Indicators

@Suite("Outturn")
struct OutturnTests {
  static func row(_ area: String, _ number: String) throws -> OutturnRow {
    try #require(OutturnRow.all.first { $0.area == area && $0.number == number })
  }

  @Test("counts its rows, whatever the summary printed above them says")
  func rollUp() {
    let rollUp = OutturnRollUp(OutturnRow.all.map(\.status))
    #expect(rollUp.total == 42)
    #expect(
      [.met, .progress, .partly, .missed, .noData].map { (status: OutturnStatus) in rollUp[status] }
        == [23, 9, 0, 6, 4])
    let mismatches = rollUp.mismatches(with: Archive.summary2005)
    #expect(mismatches.map(\.what) == ["Targets", "Met", "Not met"])
    #expect(mismatches.map(\.published) == [47, 30, 8])
    #expect(mismatches.map(\.counted) == [42, 23, 6])
  }

  @Test("rounds the printed shares as the document does", arguments: [(30, 64), (8, 17), (9, 19)])
  func shares(count: Int, expected: Int) {
    #expect(Archive.summary2005.percent(count).whole == expected)
  }

  @Test("joins sub-targets under one status")
  func parts() throws {
    let treatment = try #require(
      OutturnRow.all.first { $0.area == "drugs" && $0.parts.count == 3 })
    #expect(treatment.number == "27")
    #expect(treatment.parts.map(\.progress.isMet) == [false, true, false])
    #expect(treatment.status == .progress)
    #expect(try Self.row("youth", "37").parts.count == 2)
    #expect(OutturnRow.all.filter { $0.area == "drugs" && $0.number == "26" }.count == 2)
    #expect(OutturnRow.all.filter { $0.area == "drugs" && $0.number == "27" }.count == 2)
  }

  @Test(
    "works out progress beside the judgement",
    arguments: [
      ("property", "1", "87.6", OutturnStatus.missed), ("violence", "6", "76.6", .progress),
      ("asb", "15", "80", .progress), ("asb", "23", "43", .missed), ("asb", "20", "60", .progress),
      ("youth", "36", "-50", .missed),
    ])
  func progress(area: String, number: String, share: String, status: OutturnStatus) throws {
    let row = try Self.row(area, number)
    #expect(row.parts[0].progress.share?.rounded(to: 1).description == share)
    #expect(row.status == status)
    #expect(OutturnAgreement(row.status, row.parts.map(\.progress)) == .agrees)
  }

  @Test("shows where judgement and figures differ, and where they cannot tell")
  func agreement() throws {
    let met = OutturnProgress(sense: .atLeast, target: Figure(10), outturn: Figure(12))
    #expect(OutturnAgreement(.progress, [met]) == .differs)
    #expect(OutturnAgreement(.met, [met]) == .agrees)
    #expect(OutturnAgreement(.noData, [met]) == .untested)
    let silent = try Self.row("asb", "17")
    #expect(OutturnAgreement(silent.status, silent.parts.map(\.progress)) == .untested)
  }

  @Test("shows a target judged not met that went further than others judged good progress")
  func order() throws {
    let all = OutturnRow.all.map { (status: $0.status, parts: $0.parts.map(\.progress)) }
    func better(_ area: String, _ number: String) throws -> Int {
      let row = try Self.row(area, number)
      return OutturnOrder.better(than: (row.status, row.parts.map(\.progress)), among: all)
    }
    #expect(try better("property", "1") == 6)
    #expect(try better("asb", "23") == 0)
    #expect(try better("violence", "6") == 0)
  }
}
