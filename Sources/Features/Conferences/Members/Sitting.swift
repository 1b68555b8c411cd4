internal import Access
internal import Kernel

/// Somebody in their seat: what every page of a conference is asked with.
struct Sitting: Sendable {
  let kind: ConferenceKind
  let seat: Seat
  let account: ID<Account>
  let organisation: ID<Organisation>

  func may(_ right: ConferenceRight) -> Bool { ConferencePolicy.allows(right, seat) }

  /// Throws a 404 unless the seat may.
  func require(_ right: ConferenceRight) throws(ConferencesProblem) {
    guard may(right) else { throw .notFound }
  }
}
