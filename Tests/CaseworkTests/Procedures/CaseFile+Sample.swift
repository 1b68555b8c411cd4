import Database
import Kernel

@testable import Casework

extension CaseFile {
  /// A P2 case opened on Friday 20 November 2026 at noon.
  static func sample(closed: String? = nil, started: String? = nil) throws -> CaseFile {
    guard let opened = Instant("2026-11-20T12:00:00Z"), let reference = Reference("TM-7K42-0931")
    else { throw DatabaseError.shape("no moment") }
    let clocks = CaseClocks(.shipped, .second, .of("rowdy"), received: opened, opened: opened)
    let closedAt = closed.flatMap { Instant($0) }
    return CaseFile(
      id: ID(1), version: 1, reference: reference, title: "Noise", kind: .of("rowdy"),
      state: closedAt == nil ? .open : .closed, priority: .second, placeName: nil, ward: nil,
      owner: nil, receivedAt: opened, openedAt: opened, startDue: clocks.startDue,
      startedAt: started.flatMap { Instant($0) }, updateDue: clocks.updateDue,
      interviewDue: clocks.interviewDue, interviewedAt: nil, actDue: nil, due: nil,
      touchedAt: opened, pausedAt: nil, closedAt: closedAt,
      outcome: closedAt == nil ? nil : .resolved, joinedInto: nil, partedFrom: nil, lead: nil,
      passedTo: nil)
  }
}
