internal import Database
internal import Design
internal import Geography
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Answers the pages of areas and of look-ups between editions.
enum AreaHandlers {
  /// Corners up to which a look-up is made while the page waits; more are left to the command.
  private static let mostCorners = 200_000

  static func edition(
    _ visit: StaffVisit, _ kind: AreaKind, _ year: Int, _ page: Int
  ) throws -> Response {
    let model = try visit.read { read -> EditionModel in
      let lines = try lines(visit, kind, year, read)
      return EditionModel(
        kind: kind, year: year, files: try AreaStore.files(of: (kind, year), read),
        lines: lines, page: page, others: try others(visit, kind, year, read))
    }
    return visit.page("\(kind.plural) of \(year)", crumbs: PlaceHandlers.crumbs) {
      EditionPage(model: model)
    }
  }

  static func area(
    _ visit: StaffVisit, _ kind: AreaKind, _ year: Int, _ code: String
  ) throws -> Response {
    let model = try visit.read { read -> AreaModel in
      let lines = try lines(visit, kind, year, read)
      guard let line = lines.first(where: { $0.shaped.area.code == code }) else {
        throw PlaceProblem.notFound
      }
      return AreaModel(
        line: line, around: lines, years: try PeopleStore.years(code, read),
        mended: try AreaStore.mended(line.shaped.area.id, read),
        others: try others(visit, kind, year, read).map { other in
          let shapes = try visit.services.areas.shapes(kind, other, read)
          let lookup = Lookup(byArea: [line.shaped], to: shapes)
          return AreaModel.Other(year: other, parts: lookup.fits.first?.parts ?? [])
        })
    }
    let crumbs =
      PlaceHandlers.crumbs
      + [Crumb("\(kind.plural) of \(year)", PlaceRoute.edition(kind, year, page: 1).path)]
    return visit.page(model.line.shaped.area.name, crumbs: crumbs) { AreaPage(model: model) }
  }

  static func lookup(_ visit: StaffVisit, _ query: LookupQuery, _ page: Int) throws -> Response {
    let model = try visit.read { read -> LookupModel in
      let editions = try visit.services.areas.editions(read).filter { $0.kind == query.kind }
      guard [query.from, query.to].allSatisfy({ year in editions.contains { $0.year == year } })
      else { throw PlaceProblem.notFound }
      let corners = try AreaStore.corners(query.kind, [query.from, query.to], read)
      let hasPostcodes = try PlaceCounts.read(read).postcodes > 0
      let canMake = corners <= mostCorners && (query.basis == .area || hasPostcodes)
      return LookupModel(
        query: query, page: page, hasPostcodes: hasPostcodes,
        lookup: canMake ? try LookupLoader.load(query, visit.services.areas, read) : nil)
    }
    return visit.page(model.title, crumbs: PlaceHandlers.crumbs) { LookupPage(model: model) }
  }

  /// The areas of an edition with their latest estimates; throws where there is no such edition.
  private static func lines(
    _ visit: StaffVisit, _ kind: AreaKind, _ year: Int, _ read: Read
  ) throws -> [AreaLine] {
    let shapes = try visit.services.areas.shapes(kind, year, read)
    guard !shapes.isEmpty else { throw PlaceProblem.notFound }
    let people = try visit.services.areas.people(kind, year, 2100, read)
    return shapes.map { AreaLine(shaped: $0, people: people[$0.area.code]) }
  }

  private static func others(
    _ visit: StaffVisit, _ kind: AreaKind, _ year: Int, _ read: Read
  ) throws -> [Int] {
    try visit.services.areas.editions(read)
      .filter { $0.kind == kind && $0.year != year }.map(\.year)
  }
}
