internal import Database
internal import Partnership

/// The clocks of a case stand still, and run again.
extension CaseActs {
  func pause(in write: Write) throws {
    guard file.state == .open else { throw CaseProblem.open }
    let pause = try ReasonForm(form, field: "pause-reason")
    try tell(.paused, pause.reason, CaseChange(state: .paused), in: write)
  }

  func resume(in write: Write) throws {
    let resume = try ReasonForm(form, field: "resume-reason")
    var clocks = file.clocks
    if let paused = file.pausedAt {
      let standard = try StandardStore.standard(at: visit.now, write)
      clocks.resume(from: paused, at: visit.now, standard)
    }
    try tell(.resumed, resume.reason, CaseChange(state: .open, clocks: clocks), in: write)
  }
}
