internal import Access
internal import Design
internal import HTTP
internal import Jobs
internal import Kernel
internal import Markup
internal import Partnership

/// Answers the pages of kept maps.
enum RunHandlers {
  static func list(_ visit: StaffVisit, page: Int) throws -> Response {
    let (runs, count) = try visit.read { read in
      (try RunStore.page(page, read), try RunStore.count(read))
    }
    return visit.page("Kept maps", crumbs: HotspotHandlers.crumbs) {
      RunsPage(
        runs: runs, page: page, pages: max(1, (count + RunStore.onPage - 1) / RunStore.onPage))
    }
  }

  static func show(
    _ visit: StaffVisit, _ id: ID<HotspotRunTag>, state: FormState = FormState()
  ) throws -> Response {
    let model = try visit.read { read -> RunModel in
      guard let kept = try RunStore.find(id, read) else { throw HotspotProblem.noRun }
      let before = try RunStore.before(kept.run, read)
      return RunModel(
        kept: kept,
        area: try HotspotReader(services: visit.services).area(of: kept.map.land, read),
        by: try kept.run.account.flatMap { try visit.services.people.name(of: $0, in: read) },
        before: before.map {
          RunModel.Before(
            run: $0.run, comparison: RunComparison(kept.map, before: $0.map))
        }, state: state, mayName: HotspotPolicy.may(.keep, visit.actor),
        tiles: visit.services.settings.tiles)
    }
    let crumbs =
      HotspotHandlers.crumbs + [Crumb("Kept maps", HotspotRoute.runs(page: 1).path)]
    return HotspotHandlers.page(visit, model.kept.run.title, state.refusal, crumbs: crumbs) {
      RunPage(model: model, csrf: visit.frame.csrf, maps: visit.frame.assets.map)
    }
  }

  static func download(_ visit: StaffVisit, _ id: ID<HotspotRunTag>) throws -> Response {
    guard let kept = try visit.read({ try RunStore.find(id, $0) }) else {
      throw HotspotProblem.noRun
    }
    return try .geoJSON(kept.map)
  }

  /// Asks for a map to be drawn and kept in the background.
  static func keep(_ visit: StaffVisit) throws -> Response {
    try HotspotPolicy.require(.keep, visit.actor)
    let filter = HotspotFilter(visit.request.form)
    let asked: HotspotParameters
    do {
      asked = try visit.read { read in
        guard let question = try HotspotHandlers.question(visit, filter, read) else {
          throw HotspotProblem.noEvents
        }
        return try filter.parameters(question)
      }
    } catch is Refusal {
      return .redirect(to: HotspotRoute.map(filter).path)
    }
    let job = try visit.write { write in
      let job = try visit.services.jobs.enqueue(
        RunJob.name, payload: try RunJob.payload(asked), by: visit.actor.account.rawValue,
        in: write)
      try visit.record(
        "hotspots.map-asked", "job/\(job)", ["method": asked.method.rawValue], in: write)
      return job
    }
    return .redirect(to: HotspotRoute.job(job).path)
  }

  static func job(_ visit: StaffVisit, _ id: ID<Job>) throws -> Response {
    let status = try visit.read { read in try visit.services.jobs.status(id, in: read) }
    guard let status, status.kind == RunJob.name else { throw HotspotProblem.noRun }
    return visit.page("Drawing a map", crumbs: HotspotHandlers.crumbs) { JobPage(status: status) }
  }
}
