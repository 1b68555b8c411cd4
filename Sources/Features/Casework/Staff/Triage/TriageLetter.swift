internal import Database
internal import Kernel
internal import Messages

/// The letter that tells a reporter what was decided.
struct TriageLetter {
  let report: Report
  let reporter: Sensitive<Reporter>
  let form: TriageForm
  let now: Instant
  /// When somebody begins at the latest.
  let begin: Instant
  /// How often they hear how it stands: "10 working days".
  let every: String
  /// Where they can see how it stands.
  let track: String

  /// How it goes; `nil` where they want no letter, or left no way to send one.
  var reach: ReporterReach? { ReporterReach(report, reporter) }

  /// Its words, as they would be sent.
  func preview() throws -> Sensitive<String> { try form.decision.letter.filled(fields).body }

  /// What stands beside the report on the page on which its reporter follows it.
  func update() throws -> Sensitive<String> {
    let plain = MessageTemplate(
      key: "triage.update", version: 3, title: "", subject: "", body: form.decision.words)
    return try plain.filled(fields).body
  }

  /// The letter; `nil` where it cannot be sent any way.
  func message() throws -> Message? {
    guard let reach else { return nil }
    return try Message(
      form.decision.letter, fields, by: reach.way, to: reach.address,
      about: "report/\(report.reference)", held: reach.hold)
  }

  /// That the report is passed on, to be done by a person: what is passed, and how, is theirs to judge.
  func passing() throws -> Message? {
    guard form.decision.namesService else { return nil }
    let template = MessageTemplate(
      key: "triage.passing", version: 1, title: "Pass a report on",
      subject: "Pass on ((reference))",
      body: """
        Pass report ((reference)) on to ((service)): its reporter is told that we do.

        Open the report. Give what the service needs and no more, and name its reporter only if they agreed or
        somebody is in danger. Mark this as done with the day and whom you spoke to.
        """)
    let fields = fields.filter { ["reference", "service"].contains($0.key) }
    return try Message(
      template, fields, by: .phone, to: Sensitive(form.service),
      about: "report/\(report.reference)", held: "A person passes it on")
  }

  /// What stands in its fields.
  var fields: [String: MessageTemplate.Field] {
    let name = reporter.reveal(for: "letter to the reporter").name
    return [
      "reference": .open(report.reference.description),
      "name": name.isEmpty ? .open("") : .personal(Sensitive(name)),
      "begin": .open(beginWords), "every": .open(every),
      "service": .open(form.service), "why": .personal(form.why), "track": .open(track),
    ]
  }

  /// When an officer begins; a day that is over is not promised again.
  private var beginWords: String {
    let day = "5pm on \(London.day(begin).weekdayWords)"
    return begin < now
      ? "An officer should have begun by \(day). We are late, and begin with it now."
      : "An officer begins by \(day)."
  }
}
