import Database
import Design
import HTTP
import Kernel
import Markup
import Partnership

/// Shows and takes the form of a new plan.
struct NewPlanHandlers {
  private let desk: PlanDesk
  private var visit: StaffVisit { desk.visit }

  init(_ desk: PlanDesk) { self.desk = desk }

  func show() throws -> Response? {
    let tolerance = DirectionOfTravel.defaultTolerance.description
    return page(FormState(values: Fields([("tolerance", tolerance)])), status: 200)
  }

  func add() throws -> Response? {
    let posted = visit.request.form
    var form = FormReader(posted)
    let input = NewPlanInput.read(&form)
    let slug = try visit.write { write -> PlanSlug? in
      guard let input else { return nil }
      guard try PlanStore.find(input.slug, in: write) == nil else {
        form.refuse("slug", "Choose another word: a plan has “\(input.slug)” already")
        return nil
      }
      let id = try PlanStore.add(input, in: write)
      try visit.record("indicators.plan-added", "plan/\(id)", ["plan": input.slug], in: write)
      return PlanSlug(input.slug)
    }
    guard let slug else {
      return page(FormState(values: posted, refusal: Refusal(form.refused)), status: 422)
    }
    return visit.redirect(
      to: IndicatorRoute.plan(slug.description).path,
      saying: "The plan is made. Add its priorities")
  }

  private func page(_ state: FormState, status: Int) -> Response {
    .html(
      Page(
        frame: visit.frame, title: "Make a plan", crumbs: [PlanCrumbs.plans],
        refusal: state.refusal
      ) { NewPlanPage(state: state, csrf: visit.frame.csrf) }, status: status)
  }
}

/// Reads a new plan from its form.
enum NewPlanInput {
  /// Longer than any plan runs; more years are a slip of the keys.
  static let mostYears = 10

  /// The plan; `nil` where something is refused.
  static func read(_ form: inout FormReader) -> NewPlan? {
    let text = FactsForm.read(&form)
    let first = year(&form, "first", "Enter the first year, such as 2029/30")
    let last = year(&form, "last", "Enter the last year, such as 2032/33")
    if let first, let last, !(0..<mostYears).contains(last.start - first.start) {
      form.refuse(
        "last",
        last < first
          ? "Enter a last year that is not before the first"
          : "Enter a last year within \(mostYears) years of the first")
    }
    let typed = form.optionalText("slug", limit: PlanSlug.longest)
    let slug = typed.map { PlanSlug($0) } ?? text.flatMap { PlanSlug(title: $0.title) }
    if slug == nil, text.map({ !$0.title.isEmpty }) ?? false {
      form.refuse(
        "slug", "Use small letters, digits and single hyphens, such as safer-borough-2029-33")
    }
    guard form.refused.isEmpty, let text, let first, let last, let slug else { return nil }
    return NewPlan(
      slug: slug.description, title: text.title, years: first...last, kind: .live,
      source: text.source, tolerance: text.tolerance)
  }

  private static func year(
    _ form: inout FormReader, _ field: String, _ message: String
  ) -> FinancialYear? {
    guard let year: FinancialYear = form.value(field, or: message) else { return nil }
    guard (1990...2099).contains(year.start) else {
      form.refuse(field, "Enter a year from 1990/91 to 2099/00")
      return nil
    }
    return year
  }
}

/// The form of a new plan.
struct NewPlanPage: HTML {
  let state: FormState
  let csrf: String

  var body: some HTML {
    Group {
      ErrorSummary(state.refusal)
      PageHead(
        "Make a plan", lede: "Its priorities and indicators follow, one by one or from a file.")
      PostForm(to: PlanRoute.new.path, csrf: csrf) {
        Sheet {
          FactsFields(state: state)
          TextField(
            "first", label: "First year", hint: "A financial year, such as 2029/30", in: state,
            width: .w8)
          TextField("last", label: "Last year", hint: "Such as 2032/33", in: state, width: .w8)
          TextField(
            "slug", label: "Its word in addresses and on the command line",
            hint: "Left empty it is drawn from the title. It cannot be changed later.", in: state,
            width: .w20)
          SubmitButton("Make the plan")
        }
      }
    }
  }
}
