internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Shows the grounds in law, and lets an administrator add to them and date them.
struct GroundHandlers {
  private static let crumb = Crumb("Grounds to share", SharingRoute.grounds.path)

  let visit: StaffVisit

  private var today: Day { London.day(visit.now) }
  private var mayChange: Bool { SharingPolicy.allows(.changeLaw, visit.actor) }

  func list() throws -> Response {
    try visit.read { read in
      let grounds = try GroundStore.all(read)
      return visit.page("Grounds to share") {
        GroundsPage(grounds: grounds, today: today, mayChange: mayChange)
      }
    }
  }

  func blank() throws -> Response { form(FormState()) }

  func add() throws -> Response {
    let fields = visit.request.form
    return try visit.write { write in
      let taken = try GroundStore.all(write)
      let new: GroundForm
      do throws(Refusal) { new = try GroundForm(fields, taken: taken) } catch {
        return form(FormState(values: fields, refusal: error))
      }
      try GroundStore.add(
        new.ground, from: new.from, by: visit.actor.account, at: visit.now, in: write)
      try visit.record(
        "sharing.ground-added", subject(new.ground),
        ["from": new.from?.description ?? "not known"], in: write)
      return visit.redirect(to: SharingRoute.grounds.path, saying: "The ground is added")
    }
  }

  func show(_ part: ShareGround.Part, _ key: String) throws -> Response? {
    try visit.read { read in
      try GroundStore.find(part, key, read).map { dated in
        page(dated, FormState(values: LawDatesForm.fields(dated)))
      }
    }
  }

  func date(_ part: ShareGround.Part, _ key: String) throws -> Response? {
    let fields = visit.request.form
    return try visit.write { write in
      guard let dated = try GroundStore.find(part, key, write) else { return nil }
      guard fields["version"] == String(dated.version) else {
        let refusal = Refusal(
          "from-day",
          "Somebody else changed this ground meanwhile: see how it stands, then save again")
        return page(dated, FormState(values: fields, refusal: refusal), status: 409)
      }
      let form: LawDatesForm
      do throws(Refusal) { form = try LawDatesForm(fields) } catch {
        return page(dated, FormState(values: fields, refusal: error))
      }
      try GroundStore.date(dated, from: form.from, through: form.through, in: write)
      try visit.record(
        "sharing.ground-dated", subject(dated.ground),
        form.detail, in: write)
      return visit.redirect(to: SharingRoute.grounds.path, saying: "The dates are saved")
    }
  }

  private func subject(_ ground: ShareGround) -> String {
    "share-ground/\(ground.part.rawValue)/\(ground.key)"
  }

  private func page(_ dated: DatedGround, _ state: FormState, status: Int = 422) -> Response {
    visit.framed(dated.ground.title, crumbs: [Self.crumb], state.refusal, status: status) {
      GroundPage(
        dated: dated, today: today, mayChange: mayChange, state: state, csrf: visit.frame.csrf)
    }
  }

  private func form(_ state: FormState) -> Response {
    visit.framed("Add a ground", crumbs: [Self.crumb], state.refusal) {
      GroundFormPage(state: state, csrf: visit.frame.csrf)
    }
  }
}
