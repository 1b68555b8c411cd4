import Access
import Database
import Design
import HTTP
import Kernel
import Markup
import Partnership

/// Shows and takes the sign-off of a priority, and gives it its lead.
struct SignOffHandlers {
  let desk: FiguresDesk
  private var visit: StaffVisit { desk.visit }

  init(_ visit: StaffVisit) { desk = FiguresDesk(visit: visit) }

  func show(_ place: FiguresPlace, _ id: ID<Priority>) throws -> Response? {
    try visit.read { try open(place, id, in: $0) }.map { page($0, FormState(), status: 200) }
  }

  func act(_ place: FiguresPlace, _ id: ID<Priority>) throws -> Response? {
    visit.request.form["act"] == "lead" ? try lead(place, id) : try sign(place, id)
  }

  private struct Opened {
    let list: DueList
    let due: DuePriority
    let rights: EntryRights
    let leads: [String]
    let candidates: [Person]
    let isLead: Bool
  }

  private func sign(_ place: FiguresPlace, _ id: ID<Priority>) throws -> Response? {
    var form = FormReader(visit.request.form)
    let reason = form.optionalText("reason", limit: 500) ?? ""
    let result = try desk.change(place) { write -> (Opened, Refusal?)? in
      guard let found = try open(place, id, in: write), found.rights.maySign else { return nil }
      if let message = SignOffRule.refusal(found.due, reason: reason) {
        form.refuse("reason", message)
      }
      guard form.refused.isEmpty else { return (found, Refusal(form.refused)) }
      let office = EntryRights.office(
        visit.actor, isLead: found.isLead, of: found.due.priority)
      try SignOffStore.sign(
        found.due, place.period, note: found.due.missing > 0 ? reason : "", author: office,
        by: visit.actor.account, at: visit.now,
        in: write)
      try visit.record(
        "indicators.signed-off", SignOffStore.subject(id),
        [
          "plan": place.plan, "period": place.period.description,
          "missing": String(found.due.missing),
        ], in: write)
      return (found, nil)
    }
    guard let (found, refusal) = result else { return nil }
    guard let refusal else {
      return visit.redirect(
        to: FiguresRoute.due(place).path, saying: "\(found.due.priority.title) is signed off")
    }
    return page(found, FormState(values: visit.request.form, refusal: refusal), status: 422)
  }

  private func lead(_ place: FiguresPlace, _ id: ID<Priority>) throws -> Response? {
    let chosen = visit.request.form["lead"].flatMap { ID<Account>($0) }
    let result = try desk.change(place) { write -> (Opened, Bool)? in
      guard let found = try open(place, id, in: write), !found.candidates.isEmpty else {
        return nil
      }
      guard let person = found.candidates.first(where: { $0.id == chosen }) else {
        return (found, false)
      }
      try visit.services.people.assign(
        DutyChange(
          .priorityLead, for: SignOffStore.subject(id), account: person.id,
          by: visit.actor.account, at: visit.now), write)
      return (found, true)
    }
    guard let (found, isDone) = result else { return nil }
    guard isDone else {
      let refusal = Refusal("lead", "Choose who leads the priority")
      return page(found, FormState(values: visit.request.form, refusal: refusal), status: 422)
    }
    return visit.redirect(
      to: FiguresRoute.signOff(place, id).path,
      saying: "\(found.due.priority.title) has its lead")
  }

  private func open(
    _ place: FiguresPlace, _ id: ID<Priority>, in read: Read
  ) throws -> Opened? {
    let isLead = try desk.isLead(of: id, in: read)
    let rights = EntryRights(visit.actor, isLead: isLead)
    guard rights.maySign || rights.mayPublish, let list = try desk.list(place, in: read),
      let due = list.priorities.first(where: { $0.priority.id == id })
    else { return nil }
    let people = visit.services.people
    let leads = try people.holders(.priorityLead, SignOffStore.subject(id), read).compactMap {
      try people.name(of: $0, in: read)?.reveal(for: "who leads a priority")
    }
    return Opened(
      list: list, due: due, rights: rights, leads: leads,
      candidates: rights.mayPublish ? try people.people(EntryRights.leads, read) : [],
      isLead: isLead)
  }

  private func page(_ found: Opened, _ state: FormState, status: Int) -> Response {
    .html(
      Page(
        frame: visit.frame, title: "Sign off \(found.due.heading)",
        crumbs: [FiguresCrumbs.performance, FiguresCrumbs.due(found.list.place)],
        refusal: state.refusal
      ) {
        SignOffPage(
          list: found.list, due: found.due, rights: found.rights, leads: found.leads,
          candidates: found.candidates, state: state, csrf: visit.frame.csrf)
      }, status: status)
  }
}
