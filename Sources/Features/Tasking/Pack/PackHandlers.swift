internal import Access
internal import Database
internal import Design
internal import Documents
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Prepares, shows, prints and keeps the pack of a meeting.
struct PackHandlers {
  let visit: StaffVisit
  private var reader: PackReader { PackReader(services: visit.services) }
  private var printer: PDFPrinter { PDFPrinter(executable: visit.services.settings.printer) }

  /// Tests every source for the meeting.
  func prepare(_ week: Week) throws -> Response? {
    try TaskingPolicy.require(.prepare, visit.actor)
    let meeting = try visit.read { read in try MeetingStore.find(week, read) }
    guard let meeting else { return nil }
    guard !meeting.isClosed else { throw TaskingProblem.closed }
    let reports = try reader.reports(for: meeting)
    try visit.write { write in
      for report in reports {
        let kept = try ReportStore.keep(report, by: visit.actor.account, at: visit.now, in: write)
        guard kept.isNew else { continue }
        try visit.record(
          "tasking.exceptions-tested", "exception-report/\(kept.id)",
          ["source": report.source, "period": report.period, "lines": String(report.lines.count)],
          in: write)
      }
    }
    return visit.redirect(to: TaskingRoute.pack(week).path, saying: "The pack is prepared")
  }

  /// Closes the meeting and keeps the pack as it is now.
  func close(_ week: Week) throws -> Response? {
    try TaskingPolicy.require(.decide, visit.actor)
    let version = visit.request.form["version"].flatMap { Int($0) }
    return try visit.write { write -> Response? in
      guard let meeting = try MeetingStore.find(week, write) else { return nil }
      guard !meeting.isClosed else { throw TaskingProblem.closed }
      guard version == meeting.version else { throw DatabaseError.stale }
      let pack = try reader.pack(meeting, on: London.day(visit.now), write)
      try MeetingStore.close(meeting, by: visit.actor.account, at: visit.now, in: write)
      let sha256 = try PackStore.keep(
        pack, of: meeting.id, by: visit.actor.account, at: visit.now, in: write)
      try visit.record(
        "tasking.meeting-closed", "tasking-meeting/\(meeting.id)",
        ["week": week.description, "sha256": sha256], in: write)
      return visit.redirect(
        to: TaskingRoute.pack(week).path, saying: "The meeting is closed and its pack is kept")
    }
  }

  func show(_ week: Week) throws -> Response? {
    let model = try visit.read { read in try self.model(week, read) }
    guard let model else { return nil }
    note("tasking.pack-read", model)
    let canPrint = printer.isThere && TaskingPolicy.allows(.print, visit.actor)
    return visit.page(
      "Tasking pack, week \(week)",
      crumbs: [TaskingCrumbs.meetings, TaskingCrumbs.meeting(model.meeting)]
    ) {
      PackPage(
        model: model, canPrint: canPrint, mayPrint: TaskingPolicy.allows(.print, visit.actor),
        csrf: visit.frame.csrf)
    }
  }

  /// The pack as PDF; who printed it is on record before it is made, and on each of its pages.
  func print(_ week: Week) throws -> Response? {
    try TaskingPolicy.require(.print, visit.actor)
    let model = try visit.read { read in try self.model(week, read) }
    guard let model else { return nil }
    let pdf = try printer.pdf(
      of: PackPaper(model: model, partnership: visit.frame.partnership).rendered())
    note("tasking.pack-printed", model)
    return .download(pdf, type: "application/pdf", name: "tasking-pack-\(week).pdf")
  }

  private func note(_ action: String, _ model: PackModel) {
    visit.shows(
      action, PackTrail.subject(model.meeting.week),
      ["pack": model.kept?.sha256 ?? "before the meeting was closed"])
    if let vehicles = model.vehicles, !vehicles.isEmpty {
      visit.shows(
        "tasking.vehicles-read", VehicleHandlers.subject,
        [
          "entries": vehicles.map(\.id.description).joined(separator: " "),
          "in": "pack \(model.meeting.week)",
        ])
    }
  }

  private func model(_ week: Week, _ read: Read) throws -> PackModel? {
    guard let meeting = try MeetingStore.find(week, read) else { return nil }
    return try PackLoader(services: visit.services).model(
      meeting, for: PackAudience(visit.actor, name: visit.frame.person ?? "", at: visit.now), read)
  }
}

/// Who reads a pack.
struct PackAudience {
  let name: String
  let now: Instant
  let seesVehicles: Bool
  let mayOpen: Bool

  init(_ actor: Actor, name: String, at now: Instant) {
    self.name = name
    self.now = now
    seesVehicles = VehiclePolicy.allows(.see, actor)
    mayOpen = TaskingPolicy.allows(.open, actor)
  }

  /// The command line, which shows no vehicles: nobody has signed in there.
  init(commandLineAt now: Instant) {
    name = "the command line"
    self.now = now
    (seesVehicles, mayOpen) = (false, false)
  }
}
