internal import Database
internal import Kernel
internal import Messages

/// The letter that tells a reporter what was decided.
struct TriageLetter {
  let report: Report
  let reporter: Sensitive<Reporter>
  let form: TriageForm
  /// Where they can see how it stands.
  let track: String

  /// The route they chose; `nil` where they want no letter, or left no way to send one.
  var route: (way: MessageRoute, address: Sensitive<String>)? {
    let reporter = reporter.reveal(for: "letter to the reporter")
    switch reporter.way {
    case .email where !reporter.email.isEmpty: return (.email, Sensitive(reporter.email))
    case .text where !reporter.phone.isEmpty: return (.text, Sensitive(reporter.phone))
    case .phone where !reporter.phone.isEmpty: return (.phone, Sensitive(reporter.phone))
    default: return nil
    }
  }

  /// Why it waits until somebody has looked: a flag, or words about safety that no machine can read.
  var hold: String? {
    if report.isFlagged { return "The report is flagged: act on that first" }
    guard !reporter.reveal(for: "safe contact").safety.isEmpty else { return nil }
    return "The reporter wrote when and how it is safe: read that before it goes"
  }

  /// Its words, as they would be sent.
  func preview() throws -> Sensitive<String> { try form.decision.letter.filled(fields).body }

  /// What stands beside the report on the page on which its reporter follows it.
  func update() throws -> Sensitive<String> {
    let plain = MessageTemplate(
      key: "triage.update", version: 1, title: "", subject: "", body: form.decision.words)
    return try plain.filled(fields).body
  }

  /// The letter; `nil` where it cannot be sent any way.
  func message() throws -> Message? {
    guard let route else { return nil }
    return try Message(
      form.decision.letter, fields, by: route.way, to: route.address,
      about: "report/\(report.reference)", held: hold)
  }

  private var fields: [String: MessageTemplate.Field] {
    let name = reporter.reveal(for: "letter to the reporter").name
    let begin = form.priority.due(from: report.receivedAt)
    return [
      "reference": .open(report.reference.description),
      "name": name.isEmpty ? .open("") : .personal(Sensitive(name)),
      "begin": .open("5pm on \(London.day(begin).weekdayWords)"),
      "service": .open(form.service), "why": .personal(form.why), "track": .open(track),
    ]
  }
}
