public import Markup

/// The pages above this one, from the top down.
public struct Breadcrumbs: HTML {
  private let crumbs: [Crumb]

  /// The pages above, the highest first; the page itself is not among them.
  public init(_ crumbs: [Crumb]) { self.crumbs = crumbs }

  /// The links.
  public var body: some HTML {
    nav(.class("crumbs"), .aria("label", "Breadcrumb")) {
      ol(.role("list")) {
        for crumb in crumbs { li { a(.href(crumb.path)) { crumb.title } } }
      }
    }
  }
}
