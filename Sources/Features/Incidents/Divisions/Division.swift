internal import Kernel
internal import Partnership

/// A way of parting the places that incidents are counted by.
struct Division: Equatable, Sendable {
  let id: ID<Division>
  let parting: Parting
  /// The edition's stamp when its counts were begun; another one makes them worthless.
  let stamp: Int

  /// The number that stands for points on no area, and that for rows without a place.
  static let outside = 0
  static let unlocated = -1
}

/// What places are parted by.
enum Parting: Equatable, Sendable {
  /// The areas of a kind and year, by where the point lies.
  case areas(AreaKind, edition: Int)
  /// The LSOA codes the source itself gives, whatever their edition; its numbers are those of
  /// `incident_lsoa`. It is counted from the first time it is asked for.
  case codes

  /// How it is written in the database.
  var key: (kind: String, edition: Int) {
    switch self {
    case .areas(let kind, let edition): (kind.rawValue, edition)
    case .codes: ("code", 0)
    }
  }

  init?(kind: String, edition: Int) {
    if kind == Self.codes.key.kind {
      self = .codes
    } else if let kind = AreaKind(rawValue: kind) {
      self = .areas(kind, edition: edition)
    } else {
      return nil
    }
  }

  init(_ edition: AreaEdition) { self = .areas(edition.kind, edition: edition.year) }
}

/// What a division's counts leave out.
struct DivisionGaps: Equatable, Sendable {
  /// Incidents whose point lies on no area.
  let outside: Int
  /// Incidents without a point.
  let unlocated: Int
}
