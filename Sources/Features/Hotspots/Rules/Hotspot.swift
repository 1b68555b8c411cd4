internal import Geography

/// A place that stands out: cells that touch, or a cluster of incidents.
struct Hotspot: Equatable, Sendable {
  /// `A` for the one with the most incidents, then `B`, …, `Z`, `AA`.
  let letter: String
  /// The cells it covers, lowest first; none for a cluster.
  let cells: [Int]
  /// The middle of it.
  let centre: GridPoint
  /// How far its incidents reach from the middle, metres.
  let radius: Double
  let count: Int
  /// Incidents of the same cells in as many months before; `nil` for a cluster.
  let before: Int?
  /// The highest score of its cells: z of Gi\*, or incidents a square kilometre.
  let peak: Double?
  /// The least probability of a cell under chance; `nil` where the method has none.
  let chance: Double?
  /// The wards it lies in, by name.
  let wards: [String]

  /// The letter of a place in the list, from nought.
  static func letter(_ index: Int) -> String {
    var (rest, letters) = (index, "")
    repeat {
      letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
      rest = rest / 26 - 1
    } while rest >= 0
    return letters
  }
}
