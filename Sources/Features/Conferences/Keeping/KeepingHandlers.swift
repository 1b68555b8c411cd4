internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Shows the cases whose time is over, and takes in what is decided about each.
struct KeepingHandlers {
  let desk: Desk

  func list(_ key: String) throws -> Response {
    try desk.visit.read { read in
      let kind = try desk.sitting(key, .keep, read).kind
      desk.shows("keeping-read", kind)
      return try page(kind, FormState(), read)
    }
  }

  func act(_ key: String) throws -> Response? {
    let fields = desk.visit.request.form
    return try desk.visit.write { write in
      let kind = try desk.sitting(key, .keep, write).kind
      let keeping = Keeping(desk: desk, kind: kind)
      do {
        let said: String
        switch fields["act"] {
        case "delete":
          try keeping.delete(fields["case"], in: write)
          said = "The case is deleted"
        case "keep":
          try keeping.keep(fields["case"], fields, in: write)
          said = "The case is kept"
        default: return nil
        }
        return desk.visit.redirect(to: ConferencesRoute.keeping(key).path, saying: said)
      } catch let refusal as Refusal {
        return try page(
          kind, FormState(values: fields, refusal: refusal), write)
      }
    }
  }

  private func page(
    _ kind: ConferenceKind, _ state: FormState, _ read: Read
  ) throws -> Response {
    let due = try KeepingStore(services: desk.services).due(in: kind, on: desk.today, read)
    return desk.page("Past their time", crumbs: desk.crumbs(kind), state) {
      KeepingPage(kind: kind, due: due, csrf: desk.visit.frame.csrf, state: state)
    }
  }
}
