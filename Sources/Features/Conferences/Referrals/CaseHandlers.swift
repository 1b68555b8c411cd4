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
    case .copy: return try copy(sitting, referral, write)
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

  /// Copies something into a case: recorded on both sides, and the case does not say where from.
  private func copy(_ sitting: Sitting, _ referral: Referral, _ write: Write) throws -> String {
    guard try seesAll(sitting, desk.agenda.history(of: referral.id, write), write) else {
      throw ConferencesProblem.notFound
    }
    let copy = try CopyForm(form)
    let note = CaseNote(
      Sensitive(copy.content.words), into: copy.reference, by: desk.visit.actor, at: desk.visit.now)
    guard try desk.services.caseNotes.add(note, desk.services, write) else {
      throw Refusal("copy-case", "There is no open case of that reference that you may write into")
    }
    try CopyStore(sealing: desk.referrals.sealing).add(
      copy, of: referral.id, by: sitting.account, at: desk.visit.now, in: write)
    try desk.record(
      "copied", sitting.kind,
      ["case": referral.reference.description, "into": copy.reference.description], in: write)
    return "It is copied into \(copy.reference)"
  }

  private func checkVersion(_ referral: Referral, _ field: String) throws(Refusal) {
    guard form["version"] == String(referral.version) else {
      throw Refusal(field, "Somebody else decided on this case while you had it open: see above")
    }
  }
}
