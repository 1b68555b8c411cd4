internal import Design
internal import Kernel

/// How an order stands at a moment.
enum Standing: Equatable, Sendable {
  /// Written down, not yet given to them.
  case notServed
  /// A warning or agreement: given, and with no life in law of its own.
  case served
  case agreed
  case toStart
  case inForce
  case ended
  case discharged
  case legacy

  var title: String {
    switch self {
    case .notServed: "Not served yet"
    case .served: "Served"
    case .agreed: "Agreed"
    case .toStart: "Not begun"
    case .inForce: "In force"
    case .ended: "Ended"
    case .discharged: "Discharged"
    case .legacy: "Kept record"
    }
  }

  var mark: MarkState {
    switch self {
    case .notServed, .toStart: .warn
    case .inForce: .good
    case .served, .agreed, .ended, .discharged, .legacy: .none
    }
  }
}

extension Order {
  func standing(at now: Instant) -> Standing {
    if power.kind == .legacy { return .legacy }
    if let dischargedOn, London.day(now) >= dischargedOn { return .discharged }
    if power.isServed, servedAt == nil { return term.endsAt <= now ? .ended : .notServed }
    if power.kind == .step {
      if term.endsAt <= now { return .ended }
      return power.isServed ? .served : .agreed
    }
    if now < term.startsAt { return .toStart }
    return now < term.endsAt ? .inForce : .ended
  }
}
