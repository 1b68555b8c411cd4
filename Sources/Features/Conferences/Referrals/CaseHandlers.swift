internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Shows one case, and takes in what is decided and found.
struct CaseHandlers {
  let desk: Desk
  private var form: Fields { desk.visit.request.form }

  func show(_ key: String, _ reference: Reference, for body: Int64?) throws -> Response? {
    try desk.visit.read { read in
      guard let (sitting, referral) = try open(key, reference, read) else { return nil }
      desk.shows("case-read", sitting.kind, ["case": reference.description])
      return page(try model(sitting, referral, for: body, read))
    }
  }

  func act(_ key: String, _ reference: Reference, for body: Int64?) throws -> Response? {
    guard let act = CaseAct(rawValue: form["act"] ?? "") else { return nil }
    return try desk.visit.write { write in
      guard let (sitting, referral) = try open(key, reference, write) else { return nil }
      do {
        let said = try keep(act, sitting, referral, for: body, write)
        return desk.visit.redirect(
          to: ConferencesRoute.referral(key, reference, for: nil).path, saying: said)
      } catch let refusal as Refusal {
        var model = try model(sitting, referral, for: body, write)
        model.act = act
        model.state = FormState(values: form, refusal: refusal)
        return page(model)
      }
    }
  }

  private func keep(
    _ act: CaseAct, _ sitting: Sitting, _ referral: Referral, for body: Int64?, _ write: Write
  ) throws -> String {
    switch act {
    case .list: return try list(sitting, referral, write)
    case .decline: return try decline(sitting, referral, write)
    case .ask: return try ask(sitting, referral, write)
    case .answer: return try answer(sitting, referral, for: body, write)
    }
  }

  private func list(
    _ sitting: Sitting, _ referral: Referral, _ write: Write
  ) throws -> String {
    try sitting.require(.prepare)
    try checkVersion(referral, "meeting")
    let meetings = try desk.meetings.toCome(of: sitting.kind.key, from: desk.today, write)
    guard let meeting = meetings.first(where: { $0.id.description == form["meeting"] }) else {
      throw Refusal("meeting", "Choose the meeting")
    }
    guard referral.state != .declined else {
      throw Refusal("meeting", "It was not taken: refer it again")
    }
    guard
      try desk.agenda.put(referral, on: meeting, sitting.kind.rules.agenda, in: write)
    else { throw Refusal("meeting", "It is on that agenda already") }
    try desk.referrals.move(referral, to: .listed, in: write)
    try desk.record(
      "listed", sitting.kind,
      ["case": referral.reference.description, "meeting": meeting.id.description], in: write)
    return "It is on the agenda of \(meeting.day.words)"
  }

  private func decline(
    _ sitting: Sitting, _ referral: Referral, _ write: Write
  ) throws -> String {
    try sitting.require(.prepare)
    try checkVersion(referral, "reason")
    guard referral.state == .referred else {
      throw Refusal("reason", "It was decided on already: see above")
    }
    var reader = FormReader(form)
    let reason = reader.text(
      "reason", or: "Enter why it is not taken, and what is done instead", limit: 2000)
    try reader.finish()
    try desk.referrals.decline(referral, because: reason, in: write)
    try desk.record(
      "declined", sitting.kind, ["case": referral.reference.description], in: write)
    return "It is not taken"
  }

  private func ask(_ sitting: Sitting, _ referral: Referral, _ write: Write) throws -> String {
    try sitting.require(.prepare)
    let ask = try AskForm(form, try desk.bodies(sitting.kind, write), today: desk.today)
    let asked = try ask.bodies.filter { body in
      try desk.research.ask(
        body.id, about: referral, by: ask.due, asker: sitting.account, at: desk.visit.now, in: write
      )
    }
    guard !asked.isEmpty else { throw Refusal("asked", "They were asked already") }
    try desk.record(
      "asked", sitting.kind,
      [
        "case": referral.reference.description, "by": ask.due.description,
        "organisations": asked.map(\.key).joined(separator: " "),
      ], in: write)
    return "\(asked.count) asked, to answer by \(ask.due.words)"
  }

  private func answer(
    _ sitting: Sitting, _ referral: Referral, for body: Int64?, _ write: Write
  ) throws -> String {
    try sitting.require(.answer)
    let all = try desk.research.all(of: referral.id, write)
    guard let research = answering(sitting, all, for: body) else {
      throw ConferencesProblem.notFound
    }
    let isForOthers = research.organisation != sitting.organisation
    guard form["version"] == String(research.version) else {
      throw Refusal(
        "answer",
        "Somebody else answered while you wrote. What they wrote is above; send yours again if it "
          + "should take its place")
    }
    let answer = try AnswerForm(form, isForOthers: isForOthers)
    try desk.research.answer(
      research, answer.answer, answer.content, by: sitting.account, at: desk.visit.now, in: write)
    try desk.record(
      isForOthers ? "answer-recorded" : "answered", sitting.kind,
      [
        "case": referral.reference.description, "answer": answer.answer.rawValue,
        "organisation": research.organisation.description,
      ], in: write)
    return "The answer is kept"
  }

  private func checkVersion(_ referral: Referral, _ field: String) throws(Refusal) {
    guard form["version"] == String(referral.version) else {
      throw Refusal(field, "Somebody else decided on this case while you had it open: see above")
    }
  }
}

extension CaseHandlers {
  /// The case, where the visitor sits in its conference and may see it.
  func open(
    _ key: String, _ reference: Reference, _ read: Read
  ) throws -> (sitting: Sitting, referral: Referral)? {
    let sitting = try desk.sitting(key, .see, read)
    guard let referral = try desk.referrals.find(reference, in: key, read),
      try desk.referrals.isSeen(referral, by: CaseSight(sitting), read)
    else { return nil }
    return (sitting, referral)
  }

  /// Whose answer is to be given: one's own, or that of a body without an account.
  private func answering(_ sitting: Sitting, _ all: [Research], for body: Int64?) -> Research? {
    guard let body, body != sitting.organisation.rawValue else {
      return all.first { $0.organisation == sitting.organisation }
    }
    return sitting.may(.prepare) ? all.first { $0.organisation.rawValue == body } : nil
  }

  private func model(
    _ sitting: Sitting, _ referral: Referral, for body: Int64?, _ read: Read
  ) throws -> CaseModel {
    let history = try desk.agenda.history(of: referral.id, read)
    // What others found, and what was decided, is for those who were there and signed.
    let wasThere = try history.contains { _, meeting in
      try meeting.begunAt != nil
        && desk.attendance.hasSigned(sitting.account, meeting.id, read)
    }
    let seesAll = sitting.may(.prepare) || wasThere
    let all = try desk.research.all(of: referral.id, read)
    return CaseModel(
      sitting: sitting, referral: referral,
      earlier: try referral.repeatOf.flatMap { try desk.referrals.find($0, read) },
      research: seesAll ? all : all.filter { $0.organisation == sitting.organisation },
      seesAll: seesAll, answering: answering(sitting, all, for: body), history: history,
      actions: try desk.actions.about(referral.id, read).filter {
        seesAll || $0.organisation == sitting.organisation
      },
      meetings: try desk.meetings.toCome(of: sitting.kind.key, from: desk.today, read),
      bodies: try desk.bodies(sitting.kind, read),
      names: try desk.names(of: [referral.madeBy], read), today: desk.today,
      csrf: desk.visit.frame.csrf)
  }

  private func page(_ model: CaseModel) -> Response {
    desk.page(
      "Case \(model.referral.reference)", crumbs: desk.crumbs(model.kind), model.state
    ) { CasePage(model: model) }
  }
}
