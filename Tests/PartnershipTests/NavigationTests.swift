import Testing

@testable import Partnership

@Suite("Entries of the navigation")
struct NavigationTests {
  @Test(
    "cover the pages under them, by whole parts of the path",
    arguments: [
      (["indicators", "figures", "csp", "fy2026-27-q2"], true), (["indicators", "returns"], true),
      (["indicators"], false), (["indicators", "figures-old"], false), ([], false),
    ])
  func covers(page: [String], expected: Bool) {
    let entry = NavigationEntry(
      "Figures", path: "/indicators/figures", others: ["/indicators/returns"], roles: [])
    #expect(entry.covers(page) == expected)
  }
}
