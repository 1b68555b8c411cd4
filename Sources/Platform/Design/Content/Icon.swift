public import Markup

/// A small picture beside a word; never alone, so it is not read out.
public struct Icon: HTML {
  /// The pictures there are.
  public enum Name: String, Sendable, CaseIterable {
    /// The emblem: six blocks round a shared common.
    case mark
    /// A circle with a tick.
    case good
    /// A triangle.
    case warn
    /// A diamond.
    case bad
    /// An open square.
    case none
    /// More than before.
    case up
    /// Less than before.
    case down
    /// The same as before.
    case flat
    /// Time.
    case clock
    /// Held back.
    case lock
    /// Seen.
    case eye
    /// Chance.
    case dice
    /// Leads out of this service.
    case link
    /// Take notice.
    case alert
  }

  private let name: Name

  /// The picture of a name.
  public init(_ name: Name) { self.name = name }

  /// An icon writes itself: tables hold hundreds of them.
  public typealias Body = Never

  /// Writes a copy of the symbol in the page's sprite.
  public func render(into output: inout Output) {
    output.write(
      ##"<svg class="icon" width="16" height="16" aria-hidden="true" focusable="false">"##)
    output.write(##"<use href="#i-"##)
    output.write(raw: name.rawValue)
    output.write("\"/></svg>")
  }
}
