internal import Access
internal import Database
internal import Design
internal import Geography
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Answers the pages of named hotspots.
enum NamedHandlers {
  static func list(_ visit: StaffVisit) throws -> Response {
    let places = try visit.read { try NamedHotspot.all(visit.services.areas, $0) }
    return visit.page("Named hotspots", crumbs: HotspotHandlers.crumbs) {
      NamedListPage(places: places)
    }
  }

  static func show(
    _ visit: StaffVisit, _ edition: Int, _ code: String, _ filter: HotspotFilter
  ) throws -> Response {
    let model = try visit.read { read -> NamedModel in
      let shaped = try visit.services.areas.shapes(.hotspot, edition, read)
        .first { $0.area.code == code }
      guard let shaped else { throw HotspotProblem.notFound }
      let versions = try NamedHotspot.all(visit.services.areas, read)
        .first { $0.name == shaped.area.name }?.versions
      let question = try HotspotHandlers.question(visit, filter, read)
      var (counts, problem, refusal): (NamedCounts?, String?, Refusal?) = (nil, nil, nil)
      if let question {
        problem = refusalToCount(shaped.shape, question.source)
        do {
          let (_, category) = try filter.period(question, usual: question.span)
          if problem == nil {
            counts = try NamedCounts(
              shaped.shape, question.source, category, span: question.span, read)
          }
        } catch let error as Refusal { refusal = error }
      }
      return NamedModel(
        area: shaped.area, shape: shaped.shape, versions: versions ?? [shaped.area],
        question: question,
        state: FormState(values: filter.filled(with: [:]), refusal: refusal), counts: counts,
        refusal: problem, today: London.day(visit.now))
    }
    let crumbs = HotspotHandlers.crumbs + [Crumb("Named hotspots", HotspotRoute.names.path)]
    return HotspotHandlers.page(visit, model.area.name, model.state.refusal, crumbs: crumbs) {
      NamedPage(model: model)
    }
  }

  /// Why a source's events are not counted in a shape: it is smaller than the cells it bears.
  static func refusalToCount(_ shape: MultiPolygon, _ source: EventSource) -> String? {
    source.precision.refusal(of: .grid(cell: shape.area.squareRoot())).map {
      "\($0). This outline is smaller than that."
    }
  }

  /// Gives an area of a kept map a name.
  static func name(_ visit: StaffVisit) throws -> Response {
    try HotspotPolicy.require(.keep, visit.actor)
    let form = visit.request.form
    guard let run = ID<HotspotRunTag>(form["run"] ?? "") else { throw HotspotProblem.noRun }
    do {
      let area = try NamedDrawing(services: visit.services, account: visit.actor.account).name(
        form["letter"] ?? "", of: run, as: form["name"] ?? "")
      return visit.redirect(
        to: HotspotRoute.named(area.edition, area.code, HotspotFilter()).path,
        saying: "The area has its name")
    } catch let refusal as Refusal {
      return try RunHandlers.show(
        visit, run, state: FormState(values: form, refusal: refusal))
    }
  }
}
