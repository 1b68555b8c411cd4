internal import Kernel

/// One month of a file while it is read: how many events, and their counts.
final class PartLoad {
  /// The most events of a month of one file: their ids are the part's × 2²⁴ and on.
  static let mostEvents = 1 << 24

  let month: Month
  let part: Int64
  private(set) var facts = Facts()
  private(set) var tally = PartTally()
  private var next = 0

  /// What is known of a part beside its counts.
  struct Facts: Equatable, Sendable {
    /// Events, or what the counts of a table of months add up to.
    var stored = 0
    /// Events without a place, by kind and outcome.
    fileprivate(set) var unlocatedKinds: [Kind: Int] = [:]
    /// Rows left out because their reference had come before in the file.
    var repeated = 0
    /// Of those, the ones that said something else than the first.
    var disagreements = 0
    /// Events known only to lie in an interval.
    var uncertain = 0
    /// The latest day of an event; `nil` for a source of months.
    var lastDay: Day?

    /// The category and the outcome of events; outcome 0 is none recorded.
    struct Kind: Hashable, Sendable {
      let category: Int
      let outcome: Int
    }

    /// Events without a place.
    var unlocated: Int { unlocatedKinds.values.reduce(0, +) }
  }

  init(month: Month, part: Int64) {
    self.month = month
    self.part = part
  }

  /// Keeps an event and gives the id of its row.
  func keep(_ event: CodedEvent, isLocated: Bool) throws -> Int64 {
    guard next < Self.mostEvents else { throw TooManyRows(month: month) }
    defer { next += 1 }
    facts.add(event, isLocated: isLocated)
    tally.add(event, area: event.area ?? 0)
    return part << 24 + Int64(next)
  }

  /// Keeps some events of an area.
  func keep(_ count: Int, category: Int, area: Int) {
    facts.stored += count
    if area == 0 { facts.addUnlocated(count, category: category) }
    tally.add(count, category: category, area: area)
  }

  /// Notes a row that repeated a reference.
  func repeats(_ disagrees: Bool) {
    facts.repeated += 1
    if disagrees { facts.disagreements += 1 }
  }
}

extension PartLoad.Facts {
  /// Counts events without a place.
  mutating func addUnlocated(_ count: Int, category: Int, outcome: Int = 0) {
    unlocatedKinds[Kind(category: category, outcome: outcome), default: 0] += count
  }

  /// Counts an event.
  mutating func add(_ event: CodedEvent, isLocated: Bool) {
    stored += 1
    if !isLocated { addUnlocated(1, category: event.category, outcome: event.outcome ?? 0) }
    guard let minutes = event.minutes else { return }
    if minutes.lowerBound < minutes.upperBound { uncertain += 1 }
    let day = LondonMinutes.day(minutes.lowerBound)
    lastDay = max(lastDay ?? day, day)
  }
}
