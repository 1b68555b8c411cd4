internal import Kernel

/// What is being gathered for one force and month of one file.
final class MonthLoad {
  let force: Int32
  let month: Month
  /// The snapshot its rows belong to, once it has one.
  var snapshot: Int64 = 0
  var stored = 0
  var repeated = 0
  var disagreements = 0
  /// Rows read, repeats too, that name no LSOA.
  var unlocated = 0
  private var identifiers = FingerprintTable()
  private var cells: [UInt64: Int] = [:]
  private var outcomes: [UInt64: OutcomeCount] = [:]

  /// Rows of one snapshot: the low 24 bits of a row's id.
  static let mostRows = 1 << 24

  init(force: Int32, month: Month) {
    self.force = force
    self.month = month
  }

  /// Whether the id was met before in this force and month; the first row is the one that is kept.
  ///
  /// `content` is a hash of what else the row says, to count the repeats that disagree.
  @inline(__always)
  func isRepeat(_ identifier: UInt64, content: UInt32) -> Bool {
    guard let first = identifiers.insert(identifier, content) else { return false }
    repeated += 1
    if first != content { disagreements += 1 }
    return true
  }

  /// Counts a kept row and gives its id.
  @inline(__always)
  func keep(category: Int32, lsoa: Int32, outcome: Int32) -> Int64 {
    cells[UInt64(UInt32(category)) << 32 | UInt64(UInt32(lsoa)), default: 0] += 1
    let kind = UInt64(UInt32(category)) << 32 | UInt64(UInt32(outcome))
    outcomes[kind, default: OutcomeCount(key: kind)].add(isUnlocated: lsoa == 0)
    defer { stored += 1 }
    return snapshot << 24 | Int64(stored)
  }

  /// Its rows by category and outcome.
  var outcomeCounts: [OutcomeCount] {
    outcomes.values.sorted { ($0.category, $0.outcome) < ($1.category, $1.outcome) }
  }

  /// The cube of the snapshot, by category and then LSOA; LSOA nought is the unlocated.
  func cube() -> [CubeCell] {
    cells.map { key, count in
      CubeCell(category: Int64(key >> 32), lsoa: Int64(key & 0xFFFF_FFFF), count: count)
    }.sorted { ($0.category, $0.lsoa) < ($1.category, $1.lsoa) }
  }
}

/// How many rows of a snapshot have one category in one LSOA.
struct CubeCell: Equatable {
  let category: Int64
  let lsoa: Int64
  let count: Int
}

/// How many rows of a snapshot have one category and one outcome; outcome 0 is none recorded.
struct OutcomeCount: Equatable {
  let category: Int64
  let outcome: Int64
  private(set) var count = 0
  private(set) var unlocated = 0

  /// None yet; the key is the category × 2³² + the outcome.
  init(key: UInt64) {
    category = Int64(key >> 32)
    outcome = Int64(key & 0xFFFF_FFFF)
  }

  @inline(__always)
  mutating func add(isUnlocated: Bool) {
    count += 1
    if isUnlocated { unlocated += 1 }
  }
}
