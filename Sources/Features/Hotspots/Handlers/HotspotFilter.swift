internal import HTTP
internal import Kernel
internal import Partnership

/// What a page is asked for, as it stands in the address; what is wrong is shown again as typed.
struct HotspotFilter: Equatable, Sendable {
  private static let names = [
    "source", "method", "category", "from", "to", "cell", "reach", "distances", "days",
  ]
  private let texts: [String: String]

  init() { texts = [:] }

  init(_ query: Fields) {
    var texts: [String: String] = [:]
    for name in Self.names { texts[name] = query[name].flatMap { $0.isEmpty ? nil : $0 } }
    self.texts = texts
  }

  /// The query of the address; what is not asked for is left out.
  var fields: Fields {
    Fields(Self.names.compactMap { name in texts[name].map { (name, $0) } })
  }

  subscript(_ name: String) -> String? { texts[name] }

  /// The form filled in: what was typed, and the usual where nothing was.
  func filled(with usual: [String: String]) -> Fields {
    Fields(
      Self.names.compactMap { name in (texts[name] ?? usual[name]).map { (name, $0) } })
  }

  /// The parameters of a map asked for; throws what is wrong, by field.
  func parameters(_ question: HotspotQuestion) throws(Refusal) -> HotspotParameters {
    var reader = FilterReader(self)
    var asked = question.usual
    asked.method = reader.value("method", or: "Choose a method", usual: asked.method) {
      HotspotMethod(rawValue: $0)
    }
    asked.category = reader.category(of: question.categories)
    asked.months = reader.months(usual: asked.months)
    asked.cell = reader.metres("cell", such: "500", usual: asked.cell)
    asked.reach = reader.metres("reach", such: "300", usual: asked.reach)
    try reader.finish()
    try asked.check(question.source, span: question.span)
    return asked
  }

  /// The months and the kind asked for, of a page that draws no map; throws what is wrong, by field.
  func period(
    _ question: HotspotQuestion, usual: ClosedRange<Month>
  ) throws(Refusal) -> (ClosedRange<Month>, String?) {
    var reader = FilterReader(self)
    let category = reader.category(of: question.categories)
    let months = reader.months(usual: usual)
    if months.count > HotspotParameters.mostMonths {
      reader.refuse("from", "Choose \(HotspotParameters.mostMonths) months or fewer")
    } else if !months.overlaps(question.span) {
      reader.refuse("to", HotspotParameters.beyond(question.span))
    }
    try reader.finish()
    return (months, category)
  }
}

/// Where a page's events come from, and what there is to choose.
struct HotspotQuestion: Sendable {
  let sources: [EventSource]
  let source: EventSource
  let categories: [String]
  /// The months the source has.
  let span: ClosedRange<Month>
  let usual: HotspotParameters

  /// How far the source's latest month is behind a day.
  func lag(on day: Day) -> Int { max(0, day.month.index - span.upperBound.index) }
}

extension HotspotParameters {
  /// The parameters as a form shows them.
  var texts: [String: String] {
    [
      "source": source, "method": method.rawValue, "category": category ?? "",
      "from": months.lowerBound.description, "to": months.upperBound.description,
      "cell": String(Int(cell)), "reach": String(Int(reach)),
    ]
  }
}
