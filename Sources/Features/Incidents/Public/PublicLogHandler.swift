internal import Access
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Answers the page of what the public is shown, and takes the decision whether it is.
enum PublicLogHandler {
  static func answer(_ visit: StaffVisit, month: Month?, page: Int) throws -> Response {
    if visit.request.method == .post { return try decide(visit) }
    try IncidentPolicy.require(.seePublicLog, visit.actor)
    let model = try visit.read { read -> PublicLogModel in
      let months = try PublicStore.whole(PublicCounts.policeUK, in: read)
      let chosen = month.map { month in months.first { $0.month == month } } ?? months.first
      guard month == nil || chosen != nil else { throw IncidentProblem.notFound }
      let areas =
        try chosen.map { try visit.services.areas.areas(.ward, $0.edition, read) } ?? []
      return PublicLogModel(
        isShown: try PublicStore.isShown(PublicCounts.policeUK, in: read),
        mayPublish: IncidentPolicy.may(.publish, visit.actor), csrf: visit.frame.csrf,
        months: months,
        names: Dictionary(areas.map { ($0.code, $0.name) }) { first, _ in first },
        chosen: chosen, page: page)
    }
    return visit.page("What the public is shown", crumbs: IncidentHandlers.crumbs) {
      PublicLogPage(model: model)
    }
  }

  private static func decide(_ visit: StaffVisit) throws -> Response {
    try IncidentPolicy.require(.publish, visit.actor)
    let isShown = visit.request.form["show"] == "yes"
    try visit.write { write in
      try PublicStore.show(
        PublicCounts.policeUK, isShown, by: visit.actor.account, at: visit.now, in: write)
      try visit.record(
        isShown ? "incidents.shown-publicly" : "incidents.hidden-publicly",
        "incident-source/\(PublicCounts.policeUK)", in: write)
    }
    try PublicCounts(visit.services).refresh()
    return .redirect(to: IncidentRoute.publicLog(month: nil, page: 1).path)
  }
}
