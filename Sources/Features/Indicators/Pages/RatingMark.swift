import Design
import Markup

/// A rating as word, shape and colour.
struct RatingMark: HTML {
  let state: RatingState
  var words: String?

  var body: some HTML { StateMark(state.mark, words ?? state.words) }
}

extension RatingState {
  /// The mark that stands for the state.
  var mark: MarkState {
    switch self {
    case .green: .good
    case .amber: .warn
    case .red: .bad
    case .none: .none
    }
  }
}

/// A change with its arrow; words where there is none, or where a break parts the figures.
struct ChangeText: HTML {
  let direction: DirectionOfTravel

  var body: some HTML {
    if case .notComparable = direction {
      span(.class("xs quiet")) { "Not comparable" }
    } else if let change = direction.change {
      span {
        span(.class("nowrap")) {
          Icon(arrow(change))
          " "
          FigureText.change(change) ?? FigureText.difference(change.difference)
        }
        if let points = change.points {
          br()
          span(.class("xs quiet")) { NumberText.points(points.rounded(to: 1).double) }
        }
      }
    } else {
      span(.class("quiet")) { direction.reason ?? "No comparison" }
    }
  }

  private func arrow(_ change: Change) -> Icon.Name {
    if change.difference > .zero { return .up }
    return change.difference < .zero ? .down : .flat
  }
}

/// A figure, or the words for its absence.
struct AmountText: HTML {
  let amount: Amount?
  let kind: FigureKind
  var missing = "Not supplied"

  var body: some HTML {
    if let amount {
      FigureText.value(amount.value, kind)
      if let numerator = amount.numerator, let denominator = amount.denominator {
        br()
        span(.class("xs quiet")) {
          "\(FigureText.value(numerator, .count)) of \(FigureText.value(denominator, .count))"
        }
      }
    } else {
      span(.class("quiet")) { missing }
    }
  }
}
