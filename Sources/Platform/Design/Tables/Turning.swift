public import Markup

/// Links to the page before and the page after, for long lists that nobody counts.
public struct Turning: HTML {
  private let previous: String?
  private let next: String?

  /// The paths of the two pages; `nil` where there is none.
  public init(previous: String?, next: String?) {
    self.previous = previous
    self.next = next
  }

  /// The links round a page counted from 1, by the path of each page.
  public init(page: Int, hasMore: Bool, path: (Int) -> String) {
    previous = page > 1 ? path(page - 1) : nil
    next = hasMore ? path(page + 1) : nil
  }

  /// The links.
  public var body: some HTML {
    if previous != nil || next != nil {
      nav(.class("pager no-print"), .aria("label", "Pages")) {
        if let previous { a(.href(previous), .rel("prev")) { "Previous page" } }
        if let next { a(.href(next), .rel("next")) { "Next page" } }
      }
    }
  }
}
