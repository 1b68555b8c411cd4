public import Markup

/// A message that stands out; at most one at the top of a page.
public struct Notice<Content: HTML>: HTML {
  private let kind: NoticeKind
  private let content: Content

  /// A message of a kind.
  public init(_ kind: NoticeKind = .plain, @HTMLBuilder content: () -> Content) {
    self.kind = kind
    self.content = content()
  }

  /// The message.
  public var body: some HTML {
    div(.class(kind == .plain ? "notice" : "notice \(kind.rawValue)")) { content }
  }
}

/// What a message is about; its words must say so too.
public enum NoticeKind: String, Sendable {
  /// Something to know.
  case plain
  /// Something that went well.
  case good
  /// Something to do first.
  case warn
  /// Something that went wrong.
  case bad
}
