public import Markup

/// Links to the pages of a long list; nothing where there is but one.
public struct Pager: HTML {
  private let page: Int
  private let count: Int
  private let path: (Int) -> String

  /// The page shown, counted from 1, of so many, and the path of each.
  public init(page: Int, of count: Int, path: @escaping (Int) -> String) {
    self.page = page
    self.count = count
    self.path = path
  }

  /// The links.
  public var body: some HTML {
    if count > 1 {
      nav(.class("pager no-print"), .aria("label", "Pages")) {
        if page > 1 { a(.href(path(page - 1)), .rel("prev")) { "Previous page" } }
        span(.class("quiet")) { "Page \(NumberText.whole(page)) of \(NumberText.whole(count))" }
        if page < count { a(.href(path(page + 1)), .rel("next")) { "Next page" } }
      }
    }
  }
}
