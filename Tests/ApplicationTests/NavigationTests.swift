import Design
import Partnership
import Testing

@testable import Application

@Suite("The navigation")
struct NavigationTests {
  @Test(
    "marks the entry that reaches furthest towards the page",
    arguments: [
      ([], nil), (["indicators"], "/indicators"), (["indicators", "7"], "/indicators"),
      (["indicators", "figures"], "/indicators/figures"),
      (["indicators", "figures", "csp", "fy2026-27-q2"], "/indicators/figures"),
      (["indicators", "figures-of-old"], "/indicators"), (["plans"], nil),
    ])
  func current(path: [String], marked: String?) {
    let entries = ["/indicators", "/indicators/figures", "/incidents"].map {
      NavigationEntry($0, path: $0, roles: [])
    }
    let links = SiteFacts.links(entries, at: path)
    #expect(links.filter(\.isCurrent).map(\.path) == (marked.map { [$0] } ?? []))
  }
}
