internal import Database
internal import Kernel
internal import Messages
internal import Partnership

/// How somebody in a case can be written to, and what is known of when and how it is safe.
///
/// What they told in any report of their contact counts, and what their own entry in the case says. To
/// somebody complained of nobody writes without having read what those who told say about safety.
struct LetterReach {
  private static let unwanted = "They asked for no contact: read that before it goes"

  /// What they are called; empty where the case has only what a reporter wrote they look like.
  let name: String
  /// Each once, in their words or an officer's.
  let safety: [String]
  /// The way a report of theirs chose, the last of them.
  let chosen: ContactWay?
  /// Why a letter waits until somebody has looked at it; `nil` where it need not.
  let hold: String?
  let mailbox: String
  /// What they left that is neither a mailbox nor a number: the lines of an address.
  let lines: [String]

  /// `reports` are those of the case, the earliest first.
  init(
    _ person: CasePerson, _ reports: [ReportDetails], _ store: ReportStore, _ read: Read
  ) throws {
    let content = person.content.reveal(for: "safe contact")
    let isSubject = person.part == .subject
    let told = reports.filter { isSubject || Self.isOf(content.name, $0) }
      .map { $0.reporter.reveal(for: "safe contact") }
    let own = isSubject ? [] : told
    let contact = LetterContact(content.contact)
    let mailboxes = contact.mailboxes + own.map(\.email).filter { !$0.isEmpty }
    let tokens =
      mailboxes.map(ContactToken.email)
      + (contact.phones + own.map(\.phone).filter { !$0.isEmpty }).map(ContactToken.phone)
    let rules = try tokens.map { try ContactSafety(of: $0, store, read) }
    let words = [content.safety] + told.map(\.safety) + rules.flatMap(\.words)
    safety = words.filter { !$0.isEmpty }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    let ways = own.compactMap(\.way)
    chosen = ways.last ?? rules.flatMap { $0.reports.compactMap(\.way) }.first
    hold =
      reports.contains(where: \.report.isFlagged)
      ? ReporterReach.flagged
      : rules.lazy.filter(\.mustWait).compactMap(\.hold).first
        ?? (ways.contains(.unwanted) || chosen == .unwanted ? Self.unwanted : nil)
    mailbox = mailboxes.first ?? ""
    lines = contact.lines
    let isDescribed =
      content.isDescribed == true || isSubject && Self.isDescribed(content.name, reports)
    name = isDescribed ? "" : content.name
  }

  /// Whether a name is what a reporter wrote of somebody whose name they did not know.
  ///
  /// They are their own words, which would show who told. Entries from before that was kept do not say so
  /// themselves.
  private static func isDescribed(_ name: String, _ reports: [ReportDetails]) -> Bool {
    reports.contains { details in
      let subject = details.subject.reveal(for: "safe contact")
      return subject.name.isEmpty && subject.description.prefix(120) == name
    }
  }

  /// Whether who writes has to say that the letter keeps to what is safe: there are words about it, or
  /// they chose another way.
  func needsCare(by route: MessageRoute) -> Bool {
    !safety.isEmpty || chosen.map { $0.route != route } ?? false
  }

  /// The way that is offered first.
  var route: MessageRoute { chosen == .email && !mailbox.isEmpty ? .email : .letter }

  private static func isOf(_ name: String, _ details: ReportDetails) -> Bool {
    details.report.identity != .anonymous && !name.isEmpty
      && details.reporter.reveal(for: "safe contact").name.lowercased() == name.lowercased()
  }
}

/// What somebody left as their contact, taken apart.
struct LetterContact {
  let mailboxes: [String]
  let phones: [String]
  let lines: [String]

  init(_ contact: String) {
    let parts = contact.split { ",;\n\r\n".contains($0) }.map { part in
      part.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }.filter { !$0.isEmpty }
    mailboxes = parts.filter(ReporterForm.isEmail)
    let rest = parts.filter { !ReporterForm.isEmail($0) }
    phones = rest.filter(Self.isPhone)
    lines = rest.filter { !Self.isPhone($0) }
  }

  private static func isPhone(_ text: String) -> Bool {
    text.count(where: \.isNumber) >= 9
      && text.allSatisfy { $0.isNumber || $0.isWhitespace || "+()-".contains($0) }
  }
}
