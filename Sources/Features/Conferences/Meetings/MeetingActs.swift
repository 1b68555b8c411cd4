internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Partnership

/// What is done at a meeting: each act is kept by itself, so that nothing saved can be lost.
struct MeetingActs {
  let desk: any Clerk
  let model: MeetingModel
  let form: Fields

  private var sitting: Sitting { model.sitting }
  private var meeting: Meeting { model.meeting }
  private var now: Instant { desk.now }

  /// What is said of it, and where it leads if elsewhere.
  func keep(_ act: MeetingAct, in write: Write) throws -> (said: String, path: String?) {
    switch act {
    case .begin: try begin(in: write)
    case .close: return (try close(in: write), nil)
    case .sign: return (try sign(in: write), nil)
    case .excuse: return (try excuse(in: write), nil)
    case .note: try note(in: write)
    case .chair: return (try chair(in: write), nil)
    case .start: return ("The case is open", try start(in: write))
    case .stop: return try stop(in: write)
    case .discuss: try discuss(in: write)
    case .decide: try decide(in: write)
    case .outcome: try outcome(in: write)
    case .other: try other(in: write)
    }
    return ("Saved", nil)
  }

  private func begin(in write: Write) throws {
    try sitting.require(.minute)
    guard meeting.begunAt == nil else { throw Refusal("", "It has begun already") }
    guard meeting.day <= desk.today else {
      throw Refusal("", "It is on \(meeting.day.words): it cannot begin before")
    }
    try desk.meetings.begin(meeting, at: now, in: write)
    try record("meeting-begun", in: write)
  }

  private func close(in write: Write) throws -> String {
    try requireOn()
    guard form["version"] == String(meeting.version) else {
      throw Refusal("", "Somebody else changed the meeting: look at it again, then close it")
    }
    try desk.actions.leave(
      model.unfinished, at: meeting.id, by: desk.account, at: now, in: write)
    try desk.agenda.close(
      meeting, flagMonths: sitting.kind.rules.flagMonths, at: now, in: write)
    try Showing(services: desk.services, kind: sitting.kind, account: desk.account, now: now)
      .close(model.agenda, in: write)
    try desk.meetings.close(meeting, at: now, in: write)
    try record("meeting-closed", in: write)
    return "The meeting is closed"
  }

  private func sign(in write: Write) throws -> String {
    try sitting.require(.answer)
    guard meeting.closedAt == nil, meeting.day <= desk.today else {
      throw Refusal("", "The statement is signed on the day, until the meeting is closed")
    }
    try desk.attendance.sign(
      sitting.account, of: sitting.organisation, meeting.id, at: now, in: write)
    try record("signed", ["statement": String(meeting.statementVersion)], in: write)
    return "You signed the statement"
  }

  private func excuse(in write: Write) throws -> String {
    try sitting.require(.answer)
    guard meeting.closedAt == nil else { throw Refusal("", "The meeting is over") }
    try desk.attendance.excuse(
      sitting.account, of: sitting.organisation, meeting.id, at: now, in: write)
    try record("excused", in: write)
    return "Your apology is sent"
  }

  private func note(in write: Write) throws {
    try requireOn()
    let guest = try GuestForm(form, bodies: model.bodies)
    try desk.attendance.note(
      guest.name, of: guest.body?.id, as: guest.part, meeting.id, at: now, in: write)
    try record("attendance-noted", ["part": guest.part.rawValue], in: write)
  }

  /// Who chairs: somebody who is here and signed.
  private func chair(in write: Write) throws -> String {
    try requireOn()
    guard let chosen = model.mayChair.first(where: { $0.id.description == form["chair"] }) else {
      throw Refusal("chair", "Choose who chairs: somebody who is here and signed")
    }
    try desk.attendance.chair(chosen.id, meeting.id, in: write)
    try record("chair-noted", ["attendance": chosen.id.description], in: write)
    return "Who chairs is written down"
  }

  private func start(in write: Write) throws -> String {
    let entry = try present()
    try desk.agenda.start(entry.item, at: now, in: write)
    try record("case-opened", detail(entry), in: write)
    return model.path(of: entry.item)
  }

  /// Ends the case; the page then shows the next that was not opened.
  private func stop(in write: Write) throws -> (said: String, path: String?) {
    let entry = try present()
    try desk.agenda.stop(meeting.id, at: now, in: write)
    try record("case-closed", detail(entry), in: write)
    let next = model.agenda.next.flatMap { $0.item.id == entry.item.id ? nil : $0 }
    return (
      next == nil ? "The case is ended; it was the last" : "The case is ended",
      next.map { model.path(of: $0.item) }
    )
  }

  private func discuss(in write: Write) throws {
    let entry = try present()
    var reader = FormReader(form)
    let words = reader.optionalText("discussion", limit: 20_000) ?? ""
    try reader.finish()
    guard form["version"] == String(entry.item.version) else {
      throw MinuteConflict(
        by: entry.item.changedBy, at: entry.item.changedAt,
        words: entry.item.content.reveal(for: "two who wrote the same").discussion)
    }
    try desk.agenda.keep(words, of: entry.item, by: desk.account, at: now, in: write)
    FaultPoint.reach("conferences.minuted")
    try record("minuted", detail(entry), in: write)
  }

  private func decide(in write: Write) throws {
    let entry = try present()
    let new = try DecideActionForm(
      form, bodies: model.bodies, people: model.people, today: desk.today
    ).new
    let id = try desk.actions.add(new, about: entry.referral.id, at: meeting, in: write)
    try record(
      "action-added", detail(entry).merging(["action": id.description]) { $1 }, in: write)
  }

  private func outcome(in write: Write) throws {
    try requireOn()
    let action = model.unfinished.first { $0.id.description == form["action"] }
    guard let action else { throw ConferencesProblem.notFound }
    let outcome = try OutcomeForm(form, action, named: action.id.description)
    try desk.actions.answer(
      action, outcome.state, outcome.outcome, saidAt: meeting.id, by: desk.account, at: now,
      in: write)
    try record(
      "action-answered",
      ["action": action.id.description, "state": outcome.state.rawValue], in: write)
  }

  private func other(in write: Write) throws {
    try requireOn()
    var reader = FormReader(form)
    let words = reader.optionalText("other", limit: 20_000) ?? ""
    try reader.finish()
    guard form["version"] == String(meeting.version) else {
      throw MinuteConflict(
        by: meeting.otherBy, at: meeting.otherAt,
        words: meeting.content.reveal(for: "two who wrote the same").other)
    }
    try desk.meetings.keepOther(words, of: meeting, by: desk.account, at: now, in: write)
    try record("minuted", ["part": "other"], in: write)
  }
}

extension MeetingActs {
  /// Only those who minute, and only while the meeting goes on.
  private func requireOn() throws {
    try sitting.require(.minute)
    guard meeting.isOn else {
      throw Refusal(
        "", meeting.closedAt == nil ? "Begin the meeting first" : "The meeting is closed")
    }
  }

  private func present() throws -> Agenda.Entry {
    try requireOn()
    guard let entry = model.present else { throw ConferencesProblem.notFound }
    return entry
  }

  private func detail(_ entry: Agenda.Entry) -> [String: String] {
    ["case": entry.referral.reference.description]
  }

  private func record(
    _ action: String, _ detail: [String: String] = [:], in write: Write
  ) throws {
    try desk.record(
      action, sitting.kind, detail.merging(["meeting": meeting.id.description]) { $1 }, in: write)
  }
}
