public import Markup

/// Things in their order, on the gold line: what happened, what we did, what is to come.
public struct Timeline: HTML {
  private let entries: [TimelineEntry]
  private let style: TimelineStyle

  /// Entries in order.
  public init(_ entries: [TimelineEntry], style: TimelineStyle = .plain) {
    self.entries = entries
    self.style = style
  }

  /// The line with its entries.
  public var body: some HTML {
    ol(.class(style.classes)) {
      for entry in entries { EntryDrawing(entry: entry, style: style) }
    }
  }
}

/// How much room a ``Timeline`` takes.
public enum TimelineStyle: Sendable {
  /// Under a heading of its own; its entries have headings of the third level.
  case plain
  /// The same in small type, beside other matter.
  case tight
  /// The story of a page; its entries have headings of the second level.
  case wide

  var classes: String {
    switch self {
    case .plain: "thread"
    case .tight: "thread tight"
    case .wide: "thread wide"
    }
  }
}

/// One entry of a ``Timeline``.
public struct TimelineEntry {
  /// What kind of thing it was.
  public enum Kind: Sendable {
    /// It happened: a full circle.
    case happened
    /// We did it: an open circle.
    case done
    /// It is to come: a dashed circle.
    case toCome

    var classes: String {
      switch self {
      case .happened: "key"
      case .done: ""
      case .toCome: "todo"
      }
    }
  }

  let heading: String
  let kind: Kind
  let meta: String?
  let content: AnyHTML

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
}

private struct EntryDrawing: HTML {
  let entry: TimelineEntry
  let style: TimelineStyle

  var body: some HTML {
    li(.class(entry.kind.classes).when(entry.kind != .done)) {
      if style == .wide { h2 { entry.heading } } else { h3 { entry.heading } }
      entry.content
      if let meta = entry.meta { p(.class("meta")) { meta } }
    }
  }
}
