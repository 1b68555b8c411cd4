/// The counts of one snapshot by category, area and outcome.
struct DivisionTally: Sendable {
  private var counts: [UInt64: Int] = [:]
  /// Rows inside an area of the division, and those of them whose own LSOA code it does not have;
  /// counted for divisions of LSOAs alone.
  private(set) var fit: (inside: Int, strange: Int)?

  /// One count kept.
  struct Cell: Equatable {
    let category: Int
    let area: Int
    let outcome: Int
    var count: Int
  }

  /// Counts incidents.
  @inline(__always)
  mutating func add(category: Int, area: Int32, outcome: Int, count: Int = 1) {
    let key =
      UInt64(category) << 48 | UInt64(UInt32(area + 1)) << 16 | UInt64(truncatingIfNeeded: outcome)
    counts[key, default: 0] += count
  }

  /// Notes whether rows inside an area name a code of the division.
  mutating func note(strange: Int, of inside: Int) { fit = (inside, strange) }

  /// By category, area and then outcome.
  var cells: [Cell] {
    counts.sorted { $0.key < $1.key }.map { key, count in
      Cell(
        category: Int(key >> 48), area: Int(key >> 16 & 0xFFFF_FFFF) - 1,
        outcome: Int(key & 0xFFFF), count: count)
    }
  }

  /// The same cells with their categories added up, by outcome and then area.
  static func withoutCategories(_ cells: [Cell]) -> [Cell] {
    var counts: [UInt64: Int] = [:]
    for cell in cells {
      let key = UInt64(cell.outcome) << 32 | UInt64(UInt32(cell.area + 1))
      counts[key, default: 0] += cell.count
    }
    return counts.sorted { $0.key < $1.key }.map { key, count in
      Cell(
        category: 0, area: Int(key & 0xFFFF_FFFF) - 1, outcome: Int(key >> 32), count: count)
    }
  }

  /// The same cells with their outcomes added up.
  static func withoutOutcomes(_ cells: [Cell]) -> [Cell] {
    var whole: [Cell] = []
    for cell in cells {
      if let last = whole.last, last.category == cell.category, last.area == cell.area {
        whole[whole.count - 1].count += cell.count
      } else {
        whole.append(
          Cell(category: cell.category, area: cell.area, outcome: 0, count: cell.count))
      }
    }
    return whole
  }
}
