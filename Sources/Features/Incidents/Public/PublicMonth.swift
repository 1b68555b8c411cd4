internal import Kernel
internal import Statistics

/// One month of a source as the public is shown it: by ward and kind, small counts hidden.
struct PublicMonth: Equatable, Sendable {
  let source: String
  let month: Month
  /// The edition of the wards.
  let edition: Int
  /// When the source's files were made.
  let asOf: Day
  /// Whether no small count can be worked out; where one can, nothing of the month is shown.
  let isSafe: Bool
  /// Every ward and kind, and the totals of each and of all; none where the month is not safe.
  let cells: [PublicCell]

  /// The ward or kind that stands for all together.
  static let all = ""

  /// Counts of 1 to 4 are hidden, and others where the totals would give one away.
  ///
  /// Wards and kinds without an incident are counted 0 and shown so.
  init(
    source: String, month: Month, edition: Int, asOf: Day, wards: [String], categories: [String],
    counts: [String: [String: Int]]
  ) {
    (self.source, self.month, self.edition, self.asOf) = (source, month, edition, asOf)
    let rows = wards.map { ward in categories.map { counts[ward]?[$0] ?? 0 } }
    let controlled = CountTable(rows).map { Suppression().applied(to: $0) }
    isSafe = controlled?.revealed.isEmpty ?? true
    guard let controlled, isSafe else {
      cells = []
      return
    }
    let reasons = Dictionary(controlled.log.map { ($0.place, $0.reason) }) { first, _ in first }
    cells = Self.places(wards, categories).map { ward, category, place in
      PublicCell(
        ward: ward, category: category, count: controlled[place],
        reason: reasons[place].map(PublicCell.Reason.init))
    }
  }

  init(
    source: String, month: Month, edition: Int, asOf: Day, isSafe: Bool, cells: [PublicCell]
  ) {
    (self.source, self.month, self.edition, self.asOf) = (source, month, edition, asOf)
    (self.isSafe, self.cells) = (isSafe, cells)
  }

  /// Where the counts of each ward and kind, and their totals, stand in the table.
  private static func places(
    _ wards: [String], _ categories: [String]
  ) -> [(ward: String, category: String, place: CountTable.Place)] {
    var places: [(String, String, CountTable.Place)] = []
    for (row, ward) in wards.enumerated() {
      for (column, category) in categories.enumerated() {
        places.append((ward, category, .cell(row: row, column: column)))
      }
      places.append((ward, all, .rowTotal(row)))
    }
    for (column, category) in categories.enumerated() {
      places.append((all, category, .columnTotal(column)))
    }
    places.append((all, all, .grandTotal))
    return places
  }
}

/// One count as the public is shown it.
struct PublicCell: Equatable, Sendable {
  let ward: String
  let category: String
  /// `nil` where it is hidden.
  let count: Int?
  /// Why it is hidden, which stays inside; `nil` where it is shown.
  let reason: Reason?

  /// Why a count is hidden.
  enum Reason: String, Sendable {
    /// It is 1 to 4.
    case small
    /// Another that is could be worked out from it.
    case protecting

    init(_ reason: ControlledTable.Reason) {
      switch reason {
      case .small: self = .small
      case .protecting: self = .protecting
      }
    }

    /// In words, for those who work here.
    var words: String {
      switch self {
      case .small: "1 to 4"
      case .protecting: "protects a smaller one"
      }
    }
  }
}
