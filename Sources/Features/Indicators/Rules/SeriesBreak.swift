import Kernel

/// A month from which a series is no longer the same measure, whatever its figures look like.
struct SeriesBreak: Hashable, Sendable {
  /// The first month counted the new way.
  let month: Month
  let kind: Kind
  /// What changed, in a plain sentence.
  let reason: String

  /// What changed.
  enum Kind: String, Sendable, CaseIterable {
    case definition
    case method
    case recording = "recording system"

    var words: String {
      switch self {
      case .definition: "The definition changed"
      case .method: "The way of counting changed"
      case .recording: "The recording system changed"
      }
    }
  }

  /// Whether figures of the two runs of months stand on different sides of it, or one holds it.
  ///
  /// A break in the first month of the earlier run parts nothing: both are counted the new way.
  func parts(_ earlier: ClosedRange<Month>, from later: ClosedRange<Month>) -> Bool {
    month > earlier.lowerBound && month <= later.upperBound
  }

  /// The break in words for a page.
  var words: String { "\(kind.words) in \(month.words): \(reason)" }
}
