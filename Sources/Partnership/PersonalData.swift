public import Database
public import Kernel

/// What a feature keeps about people beside cases and reports, for those who ask what is kept about
/// them.
///
/// Application hands the sources of all features to whoever answers; no feature knows another's tables.
public struct PersonalData: Sendable {
  /// A word for the kind of record, of small letters, such as `order`; part of the keys of its items.
  public let kind: String
  /// The records that may be about somebody of a name, at most a few dozen.
  public let find: @Sendable (_ name: Sensitive<String>, Services, Read) throws -> [Found]
  /// One record as it may be given; `nil` where it is not there any more.
  public let record: @Sendable (_ id: Int64, Services, Read) throws -> PersonalRecord?
  /// The records that belong to a case, such as orders made because of it; at most some hundreds.
  public let ofCase: @Sendable (_ case: Reference, Services, Read) throws -> [Int64]

  /// A source of its closures.
  public init(
    kind: String,
    find: @escaping @Sendable (Sensitive<String>, Services, Read) throws -> [Found],
    record: @escaping @Sendable (Int64, Services, Read) throws -> PersonalRecord?,
    ofCase: @escaping @Sendable (Reference, Services, Read) throws -> [Int64] = { _, _, _ in [] }
  ) {
    self.kind = kind
    self.find = find
    self.record = record
    self.ofCase = ofCase
  }

  /// A record that may be about somebody.
  public struct Found: Sendable {
    /// Its row.
    public let id: Int64
    /// The name it is under.
    public let name: Sensitive<String>
    /// The day of birth it has; `nil` where it has none.
    public let born: Sensitive<Day?>
    /// What it is, naming nobody, such as "Community protection notice TM-7K42-0931".
    public let title: String
    /// Its page; `nil` where whoever answers cannot open one.
    public let path: String?

    /// A record that may be about somebody.
    public init(
      id: Int64, name: Sensitive<String>, born: Sensitive<Day?>, title: String, path: String?
    ) {
      self.id = id
      self.name = name
      self.born = born
      self.title = title
      self.path = path
    }
  }
}

/// One record of a feature, thing by thing.
public struct PersonalRecord: Sendable {
  /// What it is, naming nobody.
  public let title: String
  /// The name it is under.
  public let name: Sensitive<String>
  /// What the audit trail calls it, such as `order/TM-7K42-0931`, for who shows it elsewhere to say so there;
  /// `nil` where it has no trail of its own.
  public let subject: String?
  /// What is kept, in order.
  public let things: [Thing]

  /// A record of its things.
  public init(
    title: String, name: Sensitive<String>, subject: String? = nil, things: [Thing]
  ) {
    self.title = title
    self.name = name
    self.subject = subject
    self.things = things
  }

  /// One thing that is kept.
  public struct Thing: Sendable {
    /// Which it is within the record, the same each time, such as `breach/3`.
    public let key: String
    /// What it is.
    public let title: String
    /// The day it is of; `nil` where it has none.
    public let day: Day?
    /// Headings with what stands under them; empty ones are left out.
    public let lines: [(heading: String, words: Sensitive<String>)]
    /// Whether they told it or were told it, so that nobody has to read it first.
    public let isTheirs: Bool

    /// One thing that is kept.
    public init(
      _ key: String, _ title: String, day: Day? = nil,
      lines: [(heading: String, words: Sensitive<String>)], isTheirs: Bool
    ) {
      self.key = key
      self.title = title
      self.day = day
      self.lines = lines
      self.isTheirs = isTheirs
    }
  }
}
