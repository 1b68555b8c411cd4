internal import HTTP
internal import Kernel
internal import Partnership

/// Reads the question from what was asked for, and gathers what is wrong with it, by field.
struct CountsReading {
  private let filter: CountsFilter
  private let choices: CountsChoices
  private let source: CountSource
  private var refused: [Refusal.Entry] = []

  /// The word that asks for incidents without an outcome.
  static let noOutcome = "none"

  init(_ filter: CountsFilter, _ choices: CountsChoices, _ source: CountSource) {
    (self.filter, self.choices, self.source) = (filter, choices, source)
  }

  /// The question, its areas not found yet; throws what is wrong with it, by field.
  mutating func query() throws(Refusal) -> CountQuery {
    var query = CountQuery(by: dimensions())
    query.source = source
    _ = choice("source", of: choices.sources.map(\.key), "Choose a source of the list")
    (query.from, query.to) = months()
    query.category = choice("category", of: choices.categories, "Choose a kind of the list")
    query.outcome = choice(
      "outcome", of: choices.outcomes + [Self.noOutcome], "Choose an outcome of the list")
    if query.outcome == Self.noOutcome { query.outcome = "" }
    _ = choice("force", of: choices.forces, "Choose a force of the list")
    query.order = filter.order
    if query.isByHours, query.outcome != nil {
      refuse("outcome", CountRules.hoursHaveNoOutcome)
    }
    if let per = filter["per"], RateBasis(rawValue: per) == nil {
      refuse("per", "Choose people or households")
    }
    if let text = filter["edition"], Int(text) == nil {
      refuse("edition", "Enter a year such as 2022")
    }
    guard refused.isEmpty else { throw Refusal(refused) }
    return query
  }

  private mutating func refuse(_ field: String, _ message: String) {
    refused.append(.init(field: field, message: message))
  }

  private mutating func choice(
    _ field: String, of known: [String], _ message: String
  ) -> String? {
    guard let text = filter[field] else { return nil }
    if !known.contains(text) { refuse(field, message) }
    return text
  }

  private mutating func months() -> (from: Month, to: Month) {
    let (from, to) = (month("from"), month("to"))
    let last = to ?? choices.latest
    let first = from ?? CountsFilter.usualFirst(last)
    if first > last { refuse("to", "The last month must not be before the first") }
    return (first, last)
  }

  private mutating func month(_ field: String) -> Month? {
    guard let text = filter[field] else { return nil }
    let month = Month(text)
    if month == nil { refuse(field, "Enter a month such as 2026-01") }
    return month
  }

  private mutating func dimensions() -> [CountDimension] {
    var by: [CountDimension] = []
    for field in CountsFilter.dimensionNames {
      let usual = field == "by" ? CountDimension.month.rawValue : nil
      guard let text = filter[field] ?? usual else { continue }
      guard let dimension = CountDimension(rawValue: text) else {
        refuse(field, "Choose what to count by from the list")
        continue
      }
      if let reason = reason(against: dimension, after: by) {
        refuse(field, reason)
      } else {
        by.append(dimension)
      }
    }
    return by
  }

  /// Why a dimension cannot stand after others; `nil` where it can.
  private func reason(against dimension: CountDimension, after by: [CountDimension]) -> String? {
    if by.contains(dimension) { return "Choose something else than before" }
    if let reason = CountRules.reason(against: dimension, after: by, of: source) { return reason }
    // The police name LSOAs themselves.
    guard let kind = dimension.areaKind, kind != .lsoa || source.mapping != nil,
      !choices.editions.contains(where: { $0.kind == kind })
    else { return nil }
    return
      "There are no \(dimension.plural) to count by. Choose something else, or import boundaries"
  }
}
