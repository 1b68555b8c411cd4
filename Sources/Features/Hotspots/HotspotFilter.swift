internal import HTTP
internal import Kernel
internal import Partnership

/// What a map is asked for, as it stands in the address; what is wrong is shown again as typed.
struct HotspotFilter: Equatable, Sendable {
  private static let names = ["source", "method", "category", "from", "to", "cell", "reach"]
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
  func filled(with usual: HotspotParameters) -> Fields {
    let usually = [
      "source": usual.source, "method": usual.method.rawValue,
      "from": usual.months.lowerBound.description, "to": usual.months.upperBound.description,
      "cell": String(Int(usual.cell)), "reach": String(Int(usual.reach)),
    ]
    return Fields(
      Self.names.compactMap { name in (texts[name] ?? usually[name]).map { (name, $0) } })
  }

  /// The parameters asked for; throws what is wrong, by field.
  func parameters(
    _ usual: HotspotParameters, _ source: EventSource, categories: [String]
  ) throws(Refusal) -> HotspotParameters {
    var refused: [Refusal.Entry] = []
    func read<Value>(
      _ name: String, _ message: String, _ usual: Value, _ value: (String) -> Value?
    ) -> Value {
      guard let text = texts[name] else { return usual }
      if let value = value(text) { return value }
      refused.append(.init(field: name, message: message))
      return usual
    }
    var asked = usual
    asked.method = read("method", "Choose a method", usual.method) { HotspotMethod(rawValue: $0) }
    asked.category = read("category", "Choose a kind of the list", nil) { text in
      categories.contains(text) ? .some(text) : nil
    }
    let month = { (text: String) in Month(text) }
    let last = read(
      "to", "Enter a month such as 2026-09", usual.months.upperBound, month)
    let first = read(
      "from", "Enter a month such as 2026-07", last.adding(months: 1 - usual.months.count), month)
    if first > last {
      refused.append(.init(field: "to", message: "The last month must not be before the first"))
    } else {
      asked.months = first...last
    }
    let metres = { (text: String) in Double(text).flatMap { $0.isFinite ? $0 : nil } }
    asked.cell = read("cell", "Enter metres, such as 500", usual.cell, metres)
    asked.reach = read("reach", "Enter metres, such as 300", usual.reach, metres)
    do { if refused.isEmpty { try asked.check(source) } } catch { refused += error.entries }
    guard refused.isEmpty else { throw Refusal(refused) }
    return asked
  }
}
