internal import Access
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Answers the page of the standard.
struct StandardHandlers {
  let visit: StaffVisit

  func respond() throws -> Response {
    guard visit.request.method == .post else { return try show() }
    try ProcedurePolicy.require(.configure, visit.actor)
    do {
      try visit.write { write in
        let last = try StandardStore.standard(at: visit.now, write)
        let form = try StandardForm(visit.request.form, after: last)
        let added = try StandardStore.add(
          form.days, by: visit.actor.account, at: visit.now, in: write)
        try visit.record(
          StandardActions.set, "standard/\(added.number)", StandardActions.detail(added), in: write)
      }
    } catch let refusal as Refusal {
      return try show(refusal)
    }
    return visit.redirect(
      to: ProcedureRoute.standard.path,
      saying: "The standard is set. Reports and cases from now on are given its days")
  }

  private func show(_ refusal: Refusal? = nil) throws -> Response {
    let standards = try visit.read(StandardStore.all)
    let kept = StandardForm.values(standards.first ?? .shipped)
    let model = StandardModel(
      standards: standards,
      state: FormState(values: refusal == nil ? kept : visit.request.form, refusal: refusal),
      mayConfigure: ProcedurePolicy.allows(.configure, visit.actor), csrf: visit.frame.csrf)
    let page = Page(
      frame: visit.frame, title: StandardPage.title, crumbs: ProcedureHandlers.crumbs,
      refusal: refusal
    ) {
      ErrorSummary(refusal)
      StandardPage(model: model)
    }
    return .html(page, status: refusal == nil ? 200 : 422)
  }
}

/// What the audit trail notes of the standard, in words.
enum StandardActions {
  static let set = "casework.standard-set"

  static let words = WorkingDayWork.words.merging(
    [set: "Standard set: within how many days work begins and people hear of it"]
  ) { first, _ in first }

  static func detail(_ standard: CaseStandard) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: Promise.allCases.map { ($0.rawValue, String(standard[$0])) })
  }
}
