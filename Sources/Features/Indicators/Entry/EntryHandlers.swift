import Database
import Design
import HTTP
import Kernel
import Markup
import Partnership

/// Shows and takes the figures and words of one priority.
struct EntryHandlers {
  let desk: FiguresDesk
  private var visit: StaffVisit { desk.visit }

  init(_ visit: StaffVisit) { desk = FiguresDesk(visit: visit) }

  /// What the list of a period shows; `nil` for those who have nothing to do with it.
  func due(_ place: FiguresPlace) throws -> Response? {
    let found = try visit.read { read -> (DueList, DueSigns)? in
      guard let list = try desk.list(place, in: read) else { return nil }
      let rights = try Dictionary(
        uniqueKeysWithValues: list.priorities.map {
          ($0.priority.id, try desk.rights($0.priority.id, in: read))
        })
      guard desk.mayList || rights.values.contains(where: \.mayOpen) else { return nil }
      let shown = desk.mayList ? list : list.keeping { rights[$0]?.mayOpen ?? false }
      let signs = DueSigns(
        rights: rights, leads: try leads(list, in: read),
        mayGather: desk.roleRights.mayEnter || desk.roleRights.mayPublish)
      return (shown, signs)
    }
    guard let (list, signs) = found else { return nil }
    return visit.page("Figures for \(list.period.words)", crumbs: [FiguresCrumbs.performance]) {
      DuePage(list: list, signs: signs)
    }
  }

  func show(_ place: FiguresPlace, _ id: ID<Priority>) throws -> Response? {
    guard let (list, priority, rights) = try visit.read({ try open(place, id, in: $0) }) else {
      return nil
    }
    let values = Fields(priority.indicators.flatMap { EntryFields(indicator: $0).fields })
    return page(list, priority, rights, FormState(values: values), status: 200)
  }

  func save(_ place: FiguresPlace, _ id: ID<Priority>) throws -> Response? {
    let form = visit.request.form
    enum Result {
      case saved(EntrySaving.Outcome)
      case refused(DueList, DuePriority, EntryRights, EntryReading)
    }
    let result = try desk.change(place) { write -> Result? in
      guard let (list, priority, rights) = try open(place, id, in: write) else { return nil }
      let reading = EntryReading(form, priority, rights)
      guard reading.refusal == nil else { return .refused(list, priority, rights, reading) }
      let isLead = try desk.isLead(of: id, in: write)
      let saving = EntrySaving(
        actor: visit.actor,
        office: EntryRights.office(visit.actor, isLead: isLead, of: priority.priority),
        period: place.period, now: visit.now)
      let outcome = try saving.keep(reading, in: write)
      if !reading.isEmpty { try record(outcome, id, place, in: write) }
      return .saved(outcome)
    }
    switch result {
    case nil: return nil
    case .saved(let outcome):
      return visit.redirect(to: FiguresRoute.due(place).path, saying: outcome.words)
    case .refused(let list, let priority, let rights, let reading):
      let state = FormState(values: form, refusal: reading.refusal)
      return page(list, priority, rights, state, status: reading.hasConflict ? 409 : 422)
    }
  }

  private func open(
    _ place: FiguresPlace, _ id: ID<Priority>, in read: Read
  ) throws -> (DueList, DuePriority, EntryRights)? {
    let rights = try desk.rights(id, in: read)
    guard rights.mayOpen, let list = try desk.list(place, in: read),
      let priority = list.priorities.first(where: { $0.priority.id == id })
    else { return nil }
    return (list, priority, rights)
  }

  private func record(
    _ outcome: EntrySaving.Outcome, _ id: ID<Priority>, _ place: FiguresPlace, in write: Write
  ) throws {
    for priority in outcome.withdrawn {
      try visit.record(
        "indicators.sign-off-withdrawn", SignOffStore.subject(priority),
        ["period": place.period.description], in: write)
    }
    try visit.record(
      "indicators.figures-entered", SignOffStore.subject(id),
      [
        "plan": place.plan, "period": place.period.description, "added": String(outcome.added),
        "corrected": String(outcome.corrected), "commentaries": String(outcome.comments),
        "states": String(outcome.judgements),
      ], in: write)
  }

  private func leads(_ list: DueList, in read: Read) throws -> [ID<Priority>: [String]] {
    let people = visit.services.people
    return try Dictionary(
      uniqueKeysWithValues: list.priorities.map { one in
        let holders = try people.holders(
          .priorityLead, SignOffStore.subject(one.priority.id), read)
        let names = try holders.compactMap {
          try people.name(of: $0, in: read)?.reveal(for: "who leads a priority")
        }
        return (one.priority.id, names)
      })
  }

  private func page(
    _ list: DueList, _ priority: DuePriority, _ rights: EntryRights, _ state: FormState,
    status: Int
  ) -> Response {
    .html(
      Page(
        frame: visit.frame, title: "\(priority.heading), \(list.period.words)",
        crumbs: [FiguresCrumbs.performance, FiguresCrumbs.due(list.place)], refusal: state.refusal
      ) {
        EntryPage(
          list: list, priority: priority, rights: rights, state: state, csrf: visit.frame.csrf)
      }, status: status)
  }
}

/// The pages above those of a quarter.
enum FiguresCrumbs {
  static let performance = Crumb("Performance", "/indicators")

  static func due(_ place: FiguresPlace) -> Crumb {
    Crumb("Figures for \(place.period.words)", FiguresRoute.due(place).path)
  }
}
