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

  /// How it goes; `nil` where they want no letter, or left no way to send one.
  var reach: ReporterReach? { ReporterReach(report, reporter) }

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
    guard let reach else { return nil }
    return try Message(
      form.decision.letter, fields, by: reach.way, to: reach.address,
      about: "report/\(report.reference)", held: reach.hold)
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
