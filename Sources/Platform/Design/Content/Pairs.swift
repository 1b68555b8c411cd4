public import Markup

/// Names with short values, one a line, for the margin of a page.
public struct Pairs: HTML {
  private let pairs: [(name: String, value: String)]

  /// Names with their values.
  public init(_ pairs: [(name: String, value: String)]) { self.pairs = pairs }

  /// The lines.
  public var body: some HTML {
    dl(.class("pairs")) {
      for pair in pairs {
        div {
          dt { pair.name }
          dd { pair.value }
        }
      }
    }
  }
}
