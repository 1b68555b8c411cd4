internal import Partnership
internal import Statistics

/// What a near-repeat test is done by; printed with every result.
struct NearRepeatParameters: Equatable, Sendable {
  /// Bands of metres and of days.
  let bands: KnoxBands
  /// Shuffles of the dates.
  var permutations = 999
  /// The state its random numbers begin with.
  var seed = HotspotParameters.seed
  /// How exactly the file says where and when.
  var precision = SourcePrecision(place: .exact, time: .day)

  /// With fewer than 20 no chance could come under 5 in 100.
  static let permutationsAllowed = 20...9_999
  /// The version of the method: it rises when the same events would give another result.
  static let version = 1
}
