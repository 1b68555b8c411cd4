import Access
import Database
import Design
import HTTP
import Kernel
import Partnership

@testable import Indicators

extension EntryFixture {
  /// Sends a request for a page on which a plan is made or changed.
  func plan(
    _ actor: Actor, _ route: PlanRoute, form: [(String, String)]? = nil,
    files: [UploadedFile] = []
  ) throws -> Response? {
    let path = route.path.split(separator: "?")[0].split(separator: "/").map(String.init)
    let request = Request(
      form == nil ? .get : .post, path: path, form: Fields(form ?? []), files: files)
    let visit = StaffVisit(
      request: request, actor: actor, now: EntryFixture.now, frame: .sample, services: services)
    return try PlanHandlers(visit: visit).respond()
  }

  /// Opens a form, changes some of its fields and asks what that does; the fields to save it with.
  func checked(
    _ task: PlanTask, _ changes: [(String, String)], as actor: Actor = EntryFixture.coordinator
  ) throws -> (page: Response?, form: [(String, String)]) {
    let desk = PlanDesk(
      visit: StaffVisit(
        request: Request(.get, path: []), actor: actor, now: EntryFixture.now, frame: .sample,
        services: services))
    let opened = try services.database.read {
      try PlanFormLoader(desk: desk).open("safe", task, in: $0)
    }
    var fields = Dictionary((opened?.1.current ?? []).map { ($0.name, $0.text) }) { first, _ in
      first
    }
    for (name, text) in fields { fields[EntryFields.seen(name)] = Digest.mark(text) }
    for (name, text) in changes { fields[name] = text }
    let page = try plan(actor, .form("safe", task), form: fields.pairs + [("act", "check")])
    let mark = PlanFormReading.mark(Fields(fields.pairs))
    return (page, fields.pairs + [("act", "save"), ("checked", mark)])
  }

  /// Changes some fields of a form and saves it.
  @discardableResult
  func change(
    _ task: PlanTask, _ changes: [(String, String)], as actor: Actor = EntryFixture.coordinator
  ) throws -> Response? {
    try plan(actor, .form("safe", task), form: try checked(task, changes, as: actor).form)
  }

  /// What was changed of the plan, the latest first.
  func changes() throws -> [PlanChange] {
    try services.database.read {
      try PlanChangeStore.page(1, of: plan.id, in: $0).map(\.change)
    }
  }

  func states(_ index: Int, _ quarters: [String]) throws -> [RatingState] {
    let loader = DashboardLoader(measures: [], today: Sample.today)
    return try services.database.read { read in
      try quarters.compactMap { quarter in
        let plan = try PlanStore.find("safe", in: read) ?? plan
        return try loader.dashboard(plan, Sample.period(quarter), in: read).rows
          .first { $0.member.id == members[index].id }?.computed
      }
    }
  }
}
