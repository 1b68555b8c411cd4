internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Shows and changes the lines and contacts the public is shown.
struct ServiceHandlers {
  let visit: StaffVisit

  static let title = "Telephone lines and contacts"
  static let limit = 100

  /// The way back of the pages that are set up beside this one: an administrator sees no list of reports.
  static func crumbs(for actor: Actor) -> [Crumb] {
    let list = ReportsHandlers.crumbs(for: actor)
    guard list.isEmpty, CaseworkPolicy.allows(.configure, actor) else { return list }
    return [Crumb(title, ReportsRoute.service.path)]
  }

  /// That lines were changed, as the audit trail notes it; they are no secret.
  static func event(
    _ name: ServiceLines.Name, actor: ID<Account>?, at now: Instant
  ) -> AuditEvent {
    AuditEvent(
      actor: actor, action: "casework.service-changed", subject: "casework-service",
      detail: ["line": name.rawValue], at: now)
  }

  func respond() throws -> Response {
    try CaseworkPolicy.require(.configure, visit.actor)
    guard visit.request.method == .post else {
      let lines = try visit.read(ServiceLines.init)
      let values = ServiceLines.Name.allCases.map { ($0.rawValue, lines[$0] ?? "") }
      return page(FormState(values: Fields(values)))
    }
    let fields = visit.request.form
    do throws(Refusal) { try Self.check(fields) } catch {
      return page(FormState(values: fields, refusal: error))
    }
    try visit.write { write in
      let before = try ServiceLines(write)
      let changes = ServiceLines.Name.allCases.map { ($0, Self.value($0, fields)) }
        .filter { name, value in value != before[name] ?? "" }
      for (name, value) in changes { try ServiceLines.set(name, value, in: write) }
      try visit.services.audit.record(
        changes.map { Self.event($0.0, actor: visit.actor.account, at: visit.now) }, in: write)
    }
    return visit.redirect(to: ReportsRoute.service.path, saying: "The lines are saved")
  }

  private static func check(_ fields: Fields) throws(Refusal) {
    var form = FormReader(fields)
    for name in ServiceLines.Name.allCases {
      let value = form.optionalText(name.rawValue, limit: limit) ?? ""
      if let wrong = ServiceLines.wrong(value, name) { form.refuse(name.rawValue, wrong) }
    }
    try form.finish()
  }

  private static func value(_ name: ServiceLines.Name, _ fields: Fields) -> String {
    var form = FormReader(fields)
    return form.optionalText(name.rawValue, limit: limit) ?? ""
  }

  private func page(_ state: FormState) -> Response {
    .html(
      Page(
        frame: visit.frame, title: Self.title, crumbs: ReportsHandlers.crumbs(for: visit.actor),
        refusal: state.refusal
      ) {
        ErrorSummary(state.refusal)
        PageHead(
          Self.title,
          lede:
            "What the public is shown, and whom a flagged report is told. What is left empty is left "
            + "out."
        ) {
          LinkButton("Repeat callers", to: ReportsRoute.repeatRule.path)
          LinkButton("Local rule of case reviews", to: ReportsRoute.reviewRule.path)
          LinkButton("Law of case reviews", to: ReportsRoute.reviewLaw.path)
        }
        PostForm(to: ReportsRoute.service.path, csrf: visit.frame.csrf) {
          for name in ServiceLines.Name.allCases {
            TextField(
              name.rawValue, label: name.title, in: state, width: name.width, autocomplete: "off")
          }
          SubmitButton("Save the lines")
        }
      }, status: state.refusal == nil ? 200 : 422)
  }
}

extension ServiceLines.Name {
  /// How much of it there is to write.
  fileprivate var width: FieldWidth {
    switch self {
    case .phone, .phoneHours, .noiseLine: .w20
    case .noiseHours, .reviewContact, .dutyMailbox, .localStrands: .w40
    }
  }
}
