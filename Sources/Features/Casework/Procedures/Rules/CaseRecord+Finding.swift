internal import Kernel
internal import Partnership

extension CaseRecord {
  /// What the record says of a step at a moment.
  func finding(_ step: ProcedureStep, at now: Instant) -> StepFinding {
    let days = step.days ?? 0
    switch step.kind {
    case .decided: return decided(within: days)
    case .begun: return first(file.startedAt, due: file.startDue, "First contact", at: now)
    case .interviewed: return interviewed(within: days, at: now)
    case .assessed: return first(firstAssessed, due: due(days), "Assessed", at: now)
    case .planned:
      let action = entries.first { $0.kind == .action }?.at
      return first(action, due: due(days), "Agreed", at: now)
    case .updated: return updated(every: days, at: now)
    case .supported: return supported
    case .told: return told
    }
  }

  private func due(_ days: Int) -> Instant { due(days, from: file.openedAt) }

  private func due(_ days: Int, from start: Instant) -> Instant {
    calendar.time(at: start).due(after: days, from: start)
  }

  private func interviewed(within days: Int, at now: Instant) -> StepFinding {
    guard !open.isEmpty else { return StepFinding(.inapplicable, StepKind.interviewed.exception) }
    let interview = entries.first { $0.kind == .interview }?.at
    return first(interview, due: due(days), "Interviewed", at: now)
  }

  private func decided(within days: Int) -> StepFinding {
    guard let report = reports.min(by: { $0.receivedAt < $1.receivedAt }) else {
      return StepFinding(.inapplicable, StepKind.decided.exception)
    }
    let due = due(days, from: report.receivedAt)
    return StepFinding(
      report.decidedAt <= due ? .met : .missed,
      "Decided \(London.words(report.decidedAt)), due \(London.words(due))")
  }

  /// Something that is to happen once by a moment.
  private func first(
    _ at: Instant?, due: Instant, _ what: String, at now: Instant
  ) -> StepFinding {
    let words = "due \(London.words(due))"
    if let at {
      return StepFinding(at <= due ? .met : .missed, "\(what) \(London.words(at)), \(words)")
    }
    let end = file.closedAt ?? now
    if end > due { return StepFinding(.missed, "Not in the record, \(words)") }
    return file.closedAt == nil
      ? StepFinding(.waiting, words.prefix(1).uppercased() + words.dropFirst())
      : StepFinding(.inapplicable, "Closed \(London.words(end)), \(words)")
  }

  private var supported: StepFinding {
    guard !young.isEmpty else {
      return StepFinding(.inapplicable, StepKind.supported.exception)
    }
    let offered = young.count { $0 }
    let words = "Offered to \(offered) of \(young.count)"
    if offered == young.count { return StepFinding(.met, words) }
    return StepFinding(file.closedAt == nil ? .waiting : .missed, words)
  }

  private var told: StepFinding {
    guard !open.isEmpty else { return StepFinding(.inapplicable, StepKind.told.exception) }
    guard file.closedAt != nil else { return StepFinding(.waiting, "Due when it is closed") }
    let told = open.compactMap(\.toldAt)
    guard told.count == open.count, let last = told.max() else {
      return StepFinding(.missed, "\(told.count) of \(open.count) reporters told")
    }
    return StepFinding(.met, "Told \(London.words(last))")
  }

  /// Between two contacts there may be so many working days, those in which the clocks stood still
  /// apart.
  ///
  /// What is told at the end counts as one; from the end until the case is opened again nothing
  /// is due.
  private func updated(every days: Int, at now: Instant) -> StepFinding {
    guard !open.isEmpty else { return StepFinding(.inapplicable, StepKind.updated.exception) }
    var last: Instant? = file.openedAt
    var paused: Instant?
    var still = 0
    var contacts = 0
    func due(from start: Instant) -> Instant {
      let due = self.due(days, from: start)
      guard still > 0 else { return due }
      return London.instant(
        calendar.time(at: start).day(still, after: London.day(due)), minute: WorkingTime.endMinute)
    }
    for entry in entries {
      switch entry.kind {
      case .paused: paused = entry.at
      case .resumed:
        if let start = paused {
          still += calendar.time(at: entry.at)
            .days(after: London.day(start), through: London.day(entry.at))
        }
        paused = nil
      case .contact, .interview, .closed, .passed:
        if let start = last, due(from: start) < entry.at {
          return late(start, due(from: start), until: entry.at)
        }
        contacts += entry.kind.isContact ? 1 : 0
        last = entry.kind.isContact ? entry.at : nil
        still = 0
        if !entry.kind.isContact { paused = nil }
      case .reopened: (last, paused, still) = (entry.at, nil, 0)
      default: break
      }
    }
    // While the clocks stand still nothing becomes due.
    if let start = last, file.closedAt == nil, due(from: start) < (paused ?? now) {
      return late(start, due(from: start), until: nil)
    }
    // Nobody was told anything yet, and nobody had to be.
    if let start = last, file.closedAt == nil, contacts == 0 {
      return StepFinding(
        .waiting, paused == nil ? "Due \(London.words(due(from: start)))" : "The clocks stand still"
      )
    }
    return StepFinding(.met, "\(contacts) \(contacts == 1 ? "contact" : "contacts"), none late")
  }

  private func late(_ start: Instant, _ due: Instant, until next: Instant?) -> StepFinding {
    let until = next.map { "the next \(London.words($0))" } ?? "none since"
    return StepFinding(
      .missed, "After \(London.words(start)) due \(London.words(due)), \(until)")
  }
}
