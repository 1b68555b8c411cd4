internal import Access
public import Commands
internal import Database
internal import Design
internal import HTTP
internal import Kernel

/// The wordings of a feature from the shell: listed, printed, and worded anew.
public struct WordingCommands: Sendable {
  private let group: String
  private let thing: String
  private let key: String
  private let ones: [(key: String, title: String)]
  private let table: WordingTable
  private let fields: [WordingField]
  private let action: String
  private let subject: String

  /// The commands of a table.
  ///
  /// - Parameters:
  ///   - group: the first word of each, such as `orders`.
  ///   - thing: what is worded, such as "notice".
  ///   - key: what its key is called, such as `POWER`.
  ///   - ones: the keys with their titles.
  ///   - table: where they are kept.
  ///   - fields: what a wording may name.
  ///   - action: what the audit trail notes of a new version.
  ///   - subject: what it calls a wording, before its key.
  public init(
    _ group: String, of thing: String, by key: String, _ ones: [(key: String, title: String)],
    in table: WordingTable, naming fields: [WordingField], action: String, subject: String
  ) {
    (self.group, self.thing, self.key, self.ones) = (group, thing, key, ones)
    (self.table, self.fields) = (table, fields)
    (self.action, self.subject) = (action, subject)
  }

  /// Listing those in use, printing one, and adding a version.
  public var all: [Command<Services>] { [list, show, add] }

  private var one: Argument { .value(key, "the \(thing)", oneOf: ones.map(\.key)) }

  private var list: Command<Services> {
    Command(
      [group, "wordings"], summary: "list the wordings of \(thing)s in use",
      arguments: [.flag("--json", "print one JSON value")]
    ) { invocation, services in
      let today = services.clock.today
      let found = try services.database.read { read in
        try ones.compactMap { one in
          try table.wording(of: one.key, on: today, read).map { (one.key, $0) }
        }
      }
      if invocation.flag("--json") {
        let values = found.map { name, wording -> JSON in
          .object([
            .init(key.lowercased(), .string(name)), .init("version", .integer(wording.version)),
            .init("from", .string(wording.from.description)),
            .init("heading", .string(wording.heading)),
          ])
        }
        return invocation.output.json(.array(values))
      }
      for (name, wording) in found {
        invocation.output.line(
          "\(name)  version \(wording.version)  from \(wording.from)  \(wording.heading)")
      }
    }
  }

  private var show: Command<Services> {
    Command(
      [group, "wording"], summary: "print the wording of a \(thing) in use", arguments: [one]
    ) { invocation, services in
      let name = invocation.value(key)
      let today = services.clock.today
      let found = try services.database.read { try table.wording(of: name, on: today, $0) }
      guard let wording = found else {
        throw UsageError("\(name) has no wording yet.", argument: key)
      }
      invocation.output.line(wording.heading)
      invocation.output.line(wording.body)
    }
  }

  private var add: Command<Services> {
    Command(
      [group, "reword"], summary: "add a version of the wording of a \(thing)",
      arguments: [
        one, .option("--heading", value: "WORDS", "the heading", isRequired: true),
        .option("--body", value: "WORDS", "the words, a line a paragraph", isRequired: true),
        .option("--from", value: "DAY", "the first day it is used; today where it is not given"),
      ]
    ) { invocation, services in
      let name = invocation.value(key)
      let (now, today) = (services.clock.now(), services.clock.today)
      let from = try invocation.option("--from", expected: "a day such as 2027-04-01") { Day($0) }
      let version = try services.database.write { write -> Int in
        let versions = try table.versions(of: name, write)
        let typed =
          [
            ("heading", invocation.value("--heading")), ("body", invocation.value("--body")),
            ("version", String(versions.first?.version ?? 0)),
          ] + DateInput.fields("from", from ?? today)
        let wording: DatedWording
        do throws(Refusal) {
          wording = try WordingForm(
            Fields(typed), after: versions, naming: fields, today: today
          ).wording
        } catch {
          throw UsageError(error.entries.map(\.message).joined(separator: ". ") + ".")
        }
        try table.add(wording, of: name, by: nil, at: now, in: write)
        try services.audit.record(
          AuditEvent(
            actor: nil, action: action, subject: "\(subject)/\(name)",
            detail: ["version": String(wording.version), "from": wording.from.description],
            at: now), in: write)
        return wording.version
      }
      invocation.output.line("Version \(version) of \(name) is added.")
    }
  }
}
