import Jobs
import Access
package import Commands
import Database
import Kernel
import Partnership
import Secrets

/// Keys and the audit trail from the shell.
package enum OperatorCommands {
  static let all = [verify, rotate]

  /// Makes the key file; it needs neither a database nor keys, so Application wires it apart.
  ///
  /// The context is the path of the file, from `HAMLET_KEY_FILE` or the default.
  package static let newKey = Command<String>(
    ["key", "new"], summary: "make the key file, readable by its owner alone"
  ) { invocation, path in
    _ = try Keyring.create(path, at: Clock.system.now())
    invocation.output.line(path)
    invocation.progress.message(
      "Keep a copy of the key file apart from the database: without it, names are lost.")
  }

  private static let rotate = Command<Services>(
    ["key", "rotate"], summary: "add a version of the key and seal anew in the background"
  ) { invocation, services in
    let now = services.clock.now()
    let version = try services.keyring.rotate(at: now)
    try services.database.write { write in
      for job in Set([Reseal.job.name] + services.resealing).sorted() {
        try services.jobs.enqueue(job, payload: "", in: write)
      }
      try services.audit.record(
        AuditEvent(
          actor: nil, action: "key.rotated", subject: "key/\(version)", at: now),
        in: write)
    }
    invocation.output.line("Version \(version)")
    invocation.progress.message("Copy the key file again: the old copy lacks this version.")
  }

  private static let verify = Command<Services>(
    ["audit", "verify"], summary: "check that no row of the audit trail was changed or removed",
    arguments: [.flag("--json", "print JSON")]
  ) { invocation, services in
    let verdict = try services.database.read { try services.audit.verify($0) }
    switch verdict {
    case .intact(let rows):
      if invocation.flag("--json") {
        invocation.output.json(
          .object([.init("intact", .bool(true)), .init("rows", .integer(rows))]))
      } else {
        invocation.output.line("The audit trail is whole: \(rows) rows.")
      }
    case .broken(let row, let fault):
      if invocation.flag("--json") {
        invocation.output.json(
          .object([
            .init("intact", .bool(false)), .init("row", .integer(row)),
            .init("fault", .string(fault.rawValue)),
          ]))
      }
      throw AccountsProblem.auditBroken(row: row, fault)
    }
  }
}
