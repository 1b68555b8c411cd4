import Database
public import Kernel

/// How a job stands, as a page shows it.
public struct JobStatus: Sendable, Equatable {
  /// Where a job is in its life.
  public enum State: String, Sendable {
    /// Nobody has taken it up yet, or it waits to be tried again.
    case waiting
    /// It is being done.
    case running
    /// It was done.
    case done
    /// It failed for good.
    case failed
  }

  /// The job.
  public let id: ID<Job>
  /// The name of its kind.
  public let kind: String
  /// What it was given: ids and file names, never personal data.
  public let payload: String
  /// The account that asked for it.
  public let askedBy: Int64?
  /// Where it is in its life.
  public let state: State
  /// How much is done, in the unit of ``total``.
  public internal(set) var done: Int
  /// How much there is to do; 0 where that is not known.
  public internal(set) var total: Int
  /// What it is doing, in words.
  public internal(set) var note: String
  /// What came of it, in the words or the JSON of its kind.
  public let result: String?
  /// Why it failed, in words for people.
  public let failure: String?
  /// How often it was taken up.
  public let attempts: Int
  /// When it was asked for.
  public let createdAt: Instant
  /// When it ended.
  public let finishedAt: Instant?

  /// Whether it will change no more.
  public var isOver: Bool { state == .done || state == .failed }

  static let columns: SQL = """
    id, kind, payload, asked_by, state, done, total, note, result, failure, attempts, created_at,
    finished_at
    """

  init(row: inout Row) throws {
    id = try row.id()
    kind = try row.text()
    payload = try row.text()
    askedBy = try row.optionalInt().map(Int64.init)
    state = try row.choice()
    done = try row.int()
    total = try row.int()
    note = try row.text()
    result = try row.optionalText()
    failure = try row.optionalText()
    attempts = try row.int()
    createdAt = try row.parsed()
    finishedAt = try row.optionalParsed()
  }
}
