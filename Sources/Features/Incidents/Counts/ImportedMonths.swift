internal import Kernel

/// Which of the months asked for have been imported, and of how many of the forces.
struct ImportedMonths: Equatable {
  let asked: ClosedRange<Month>
  /// The first and last that were imported; `nil` where none was.
  let span: ClosedRange<Month>?
  /// Those between the two that were not.
  let missing: [Month]
  /// Those that were imported of some of the forces only.
  let partial: [Month]

  /// Months named one by one; more are only counted.
  private static let mostNamed = 12

  /// Sorts months by how many forces were imported of each; `all` is how many there are.
  init(asked: ClosedRange<Month>, forces: [Month: Int], all: Int) {
    self.asked = asked
    guard let first = forces.keys.min(), let last = forces.keys.max() else {
      (span, missing, partial) = (nil, [], [])
      return
    }
    span = first...last
    missing = (first...last).filter { forces[$0] == nil }
    partial = (first...last).filter { month in forces[month].map { $0 < all } ?? false }
  }

  /// What is to be known of them; nothing where all were imported.
  var words: [String] {
    guard let span else { return ["None of these months has been imported."] }
    var words: [String] = []
    if span != asked {
      words.append("Imported: \(span.lowerBound.words) to \(span.upperBound.words).")
    }
    if !missing.isEmpty { words.append("Not imported: \(Self.list(missing)).") }
    if !partial.isEmpty { words.append("Not imported of every force: \(Self.list(partial)).") }
    return words
  }

  private static func list(_ months: [Month]) -> String {
    months.count > mostNamed
      ? "\(months.count) months" : months.map(\.words).joined(separator: ", ")
  }
}
