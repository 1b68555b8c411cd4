internal import Access
internal import Commands
internal import Database
internal import Design
internal import Documents
internal import FoundationEssentials
internal import Kernel
internal import Markup
internal import Partnership

/// The command `hamlet tasking pack`.
enum PackCommand {
  static let command = Command<Services>(
    ["tasking", "pack"], summary: "print the pack of a weekly tasking meeting",
    details: """
      The kept pack of a meeting that is closed, or the one that is being prepared. That it was \
      printed is recorded. Vehicles are left out: nobody has signed in on the command line.
      """,
    arguments: [
      .option("--week", value: "WEEK", "a week such as 2026-W47; the latest where it is not given"),
      .option("--pdf", value: "FILE", "write a tagged PDF; needs WeasyPrint"),
      .flag("--json", "print one JSON value: the pack as it is kept"),
    ]
  ) { invocation, services in
    let now = services.clock.now()
    let model = try services.database.read { read in
      try PackLoader(services: services).model(
        try meeting(invocation, read), for: PackAudience(commandLineAt: now), read)
    }
    if let path = invocation.option("--pdf") {
      let printer = PDFPrinter(executable: services.settings.printer)
      let paper = PackPaper(model: model, partnership: "Community safety partnership")
      let pdf = try printer.pdf(of: paper.rendered())
      try record(model, services, now)
      do { try Data(pdf).write(to: URL(filePath: path)) } catch {
        throw UsageError("--pdf: “\(path)” cannot be written.", argument: "--pdf")
      }
      invocation.progress.message("Written: \(path)")
      return
    }
    try record(model, services, now)
    if invocation.flag("--json") {
      invocation.output.line(try Frozen.text(model.pack))
    } else {
      for line in PackText(model: model).lines { invocation.output.line(line) }
    }
  }

  private static func meeting(_ invocation: Invocation, _ read: Read) throws -> Meeting {
    let week = try invocation.option("--week", expected: "a week such as 2026-W47") { Week($0) }
    guard let week else {
      guard let latest = try MeetingStore.latest(read) else { throw PackCommandProblem.noMeeting }
      return latest
    }
    guard let meeting = try MeetingStore.find(week, read) else {
      throw UsageError("--week: \(week) has no meeting.", argument: "--week")
    }
    return meeting
  }

  private static func record(
    _ model: PackModel, _ services: Services, _ now: Instant
  ) throws {
    try services.database.write { write in
      try services.audit.record(
        AuditEvent(
          actor: nil, action: "tasking.pack-printed",
          subject: PackTrail.subject(model.meeting.week),
          detail: ["pack": model.kept?.sha256 ?? "before the meeting was closed"], at: now),
        in: write)
    }
  }
}

/// Why there is no pack.
enum PackCommandProblem: Problem {
  case noMeeting

  var message: String {
    switch self {
    case .noMeeting: "No meeting is planned yet. Plan one on the page of weekly tasking."
    }
  }

  var status: Int { 404 }
}
