internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Takes referrals in.
struct ReferHandlers {
  let desk: Desk

  func blank(_ key: String) throws -> Response {
    try desk.visit.read { read in
      let sitting = try desk.sitting(key, .refer, read)
      return form(sitting, try bodies(sitting, read), FormState())
    }
  }

  func add(_ key: String) throws -> Response {
    let fields = desk.visit.request.form
    return try desk.visit.write { write in
      let sitting = try desk.sitting(key, .refer, write)
      let (kind, bodies) = (sitting.kind, try bodies(sitting, write))
      do {
        var form = try ReferralForm(fields, kind, for: bodies, today: desk.today)
        let earlier = try desk.referrals.earlier(
          than: desk.today, of: form.new.content, in: kind, write)
        if let refusal = form.refusal(kind, earlier: earlier) { throw refusal }
        form.new.repeatOf = earlier?.id
        return try keep(form.new, earlier, sitting, write)
      } catch let refusal as Refusal {
        return form(sitting, bodies, FormState(values: fields, refusal: refusal))
      }
    }
  }

  private func keep(
    _ new: NewReferral, _ earlier: Referral?, _ sitting: Sitting, _ write: Write
  ) throws -> Response {
    var generator = SystemRandom()
    let reference = try desk.referrals.add(
      new, to: sitting.kind.key, by: sitting.account, at: desk.visit.now, using: &generator,
      in: write)
    try desk.record(
      "referred", sitting.kind,
      [
        "case": reference.description, "criterion": new.criterion,
        "repeat-of": earlier?.reference.description ?? "none",
      ], in: write)
    return desk.visit.redirect(
      to: ConferencesRoute.referral(sitting.kind.key, reference, for: nil).path,
      saying: earlier == nil ? "The referral is sent" : "The referral is sent: it is a repeat")
  }

  /// A member refers for their own organisation; those who prepare may write another's down.
  private func bodies(_ sitting: Sitting, _ read: Read) throws -> [Agency] {
    try desk.bodies(sitting.kind, read).filter {
      sitting.may(.prepare) || $0.id == sitting.organisation
    }
  }

  private func form(_ sitting: Sitting, _ bodies: [Agency], _ state: FormState) -> Response {
    let kind = sitting.kind
    return desk.page("Refer to \(kind.title)", crumbs: desk.crumbs(kind), state) {
      Handling(note: "Read by those who prepare it, and by organisations they ask.")
      PageHead("Refer to \(kind.title)", lede: kind.rules.purpose)
      PostForm(to: ConferencesRoute.refer(kind.key).path, csrf: desk.visit.frame.csrf) {
        ReferralFields(kind: kind, bodies: bodies, state: state)
        SubmitButton("Send the referral")
      }
    }
  }
}
