internal import Kernel
internal import Partnership

/// A ground in law with the days between which it is law, as the book of grounds keeps it.
struct DatedGround: DatedLaw, Sendable {
  let ground: ShareGround
  let version: Int
  /// The first day in force; `nil` while that is not known.
  let from: Day?
  let through: Day?
  let isShipped: Bool
}
