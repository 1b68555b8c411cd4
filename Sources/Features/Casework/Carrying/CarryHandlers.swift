internal import Access
internal import Commands
internal import Database
internal import Design
internal import FoundationEssentials
internal import HTTP
internal import Jobs
internal import Kernel
internal import Markup
internal import Partnership

/// Answers the pages on which open cases are brought along.
struct CarryHandlers {
  let visit: StaffVisit

  private var services: Services { visit.services }
  private var store: CaseMappingStore { CaseMappingStore(keyring: services.keyring) }
  private var crumb: Crumb { Crumb(CarryPage.title, CarryRoute.start.path) }

  func respond() throws -> Response? {
    let request = visit.request
    guard let route = CarryRoute(request.method, request.path, request.query) else { return nil }
    try CarryPolicy.require(.carry, visit.actor)
    switch route {
    case .start: return request.method == .post ? nil : try start(nil)
    case .trial: return try refusing { try trial() }
    case .bring: return try refusing { try bring() }
    case .mapping(let from): return try mapping(from)
    case .sheet(let key): return try sheet(key)
    case .sample(let name): return try sample(name)
    case .job(let id): return try job(id)
    }
  }

  private func start(_ refusal: Refusal?) throws -> Response {
    let mappings = try visit.read { try store.all($0) }
    let page = Page(frame: visit.frame, title: CarryPage.title, refusal: refusal) {
      ErrorSummary(refusal)
      CarryPage(
        mappings: mappings, state: FormState(values: visit.request.form, refusal: refusal),
        csrf: visit.frame.csrf)
    }
    return .html(page, status: refusal == nil ? 200 : 422)
  }

  private func refusing(_ body: () throws -> Response) throws -> Response {
    do { return try body() } catch let refusal as Refusal { return try start(refusal) }
  }

  /// Checks the tables, which wait for a day to be brought along.
  private func trial() throws -> Response {
    let kept = try chosen(visit.request.form["mapping"] ?? "", version: nil)
    let given = CarryTable.allCases.compactMap { table in
      visit.request.files.first { $0.field == table.rawValue && $0.size > 0 }.map { (table, $0) }
    }
    guard !given.isEmpty else { throw Refusal("cases", "Choose at least one table") }
    let waiting = try WaitingUpload.keep(
      given.map(\.1), in: services.settings.uploads, endings: [".csv", ".xlsx", ".ods"])
    let uploads = CarryUploads(
      key: kept.key, version: kept.version,
      paths: Dictionary(uniqueKeysWithValues: zip(given.map(\.0), waiting.map(\.path))))
    do {
      let tables = try tables(uploads, kept)
      try visit.write { try CarryForgetting.ask(uploads, services, at: visit.now, in: $0) }
      let report = try CaseCarrying(
        services: services, kept: kept, account: visit.actor.account
      ).trial(tables)
      return visit.page("What the import would do", crumbs: [crumb]) {
        CarryTrialPage(report: report, uploads: uploads, csrf: visit.frame.csrf)
      }
    } catch {
      uploads.remove()
      throw error
    }
  }

  /// Reads the tables; what is wrong with one stands at its field.
  private func tables(_ uploads: CarryUploads, _ kept: KeptMapping) throws -> CarryTables {
    do { return try uploads.tables(kept.mapping, services.settings) } catch let refused
      as InputRefused
    {
      let table = CarryTable.allCases.first { $0.title == refused.file } ?? .cases
      throw Refusal(table.rawValue, refused.message)
    }
  }

  private func chosen(_ key: String, version: Int?) throws -> KeptMapping {
    guard let kept = try visit.read({ try store.find(key, version: version, $0) }) else {
      throw Refusal("mapping", "Choose the mapping the tables are read by")
    }
    return kept
  }

  private func bring() throws -> Response {
    let uploads = try CarryBringForm(visit.request.form, in: services.settings.uploads).uploads
    guard uploads.paths.values.allSatisfy({ FileManager.default.fileExists(atPath: $0) }) else {
      throw CarryBringForm.gone
    }
    _ = try chosen(uploads.key, version: uploads.version)
    let job = try visit.write { write in
      try services.jobs.enqueue(
        CarryJob.name, payload: try uploads.text, by: visit.actor.account.rawValue, in: write)
    }
    return .redirect(to: CarryRoute.job(job).path)
  }

  private func job(_ id: ID<Job>) throws -> Response {
    guard let status = try visit.read({ try services.jobs.status(id, in: $0) }),
      status.kind == CarryJob.name
    else { throw CaseProblem.notFound }
    return visit.page("Import of open cases", crumbs: [crumb]) {
      CarryJobPage(status: status, mayList: CasePolicy.allows(.list, visit.actor))
    }
  }
}

extension CarryHandlers {
  private func mapping(_ from: String?) throws -> Response {
    guard visit.request.method == .post else {
      let kept = try visit.read { try store.find(from ?? CarrySample.key, $0) }
      let key = from == nil || kept?.version == 0 ? "" : kept?.key ?? ""
      return mappingPage(
        FormState(values: Fields([("key", key), ("sheet", kept?.sheet ?? "")])))
    }
    do {
      let form = try CaseMappingForm(visit.request)
      let version = try visit.write { write in
        let version = try store.save(
          form.sheet, as: form.key, by: visit.actor.account, at: visit.now, in: write)
        try visit.record(
          "casework.carry-mapping", "mapping/\(form.key)", ["version": String(version)], in: write)
        return version
      }
      return visit.redirect(
        to: CarryRoute.start.path, saying: "The mapping \(form.key) is saved, version \(version)")
    } catch let refusal as Refusal {
      return mappingPage(FormState(values: visit.request.form, refusal: refusal))
    } catch DatabaseError.unique {
      return mappingPage(
        FormState(
          values: visit.request.form,
          refusal: Refusal("sheet", "Somebody saved a version meanwhile. Look at it and save again")
        )
      )
    }
  }

  private func mappingPage(_ state: FormState) -> Response {
    let page = Page(
      frame: visit.frame, title: CarryMappingPage.title, crumbs: [crumb], refusal: state.refusal
    ) {
      ErrorSummary(state.refusal)
      CarryMappingPage(state: state, csrf: visit.frame.csrf)
    }
    return .html(page, status: state.refusal == nil ? 200 : 422)
  }

  private func sheet(_ key: String) throws -> Response {
    guard let kept = try visit.read({ try store.find(key, $0) }) else {
      throw CaseProblem.notFound
    }
    return .download(
      Array(kept.sheet.utf8), type: "text/csv; charset=utf-8",
      name: "\(key)-\(kept.version).csv")
  }

  private func sample(_ name: String) throws -> Response {
    guard let text = CarrySample.files[name] else { throw CaseProblem.notFound }
    return .download(Array(text.utf8), type: "text/csv; charset=utf-8", name: "\(name).csv")
  }
}
