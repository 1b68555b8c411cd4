internal import Glibc
internal import Kernel

/// How often one kind of incident happens in the demonstration's borough, and when.
struct IncidentKind {
  let category: String
  /// A usual month's count.
  let mean: Double
  /// How much more the height of its season brings than a usual month, as a share.
  let swing: Double
  /// The month (1-12) its season is at its height.
  let peak: Int
  /// What a year changes, as a share.
  let yearly: Double

  static let all = [
    IncidentKind(
      category: CrimeCategory.antisocial, mean: 520, swing: 0.22, peak: 7, yearly: -0.04),
    IncidentKind(
      category: "Violence and sexual offences", mean: 480, swing: 0.08, peak: 7, yearly: 0.01),
    IncidentKind(category: "Vehicle crime", mean: 190, swing: 0.06, peak: 11, yearly: -0.05),
    IncidentKind(category: "Other theft", mean: 150, swing: 0.07, peak: 6, yearly: 0),
    IncidentKind(category: CrimeCategory.burglary, mean: 140, swing: 0.15, peak: 12, yearly: -0.06),
    IncidentKind(category: "Public order", mean: 130, swing: 0.14, peak: 7, yearly: 0.02),
    IncidentKind(
      category: "Criminal damage and arson", mean: 120, swing: 0.08, peak: 8, yearly: -0.02),
    IncidentKind(category: "Shoplifting", mean: 110, swing: 0.08, peak: 12, yearly: 0.08),
    IncidentKind(category: "Drugs", mean: 90, swing: 0.05, peak: 5, yearly: 0),
    IncidentKind(category: "Theft from the person", mean: 60, swing: 0.15, peak: 12, yearly: 0.03),
    IncidentKind(category: "Robbery", mean: 45, swing: 0.1, peak: 11, yearly: -0.03),
    IncidentKind(category: "Bicycle theft", mean: 40, swing: 0.35, peak: 8, yearly: -0.08),
    IncidentKind(category: "Other crime", mean: 30, swing: 0, peak: 1, yearly: 0),
    IncidentKind(category: "Possession of weapons", mean: 15, swing: 0.05, peak: 6, yearly: 0),
  ]

  /// The count of a month: season, trend, and the scatter of a Poisson count (as a normal one).
  func count(in month: Month, after first: Month, _ generator: inout SeededGenerator) -> Int {
    let season = 1 + swing * cos(2 * .pi * Double(month.number - peak) / 12)
    let trend = 1 + yearly * Double(month.index - first.index) / 12
    let expected = mean * season * trend
    let radius = sqrt(
      -2 * log(Double.random(in: Double.leastNonzeroMagnitude..<1, using: &generator)))
    let normal = radius * cos(2 * .pi * Double.random(in: 0..<1, using: &generator))
    return max(0, Int((expected + expected.squareRoot() * normal).rounded()))
  }

  /// What became of a crime.
  func outcome(_ generator: inout SeededGenerator) -> String {
    switch Int.random(in: 0..<100, using: &generator) {
    case ..<46: "Investigation complete; no suspect identified"
    case ..<74: "Unable to prosecute suspect"
    case ..<86: "Under investigation"
    case ..<92: "Awaiting court outcome"
    case ..<96: "Local resolution"
    default: "Offender given a caution"
    }
  }
}
