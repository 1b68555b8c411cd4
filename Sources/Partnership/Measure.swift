public import Database
public import Kernel

/// Something the partnership's records can count for a period, for indicators to draw on.
///
/// A feature that holds records offers measures; the feature that tracks indicators pulls them
/// inside its own reader's transaction, and never sees the tables.
public struct Measure: Sendable {
  /// A stable key, such as `incidents.asb`.
  public let key: String
  /// What it counts, in words.
  public let title: String
  /// What one of the counted is, such as `ASB incident`; a definition draws on it only where it counts
  /// the same.
  public let unit: String
  /// Whether its source is provisional, and must be marked so wherever it is shown.
  public let provisional: Bool
  /// Whether its months add up to a quarter and a year.
  ///
  /// They do where each thing counted is of one month. They do not where people are counted once, where
  /// something is counted as it stands on a day, or where a month may have nothing to take a share of: a
  /// longer period is then asked for by itself.
  public let addsUp: Bool
  /// The value for a period; `nil` where the period is not wholly covered by the records.
  public let value: @Sendable (Read, Period) throws -> Value?
  /// The value of each month of a run that the records wholly cover, earliest first.
  public let monthly: @Sendable (Read, ClosedRange<Month>) throws -> [(month: Month, value: Value)]

  /// A count or a rate, with what it rests on.
  public struct Value: Sendable, Equatable {
    /// The count.
    public let numerator: Double
    /// What it is out of, for rates.
    public let denominator: Double?
    /// Records left out because something they need is missing.
    public let missing: Int
    /// The latest month the source covers.
    public let latest: Month
    /// Where the value comes from: file names and their hashes, in words for the page.
    public let source: String

    /// A value with what it rests on.
    public init(
      numerator: Double, denominator: Double? = nil, missing: Int, latest: Month, source: String
    ) {
      self.numerator = numerator
      self.denominator = denominator
      self.missing = missing
      self.latest = latest
      self.source = source
    }
  }

  /// A measure a feature offers.
  ///
  /// Give `monthly` where many months can be read at once; without it each is asked for by itself.
  public init(
    key: String, title: String, unit: String, provisional: Bool, addsUp: Bool = false,
    value: @escaping @Sendable (Read, Period) throws -> Value?,
    monthly: (@Sendable (Read, ClosedRange<Month>) throws -> [(month: Month, value: Value)])? = nil
  ) {
    self.key = key
    self.title = title
    self.unit = unit
    self.provisional = provisional
    self.addsUp = addsUp
    self.value = value
    self.monthly =
      monthly ?? { read, months in
        try months.compactMap { month in
          try value(read, .month(month)).map { (month, $0) }
        }
      }
  }
}
