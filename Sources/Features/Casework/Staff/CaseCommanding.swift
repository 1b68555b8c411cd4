internal import Access
internal import Commands
internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

/// What commands about one case have in common: its reference, a change in one transaction, the trail.
enum CaseCommanding {
  /// The case that `REFERENCE` names; wrong use where there is none.
  static func file(
    _ invocation: Invocation, _ services: Services, _ read: Read
  ) throws -> CaseFile {
    let typed = invocation.value("REFERENCE")
    guard let reference = Reference(typed) else {
      throw UsageError(
        "REFERENCE: expected a reference such as TM-7K42-0931.", argument: "REFERENCE")
    }
    guard let file = try CaseStore(services).find(reference, read) else {
      throw UsageError("There is no case \(reference). Nothing was changed.")
    }
    return file
  }

  /// Changes the case of a command and prints what was done.
  ///
  /// What is refused, or cannot be done to a case as it stands, is wrong use.
  static func write(
    _ invocation: Invocation, _ services: Services,
    _ body: (CaseFile, Instant, Write) throws -> String
  ) throws {
    let now = services.clock.now()
    do {
      let words = try services.database.write { write in
        try body(try file(invocation, services, write), now, write)
      }
      invocation.output.line(words)
    } catch let refusal as Refusal {
      throw UsageError(refusal.entries.map(\.message).joined(separator: ". ") + ".")
    } catch let problem as CaseProblem {
      throw UsageError(problem.message)
    }
  }

  /// Notes in the audit trail that something was done from the shell.
  static func record(
    _ action: String, _ file: CaseFile, _ detail: [String: String], _ services: Services,
    in write: Write
  ) throws {
    try services.audit.record(
      AuditEvent(
        actor: nil, action: action, subject: file.subject, detail: detail, at: services.clock.now()),
      in: write)
  }
}
