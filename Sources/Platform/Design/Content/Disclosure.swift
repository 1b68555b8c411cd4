public import Markup

/// A part that opens on request, without script.
public struct Disclosure<Content: HTML>: HTML {
  private let heading: String
  private let isOpen: Bool
  private let content: Content

  /// A part under the line that opens it.
  public init(_ title: String, isOpen: Bool = false, @HTMLBuilder content: () -> Content) {
    heading = title
    self.isOpen = isOpen
    self.content = content()
  }

  /// The line and the part.
  public var body: some HTML {
    details(.open.when(isOpen)) {
      summary { heading }
      content
    }
  }
}
