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
      return try MinutesModel(
        of: meeting, sitting.kind, by: desk, reader: desk.visit.frame.person ?? "",
        from: desk.visit.frame.partnership, read)
    }
  }
}

/// What minutes are drawn from.
struct MinutesModel {
  let kind: ConferenceKind
  let meeting: Meeting
  let agenda: Agenda
  let actions: [ConferenceAction]
  /// What was said of actions from before, and how those stood that were left.
  let said: [(outcome: SaidOutcome, action: ConferenceAction)]
  /// What is not finished from before, while the meeting goes on.
  let unfinished: [ConferenceAction]
  let attendance: [Attendance]
  let names: Names
  let reader: String
  let partnership: String
  let now: Instant

  /// What a meeting's minutes hold, for a reader who may have them.
  init(
    of meeting: Meeting, _ kind: ConferenceKind, by clerk: any Clerk, reader: String,
    from partnership: String, _ read: Read
  ) throws {
    self.kind = kind
    self.meeting = meeting
    self.reader = reader
    self.partnership = partnership
    now = clerk.now
    agenda = Agenda(meeting.agenda, try clerk.agenda.items(of: meeting.id, read))
    actions = try clerk.actions.decided(at: meeting.id, read)
    said = try OutcomeStore(sealing: clerk.referrals.sealing).said(at: meeting.id, read)
    unfinished =
      meeting.closedAt == nil
      ? try clerk.actions.unfinished(of: kind.key, before: meeting, read) : []
    attendance = try clerk.attendance.all(of: meeting.id, read)
    names = try clerk.names(of: attendance.map(\.account), read)
  }

  /// What stands on every page of every copy.
  var mark: String {
    "\(reader), \(London.words(now)). Do not copy or forward. "
      + "Destroy by \(meeting.minutesEnd(kind.rules).words)."
  }
}
