internal import Kernel

/// Weights of harm by kind of event, as they were published or decided: dated, versioned, sourced.
///
/// A kind may be one offence with one weight, or a group of offences with the lowest and the highest
/// weight of those in it. What has no weight is left out of harm, with the reason.
struct HarmScale: Equatable, Sendable {
  /// The weight of one kind, in days of the sentence a guideline begins with.
  struct Weight: Equatable, Sendable {
    let category: String
    /// `nil` where the kind has no weight.
    let lowest: Double?
    let highest: Double?
    /// Where it comes from, or why there is none.
    let note: String
  }

  let name: String
  let version: String
  /// The day from which it is used.
  let from: Day
  let source: String
  let weights: [Weight]
  private let byCategory: [String: Weight]

  init(name: String, version: String, from: Day, source: String, weights: [Weight]) {
    self.name = name
    self.version = version
    self.from = from
    self.source = source
    self.weights = weights
    byCategory = Dictionary(
      weights.flatMap { [($0.category, $0), (Self.plain($0.category), $0)] }
    ) { first, _ in first }
  }

  /// The name and version, by which results cite it.
  var title: String { "\(name), version \(version)" }

  /// The weight of a kind in a source's words, small letters and large alike; `nil` without one.
  subscript(_ category: String) -> (lowest: Double, highest: Double)? {
    // Asked for every event: spelled as the scale spells it, a kind is found at once.
    guard let weight = byCategory[category] ?? byCategory[Self.plain(category)],
      let lowest = weight.lowest, let highest = weight.highest
    else { return nil }
    return (lowest, highest)
  }

  /// A kind as it is compared: small letters, single spaces.
  static func plain(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
  }
}
