internal import Design

/// What has come of an action.
///
/// That it was not done and that it cannot be done are two things.
enum ActionState: String, Codable, CaseIterable, Sendable {
  case toDo = "to-do"
  case done
  case notDone = "not-done"
  case notPossible = "not-possible"

  var title: String {
    switch self {
    case .toDo: "To do"
    case .done: "Done"
    case .notDone: "Not done"
    case .notPossible: "Not possible"
    }
  }

  var hint: String {
    switch self {
    case .toDo: "It is still to be done by its day"
    case .done: "It was done"
    case .notDone: "It could have been done and was not; it comes back to the next meeting"
    case .notPossible: "It cannot be done at all, such as for want of a power"
    }
  }

  /// Whether it needs a reason in words.
  var needsReason: Bool { self == .notDone || self == .notPossible }

  /// Whether somebody still has to do something.
  var isOpen: Bool { self == .toDo || self == .notDone }

  /// How it is marked, on a day.
  func mark(isLate: Bool) -> StateMark {
    switch self {
    case .toDo: isLate ? StateMark(.bad, "Overdue") : StateMark(.none, title)
    case .done: StateMark(.good, title)
    case .notDone: StateMark(.bad, title)
    case .notPossible: StateMark(.warn, title)
    }
  }
}
