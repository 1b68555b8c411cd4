internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

extension CaseHandlers {
  /// The case, where the visitor sits in its conference and may see it.
  func open(
    _ key: String, _ reference: Reference, _ read: Read
  ) throws -> (sitting: Sitting, referral: Referral)? {
    let sitting = try desk.sitting(key, .see, read)
    guard let referral = try desk.referrals.find(reference, in: key, read),
      try desk.referrals.isSeen(referral, by: CaseSight(sitting, on: desk.today), read)
    else { return nil }
    return (sitting, referral)
  }

  /// What others found, and what was decided, is for those who lead it, and who were there and signed,
  /// as long as the minutes are open.
  func seesAll(
    _ sitting: Sitting, _ history: [(item: AgendaItem, meeting: Meeting)], _ read: Read
  ) throws -> Bool {
    if sitting.may(.prepare) { return true }
    return try history.contains { _, meeting in
      try meeting.begunAt != nil && desk.today <= meeting.minutesEnd(sitting.kind.rules)
        && desk.attendance.hasSigned(sitting.account, meeting.id, read)
    }
  }

  func model(
    _ sitting: Sitting, _ referral: Referral, for body: Int64?, _ read: Read
  ) throws -> CaseModel {
    let history = try desk.agenda.history(of: referral.id, read)
    let seesAll = try seesAll(sitting, history, read)
    let copies = try CopyStore(sealing: desk.referrals.sealing).all(of: referral.id, read)
    let all = try desk.research.all(of: referral.id, read)
    return CaseModel(
      sitting: sitting, referral: referral,
      earlier: try referral.repeatOf.flatMap { try desk.referrals.find($0, read) },
      research: seesAll ? all : all.filter { $0.organisation == sitting.organisation },
      seesAll: seesAll, answering: CaseActs.answering(sitting, all, for: body), history: history,
      actions: try desk.actions.about(referral.id, read).filter {
        seesAll || $0.organisation == sitting.organisation
      },
      copies: seesAll ? copies : [],
      links: try sitting.may(.prepare)
        ? CaseLinks(sitting.kind, referral.id, desk.services, read) : CaseLinks(),
      shares: try sitting.may(.shares) ? ConferenceShareStore.about(referral.id, read) : [],
      meetings: try desk.meetings.toCome(of: sitting.kind.key, from: desk.today, read),
      bodies: try desk.bodies(sitting.kind, read),
      names: try desk.names(of: [referral.madeBy] + copies.map(\.madeBy), read),
      now: desk.visit.now,
      csrf: desk.visit.frame.csrf)
  }

  func page(_ model: CaseModel) -> Response {
    desk.page(
      "Case \(model.referral.reference)", crumbs: desk.crumbs(model.kind), model.state
    ) { CasePage(model: model) }
  }
}
