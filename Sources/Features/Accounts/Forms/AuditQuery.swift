import Access
import HTTP
import Kernel

/// Which part of the audit trail is asked for, as the address of the page carries it.
///
/// What cannot be read is passed over: a filter never refuses a page.
struct AuditQuery: Equatable, Sendable {
  var actor: ID<Account>?
  var action: String?
  var subject: String?
  var from: Day?
  var to: Day?
  /// Rows before this number.
  var before: Int?

  init() {}

  init(_ fields: Fields) {
    func text(_ name: String) -> String? {
      let text = String((fields[name] ?? "").filter { !$0.isWhitespace }.prefix(100))
      return text.isEmpty ? nil : text
    }
    actor = text("who").flatMap { ID<Account>($0) }
    action = text("action")
    subject = text("subject")
    from = text("from").flatMap { Day($0) }
    to = text("to").flatMap { Day($0) }
    before = text("before").flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
  }

  /// What was typed that is no account, day or range of days; `nil` where all of it is.
  static func refusal(of fields: Fields) -> Refusal? {
    let query = AuditQuery(fields)
    func isWrong(_ name: String, _ isRead: Bool) -> Bool {
      !isRead && !(fields[name] ?? "").allSatisfy(\.isWhitespace)
    }
    var entries: [Refusal.Entry] = []
    if isWrong("who", query.actor != nil) {
      entries.append(.init(field: "who", message: "Enter the number of an account, such as 2"))
    }
    for (name, day) in [("from", query.from), ("to", query.to)] where isWrong(name, day != nil) {
      entries.append(.init(field: name, message: "Enter a date such as 2026-11-20"))
    }
    if let from = query.from, let to = query.to, to < from {
      entries.append(.init(field: "to", message: "The last day must not be before the first"))
    }
    return entries.isEmpty ? nil : Refusal(entries)
  }

  var fields: Fields {
    let all: [(String, String?)] = [
      ("who", actor?.description), ("action", action), ("subject", subject),
      ("from", from?.description), ("to", to?.description), ("before", before.map { String($0) }),
    ]
    return Fields(all.compactMap { name, value in value.map { (name, $0) } })
  }

  /// The rows asked for; the last day is whole.
  var filter: AuditFilter {
    var filter = AuditFilter()
    filter.actor = actor
    filter.action = action
    filter.subject = subject
    filter.from = from.map { London.start(of: $0) }
    filter.until = to.map { London.start(of: $0.adding(days: 1)) }
    return filter
  }

  /// The same filter from another row on.
  func starting(before number: Int) -> AuditQuery {
    var query = self
    query.before = number
    return query
  }
}
