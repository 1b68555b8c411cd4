internal import Kernel
internal import Statistics

/// Areas held against each other by the rate of what happens in them, allowing for their size and
/// for what areas differ by anyway.
struct Comparison: Sendable {
  /// One area.
  struct Area: Hashable, Sendable {
    let code: String
    let name: String
    let events: Int
    let people: Int
  }

  /// Fewer areas do not show what areas differ by.
  static let fewest = 5
  static let most = 1_000

  /// What is compared, in words: kind, source and months, or the file.
  let about: String
  let areas: [Area]
  let funnel: FunnelPlot

  /// `nil` without an area that has people.
  init?(_ areas: [Area], about: String) {
    guard
      let funnel = FunnelPlot(
        rates: areas.map(\.events), over: areas.map { Double($0.people) },
        overdispersion: .additive)
    else { return nil }
    self.about = about
    self.areas = areas
    self.funnel = funnel
  }

  /// An area with where it stands.
  struct Line: Sendable {
    let area: Area
    /// Events a thousand people; `nil` without people.
    let rate: Double?
    let limits: ConfidenceInterval?
    let standing: FunnelPlot.Standing?
  }

  static let thousand = 1_000.0

  /// By name, since there is no ranking.
  var lines: [Line] {
    zip(areas, funnel.points).map { area, point in
      Line(
        area: area, rate: point.map { $0.value * Self.thousand },
        limits: point?.outer.scaled(by: Self.thousand), standing: point?.standing)
    }.sorted { ($0.area.name, $0.area.code) < ($1.area.name, $1.area.code) }
  }

  var headline: String {
    let above = lines.filter { $0.standing == .farAbove }.map(\.area.name)
    let below = lines.filter { $0.standing == .farBelow }.map(\.area.name)
    if above.isEmpty, below.isEmpty { return "No area lies outside what such areas differ by" }
    let parts = [
      above.isEmpty ? nil : "above the limits: \(above.joined(separator: ", "))",
      below.isEmpty ? nil : "below them: \(below.joined(separator: ", "))",
    ].compactMap(\.self)
    let words = parts.joined(separator: "; ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}

extension FunnelPlot.Standing {
  var words: String {
    switch self {
    case .farBelow: "Below the limits"
    case .below: "Low, could be chance"
    case .within: "Within"
    case .above: "High, could be chance"
    case .farAbove: "Above the limits"
    }
  }
}
