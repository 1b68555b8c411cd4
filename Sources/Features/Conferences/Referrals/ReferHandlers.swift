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
      return form(
        sitting, try bodies(sitting, read), try desk.services.shares.choices(desk.today, read),
        FormState())
    }
  }

  func add(_ key: String) throws -> Response {
    let fields = desk.visit.request.form
    return try desk.visit.write { write in
      let sitting = try desk.sitting(key, .refer, write)
      let (kind, bodies) = (sitting.kind, try bodies(sitting, write))
      do {
        let referring = Referring(desk: desk, kind: kind)
        let (reference, isRepeat) = try referring.keep(fields, for: bodies, in: write)
        return desk.visit.redirect(
          to: ConferencesRoute.referral(key, reference, for: nil).path,
          saying: isRepeat ? "The referral is sent: it is a repeat" : "The referral is sent")
      } catch let refusal as Refusal {
        return form(
          sitting, bodies, try desk.services.shares.choices(desk.today, write),
          FormState(values: fields, refusal: refusal))
      }
    }
  }

  /// A member refers for their own organisation; those who prepare may write another's down.
  private func bodies(_ sitting: Sitting, _ read: Read) throws -> [Agency] {
    try desk.bodies(sitting.kind, read).filter {
      sitting.may(.prepare) || $0.id == sitting.organisation
    }
  }

  private func form(
    _ sitting: Sitting, _ bodies: [Agency], _ choices: ShareChoices, _ state: FormState
  ) -> Response {
    let kind = sitting.kind
    return desk.page("Refer to \(kind.title)", crumbs: desk.crumbs(kind), state) {
      Handling(note: "Read by those who prepare it, and by organisations they ask.")
      PageHead("Refer to \(kind.title)", lede: kind.rules.purpose)
      PostForm(to: ConferencesRoute.refer(kind.key).path, csrf: desk.visit.frame.csrf) {
        ReferralFields(kind: kind, bodies: bodies, choices: choices, state: state)
        SubmitButton("Send the referral")
      }
    }
  }
}
