internal import Database
internal import Kernel

/// What one case has to do with another.
struct CaseTie: Sendable {
  enum Kind: String, Sendable, Bindable {
    /// The other was joined to this case and is closed.
    case joinedToThis = "joined-to-this"
    /// This case is closed: the other goes on.
    case goesOnThere = "goes-on-there"
    /// The other took some reports of this case.
    case partedFromThis = "parted-from-this"
    /// This case took its reports from the other.
    case comesFrom = "comes-from"

    var title: String {
      switch self {
      case .joinedToThis: "It was joined to this case"
      case .goesOnThere: "This case was joined to it"
      case .partedFromThis: "It was parted from this case"
      case .comesFrom: "This case was parted from it"
      }
    }
  }

  let kind: Kind
  let other: Reference
  let title: String
  let at: Instant

  /// The page of the other: what was joined here is looked back at, the rest goes on.
  var path: String {
    kind == .joinedToThis ? TieRoute.left(other).path : WorkRoute.file(other).path
  }
}
