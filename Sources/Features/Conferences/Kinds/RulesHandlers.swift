internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Changes the rules of a conference.
struct RulesHandlers {
  let desk: Desk

  func show(_ key: String) throws -> Response {
    try desk.visit.read { read in
      let sitting = try desk.sitting(key, .seat, read)
      return page(sitting.kind, FormState(values: RulesForm.fields(sitting.kind)))
    }
  }

  func change(_ key: String) throws -> Response {
    let fields = desk.visit.request.form
    return try desk.visit.write { write in
      let kind = try desk.sitting(key, .seat, write).kind
      do {
        guard fields["version"] == String(kind.version) else {
          throw Refusal(
            "purpose", "Somebody else changed the rules meanwhile: check them and send again")
        }
        let form = try RulesForm(fields, kind)
        try KindStore.change(kind, to: form.rules, in: write)
        try KindStore.change(kind, grounds: form.grounds, at: desk.now, in: write)
        try desk.record(
          "rules-changed", kind, ["version": String(kind.version + 1)], in: write)
        return desk.visit.redirect(
          to: ConferencesRoute.members(kind.key).path, saying: "The rules are changed")
      } catch let refusal as Refusal {
        return page(kind, FormState(values: fields, refusal: refusal))
      }
    }
  }

  private func page(_ kind: ConferenceKind, _ state: FormState) -> Response {
    desk.page("Rules", crumbs: desk.crumbs(kind), state) {
      PageHead(
        "The rules of this conference", kicker: kind.title,
        lede:
          "They hold from now on. A meeting that was called keeps its statement and the order of its "
          + "agenda, a referral its ground."
      )
      Sheet {
        PostForm(to: ConferencesRoute.rules(kind.key).path, csrf: desk.visit.frame.csrf) {
          input(.type(.hidden), .name("version"), .value(String(kind.version)))
          RulesFields(state: state)
          CriteriaFields(kind: kind, state: state)
          SubmitButton("Change the rules")
        }
      }
    }
  }
}
