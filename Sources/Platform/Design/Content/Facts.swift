public import Markup

/// A few facts side by side, the status of a record or the figures of a page.
///
///     Facts([
///       Fact("2018/19, April to March", "3,293", note: "offences", isBig: true),
///       Fact("Direction of travel", note: "Wanted: down") { StateMark(.bad, "Red") },
///     ])
public struct Facts: HTML {
  private let facts: [Fact]

  /// Facts in order.
  public init(_ facts: [Fact]) { self.facts = facts }

  /// The facts.
  public var body: some HTML {
    dl(.class("facts")) {
      for fact in facts { fact }
    }
  }
}

/// One fact: its name, what it is, and a word on it.
public struct Fact: HTML {
  private let name: String
  private let value: AnyHTML
  private let note: String?
  private let path: String?
  private let isBig: Bool

  /// A fact in words, leading to its list or source where it has a path.
  public init(
    _ name: String, _ value: String, note: String? = nil, path: String? = nil, isBig: Bool = false
  ) {
    self.init(name, note: note, path: path, isBig: isBig) { value }
  }

  /// A fact drawn with other pieces, such as a state.
  public init(
    _ name: String, note: String? = nil, path: String? = nil, isBig: Bool = false,
    @HTMLBuilder value: () -> some HTML
  ) {
    self.name = name
    self.value = AnyHTML(value())
    self.note = note
    self.path = path
    self.isBig = isBig
  }

  /// The fact.
  public var body: some HTML {
    div {
      dt { name }
      dd(.class("big").when(isBig)) {
        if let path { a(.href(path)) { value } } else { value }
      }
      if let note { dd(.class("small")) { note } }
    }
  }
}
