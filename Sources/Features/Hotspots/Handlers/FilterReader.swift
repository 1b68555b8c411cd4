internal import HTTP
internal import Kernel

/// Reads the fields of a filter one after another and gathers what is wrong with them.
struct FilterReader {
  private let filter: HotspotFilter
  private var refused: [Refusal.Entry] = []

  init(_ filter: HotspotFilter) { self.filter = filter }

  /// A field's value, or the usual one where it is empty or wrong.
  mutating func value<Value>(
    _ name: String, or message: String, usual: Value, _ value: (String) -> Value?
  ) -> Value {
    guard let text = filter[name] else { return usual }
    if let value = value(text) { return value }
    refuse(name, message)
    return usual
  }

  mutating func refuse(_ field: String, _ message: String) {
    refused.append(.init(field: field, message: message))
  }

  /// A kind of a source; `nil` for all of them.
  mutating func category(of categories: [String]) -> String? {
    value("category", or: "Choose a kind of the list", usual: nil) { text in
      categories.contains(text) ? .some(text) : nil
    }
  }

  /// The months from `from` to `to`; as many as usual where only the last is given.
  mutating func months(usual: ClosedRange<Month>) -> ClosedRange<Month> {
    let month = { (text: String) in Month(text) }
    let last = value("to", or: "Enter a month such as 2026-09", usual: usual.upperBound, month)
    let first = value(
      "from", or: "Enter a month such as 2026-07", usual: last.adding(months: 1 - usual.count),
      month)
    if first > last {
      refuse("to", "The last month must not be before the first")
      return usual
    }
    return first...last
  }

  mutating func metres(_ name: String, such: String, usual: Double) -> Double {
    value(name, or: "Enter metres, such as \(such)", usual: usual) { text in
      Double(text).flatMap { $0.isFinite ? $0 : nil }
    }
  }

  /// Throws what was wrong.
  func finish() throws(Refusal) {
    guard refused.isEmpty else { throw Refusal(refused) }
  }
}
