internal import Kernel
internal import Partnership

/// A ground in law with the days between which it is law, as the book of grounds keeps it.
struct DatedGround: Sendable {
  let ground: ShareGround
  let version: Int
  /// The first day in force; `nil` while that is not known.
  let from: Day?
  let through: Day?
  let isShipped: Bool

  func isInForce(on day: Day) -> Bool {
    guard let from, from <= day else { return false }
    return through.map { $0 >= day } ?? true
  }

  var datesInWords: String {
    guard let from else { return "Check commencement" }
    guard let through else { return "From \(from.words)" }
    return "\(from.words) to \(through.words)"
  }
}
