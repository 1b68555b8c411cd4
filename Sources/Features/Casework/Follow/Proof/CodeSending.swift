internal import Database
internal import Jobs
internal import Kernel
internal import Messages
internal import Partnership

/// Sends a code to a contact, if reports of it may be opened by it; nobody waits for it.
///
/// Whoever asks is answered before it is looked whether the contact is known, so that neither the
/// page nor its time tells.
enum CodeSending {
  static let name = "casework.send-code"
  /// How many codes go to one contact in an hour, and in a day.
  static let mostInHour = 3
  static let mostInDay = 6

  static let job = JobKind<Services>(name: name, retries: 3) { run, services in
    guard let id = ID<ContactProof>(run.payload) else { return }
    let now = services.clock.now()
    try services.database.write { write in
      var generator = SystemRandom()
      let code = code(using: &generator)
      let store = ContactProofStore(keyring: services.keyring)
      if let proof = try store.waiting(id, at: now, write) {
        try store.set(code, of: id, in: write)
        if let address = try address(of: proof.contact, services, at: now, write) {
          try services.outbox.queue(
            try message(code, by: proof.contact.way, to: address, about: id), at: now, in: write)
        }
      }
      try run.complete("Done", in: write)
    }
  }

  /// The ways by which a code can be sent from here.
  static func ways(_ outbox: Outbox) -> [MessageRoute] {
    [.email, .text].filter { outbox.carrier(of: $0) != nil }
  }

  /// Eight figures in two groups, such as `4821 7730`.
  static func code(using generator: inout some RandomNumberGenerator) -> String {
    let figures = (0..<8).map { _ in String(Int.random(in: 0..<10, using: &generator)) }
    return figures[..<4].joined() + " " + figures[4...].joined()
  }

  /// The contact as it stands in the latest report that it opens; `nil` where no code may go.
  private static func address(
    of contact: ProvedContact, _ services: Services, at now: Instant, _ read: Read
  ) throws -> Sensitive<String>? {
    guard ways(services.outbox).contains(contact.way) else { return nil }
    let proofs = ContactProofStore(keyring: services.keyring)
    let hour = try proofs.count(contact, since: now.adding(seconds: -3600), read)
    let day = try proofs.count(contact, since: now.adding(seconds: -86_400), read)
    guard hour <= mostInHour, day <= mostInDay else { return nil }
    let reports = ReportStore(services)
    guard let latest = try contact.reports(reports, read).first else { return nil }
    return ReporterReach(latest, try reports.details(latest, read).reporter)?.address
  }

  private static func message(
    _ code: String, by way: MessageRoute, to address: Sensitive<String>,
    about id: ID<ContactProof>
  ) throws -> Message {
    try Message(
      wording,
      [
        "code": .personal(Sensitive(code)),
        "minutes": .open(String(ContactProofStore.codeMinutes)),
      ], by: way, to: address, about: "contact-proof/\(id)")
  }

  /// It tells nothing of reports: others may see it arrive.
  private static let wording = MessageTemplate(
    key: "casework.code", version: 1, title: "Code to open one’s own reports",
    subject: "Your code",
    body: """
      Your code is ((code)). It works for ((minutes)) minutes, once, on the page that asked for it.

      If you did not ask for a code, do nothing: without it nobody sees anything.
      """, isSecret: true)
}
