internal import Database
internal import Kernel
internal import Partnership

/// Has what a reporter says of a report whose work has ended, or withdraws, reach its officer or those on
/// duty.
struct ReporterTelling {
  let services: Services
  let now: Instant

  /// The reporter says that it goes on; whether the work on the report had ended, so that somebody has
  /// to look.
  ///
  /// The risk of a case that is open is assessed again; one that is closed is when it is opened again.
  @discardableResult
  func goesOn(_ report: Report, in write: Write) throws -> Bool {
    try RiskStore(keyring: services.keyring).incident(of: report.id, at: now, in: write)
    guard report.state == .closed || report.state == .withdrawn else { return false }
    try ReporterNotices.add(.goesOn, of: report.id, at: now, in: write)
    try enter(.goesOn, of: report, in: write)
    return true
  }

  /// The reporter withdraws a report: of a case its officer is told.
  func withdrew(_ report: Report, in write: Write) throws {
    guard try enter(.withdrawn, of: report, in: write) else { return }
    try ReporterNotices.add(.withdrawn, of: report.id, at: now, in: write)
  }

  /// Writes it into the story of the report's case; whether it has one.
  @discardableResult
  private func enter(
    _ kind: ReporterNotice.Kind, of report: Report, in write: Write
  ) throws -> Bool {
    let cases = CaseStore(services)
    guard let file = try cases.find(of: report.id, write) else { return false }
    try cases.parts.write(
      .told, about: file.id, "The reporter of \(report.reference) \(kind.words)", by: nil, at: now,
      in: write)
    return true
  }
}
