internal import Access
internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

/// What a person states of an intervention, read from a form's fields or a command's options.
struct InterventionForm {
  let name: String
  let months: ClosedRange<Month>
  let category: String?
  let target: AreaName
  let control: AreaName
  let buffer: Double

  /// Reads the fields; throws what is wrong, by field.
  init(_ fields: Fields, _ question: HotspotQuestion) throws(Refusal) {
    var form = FormReader(fields)
    name = form.text("name", or: "Enter what it is called", limit: 80)
    let first: Month? = form.value("from", or: "Enter a month such as 2026-07")
    let last: Month? = form.value("to", or: "Enter a month such as 2026-09")
    if let first, let last, first > last {
      form.refuse("to", "The last month must not be before the first")
    }
    let category = form.optionalText("category")
    if let category, !question.categories.contains(category) {
      form.refuse("category", "Choose a kind of the list")
    }
    self.category = category
    let metres: Double? = form.value("buffer", or: "Enter metres, such as 300")
    let target = Self.area("target", fields, &form)
    let control = Self.area("control", fields, &form)
    try form.finish()
    guard let first, let last, let metres, let target, let control else { throw Refusal([]) }
    months = first...last
    buffer = metres
    self.target = target
    self.control = control
  }

  /// The area chosen from the list, or the circle typed beside it.
  private static func area(_ field: String, _ fields: Fields, _ form: inout FormReader) -> AreaName?
  {
    let circle = "\(field)-circle"
    if let chosen = form.optionalText(field) {
      if let name = AreaName(chosen) { return name }
      form.refuse(field, "Choose an area of the list")
    } else if let typed = form.optionalText(circle) {
      if case .circle? = AreaName(typed) { return AreaName(typed) }
      form.refuse(circle, "Enter a circle such as 459200,312400,350; radius 50 to 5000")
    } else {
      form.refuse(field, "Choose an area, or give a circle")
    }
    return nil
  }

  /// The intervention, its areas found; throws what makes it unfit to be judged, by field.
  func intervention(
    _ question: HotspotQuestion, by account: ID<Account>?, at now: Instant,
    _ areas: AreaDirectory, _ read: Read
  ) throws -> Intervention {
    func found(_ field: String, _ name: AreaName) throws -> StatedArea {
      guard let area = try name.find(areas, read) else {
        throw Refusal(field, "There is no such area: choose one of the list")
      }
      return area
    }
    let intervention = Intervention(
      name: name, source: question.source.key, category: category, months: months,
      target: try found("target", target), buffer: buffer,
      control: try found("control", control), account: account, statedAt: now)
    try intervention.check(question.source, span: question.span)
    return intervention
  }
}
