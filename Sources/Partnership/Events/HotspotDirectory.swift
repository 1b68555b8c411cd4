public import Database
public import Geography
public import Kernel

/// The places that stand out, for features that act on them.
///
/// The closure works inside the transaction it is handed. Application wires it.
public struct HotspotDirectory: Sendable {
  /// The latest kept map of each source and kind, the newest first, at most `limit`.
  public let latest: @Sendable (_ limit: Int, Read) throws -> [HotspotSummary]

  /// A directory of its closure.
  public init(latest: @escaping @Sendable (_ limit: Int, Read) throws -> [HotspotSummary]) {
    self.latest = latest
  }

  /// No maps: for tests of features that do without.
  public static let empty = HotspotDirectory { _, _ in [] }
}

/// One kept map, as far as others need it.
public struct HotspotSummary: Sendable, Hashable {
  /// The key of its source of events.
  public let source: String
  /// What it is of, such as "Burglary, recorded by the police".
  public let title: String
  /// Its months, both included.
  public let months: ClosedRange<Month>
  /// How it was made, in a sentence: method, cell or reach, and what it is held against.
  public let method: String
  /// Its headline, such as "3 areas stand out".
  public let headline: String
  /// When it was made.
  public let made: Instant
  /// The path of its page.
  public let path: String
  /// What stands out, the largest first.
  public let spots: [Spot]

  /// One place that stands out.
  public struct Spot: Sendable, Hashable {
    /// Its letter on the map.
    public let letter: String
    /// Where it is, in words.
    public let place: String
    /// Its middle.
    public let centre: GridPoint
    /// Incidents in it.
    public let count: Int
    /// Incidents there in as many months before; `nil` where they are not known.
    public let before: Int?
    /// Where it stands in its life.
    public let life: Life

    /// A place that stands out.
    public init(
      letter: String, place: String, centre: GridPoint, count: Int, before: Int?, life: Life
    ) {
      self.letter = letter
      self.place = place
      self.centre = centre
      self.count = count
      self.before = before
      self.life = life
    }
  }

  /// Where a hotspot stands in its life, by how often it stood out before.
  public enum Life: String, Sendable, CaseIterable {
    /// It stands out for the first time.
    case new
    /// It has stood out most of the time.
    case persistent
    /// It comes and goes.
    case intermittent
    /// It stood out most of the time, and no longer does.
    case diminished
  }

  /// A kept map.
  public init(
    source: String, title: String, months: ClosedRange<Month>, method: String, headline: String,
    made: Instant, path: String, spots: [Spot]
  ) {
    self.source = source
    self.title = title
    self.months = months
    self.method = method
    self.headline = headline
    self.made = made
    self.path = path
    self.spots = spots
  }
}
