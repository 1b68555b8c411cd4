import Markup
import Testing

@testable import Design

@Suite("The main navigation")
struct NavigationTests {
  private func page(_ count: Int) -> String {
    let links = (0..<count).map { number in
      NavigationLink(
        "Link \(number)", path: "/\(number)", isCurrent: number == 1,
        group: number < count / 2 ? "Cases" : "Analysis")
    }
    return Navigation(links: links).renderedText()
  }

  @Test(
    "folds behind one Menu where there are more than four, and groups fifteen or more",
    arguments: [(0, 0, 0), (4, 0, 1), (5, 1, 1), (14, 1, 1), (15, 1, 2), (20, 1, 2)])
  func folded(count: Int, menus: Int, lists: Int) {
    let text = page(count)
    #expect(text.matches(of: /<summary>Menu/).count == menus)
    #expect(text.matches(of: /<ul/).count == lists)
    #expect(text.matches(of: /<a\s/).count == count)
    #expect(text.contains(#"aria-label="Analysis""#) == (lists == 2))
  }

  @Test("says on the fold where one is")
  func current() { #expect(page(5).contains(#"<span class="quiet">: Link 1</span>"#)) }
}
