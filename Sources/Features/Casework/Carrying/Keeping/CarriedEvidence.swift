internal import Access
internal import Commands
internal import Database
internal import Documents
internal import HTTP
internal import Kernel
internal import Partnership
internal import Secrets

/// Files of cases of another system, in a folder or a zip whose folders are called as the cases were.
///
/// `ASB-2025-17/letter.pdf` and `ASB-2025-17.pdf` belong to the case that was ASB/2025/17. Each is
/// sealed as any evidence is, told by its content, and looked through in the background.
struct CarriedEvidence {
  let services: Services
  let system: String
  let account: ID<Account>?
  let files: CarriedFiles

  /// Checks every file as ``bring(_:progress:)`` does, and keeps nothing.
  ///
  /// `planned` are the references of cases that would come along.
  func check(_ report: inout CarryReport, planned: Set<String>) throws {
    try files.each { found in
      try judge(found, &report) { report in
        let file = try file(of: found, planned: planned)
        _ = try EvidenceTaking.kind(of: found.start(), size: found.size)
        if let file, try isKnown(found, of: file) {
          report.known += 1
        } else {
          report.files += 1
        }
      }
    }
  }

  /// Takes every file in that is not known, each in a transaction of its own.
  func bring(_ report: inout CarryReport, progress: (Int, Int) throws -> Void) throws {
    var number = 0
    try files.each { found in
      try progress(number, 0)
      number += 1
      try judge(found, &report) { report in
        guard let file = try file(of: found) else { return }
        if try isKnown(found, of: file) {
          report.known += 1
        } else {
          try keep(found, of: file)
          report.files += 1
        }
      }
    }
  }

  private var lines: CarriedLines { CarriedLines(keyring: services.keyring, system: system) }

  /// The case a file belongs to; `nil` where it is one that would come along.
  ///
  /// Throws ``Refusal`` where there is none that takes it.
  private func file(
    of found: CarriedFile, planned: Set<String> = []
  ) throws -> ID<CaseFile>? {
    let file = try services.database.read { read in
      try CarriedReferences.find(found.folder, of: system, read).flatMap {
        try CaseStore(services).find($0, read)
      }
    }
    guard let file else {
      if planned.contains(CarriedReferences.plain(found.folder)) { return nil }
      throw Refusal("files", "No case has the reference its folder is called by. Rename the folder")
    }
    guard file.state != .closed else {
      throw Refusal("files", "Its case is closed here. Open it again first")
    }
    return file.id
  }

  private func identity(_ found: CarriedFile, of file: ID<CaseFile>) throws -> [String] {
    ["files", file.description, try found.hash()]
  }

  private func isKnown(_ found: CarriedFile, of file: ID<CaseFile>) throws -> Bool {
    let identity = try identity(found, of: file)
    return try services.database.read { try lines.isKnown(identity, $0) }
  }

  private func judge(
    _ found: CarriedFile, _ report: inout CarryReport, _ body: (inout CarryReport) throws -> Void
  ) throws {
    do { try body(&report) } catch let refusal as Refusal {
      report.left += 1
      report.faults.append(
        CarryFault(
          file: found.name, line: nil, column: nil,
          reason: refusal.entries.map(\.message).joined(separator: ". ")))
    }
  }

  private func keep(_ found: CarriedFile, of file: ID<CaseFile>) throws {
    let now = services.clock.now()
    let taking = EvidenceTaking(services: services, now: now)
    var new = try taking.seal(found.upload)
    var content = new.content.reveal(for: "describing a file")
    content.description = "From \(system)"
    new.content = Sensitive(content)
    let identity = try identity(found, of: file)
    try taking.keep(new) { write, keep in
      let kept = try keep(.file(file), account)
      try CaseStore(services).parts.write(
        .fact, about: file, "Evidence brought along: \(kept.words)", by: account, at: now, in: write
      )
      try lines.remember(identity, file, in: write)
      try services.audit.record(
        AuditEvent(
          actor: account, action: "evidence.added", subject: "evidence/\(kept.id)",
          detail: ["from": system], at: now), in: write)
    }
  }
}
