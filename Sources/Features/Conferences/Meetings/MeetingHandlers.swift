internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Shows a meeting, and takes in what is written there, item by item.
struct MeetingHandlers {
  let desk: Desk
  private var form: Fields { desk.visit.request.form }
  private var reader: MeetingReader { MeetingReader(desk: desk, csrf: desk.visit.frame.csrf) }

  func show(_ key: String, _ id: ID<Meeting>, item: Int64?) throws -> Response? {
    try desk.visit.read { read in
      let sitting = try desk.sitting(key, .see, read)
      guard let meeting = try desk.meetings.find(id, in: key, read) else { return nil }
      let model = try reader.model(sitting, meeting, item: item, read)
      desk.shows(
        "meeting-read", sitting.kind,
        [
          "meeting": id.description,
          "case": model.seesAll ? model.present?.referral.reference.description ?? "none" : "none",
        ])
      return page(model)
    }
  }

  func act(_ key: String, _ id: ID<Meeting>) throws -> Response? {
    guard let act = MeetingAct(rawValue: form["act"] ?? "") else { return nil }
    let item = ID<AgendaItem>(form["item"] ?? "")?.rawValue ?? asked
    let response: Response? = try desk.visit.write { write in
      let sitting = try desk.sitting(key, .see, write)
      guard let meeting = try desk.meetings.find(id, in: key, write) else { return nil }
      let model = try reader.model(sitting, meeting, item: item, write)
      do {
        let acts = MeetingActs(desk: desk, model: model, form: form)
        let (said, goesTo) = try acts.keep(act, in: write)
        return desk.visit.redirect(to: goesTo ?? model.path, saying: said)
      } catch let refusal as Refusal {
        return sentBack(model, act, refusal)
      } catch let conflict as MinuteConflict {
        return try sentBack(model, act, conflict, write)
      }
    }
    FaultPoint.reach("conferences.kept")
    return response
  }

  /// The case whose page the form was on.
  private var asked: Int64? {
    desk.visit.request.query["item"].flatMap { ID<AgendaItem>($0)?.rawValue }
  }

  private func sentBack(
    _ model: MeetingModel, _ act: MeetingAct, _ refusal: Refusal
  ) -> Response {
    var model = model
    model.act = act
    model.answered = act == .outcome ? ID(form["action"] ?? "") : nil
    model.state = FormState(values: form, refusal: refusal)
    return page(model)
  }

  /// Both texts: theirs, and one's own still in the form, which now follows theirs.
  private func sentBack(
    _ model: MeetingModel, _ act: MeetingAct, _ conflict: MinuteConflict, _ read: Read
  ) throws -> Response {
    var model = model
    model.act = act
    let writer = try desk.names(of: [conflict.by], read).person(conflict.by)
    model.theirs = MeetingModel.Theirs(
      by: conflict.at == nil ? "Somebody else" : writer, words: conflict.words)
    model.state = FormState(values: form)
    return page(model, status: 409)
  }

  private func page(_ model: MeetingModel, status: Int? = nil) -> Response {
    desk.page(
      "\(model.kind.title), \(model.meeting.day.words)", crumbs: desk.crumbs(model.kind),
      model.state, status: status
    ) { MeetingPage(model: model) }
  }
}

/// Somebody else wrote the same text meanwhile.
struct MinuteConflict: Error {
  let by: ID<Account>?
  /// When; `nil` where neither was kept.
  let at: Instant?
  let words: String
}
