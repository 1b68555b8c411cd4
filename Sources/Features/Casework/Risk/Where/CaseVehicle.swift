internal import Kernel

/// A vehicle of a case; its registration mark is sealed, and found again by a keyed hash.
struct CaseVehicle: Sendable {
  let id: ID<CaseVehicle>
  let addedAt: Instant
  let content: Sensitive<Content>
  /// The other cases that have it.
  var others: [Reference] = []

  struct Content: Codable, Equatable, Sendable {
    /// In capitals, without spaces.
    var mark = ""
    /// Make, colour, what it has to do with the case.
    var words = ""
  }
}
