import HTTP
import Kernel
import Testing

@testable import Incidents

@Suite("Paths of incidents")
struct IncidentRouteTests {
  static let routes: [IncidentRoute] = [
    .overview(IncidentFilter()),
    .overview(
      IncidentFilter(
        force: "Avon and Somerset Constabulary", category: "Burglary", from: "2025-01",
        to: "2025-12"
      ).page(3)),
    .counts(CountsFilter()), .counts(counts), .counts(counts.page(3)),
    .counts(counts.sorted(.most)), .countsFile(counts, .csv), .countsFile(counts, .xlsx),
    .countsFile(CountsFilter(), .geojson), .imports(page: 1), .imports(page: 2),
    .months(page: 1), .months(page: 7), .add, .publicLog(source: nil, month: nil, page: 1),
    .publicLog(source: "council-asb", month: Month("2025-01"), page: 3),
    .quality(force: "", page: 1), .quality(force: "Avon and Somerset Constabulary", page: 2),
    .sources(.list), .sources(.new), .sources(.edit("council-asb")),
    .sources(.show("council-asb", page: 1)), .sources(.show("council-asb", page: 4)),
    .trial, .job(ID(4)), .run(ID(5), page: 1), .run(ID(5), page: 2), .refused(ID(6)),
  ]

  private static let counts = CountsFilter(
    Fields([
      ("by", "month"), ("then", "ward"), ("from", "2025-01"), ("to", "nonsense"),
      ("category", "Burglary"), ("force", "Avon and Somerset Constabulary"),
    ]))

  @Test("read back what they write", arguments: routes)
  func roundTrip(route: IncidentRoute) throws {
    let target = try RequestTarget(Array(route.path.utf8))
    #expect(IncidentRoute(.get, target.path, target.query) == route)
  }

  @Test(
    "of the public read back what they write",
    arguments: [
      RecordedRoute.all(source: nil), .all(source: "council-asb"), .ward("E05T00001", source: nil),
      .ward("E05T00001", source: "council-asb"), .csv(source: nil), .csv(source: "council-asb"),
    ])
  func publicRoundTrip(route: RecordedRoute) throws {
    let target = try RequestTarget(Array(route.path.utf8))
    #expect(RecordedRoute(.get, target.path, target.query) == route)
    #expect(RecordedRoute(.post, target.path, target.query) == nil)
  }

  @Test(
    "are no others",
    arguments: [
      ["incidents", "nothing"], ["incidents", "imports", "0"], ["incidents", "imports", "x"],
      ["incidents", "imports", "1", "other"], ["incidents", "jobs"],
      ["incidents", "counts", "counts.pdf"], ["indicators"], [],
    ])
  func others(path: [String]) { #expect(IncidentRoute(.get, path, Fields()) == nil) }

  @Test("refuse months that are none, and a last before a first")
  func months() {
    #expect(throws: Refusal("from", "Enter a month such as 2026-01")) {
      try IncidentFilter(from: "2026-13").months()
    }
    #expect(throws: Refusal("to", "The last month must not be before the first")) {
      try IncidentFilter(from: "2026-02", to: "2026-01").months()
    }
  }
}
