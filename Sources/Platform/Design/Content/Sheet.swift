public import Markup

/// What belongs together, under a heading; never a sheet within a sheet.
public struct Sheet<Content: HTML>: HTML {
  private let heading: String?
  private let id: String?
  private let mark: SheetMark
  private let content: Content

  /// A sheet, with a coloured edge where it is marked.
  public init(
    _ title: String? = nil, id: String? = nil, mark: SheetMark = .none,
    @HTMLBuilder content: () -> Content
  ) {
    heading = title
    self.id = id
    self.mark = mark
    self.content = content()
  }

  /// The sheet.
  public var body: some HTML {
    section(.class(mark.classes), .id(id ?? "").when(id != nil)) {
      if let heading { h2 { heading } }
      content
    }
  }
}

/// The coloured upper edge of a sheet.
public enum SheetMark: Sendable {
  /// None.
  case none
  /// The sheet that matters most.
  case river
  /// Something late or wrong.
  case bad
  /// Something to watch.
  case warn
  /// The present place in an order.
  case thread

  var classes: String {
    switch self {
    case .none: "sheet"
    case .river: "sheet mark"
    case .bad: "sheet mark bad"
    case .warn: "sheet mark warn"
    case .thread: "sheet mark thread-top"
    }
  }
}
