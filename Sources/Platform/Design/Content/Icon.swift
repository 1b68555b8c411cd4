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

  /// A copy of the symbol in the page's sprite.
  public var body: some HTML {
    svg(
      .class("icon"), .width(.px(16)), .height(.px(16)), .aria("hidden", "true"),
      .focusable(false)
    ) { use(.href("#i-\(name.rawValue)")) }
  }
}
