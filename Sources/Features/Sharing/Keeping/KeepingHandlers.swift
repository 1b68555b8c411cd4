internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Shows shares and requests whose time is over, and takes in what is decided about each.
struct KeepingHandlers {
  let visit: StaffVisit

  private var keeping: Keeping {
    Keeping(services: visit.services, account: visit.actor.account, now: visit.now)
  }

  func list() throws -> Response { try visit.read { read in try page(FormState(), read) } }

  func act() throws -> Response? {
    let fields = visit.request.form
    return try visit.write { write in
      do {
        let said: String
        switch fields["act"] {
        case "delete":
          said = "\(try keeping.delete(fields["record"], in: write).kind.one) is deleted"
        case "keep":
          said = "\(try keeping.keep(fields["record"], fields, in: write).kind.one) is kept"
        case "months":
          try keeping.change(MonthsForm(fields), in: write)
          said = "The time is changed"
        default: return nil
        }
        return visit.redirect(to: SharingRoute.keeping.path, saying: said)
      } catch let refusal as Refusal {
        return try page(FormState(values: fields, refusal: refusal), write)
      }
    }
  }

  private func page(_ state: FormState, _ read: Read) throws -> Response {
    let store = KeepingStore(keyring: visit.services.keyring)
    let months = try KeptKind.allCases.map {
      (kind: $0, months: try store.rule($0, read).months)
    }
    let due = try keeping.due(read)
    return visit.framed("Past their time", state.refusal) {
      KeepingPage(months: months, due: due, csrf: visit.frame.csrf, state: state)
    }
  }
}
