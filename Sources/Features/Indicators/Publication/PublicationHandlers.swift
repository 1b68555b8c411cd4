import Access
import Database
import Design
import HTTP
import Kernel
import Markup
import Partnership

/// Shows what would be published of a period, publishes it, and publishes it again corrected.
struct PublicationHandlers {
  let desk: FiguresDesk
  private var visit: StaffVisit { desk.visit }

  init(_ visit: StaffVisit) { desk = FiguresDesk(visit: visit) }

  private struct Opened {
    let list: DueList
    let draft: PublicIssue
    let issues: [Publication]
    let openable: Set<ID<Priority>>
  }

  func show(_ place: FiguresPlace) throws -> Response? {
    guard desk.roleRights.mayEnter || desk.roleRights.mayPublish else { return nil }
    return try visit.read { try open(place, in: $0) }.map { page($0, FormState(), status: 200) }
  }

  func publish(_ place: FiguresPlace) throws -> Response? {
    guard desk.roleRights.mayPublish else { return nil }
    var form = FormReader(visit.request.form)
    let note = form.optionalText("note", limit: 500) ?? ""
    let reason = form.optionalText("reason", limit: 500)
    let result = try desk.change(place) { write -> (Opened, Publication?)? in
      guard let found = try open(place, in: write) else { return nil }
      for entry in PublicationRule.refused(
        found.list, today: desk.today, note: note, reason: reason)
      {
        form.refuse(entry.field, entry.message)
      }
      guard form.refused.isEmpty else { return (found, nil) }
      let early = found.list.unsigned.isEmpty ? nil : reason
      let publisher = Publisher(services: visit.services, list: found.list)
      let published = try publisher.publish(
        note: note, earlyReason: early, by: visit.actor.account, at: visit.now, in: write)
      try visit.record(
        "indicators.published", "publication/\(published.id)",
        [
          "plan": place.plan, "period": place.period.description,
          "issue": String(published.number), "unsigned": String(found.list.unsigned.count),
        ], in: write)
      return (found, published)
    }
    guard let (found, published) = result else { return nil }
    guard let published else {
      let state = FormState(values: visit.request.form, refusal: Refusal(form.refused))
      return page(found, state, status: 422)
    }
    return visit.redirect(
      to: FiguresRoute.publication(place).path,
      saying: "Issue \(published.number) is published. The public can see it now")
  }

  private func open(_ place: FiguresPlace, in read: Read) throws -> Opened? {
    guard let list = try desk.list(place, in: read) else { return nil }
    let inputs = try IssueReader(
      measures: visit.services.measures, plan: list.plan, period: place.period,
      signOffs: list.signOffs
    ).inputs(number: list.issues + 1, note: "", on: desk.today, in: read)
    guard let draft = PublicIssue(inputs) else { return nil }
    let issues = try PublicationStore.all(of: list.plan.id, in: read)
    let openable = try list.priorities.map(\.priority.id).filter { id in
      try desk.rights(id, in: read).maySign || desk.roleRights.mayPublish
    }
    return Opened(
      list: list, draft: draft, issues: issues.filter { $0.period == place.period },
      openable: Set(openable))
  }

  private func page(_ found: Opened, _ state: FormState, status: Int) -> Response {
    .html(
      Page(
        frame: visit.frame, title: "Publish \(found.list.period.words)",
        crumbs: [FiguresCrumbs.performance, FiguresCrumbs.due(found.list.place)],
        refusal: state.refusal
      ) {
        PublicationPage(
          list: found.list, draft: found.draft, issues: found.issues,
          mayPublish: desk.roleRights.mayPublish, openable: found.openable,
          isOver: found.list.period.lastDay < desk.today,
          state: state, csrf: visit.frame.csrf)
      }, status: status)
  }
}

/// When a period may be published.
enum PublicationRule {
  /// What stands against it, by field.
  static func refused(
    _ list: DueList, today: Day, note: String, reason: String?
  ) -> [Refusal.Entry] {
    var found: [Refusal.Entry] = []
    if list.period.lastDay >= today {
      found.append(.init(field: "", message: "\(list.period.words) is not over yet"))
    }
    if list.issues > 0, note.isEmpty {
      found.append(
        .init(field: "note", message: "Say what is corrected: it is published with the new issue"))
    }
    if !list.unsigned.isEmpty, reason == nil {
      let count = list.unsigned.count
      found.append(
        .init(
          field: "reason",
          message: "\(count) \(count == 1 ? "priority is" : "priorities are") not signed off: "
            + "have them signed first, or give the reason"))
    }
    return found
  }
}
