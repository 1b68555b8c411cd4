public import Markup

/// A part of a page that changes while it is looked at, such as the progress of a job.
///
/// With the script it is fetched again every two seconds until the page comes without `isLive`;
/// without it, the link "See how far it is now" does the same by hand. Keep forms and links out of
/// it: what has the focus must not be replaced.
public struct LivePart<Content: HTML>: HTML {
  private let id: String
  private let path: String
  private let isLive: Bool
  private let content: Content

  /// A part of the page at `path` that is still changing, or no longer.
  public init(id: String, path: String, isLive: Bool, @HTMLBuilder content: () -> Content) {
    self.id = id
    self.path = path
    self.isLive = isLive
    self.content = content()
  }

  /// The part.
  public var body: some HTML {
    div(
      .id(id), .aria("live", "polite"), .aria("busy", "true").when(isLive),
      .data("live", "2").when(isLive)
    ) {
      content
      if isLive {
        p(.class("by-hand")) { a(.href(path)) { "See how far it is now" } }
      }
    }
  }
}
