internal import Database
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Answers the page of the data's quality.
enum QualityHandler {
  static func answer(_ visit: StaffVisit, force: String, page: Int) throws -> Response {
    let model = try visit.read { read in
      let forces = try OverviewStore.forces(read)
      let sources = try MappingStore.all(read)
      if let saved = sources.first(where: { $0.mapping.key == force }) {
        return QualityModel(
          forces: forces, sources: sources.map(\.mapping), chosen: force,
          quality: try SourceQuality.quality(of: saved, in: read), page: page,
          today: London.day(visit.now))
      }
      guard force.isEmpty || forces.contains(force) else { throw IncidentProblem.notFound }
      let own = try AreaStore.area(read)?.forces.first { forces.contains($0) }
      let chosen = force.isEmpty ? own ?? forces.first : force
      return QualityModel(
        forces: forces, sources: sources.map(\.mapping), chosen: chosen ?? "",
        quality: try chosen.map { try QualityStore.quality(of: $0, in: read) },
        page: page, today: London.day(visit.now))
    }
    return visit.page("Quality of the data", crumbs: IncidentHandlers.crumbs) {
      QualityPage(model: model)
    }
  }
}
