/// What an import did, in numbers.
struct ImportCounts: Equatable, Sendable {
  /// Street files read or known already.
  var files = 0
  /// Rows of those files.
  var read = 0
  /// Rows now in the store that were not before.
  var stored = 0
  /// Rows of files whose content the store had already.
  var alreadyKnown = 0
  /// Rows whose id was met before in the same force and month.
  var repeated = 0
  /// Repeats that do not say the same as the first row of their id.
  var disagreements = 0
  /// Rows that name no LSOA.
  var unlocated = 0
  /// Rows that could not be kept.
  var refused = 0
  /// Files that are not street files.
  var ignored = 0
  /// Snapshots of a force and month that gave way to those of this import.
  var replaced = 0
  /// Months that were stored and do not count, since better ones are there.
  var setAside: [MonthSetAside] = []

  /// What was set aside, for a person: the first of the months, and how many more.
  var setAsideWords: String {
    let shown = setAside.prefix(10).map(\.words)
    let rest = setAside.count - shown.count
    return (shown + (rest > 0 ? ["So do \(rest) further months."] : [])).joined(separator: " ")
  }
}

/// What one street file held.
struct FileCounts: Equatable, Sendable {
  var read = 0
  var stored = 0
  var repeated = 0
  var disagreements = 0
  var unlocated = 0
  var refused = 0
}

extension FileCounts {
  /// The counts of a file from what was gathered of it.
  init(_ result: StreetFileLoad.Result, _ loads: [MonthLoad]) {
    read = result.read
    refused = result.refused
    for load in loads {
      stored += load.stored
      repeated += load.repeated
      disagreements += load.disagreements
      unlocated += load.unlocated
    }
  }
}

extension ImportCounts {
  /// Counts a file whose rows were stored.
  mutating func add(stored file: FileCounts) {
    add(file)
    stored += file.stored
  }

  /// Counts a file whose content was known.
  mutating func add(known file: FileCounts) {
    add(file)
    alreadyKnown += file.stored
  }

  private mutating func add(_ file: FileCounts) {
    files += 1
    read += file.read
    repeated += file.repeated
    disagreements += file.disagreements
    unlocated += file.unlocated
    refused += file.refused
  }
}
