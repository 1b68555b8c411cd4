internal import Kernel
internal import Partnership

/// An edition of areas that incidents are counted by.
struct Division: Equatable, Sendable {
  let id: ID<Division>
  let kind: AreaKind
  let edition: Int
  /// The edition's stamp when its counts were begun; another one makes them worthless.
  let stamp: Int

  /// The number that stands for points on no area, and that for rows without a point.
  static let outside = 0
  static let unlocated = -1
}

/// What a division's counts leave out.
struct DivisionGaps: Equatable, Sendable {
  /// Incidents whose point lies on no area.
  let outside: Int
  /// Incidents without a point.
  let unlocated: Int
}
