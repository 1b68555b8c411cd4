internal import Access
internal import Database
internal import Kernel
package import Partnership

extension Casework {
  /// Notes of other features: facts that stay with those who lead the case.
  package static let notes = CaseNotes { note, services, write in
    let cases = CaseStore(services)
    guard CasePolicy.allows(.work, note.actor), let file = try cases.find(note.reference, write),
      file.joinedInto == nil, file.state != .closed
    else { return false }
    try cases.keep(file, CaseChange(), at: note.at, in: write)
    let entry = try cases.parts.write(
      .fact, about: file.id, note.words.reveal(for: "story of the case"), by: note.actor.account,
      at: note.at, in: write)
    try KeptEntries.keep(entry, in: write)
    try services.audit.record(
      AuditEvent(
        actor: note.actor.account, action: "casework.case-note", subject: file.subject, at: note.at),
      in: write)
    return true
  }
}
