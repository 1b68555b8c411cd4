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
      try desk.referrals.isSeen(referral, by: CaseSight(sitting), read)
    else { return nil }
    return (sitting, referral)
  }

  /// Whose answer is to be given: one's own, or that of a body without an account.
  func answering(_ sitting: Sitting, _ all: [Research], for body: Int64?) -> Research? {
    guard let body, body != sitting.organisation.rawValue else {
      return all.first { $0.organisation == sitting.organisation }
    }
    return sitting.may(.prepare) ? all.first { $0.organisation.rawValue == body } : nil
  }

  /// What others found, and what was decided, is for those who lead it, and who were there and signed.
  func seesAll(
    _ sitting: Sitting, _ history: [(item: AgendaItem, meeting: Meeting)], _ read: Read
  ) throws -> Bool {
    if sitting.may(.prepare) { return true }
    return try history.contains { _, meeting in
      try meeting.begunAt != nil && desk.attendance.hasSigned(sitting.account, meeting.id, read)
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
      seesAll: seesAll, answering: answering(sitting, all, for: body), history: history,
      actions: try desk.actions.about(referral.id, read).filter {
        seesAll || $0.organisation == sitting.organisation
      },
      copies: seesAll ? copies : [],
      meetings: try desk.meetings.toCome(of: sitting.kind.key, from: desk.today, read),
      bodies: try desk.bodies(sitting.kind, read),
      names: try desk.names(of: [referral.madeBy] + copies.map(\.madeBy), read), today: desk.today,
      csrf: desk.visit.frame.csrf)
  }

  func page(_ model: CaseModel) -> Response {
    desk.page(
      "Case \(model.referral.reference)", crumbs: desk.crumbs(model.kind), model.state
    ) { CasePage(model: model) }
  }
}
