public import Markup

/// Things in their order, on the gold line: what happened, what we did, what is to come.
public struct Timeline: HTML {
  private let entries: [TimelineEntry]
  private let isTight: Bool

  /// Entries in order; a tight one stands beside other matter.
  public init(_ entries: [TimelineEntry], isTight: Bool = false) {
    self.entries = entries
    self.isTight = isTight
  }

  /// The line with its entries.
  public var body: some HTML {
    ol(.class(isTight ? "thread tight" : "thread")) {
      for entry in entries { entry }
    }
  }
}

/// One entry of a ``Timeline``.
public struct TimelineEntry: HTML {
  /// What kind of thing it was.
  public enum Kind: Sendable {
    /// It happened: a full circle.
    case happened
    /// We did it: an open circle.
    case done
    /// It is to come: a dashed circle.
    case toCome
  }

  private let heading: String
  private let kind: Kind
  private let meta: String?
  private let content: AnyHTML

  /// An entry with who and when below it.
  public init(
    _ title: String, _ kind: Kind = .happened, meta: String? = nil,
    @HTMLBuilder content: () -> some HTML
  ) {
    heading = title
    self.kind = kind
    self.meta = meta
    self.content = AnyHTML(content())
  }

  /// An entry in a sentence.
  public init(_ title: String, _ kind: Kind = .happened, meta: String? = nil, text: String? = nil) {
    self.init(title, kind, meta: meta) {
      if let text { p { text } }
    }
  }

  /// The entry.
  public var body: some HTML {
    li(.class(kind == .happened ? "key" : kind == .toCome ? "todo" : "")) {
      h3 { heading }
      content
      if let meta { p(.class("meta")) { meta } }
    }
  }
}
