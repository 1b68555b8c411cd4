internal import Kernel

/// Turns the events of a source's files into rows, a batch at a time, and tells the new from the
/// known.
///
/// A row is known by its reference, or else by what it says and how often it was said before in its
/// file. One that is known and says the same is left alone; one that says something else takes the
/// place of the earlier.
final class ExtractEncoder {
  /// Finds events by their identities: the id and content of the newest of each.
  typealias Lookup = ([UInt64]) throws -> [UInt64: (id: Int64, event: CodedEvent)]

  private let mapping: Mapping
  private let words: ExtractWords
  private let lookup: Lookup
  private var newPart: (Month) throws -> Int64 = { _ in 0 }
  private var pending: [ExtractEvent] = []
  private var seen = FingerprintTable()
  private var loads: [Month: PartLoad] = [:]
  /// What the present file held, and what of it was new.
  private(set) var counts = Counts()
  /// Rows that give way to newer ones.
  private(set) var replaced: [Int64] = []

  /// The rows of a file by what became of them.
  struct Counts: Equatable, Sendable {
    var stored = 0
    var alreadyKnown = 0
    var replaced = 0
    var repeated = 0
    var disagreements = 0
    var unlocated = 0
  }

  init(_ mapping: Mapping, _ words: ExtractWords, lookup: @escaping Lookup) {
    self.mapping = mapping
    self.words = words
    self.lookup = lookup
  }

  /// Begins a file; `newPart` makes a month of it and gives its id.
  func begin(newPart: @escaping (Month) throws -> Int64) {
    self.newPart = newPart
    seen = FingerprintTable()
    loads = [:]
    counts = Counts()
  }

  /// The months of the present file, earliest first.
  var parts: [PartLoad] { loads.values.sorted { $0.month < $1.month } }

  /// Whether there is enough to be written.
  var isFull: Bool { pending.count >= ExtractBatch.size }

  /// Takes up the next event of the file.
  func take(_ event: ExtractEvent) {
    var event = event
    if event.reference.isEmpty {
      let number = seen.count(event.identity)
      event.identity = IdentityHash.repeated(event.identity, Int(number))
    } else if let first = seen.insert(event.identity, event.content) {
      counts.repeated += 1
      if first != event.content { counts.disagreements += 1 }
      loads[event.month]?.repeats(first != event.content)
      return
    }
    pending.append(event)
  }

  /// Takes up a row of a table of months.
  func take(_ row: MonthsRow) throws {
    counts.stored += 1
    if row.area.isEmpty { counts.unlocated += 1 }
    let category = try words.number(of: row.category, .category)
    let area = try words.optionalNumber(of: row.area, .area) ?? 0
    for (month, count) in row.counts {
      try load(month).keep(count, category: category, area: area)
    }
  }

  /// Hands over what is new of the events taken up, and begins the next batch.
  func takeBatch() throws -> ExtractBatch {
    var batch = ExtractBatch()
    let known = try pending.isEmpty ? [:] : lookup(pending.map(\.identity))
    for event in pending {
      let coded = try CodedEvent(event, identity: event.identity, words)
      let isLocated = coded.isLocated(by: mapping)
      if !isLocated { counts.unlocated += 1 }
      if let before = known[event.identity] {
        if coded.says(before.event) {
          counts.alreadyKnown += 1
          continue
        }
        counts.replaced += 1
        replaced.append(before.id)
      }
      counts.stored += 1
      let id = try load(coded.month).keep(coded, isLocated: isLocated)
      batch.events.append((id, coded))
    }
    pending.removeAll(keepingCapacity: true)
    batch.words = words.takeNew()
    return batch
  }

  private func load(_ month: Month) throws -> PartLoad {
    if let load = loads[month] { return load }
    let load = PartLoad(month: month, part: try newPart(month))
    loads[month] = load
    return load
  }
}

extension ExtractEvent {
  /// A hash of all it says of what happened, to tell whether a repeated reference disagrees.
  fileprivate var content: UInt32 {
    var hash = IdentityHash(category)
    hash.add(
      "\(month) \(minutes.map { "\($0)" } ?? "") \(place.map { "\($0.x) \($0.y)" } ?? "")".utf8)
    for word in [area, location, outcome] { hash.add(word.utf8) }
    return UInt32(truncatingIfNeeded: hash.value)
  }
}
