internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Answers the page a map is drawn on, and its download.
enum MapHandlers {
  static func page(_ visit: StaffVisit, _ filter: HotspotFilter) throws -> Response {
    guard let model = try visit.read({ read in try self.model(visit, filter, read) }) else {
      return HotspotHandlers.nothing(visit, "Hotspots")
    }
    return page(visit, model)
  }

  /// The page with what was asked; also after a map to be kept was refused.
  static func page(_ visit: StaffVisit, _ model: HotspotModel) -> Response {
    let refusal = model.state.refusal
    let page = Page(frame: visit.frame, title: "Hotspots", refusal: refusal) {
      ErrorSummary(refusal)
      HotspotPage(model: model, csrf: visit.frame.csrf)
    }
    return .html(page, status: refusal == nil ? 200 : 422)
  }

  static func model(
    _ visit: StaffVisit, _ filter: HotspotFilter, _ read: Read
  ) throws -> HotspotModel? {
    guard let question = try HotspotHandlers.question(visit, filter, read) else { return nil }
    let reader = HotspotReader(services: visit.services)
    var (map, refusal, problem): (HotspotMap?, Refusal?, String?) = (nil, nil, nil)
    var isSlow = false
    var split: KindSplit?
    do {
      let asked = try filter.parameters(question)
      isSlow = try reader.isSlow(asked, read)
      if !isSlow {
        let drawing = try reader.drawing(asked, question.source, read)
        (map, split) = (try drawing.map(), drawing.split)
      }
    } catch let error as Refusal {
      refusal = error
    } catch let error as HotspotProblem {
      problem = error.message
    }
    return HotspotModel(
      question: question,
      state: FormState(values: filter.filled(with: question.usual.texts), refusal: refusal),
      map: map, split: split, isSlow: isSlow, area: try reader.area(read), problem: problem,
      today: London.day(visit.now), mayKeep: HotspotPolicy.may(.keep, visit.actor))
  }

  static func download(_ visit: StaffVisit, _ filter: HotspotFilter) throws -> Response {
    let map = try visit.read { read -> HotspotMap in
      guard let question = try HotspotHandlers.question(visit, filter, read) else {
        throw HotspotProblem.notFound
      }
      let reader = HotspotReader(services: visit.services)
      let asked = try filter.parameters(question)
      guard try !reader.isSlow(asked, read) else { throw HotspotProblem.tooLarge }
      return try reader.map(asked, question.source, read)
    }
    return try .geoJSON(map)
  }
}

extension Response {
  /// A map as a file for QGIS.
  static func geoJSON(_ map: HotspotMap) throws -> Response {
    .download(
      try map.geoJSON(), type: "application/geo+json",
      name: "hotspots-\(map.parameters.months.upperBound).geojson")
  }
}
