internal import Database
internal import Kernel

/// What the record says about one step.
struct StepFinding: Equatable, Sendable {
  enum Result: String, CaseIterable, Sendable, Bindable {
    case met
    case missed
    /// It is not due yet.
    case waiting
    /// The rule of the step leaves the case out.
    case inapplicable = "not-applicable"

    var title: String {
      switch self {
      case .met: "Met"
      case .missed: "Missed"
      case .waiting: "Not yet due"
      case .inapplicable: "Does not apply"
      }
    }
  }

  let result: Result
  /// What it rests on: moments of the record, no person.
  let words: String

  init(_ result: Result, _ words: String) {
    self.result = result
    self.words = words
  }
}

/// A step with what the record says of it.
struct CheckedStep: Equatable, Sendable {
  let step: ProcedureStep
  let finding: StepFinding
}

/// A case under its procedure.
struct CheckedCase: Sendable {
  let record: CaseRecord
  let procedure: Procedure
  let steps: [CheckedStep]

  init(_ record: CaseRecord, _ procedure: Procedure, at now: Instant) {
    self.record = record
    self.procedure = procedure
    steps = procedure.steps.map { CheckedStep(step: $0, finding: record.finding($0, at: now)) }
  }

  var missed: [CheckedStep] { steps.filter { $0.finding.result == .missed } }

  /// Whether every step that applies and is due was met.
  var isFollowed: Bool { missed.isEmpty }

  func count(_ result: StepFinding.Result) -> Int {
    steps.count { $0.finding.result == result }
  }

  /// Such as "5 met, 1 missed, 1 does not apply".
  var words: String {
    let parts: [(StepFinding.Result, String)] = [
      (.met, "met"), (.missed, "missed"), (.waiting, "not yet due"),
      (.inapplicable, "not applicable"),
    ]
    return parts.filter { count($0.0) > 0 }.map { "\(count($0.0)) \($0.1)" }
      .joined(separator: ", ")
  }

  /// The findings as they are kept with a score: kinds of steps and results, nothing else.
  var kept: String {
    steps.map { "\($0.step.kind.rawValue)=\($0.finding.result.rawValue)" }.joined(separator: " ")
  }
}
