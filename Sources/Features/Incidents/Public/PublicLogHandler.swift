internal import Access
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Answers the page of what the public is shown, and takes the decision whether it is.
enum PublicLogHandler {
  /// `key` is the source's; the police's files where it is `nil`.
  static func answer(
    _ visit: StaffVisit, source key: String?, month: Month?, page: Int
  ) throws -> Response {
    if visit.request.method == .post { return try decide(visit, key) }
    try IncidentPolicy.require(.seePublicLog, visit.actor)
    let model = try visit.read { read -> PublicLogModel in
      let sources = try CountSourceFacts.sources(read)
      let source = try find(key, sources)
      let months = try PublicStore.whole(source.key, in: read)
      let chosen = month.map { month in months.first { $0.month == month } } ?? months.first
      guard month == nil || chosen != nil else { throw IncidentProblem.notFound }
      let areas =
        try chosen.map { try visit.services.areas.areas(.ward, $0.edition, read) } ?? []
      return PublicLogModel(
        sources: try sources.map { ($0, try PublicStore.isShown($0.key, in: read)) },
        source: source, mayPublish: IncidentPolicy.may(.publish, visit.actor),
        csrf: visit.frame.csrf, months: months,
        names: Dictionary(areas.map { ($0.code, $0.name) }) { first, _ in first },
        chosen: chosen, page: page)
    }
    return visit.page("What the public is shown", crumbs: IncidentHandlers.crumbs) {
      PublicLogPage(model: model)
    }
  }

  private static func decide(_ visit: StaffVisit, _ key: String?) throws -> Response {
    try IncidentPolicy.require(.publish, visit.actor)
    let isShown = visit.request.form["show"] == "yes"
    let source = try visit.write { write in
      let source = try find(key, CountSourceFacts.sources(write))
      try PublicStore.show(
        source.key, isShown, by: visit.actor.account, at: visit.now, in: write)
      try visit.record(
        isShown ? "incidents.shown-publicly" : "incidents.hidden-publicly",
        "incident-source/\(source.key)", in: write)
      return source
    }
    try PublicCounts(visit.services).refresh()
    return .redirect(
      to: IncidentRoute.publicLog(source: source.key, month: nil, page: 1).path)
  }

  private static func find(_ key: String?, _ sources: [CountSource]) throws -> CountSource {
    guard let found = sources.first(where: { $0.key == key ?? CountSource.policeUK.key }) else {
      throw IncidentProblem.notFound
    }
    return found
  }
}
