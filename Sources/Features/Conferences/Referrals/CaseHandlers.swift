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
    if act == .copy { return try copy(sitting, referral, write) }
    return try CaseActs(desk: desk, sitting: sitting, referral: referral, form: form)
      .keep(act, for: body, in: write)
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
}
