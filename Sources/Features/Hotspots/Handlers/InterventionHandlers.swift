internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Answers the pages of interventions.
enum InterventionHandlers {
  static func list(_ visit: StaffVisit, page: Int) throws -> Response {
    let (found, count) = try visit.read { read in
      (try InterventionStore.page(page, read), try InterventionStore.count(read))
    }
    let pages = max(1, (count + InterventionStore.onPage - 1) / InterventionStore.onPage)
    return visit.page("Interventions", crumbs: HotspotHandlers.crumbs) {
      InterventionsPage(
        interventions: found, page: page, pages: pages,
        mayState: HotspotPolicy.may(.keep, visit.actor))
    }
  }

  static func show(_ visit: StaffVisit, _ id: ID<InterventionTag>) throws -> Response {
    let desk = InterventionDesk(services: visit.services)
    guard let model = try visit.read({ try desk.model(id, $0) }) else {
      throw HotspotProblem.noIntervention
    }
    return visit.page(model.intervention.name, crumbs: crumbs) { InterventionPage(model: model) }
  }

  static func form(_ visit: StaffVisit, _ refusal: Refusal? = nil) throws -> Response {
    try HotspotPolicy.require(.keep, visit.actor)
    let title = "State an intervention"
    let fields = visit.request.form
    let found = try visit.read { read -> (HotspotQuestion, [Choice])? in
      let desk = InterventionDesk(services: visit.services)
      let question = try desk.question(fields["source"], read) ?? desk.question(nil, read)
      return try question.map {
        ($0, try visit.services.areas.choices(of: [.hotspot, .ward], read))
      }
    }
    guard let (question, areas) = found else { return HotspotHandlers.nothing(visit, title) }
    return HotspotHandlers.page(visit, title, refusal, crumbs: crumbs) {
      InterventionFormPage(
        question: question, areas: areas, state: FormState(values: fields, refusal: refusal),
        csrf: visit.frame.csrf)
    }
  }

  static func state(_ visit: StaffVisit) throws -> Response {
    try HotspotPolicy.require(.keep, visit.actor)
    do {
      let id = try InterventionDesk(services: visit.services).state(
        visit.request.form, by: visit.actor.account)
      return visit.redirect(
        to: HotspotRoute.intervention(id).path, saying: "The intervention is stated")
    } catch let refusal as Refusal {
      return try form(visit, refusal)
    }
  }

  private static let crumbs =
    HotspotHandlers.crumbs + [Crumb("Interventions", HotspotRoute.interventions(page: 1).path)]
}
