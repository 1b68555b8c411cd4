import Glibc
import Kernel

/// How often one kind of incident happens in the demonstration's borough, when and where.
struct IncidentKind {
  /// What draws a kind of incident to a street.
  enum Setting {
    /// People about: drink, shops, stations.
    case crowd
    /// Shops alone.
    case shops
    /// Homes.
    case homes
    /// Parked cars and bicycles.
    case kerb
  }

  let category: String
  /// A usual month's count.
  let mean: Double
  /// How much more the height of its season brings than a usual month, as a share.
  let swing: Double
  /// The month (1-12) its season is at its height.
  let peak: Int
  /// What a year changes, as a share.
  let yearly: Double
  let setting: Setting
  /// The share that belongs to the night out.
  let night: Double

  /// Whether an operation on the street prevents some of it.
  var isOnStreet: Bool { setting == .crowd }
  /// Whether one is soon followed by others nearby.
  var isRepeated: Bool { category == "Burglary" }

  static let all = [
    IncidentKind(
      category: "Anti-social behaviour", mean: 520, swing: 0.22, peak: 7, yearly: -0.04,
      setting: .crowd, night: 0.35),
    IncidentKind(
      category: "Violence and sexual offences", mean: 480, swing: 0.08, peak: 7, yearly: 0.01,
      setting: .crowd, night: 0.45),
    IncidentKind(
      category: "Vehicle crime", mean: 190, swing: 0.06, peak: 11, yearly: -0.05, setting: .kerb,
      night: 0),
    IncidentKind(
      category: "Other theft", mean: 150, swing: 0.07, peak: 6, yearly: 0, setting: .crowd,
      night: 0.2),
    IncidentKind(
      category: "Burglary", mean: 140, swing: 0.15, peak: 12, yearly: -0.06, setting: .homes,
      night: 0),
    IncidentKind(
      category: "Public order", mean: 130, swing: 0.14, peak: 7, yearly: 0.02, setting: .crowd,
      night: 0.5),
    IncidentKind(
      category: "Criminal damage and arson", mean: 120, swing: 0.08, peak: 8, yearly: -0.02,
      setting: .homes, night: 0.1),
    IncidentKind(
      category: "Shoplifting", mean: 110, swing: 0.08, peak: 12, yearly: 0.08, setting: .shops,
      night: 0),
    IncidentKind(
      category: "Drugs", mean: 90, swing: 0.05, peak: 5, yearly: 0, setting: .crowd, night: 0.3),
    IncidentKind(
      category: "Theft from the person", mean: 60, swing: 0.15, peak: 12, yearly: 0.03,
      setting: .crowd, night: 0.55),
    IncidentKind(
      category: "Robbery", mean: 45, swing: 0.1, peak: 11, yearly: -0.03, setting: .crowd,
      night: 0.4),
    IncidentKind(
      category: "Bicycle theft", mean: 40, swing: 0.35, peak: 8, yearly: -0.08, setting: .kerb,
      night: 0),
    IncidentKind(
      category: "Other crime", mean: 30, swing: 0, peak: 1, yearly: 0, setting: .homes, night: 0),
    IncidentKind(
      category: "Possession of weapons", mean: 15, swing: 0.05, peak: 6, yearly: 0,
      setting: .crowd, night: 0.4),
  ]

  /// The count of a month: season, trend, and the scatter of a Poisson count (as a normal one).
  func count(in month: Month, after first: Month, _ generator: inout SeededGenerator) -> Int {
    let season = 1 + swing * cos(2 * .pi * Double(month.number - peak) / 12)
    let trend = 1 + yearly * Double(month.index - first.index) / 12
    let expected = mean * season * trend
    return max(0, Int((expected + expected.squareRoot() * normal(&generator)).rounded()))
  }
}

/// A normal draw of mean 0 and deviation 1 (Box & Muller 1958, doi:10.1214/aoms/1177706645).
func normal(_ generator: inout SeededGenerator) -> Double {
  let radius = sqrt(
    -2 * log(Double.random(in: Double.leastNonzeroMagnitude..<1, using: &generator)))
  return radius * cos(2 * .pi * Double.random(in: 0..<1, using: &generator))
}
