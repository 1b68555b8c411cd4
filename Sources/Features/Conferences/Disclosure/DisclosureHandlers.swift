internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Shows those who lead a conference that stands apart the requests for one's own data, and takes in what
/// they decide.
struct DisclosureHandlers {
  let desk: Desk

  /// `nil` where the conference does not stand apart: its records are found by whoever answers.
  func list(_ key: String) throws -> Response? {
    try desk.visit.read { read in
      let kind = try desk.sitting(key, .disclose, read).kind
      guard kind.isApart else { return nil }
      desk.shows("requests-read", kind)
      let open = try Disclosing(desk: desk, kind: kind).open(read)
      return desk.page("Data requests", crumbs: desk.crumbs(kind)) {
        DisclosuresPage(kind: kind, open: open, today: desk.today)
      }
    }
  }

  func show(_ key: String, _ reference: Reference) throws -> Response? {
    try desk.visit.read { read in
      let kind = try desk.sitting(key, .disclose, read).kind
      return try page(kind, reference, FormState(), read)
    }
  }

  func decide(_ key: String, _ reference: Reference) throws -> Response? {
    let fields = desk.visit.request.form
    return try desk.visit.write { write in
      let kind = try desk.sitting(key, .disclose, write).kind
      let disclosing = Disclosing(desk: desk, kind: kind)
      guard kind.isApart, let one = try disclosing.find(reference, write) else { return nil }
      guard (fields["was"] ?? "") == one.decided?.mark ?? "" else {
        let words = "Somebody decided meanwhile, as it says below. Send yours again to decide anew"
        let state = FormState(values: fields, refusal: Refusal("", words))
        return try page(kind, reference, state, write, status: 409)
      }
      do {
        let form = try DisclosureForm(
          fields, one.request, try disclosing.found(one.request, write))
        try disclosing.decide(one.request, form, in: write)
        return desk.visit.redirect(
          to: ConferencesRoute.requests(key).path, saying: "It is decided")
      } catch let refusal as Refusal {
        return try page(kind, reference, FormState(values: fields, refusal: refusal), write)
      }
    }
  }

  private func page(
    _ kind: ConferenceKind, _ reference: Reference, _ state: FormState, _ read: Read,
    status: Int? = nil
  ) throws -> Response? {
    let disclosing = Disclosing(desk: desk, kind: kind)
    guard kind.isApart, let one = try disclosing.find(reference, read) else { return nil }
    desk.shows("request-read", kind, ["request": reference.description])
    let model = DisclosureModel(
      kind: kind, request: one.request, decided: one.decided,
      found: try disclosing.found(one.request, read),
      names: try desk.names(of: [one.decided?.decidedBy], read), state: state,
      csrf: desk.visit.frame.csrf)
    return desk.page(
      "Data request \(reference)",
      crumbs: desk.crumbs(kind) + [
        Crumb("Data requests", ConferencesRoute.requests(kind.key).path)
      ], state, status: status
    ) { DisclosurePage(model: model) }
  }
}
