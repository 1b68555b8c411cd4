internal import Design
internal import Kernel
internal import Markup

/// What was promised to those who reported beside the beginning: that they hear we have it, and that they
/// are heard.
struct CasePromises {
  let model: CaseModel

  /// One fact for each clock that runs or ran; none of cases from before.
  var facts: [Fact] { [acknowledged, interviewed].compactMap(\.self) }

  /// Done in time, late, overdue, or not yet.
  static func mark(_ done: Instant?, _ isInTime: Bool?) -> StateMark {
    switch isInTime {
    case true: StateMark(.good, "In time")
    case false: done == nil ? StateMark(.bad, "Overdue") : StateMark(.warn, "Late")
    case nil: StateMark(.none, "Not yet")
    }
  }

  /// Of all its reports; where one was late, that one.
  private var acknowledged: Fact? {
    let clocks = model.reports.compactMap { report in
      report.acknowledgeDue.map { due in
        (
          done: report.acknowledgedAt, due: due,
          isInTime: CaseClocks.isInTime(report.acknowledgedAt, by: due, at: model.now)
        )
      }
    }
    guard let shown = clocks.first(where: { $0.isInTime == false }) ?? clocks.first else {
      return nil
    }
    return Fact("Acknowledged", note: note(shown.done, shown.due)) {
      Self.mark(shown.done, shown.isInTime)
    }
  }

  private var interviewed: Fact? {
    let file = model.file
    guard let due = file.interviewDue else { return nil }
    let end = file.closedAt ?? file.pausedAt ?? model.now
    let isInTime = CaseClocks.isInTime(file.interviewedAt, by: due, at: end)
    guard file.state != .closed || isInTime != nil else { return nil }
    return Fact("Interviewed", note: note(file.interviewedAt, due)) {
      Self.mark(file.interviewedAt, isInTime)
    }
  }

  private func note(_ done: Instant?, _ due: Instant) -> String {
    let by = "by \(London.words(due))"
    return done.map { "\(London.words($0)), due \(by)" } ?? by
  }
}
