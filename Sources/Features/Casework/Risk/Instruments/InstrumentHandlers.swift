internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Answers the pages on which risk instruments are read and added.
struct InstrumentHandlers {
  let visit: StaffVisit

  func list() throws -> Response {
    try RiskPolicy.require(.instruments, visit.actor)
    let offered = try visit.read { try InstrumentStore.offered($0) }
    return visit.page("Risk instruments") {
      InstrumentsPage(offered: offered, mayAdd: RiskPolicy.allows(.configure, visit.actor))
    }
  }

  func show(_ key: String, _ version: Int) throws -> Response {
    try RiskPolicy.require(.instruments, visit.actor)
    let versions = try visit.read { try InstrumentStore.versions(of: key, $0) }
    guard let kept = versions.first(where: { $0.version == version }) else {
      throw CaseProblem.notFound
    }
    return visit.page(kept.instrument.title, crumbs: [crumb]) {
      InstrumentPage(
        kept: kept, versions: versions, mayAdd: RiskPolicy.allows(.configure, visit.actor))
    }
  }

  func sheet(_ key: String, _ version: Int) throws -> Response {
    try RiskPolicy.require(.instruments, visit.actor)
    guard let kept = try visit.read({ try InstrumentStore.find(key, version, $0) }) else {
      throw CaseProblem.notFound
    }
    return .download(
      Array(kept.sheet.utf8), type: "text/csv; charset=utf-8", name: "\(key)-\(version).csv")
  }

  func add(from key: String?) throws -> Response {
    try RiskPolicy.require(.configure, visit.actor)
    guard visit.request.method == .post else {
      let kept = try key.flatMap { key in
        try visit.read { try InstrumentStore.versions(of: key, $0).first }
      }
      return form(
        FormState(values: Fields([("key", kept?.key ?? ""), ("sheet", kept?.sheet ?? "")])))
    }
    do { return try keep() } catch let refusal as Refusal {
      return form(FormState(values: visit.request.form, refusal: refusal))
    } catch DatabaseError.unique {
      // Two added a version at the same moment.
      return form(
        FormState(
          values: visit.request.form,
          refusal: Refusal("sheet", "Somebody added a version meanwhile. Look at it and save again")
        ))
    }
  }

  private func keep() throws -> Response {
    let form = try InstrumentForm(visit.request)
    let version = try visit.write { write in
      if let newest = try InstrumentStore.versions(of: form.key, write).first,
        newest.instrument == form.instrument
      {
        throw Refusal("sheet", "Version \(newest.version) says the same: nothing was changed")
      }
      let version = try InstrumentStore.add(
        form.sheet, form.instrument, as: form.key, by: visit.actor.account, at: visit.now, in: write
      )
      try visit.record(
        "casework.risk-instrument-added", "risk-instrument/\(form.key)",
        ["version": String(version)], in: write)
      return version
    }
    return visit.redirect(
      to: RiskRoute.instrument(key: form.key, version: version).path,
      saying: "The instrument is kept. Assessments made before stay as they are")
  }

  private func form(_ state: FormState) -> Response {
    let page = Page(
      frame: visit.frame, title: "Add an instrument", crumbs: [crumb], refusal: state.refusal
    ) {
      ErrorSummary(state.refusal)
      AddInstrumentPage(state: state, csrf: visit.frame.csrf)
    }
    return .html(page, status: state.refusal == nil ? 200 : 422)
  }

  private var crumb: Crumb { Crumb("Risk instruments", RiskRoute.instruments.path) }
}
