public import Markup

/// How things stand.
public enum MarkState: String, Sendable, CaseIterable {
  /// As wanted: green, a circle with a tick.
  case good
  /// To be watched: amber, a triangle.
  case warn
  /// Not as wanted: red, a diamond.
  case bad
  /// Not to be said: grey, an open square.
  case none

  var icon: Icon {
    switch self {
    case .good: Icon(.good)
    case .warn: Icon(.warn)
    case .bad: Icon(.bad)
    case .none: Icon(.none)
    }
  }
}

/// A state as word, shape and colour; take the colour away and nothing is lost.
public struct StateMark: HTML {
  private let state: MarkState
  private let word: String

  /// A state with its word: `StateMark(.warn, "Amber")`.
  public init(_ state: MarkState, _ word: String) {
    self.state = state
    self.word = word
  }

  /// Shape and word.
  public var body: some HTML {
    span(.class("rag \(state.rawValue)")) {
      state.icon
      word
    }
  }
}
