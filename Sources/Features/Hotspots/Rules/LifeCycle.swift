internal import Kernel
internal import Partnership

/// In which periods of one length, one after another without overlap, a place stood out.
///
/// The recent periods and the older ones share none. The R package sfhotspot, which names these
/// stages too, counts one period twice and divides by one too few.
struct LifeCycle: Equatable, Codable, Sendable {
  /// Whether it stood out in each period, the earliest first; the last is the map's own.
  let stood: [Bool]

  /// The most periods looked at.
  static let most = 8
  /// The most months they cover together.
  static let mostMonths = 36
  /// The share of the periods that are recent, at least one of them.
  static let recentShare = 0.2
  /// The share of the periods in which what is persistent stood out, at least.
  static let persistentShare = 0.8

  /// How many periods are looked at of maps of so many months, where the source has them.
  static func count(months: Int) -> Int { min(most, max(1, mostMonths / months)) }

  /// The periods of a map's months, the earliest first, as far as a source that begins with `first`
  /// covers them whole.
  static func periods(of months: ClosedRange<Month>, since first: Month) -> [ClosedRange<Month>] {
    let length = months.count
    return (0..<count(months: length)).map { back in
      months.lowerBound.adding(
        months: -back * length)...months.upperBound
        .adding(months: -back * length)
    }.filter { $0.lowerBound >= first }.reversed()
  }

  /// In how many it stood out.
  var times: Int { stood.count { $0 } }

  /// Where it stands; `nil` for a place that stood out neither lately nor most of the time before.
  var life: HotspotSummary.Life? {
    let recent = stood.suffix(max(1, Int((Double(stood.count) * Self.recentShare).rounded())))
    let older = stood.dropLast(recent.count)
    let stoodBefore = older.count { $0 }
    guard recent.contains(true) else {
      return stoodBefore * 2 > older.count ? .diminished : nil
    }
    if stoodBefore == 0 { return .new }
    let share = Double(times) / Double(stood.count)
    return share >= Self.persistentShare ? .persistent : .intermittent
  }
}

extension HotspotSummary.Life {
  /// The stage in a word.
  var title: String {
    switch self {
    case .new: "New"
    case .persistent: "Persistent"
    case .intermittent: "Comes and goes"
    case .diminished: "Diminished"
    }
  }
}

/// A place that stood out most of the time and no longer does.
struct FormerHotspot: Equatable, Codable, Sendable {
  let cells: [Int]
  let wards: [String]
  /// Incidents of its cells in the map's months.
  let count: Int
  let cycle: LifeCycle
}
