internal import Access
internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

/// What is decided and found of a case, each kept by itself and on record.
struct CaseActs {
  let desk: any Clerk
  let sitting: Sitting
  let referral: Referral
  let form: Fields

  private var showing: Showing {
    Showing(
      services: desk.services, kind: sitting.kind, account: desk.account, now: desk.now)
  }

  /// What is said of it.
  func keep(_ act: CaseAct, for body: Int64?, in write: Write) throws -> String {
    switch act {
    case .list: try list(in: write)
    case .decline: try decline(in: write)
    case .ask: try ask(in: write)
    case .askEnd: try takeBack(in: write)
    case .answer: try answer(for: body, in: write)
    case .link, .linkEnd: try link(act, in: write)
    case .copy: throw ConferencesProblem.notFound
    }
  }

  private func list(in write: Write) throws -> String {
    try sitting.require(.prepare)
    try checkVersion("meeting")
    let meetings = try desk.meetings.toCome(of: sitting.kind.key, from: desk.today, write)
    guard let meeting = meetings.first(where: { $0.id.description == form["meeting"] }) else {
      throw Refusal("meeting", "Choose the meeting")
    }
    guard referral.state != .declined else {
      throw Refusal("meeting", "It was not taken: refer it again")
    }
    guard try desk.agenda.put(referral, on: meeting, in: write) else {
      throw Refusal("meeting", "It is on that agenda already")
    }
    try desk.referrals.move(referral, to: .listed, in: write)
    try desk.record(
      "listed", sitting.kind,
      ["case": referral.reference.description, "meeting": meeting.id.description], in: write)
    return "It is on the agenda of \(meeting.day.words)"
  }

  private func decline(in write: Write) throws -> String {
    try sitting.require(.prepare)
    try checkVersion("reason")
    guard referral.state == .referred else {
      throw Refusal("reason", "It was decided on already: see above")
    }
    var reader = FormReader(form)
    let reason = reader.text(
      "reason", or: "Enter why it is not taken, and what is done instead", limit: 2000)
    try reader.finish()
    try desk.referrals.decline(referral, because: reason, on: desk.today, in: write)
    try showing.close(referral.id, because: .notTaken, in: write)
    try desk.record(
      "declined", sitting.kind, ["case": referral.reference.description], in: write)
    return "It is not taken"
  }

  private func ask(in write: Write) throws -> String {
    try sitting.require(.prepare)
    let ask = try AskForm(form, try desk.bodies(sitting.kind, write), today: desk.today)
    let asking = Asking(
      desk: desk, kind: sitting.kind, referral: referral, by: sitting.organisation)
    try asking.check(ask.bodies, at: "asked", write)
    let asked = try ask.bodies.filter { body in
      try asking.ask(body, by: ask.due, at: "asked", in: write)
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

  private func takeBack(in write: Write) throws -> String {
    try sitting.require(.prepare)
    let asked = try desk.research.all(of: referral.id, write).first {
      $0.id.description == form["asked-end"] && $0.isAsked(on: desk.today)
    }
    guard let asked else { throw Refusal("research", "This question has ended already") }
    try showing.takeBack(asked, in: write)
    try desk.record(
      "asked-no-more", sitting.kind,
      [
        "case": referral.reference.description, "organisation": asked.organisation.description,
      ], in: write)
    return "The question is taken back"
  }

  private func answer(for body: Int64?, in write: Write) throws -> String {
    try sitting.require(.answer)
    let all = try desk.research.all(of: referral.id, write)
    guard let research = Self.answering(sitting, all, for: body) else {
      throw ConferencesProblem.notFound
    }
    let isForOthers = research.organisation != sitting.organisation
    guard form["version"] == String(research.version) else {
      throw Refusal(
        "answer",
        "Somebody else answered while you wrote. What they wrote is above; send yours again if it "
          + "should take its place")
    }
    let answer = try AnswerForm(
      form, giver: isForOthers ? "Enter who gave the answer, and how" : nil)
    try desk.research.answer(
      research, answer.answer, answer.content, by: desk.account, at: desk.now, in: write)
    try showing.end(referral.id, because: .answered, in: write) {
      $0.research == research.id && $0.link != nil
    }
    try desk.record(
      isForOthers ? "answer-recorded" : "answered", sitting.kind,
      [
        "case": referral.reference.description, "answer": answer.answer.rawValue,
        "organisation": research.organisation.description,
      ], in: write)
    return "The answer is kept"
  }

  private func link(_ act: CaseAct, in write: Write) throws -> String {
    try sitting.require(.prepare)
    let acts = ResearchLinkActs(
      services: desk.services, kind: sitting.kind, referral: referral, account: desk.account,
      sharer: try desk.kind(of: sitting.organisation, write), now: desk.now)
    guard act == .link else {
      try acts.end(form["link"], in: write)
      return "The link is taken back"
    }
    let all = try desk.research.all(of: referral.id, write)
    guard let research = ResearchLinkActs.asked(form, all) else {
      throw ConferencesProblem.notFound
    }
    try acts.send(research, form, in: write)
    return "The link is sent"
  }

  /// Whose answer is to be given: one's own, or that of a body without an account.
  static func answering(_ sitting: Sitting, _ all: [Research], for body: Int64?) -> Research? {
    guard let body, body != sitting.organisation.rawValue else {
      return all.first { $0.organisation == sitting.organisation }
    }
    return sitting.may(.prepare) ? all.first { $0.organisation.rawValue == body } : nil
  }

  private func checkVersion(_ field: String) throws(Refusal) {
    guard form["version"] == String(referral.version) else {
      throw Refusal(field, "Somebody else decided on this case while you had it open: see above")
    }
  }
}
