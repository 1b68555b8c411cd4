/// What is counted on a page of recorded incidents: crimes, or incidents of anti-social behaviour,
/// which are no crimes and are not added to them.
enum RecordedCount: Sendable {
  case antisocial
  case crime
  /// Whatever a source of its own tells.
  case every

  /// What a source is counted by: the police's files by two counts.
  static func of(_ source: CountSource) -> [RecordedCount] {
    source.mapping == nil ? [.antisocial, .crime] : [.every]
  }

  /// The count in words: its unit.
  var title: String {
    switch self {
    case .antisocial: "ASB incidents"
    case .crime: "Crimes"
    case .every: "Incidents"
    }
  }

  /// The unit within a sentence.
  var spoken: String { self == .antisocial ? title : title.lowercased() }

  /// What it counts, in full.
  var about: String {
    switch self {
    case .antisocial: "incidents of anti-social behaviour, which are no crimes"
    case .crime: "crimes of every kind, without anti-social behaviour"
    case .every: "incidents of every kind"
    }
  }

  /// The count among those of one ward and month; `nil` where it is hidden, or would tell one that is.
  ///
  /// Crimes are what is left of the total; a kind that was never met is nought.
  func value(_ cells: [PublicCell]) -> Int? {
    guard let total = cells.first(where: { $0.category == PublicMonth.all }) else { return nil }
    let apart = cells.first { $0.category == CrimeCategory.antisocial }
    let antisocial = apart.map(\.count) ?? 0
    switch self {
    case .every: return total.count
    case .antisocial: return antisocial
    case .crime:
      guard let total = total.count, let antisocial, !(1...4).contains(total - antisocial) else {
        return nil
      }
      return total - antisocial
    }
  }
}
