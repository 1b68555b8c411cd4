import Access
import Design
import Partnership
import Testing

@testable import Application

@Suite("The navigation")
struct NavigationTests {
  @Test("has in each group of a role more than one entry, and no name twice", arguments: Role.all)
  func groups(role: Role) {
    let entries = SiteFacts.entries(of: role)
    #expect(Set(entries.map(\.title)).count == entries.count)
    guard entries.count >= 15 else { return }
    let groups = Dictionary(grouping: entries, by: \.group)
    #expect(groups.count > 1 && groups.values.allSatisfy { (2...10).contains($0.count) })
  }

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
