internal import Kernel
internal import Statistics

/// The counts kept of a part: by month, by week and by the hours of the week.
struct PartTally: Sendable {
  /// What a count is by; see ``ExtractSchema``.
  struct Cell: Hashable, Sendable {
    let scale: Scale
    let period: Int
    let category: Int
    /// 0 for none.
    let area: Int
    /// 0 for none, and for hours.
    let outcome: Int
  }

  /// What the period of a count is.
  enum Scale: Int, Sendable {
    case month = 0
    case week = 1
    case hour = 2
  }

  private(set) var cells: [Cell: Double] = [:]

  /// Counts an event in an area.
  ///
  /// An interval belongs to the week and month it begins in; its hours share it by their minutes.
  mutating func add(_ event: CodedEvent, area: Int) {
    add(.month, 0, event, area)
    guard let minutes = event.minutes else { return }
    let day = LondonMinutes.day(minutes.lowerBound)
    add(.week, LondonMinutes.monday(day), event, area)
    let first = LondonMinutes.ofWeek(minutes.lowerBound)
    let last = LondonMinutes.ofWeek(minutes.upperBound)
    guard last > first else {
      add(.hour, AoristicWeek.hour(of: first), event, area)
      return
    }
    for (hour, shared) in AoristicWeek.overlaps(from: first, to: last) {
      add(.hour, hour, event, area, Double(shared) / Double(last - first))
    }
  }

  /// Counts some events of a table of months.
  mutating func add(_ count: Int, category: Int, area: Int) {
    let cell = Cell(scale: .month, period: 0, category: category, area: area, outcome: 0)
    cells[cell, default: 0] += Double(count)
  }

  private mutating func add(
    _ scale: Scale, _ period: Int, _ event: CodedEvent, _ area: Int, _ weight: Double = 1
  ) {
    let cell = Cell(
      scale: scale, period: period, category: event.category, area: area,
      outcome: scale == .hour ? 0 : event.outcome ?? 0)
    cells[cell, default: 0] += weight
  }

  /// Every count in the order it is kept in.
  var ordered: [(cell: Cell, count: Double)] {
    cells.map { (cell: $0.key, count: $0.value) }.sorted { $0.cell < $1.cell }
  }
}

extension PartTally.Cell: Comparable {
  static func < (left: Self, right: Self) -> Bool {
    (left.scale.rawValue, left.period, left.category, left.area, left.outcome)
      < (right.scale.rawValue, right.period, right.category, right.area, right.outcome)
  }
}
