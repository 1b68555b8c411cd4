public import Markup

/// How a button looks.
public enum ButtonStyle: Sendable {
  /// The main act of a page; one a page.
  case main
  /// Any other act.
  case line
  /// An act that cannot be undone.
  case bad
  /// Any other act, small, for lists and heads.
  case small

  var classes: String {
    switch self {
    case .main: "btn"
    case .line: "btn line"
    case .bad: "btn bad"
    case .small: "btn line sm"
    }
  }
}

/// A button that sends its form.
public struct SubmitButton: HTML {
  private let words: String
  private let style: ButtonStyle
  private let name: String?
  private let value: String

  /// A button; with a name it sends which of several was pressed.
  public init(
    _ title: String, style: ButtonStyle = .main, name: String? = nil, value: String = ""
  ) {
    words = title
    self.style = style
    self.name = name
    self.value = value
  }

  /// The button.
  public var body: some HTML {
    button(
      .class(style.classes), .type(.submit), .name(name ?? "").when(name != nil),
      .value(value).when(name != nil)
    ) { words }
  }
}

/// A link that looks like a button: it leads somewhere and changes nothing.
public struct LinkButton: HTML {
  private let words: String
  private let path: String
  private let style: ButtonStyle

  /// A link to a path.
  public init(_ title: String, to path: String, style: ButtonStyle = .small) {
    words = title
    self.path = path
    self.style = style
  }

  /// The link.
  public var body: some HTML {
    a(.class(style.classes), .href(path)) { words }
  }
}
