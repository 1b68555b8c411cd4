internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// The conferences somebody sits in, and no other.
struct IndexHandlers {
  let desk: Desk

  func index() throws -> Response {
    try desk.visit.read { read in
      let sittings = try MemberStore.sittings(desk.visit.actor, read)
      let actions = try desk.actions.owned(by: desk.visit.actor.account, read)
      return desk.page("Conferences", crumbs: []) {
        IndexPage(sittings: sittings, actions: actions, today: desk.today)
      }
    }
  }
}

struct IndexPage: HTML {
  let sittings: [Sitting]
  let actions: [ConferenceAction]
  let today: Day

  var body: some HTML {
    PageHead(
      "Conferences",
      lede: "Each is open to those who sit in it. Others see what it asks of them alone.")
    Sheet("What you are to do", mark: actions.contains { $0.due < today } ? .bad : .river) {
      if actions.isEmpty {
        p { "Nothing is waiting for you by name." }
      } else {
        p {
          actions.count == 1 ? "1 action is" : "\(actions.count) actions are"
          " waiting for you. "
        }
      }
      p { a(.href(ConferencesRoute.actions.path)) { "Your actions" } }
    }
    Sheet("Where you sit") {
      DataTable(
        caption: "Where you sit", hidesCaption: true,
        columns: [.text("Conference"), .text("Your seat")],
        rows: sittings.map { sitting in
          [
            .link(
              sitting.kind.title,
              to: ConferencesRoute.desk(sitting.kind.key, CaseFilter()).path),
            .text(sitting.seat.title),
          ]
        },
        empty: "You sit in none. Who prepares a conference gives seats in it.")
    }
  }
}
