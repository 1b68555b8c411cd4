internal import Access
internal import Database
internal import Design
internal import Documents
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// The minutes of a meeting, on screen and on paper, each marked with who reads them.
struct MinutesHandlers {
  let desk: Desk

  private var printer: PDFPrinter {
    PDFPrinter(executable: desk.services.settings.printer)
  }

  func show(_ key: String, _ id: ID<Meeting>) throws -> Response? {
    guard let model = try model(key, id) else { return nil }
    desk.shows("minutes-read", model.kind, ["meeting": id.description])
    return desk.page("Minutes, \(model.meeting.day.words)", crumbs: desk.crumbs(model.kind)) {
      MinutesPage(model: model, canPrint: printer.isThere)
    }
  }

  /// As PDF; who printed it is on record before it is sent, and on each of its pages.
  func print(_ key: String, _ id: ID<Meeting>) throws -> Response? {
    guard let model = try model(key, id) else { return nil }
    let pdf = try printer.pdf(of: MinutesPaper(model: model).rendered())
    desk.shows("minutes-printed", model.kind, ["meeting": id.description])
    return .download(pdf, type: "application/pdf", name: "minutes-\(model.meeting.day).pdf")
  }

  /// `nil` for those who may not read them: who did not sign, or when they are no longer open.
  private func model(_ key: String, _ id: ID<Meeting>) throws -> MinutesModel? {
    try desk.visit.read { read in
      let sitting = try desk.sitting(key, .see, read)
      guard let meeting = try desk.meetings.find(id, in: key, read), meeting.begunAt != nil else {
        return nil
      }
      let hasSigned = try desk.attendance.hasSigned(sitting.account, id, read)
      guard
        try MeetingReader(desk: desk).seesAll(sitting, meeting, hasSigned: hasSigned)
      else { return nil }
      let attendance = try desk.attendance.all(of: id, read)
      return MinutesModel(
        kind: sitting.kind, meeting: meeting,
        agenda: Agenda(sitting.kind.rules.agenda, try desk.agenda.items(of: id, read)),
        actions: try desk.actions.decided(at: id, read), attendance: attendance,
        names: try desk.names(of: attendance.map(\.account), read),
        reader: desk.visit.frame.person ?? "", partnership: desk.visit.frame.partnership,
        now: desk.visit.now)
    }
  }
}

/// What minutes are drawn from.
struct MinutesModel {
  let kind: ConferenceKind
  let meeting: Meeting
  let agenda: Agenda
  let actions: [ConferenceAction]
  let attendance: [Attendance]
  let names: Names
  let reader: String
  let partnership: String
  let now: Instant

  /// What stands on every page of every copy.
  var mark: String {
    "\(reader), \(London.words(now)). Do not copy or forward. "
      + "Destroy by \(meeting.minutesEnd(kind.rules).words)."
  }
}
