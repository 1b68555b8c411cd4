/// How exactly a source says where and when its events happened.
///
/// It decides what may be done with them; ``refusal(of:)`` is the one rule, asked by the command
/// line, the pages and the help.
public struct SourcePrecision: Sendable, Hashable {
  /// How exactly places are given.
  public enum Place: String, Sendable, CaseIterable {
    /// Where it happened, to some metres.
    case exact
    /// Moved to one of a list of points nearby, so that nobody's home is shown.
    case snapped
    /// An area only.
    case area
  }

  /// How exactly times are given.
  public enum Time: String, Sendable, CaseIterable {
    /// To the minute, or as an interval of minutes.
    case minute
    /// A day.
    case day
    /// A month.
    case month
  }

  /// How exactly places are given.
  public let place: Place
  /// How exactly times are given.
  public let time: Time

  /// A source's precision.
  public init(place: Place, time: Time) {
    self.place = place
    self.time = time
  }

  /// data.police.uk: map points nearby, and months.
  public static let policeUK = SourcePrecision(place: .snapped, time: .month)
}

/// Something an analyst may want to do with events.
public enum Analysis: Sendable, Hashable {
  /// Counting by square cells of a side, metres.
  case grid(cell: Double)
  /// A density surface of a reach, metres.
  case density(reach: Double)
  /// Clusters of points no further apart than a reach, metres.
  case clusters(reach: Double)
  /// The near-repeat test, of nearness in place and time.
  case nearRepeat
  /// Counting what happens at the same address.
  case sameAddress
  /// Hours of the day and days of the week.
  case hours
  /// Counting by week or by day of the week.
  case days
  /// Saying where the next weeks' events will be.
  case weeklyPrediction
}

extension SourcePrecision {
  /// The smallest cell for snapped points, metres: at 500 m some one event in seven is counted in
  /// the wrong cell, at 250 m one in four.
  public static let smallestCell = 500.0
  /// The shortest reach of a surface or of clusters for snapped points, metres.
  public static let shortestReach = 300.0

  /// Why an analysis is not done with events of this precision; `nil` where it may be.
  ///
  /// - Note: Tompson et al. 2015, doi:10.1080/15230406.2014.972456: the points of police.uk are
  ///   sound for areas and poor for streets and postcodes.
  public func refusal(of analysis: Analysis) -> String? {
    switch analysis {
    case .grid, .density, .clusters: refusal(ofSurface: analysis)
    case .sameAddress:
      place == .exact ? nil : "The source's places are not addresses"
    case .hours: time == .minute ? nil : "The source gives no time of day"
    case .days: time == .month ? "The source gives months, not days" : nil
    case .weeklyPrediction:
      time == .month ? "The source gives months, not days" : notExact
    case .nearRepeat:
      time == .month ? "The source gives months, not days" : notExact
    }
  }

  private var notExact: String? {
    switch place {
    case .exact: nil
    case .snapped: "The source's places are moved to points nearby"
    case .area: "The source gives areas, not points"
    }
  }

  private func refusal(ofSurface analysis: Analysis) -> String? {
    switch (place, analysis) {
    case (.exact, _): return nil
    case (.area, _): return "The source gives areas, not points"
    case (.snapped, .grid(let cell)) where cell < Self.smallestCell:
      return "The source's places are moved to points nearby: cells must be 500 m or more"
    case (.snapped, .density(let reach)) where reach < Self.shortestReach,
      (.snapped, .clusters(let reach)) where reach < Self.shortestReach:
      return "The source's places are moved to points nearby: the reach must be 300 m or more"
    case (.snapped, _): return nil
    }
  }

  /// What the source cannot bear at all, each with the reason, for pages and help.
  public var refused: [(analysis: String, reason: String)] {
    let asked: [(String, Analysis)] = [
      ("Maps by point", .grid(cell: .infinity)), ("Near repeats", .nearRepeat),
      ("Repeat addresses", .sameAddress), ("Hours and weekdays", .hours),
      ("Counts by week", .days),
      ("Prediction by week", .weeklyPrediction),
    ]
    return asked.compactMap { name, analysis in refusal(of: analysis).map { (name, $0) } }
  }
}
