internal import Access
internal import Commands
internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

/// What the commands of tasking share: a change is on record as made in the shell, and what a form
/// refuses is said of the option of the same name.
enum CommandRecord {
  static func add(
    _ action: String, _ subject: String, _ detail: [String: String], _ services: Services,
    in write: Write
  ) throws {
    try services.audit.record(
      AuditEvent(
        actor: nil, action: action, subject: subject, detail: detail, at: services.clock.now()),
      in: write)
  }

  /// The meeting of `--week`, which must be there.
  static func meeting(_ invocation: Invocation, _ read: Read) throws -> Meeting {
    let week = try invocation.option("--week", expected: "a week such as 2026-W47") { Week($0) }
    guard let week, let meeting = try MeetingStore.find(week, read) else {
      throw UsageError(
        "--week: \(week?.description ?? "it") has no meeting. Plan one with hamlet tasking meeting "
          + "plan.", argument: "--week")
    }
    return meeting
  }

  /// A number of a positional argument.
  static func id<Kind>(_ invocation: Invocation, _ what: String) throws -> ID<Kind> {
    guard let number = Int64(invocation.value("NUMBER")) else {
      throw UsageError(
        "NUMBER: expected the number of \(what), not “\(invocation.value("NUMBER"))”.",
        argument: "NUMBER")
    }
    return ID(number)
  }
}

extension Refusal {
  /// The first thing refused, of the option of the field's name: `due-day` is `--due`.
  var ofOption: UsageError {
    guard let entry = entries.first, !entry.field.isEmpty else {
      return UsageError(entries.first.map { "\($0.message)." } ?? "It cannot be done.")
    }
    let parts = entry.field.split(separator: "-")
    let isPart = parts.count == 2 && ["day", "month", "year"].contains(parts[1])
    let option = "--\(isPart ? String(parts[0]) : entry.field)"
    return UsageError("\(option): \(entry.message).", argument: option)
  }
}
