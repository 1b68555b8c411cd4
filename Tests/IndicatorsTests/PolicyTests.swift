import Access
import HTTP
import Kernel
import Partnership
import Testing

@testable import Indicators

@Suite("Who may do what with indicators")
struct PolicyTests {
  /// One letter an action, in the order of the actions: y or n.
  static let expected: [(Role, String)] = [
    (.administrator, "yyyynnynn"), (.manager, "yyyyyyyyy"),
    (.officer, "yynnnnnnn"), (.analyst, "yyyyynynn"), (.coordinator, "yyyyyyyny"),
    (.partner, "yynynnnnn"), (.councillor, "yynnnnnnn"), (.auditor, "yynnnnnnn"),
  ]

  @Test("is as the table says", arguments: expected)
  func table(role: Role, letters: String) {
    let actor = Actor(account: ID(1), organisation: ID(1), role: role)
    let found = IndicatorAction.allCases.map { IndicatorPolicy.allows($0, actor) ? "y" : "n" }
    #expect(found.joined() == letters)
  }

  @Test("names every role")
  func roles() { #expect(Set(Self.expected.map(\.0)) == Set(Role.all)) }
}

@Suite("Paths of indicators")
struct RouteTests {
  static let quarter = Period("2026/27 Q2")
  static let filter = DashboardFilter(
    plan: "csp-2025-29", period: quarter, priority: "A", state: .red)

  static let routes: [IndicatorRoute] = [
    .dashboard(DashboardFilter()), .dashboard(filter), .export(filter, .csv),
    .export(DashboardFilter(), .xlsx), .indicator(ID(7), IndicatorView()),
    .indicator(ID(7), IndicatorView(plan: "csp-2017-21", period: Period("2018/19"), page: 3)),
    .plans(page: 1), .plans(page: 2), .plan("strategy-2008-11"),
  ]

  @Test("are read as they are written", arguments: routes)
  func roundTrip(route: IndicatorRoute) throws {
    let parts = route.path.split(separator: "?", maxSplits: 1).map(String.init)
    let path = parts[0].split(separator: "/").map(String.init)
    let query = parts.count == 2 ? try Fields(urlEncoded: Array(parts[1].utf8)[...]) : Fields()
    #expect(IndicatorRoute(.get, path, query) == route)
  }

  @Test(
    "refuse others",
    arguments: [
      ["indicators", "0"], ["indicators", "x"], ["indicators", "dashboard.pdf"], ["work"],
    ])
  func refused(path: [String]) { #expect(IndicatorRoute(.get, path, Fields()) == nil) }

  @Test(
    "keep to periods and pages there can be",
    arguments: ["0000/01", "9999/00", "0001-01", "9999-12", "2018", "x"])
  func bounds(text: String) {
    let query = Fields([("period", text), ("page", "9223372036854775807")])
    #expect(IndicatorRoute(.get, ["indicators"], query) == .dashboard(DashboardFilter()))
    #expect(IndicatorRoute(.get, ["plans"], query) == .plans(page: 100_000))
    #expect(
      IndicatorRoute(.get, ["indicators", "7"], query)
        == .indicator(ID(7), IndicatorView(page: 100_000)))
  }
}
