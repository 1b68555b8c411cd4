public import Markup

/// A word in a small box: the state of a task, a claim, a fact seen.
public struct Tag: HTML {
  /// What the word tells.
  public enum Style: Sendable {
    /// Nothing but itself.
    case plain
    /// A state, with its shape.
    case state(MarkState)
    /// A fact seen.
    case fact
    /// A claim, not yet assessed.
    case claim
  }

  private let word: String
  private let style: Style

  /// A word in a box.
  public init(_ word: String, _ style: Style = .plain) {
    self.word = word
    self.style = style
  }

  /// A word with the shape and colour of a state.
  public init(_ word: String, _ state: MarkState) { self.init(word, .state(state)) }

  /// The box.
  public var body: some HTML {
    switch style {
    case .plain: span(.class("tag")) { word }
    case .fact: span(.class("tag river")) { word }
    case .claim: span(.class("tag line")) { word }
    case .state(let state):
      span(.class("tag \(state.rawValue)")) {
        state.icon
        word
      }
    }
  }
}
