internal import Geography
internal import Partnership

/// A place that stands out: cells that touch, or a cluster of incidents.
struct Hotspot: Equatable, Codable, Sendable {
  /// `A` for the one with the most incidents, then `B`, …, `Z`, `AA`.
  var letter: String
  /// The cells it covers, or that the incidents of a cluster lie in; lowest first.
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
  /// In which periods up to the map's own it stood out.
  var cycle = LifeCycle(stood: [true])

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
