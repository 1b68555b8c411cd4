internal import Kernel
internal import Partnership

/// A month from which a force records otherwise than before: figures on its two sides do not compare.
///
/// Known breaks are dated data with their source; more are added here as forces announce them.
struct RecordingBreak: Equatable, Sendable {
  /// The force, as the files spell it.
  let force: String
  /// The first month under the new way.
  let month: Month
  /// What changed.
  let change: String
  /// Where it is announced.
  let source: String

  /// The change in a sentence, for pages that draw or count across it.
  var words: String {
    "\(self.force): from \(month.words) \(change). Months before and after do not compare."
  }

  /// As the files spell it.
  static let metropolitan = "Metropolitan Police Service"

  static let known = [
    RecordingBreak(
      force: metropolitan, month: Month(index: 2024 * 12 + 1),
      change: "the force began to record crime in another system (CONNECT)",
      source: "Metropolitan Police, monthly crime data: notes on the change of February 2024")
  ]

  /// The breaks of some forces, for analysis of their events.
  static func events(of forces: [String]) -> [EventBreak] {
    known.filter { forces.contains($0.force) }.map { EventBreak($0.month.firstDay, $0.change) }
  }

  /// The breaks that lie between two months: after the earlier, up to the later.
  static func between(_ earlier: Month, _ later: Month, of forces: [String]) -> [RecordingBreak] {
    known.filter { forces.contains($0.force) && earlier < $0.month && $0.month <= later }
  }
}
