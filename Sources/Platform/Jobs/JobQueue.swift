public import Database
public import Kernel

/// Work that outlives a request and a restart: asked for in a transaction, done by a ``JobRunner``.
///
/// One queue serves a process; several processes may share one database.
public struct JobQueue: Sendable {
  let database: Database
  let clock: Clock
  let live = LiveProgress()

  /// The queue in a database whose schema has ``migrations``.
  public init(database: Database, clock: Clock = .system) {
    self.database = database
    self.clock = clock
  }

  /// Asks for work, as part of the transaction: it is done only if that commits.
  ///
  /// - Parameters:
  ///   - kind: the name of a ``JobKind``.
  ///   - payload: what the work needs: ids and file names, never personal data.
  ///   - account: who asked.
  ///   - due: not before then; at once where it is `nil`.
  ///   - write: the transaction.
  /// - Returns: the job's id.
  /// - Throws: what the database throws.
  @discardableResult
  public func enqueue(
    _ kind: String, payload: String, by account: Int64? = nil, due: Instant? = nil,
    in write: Write
  ) throws -> ID<Job> {
    let now = clock.now()
    let id = try write.first(
      """
      INSERT INTO job (kind, payload, asked_by, state, due_at, created_at)
      VALUES (\(kind), \(payload), \(account), 'waiting', \(due ?? now), \(now)) RETURNING id
      """
    ) { row in try row.id(Job.self) }
    guard let id else { throw DatabaseError.shape("the job was given no id") }
    live.hurry()
    return id
  }

  /// Asks for work that is done once a day, unless a run of it waits already: a day from now.
  ///
  /// The work asks for its next run so at its end; whatever makes it necessary asks too, in case it
  /// has never run.
  ///
  /// - Parameters:
  ///   - kind: the name of a ``JobKind`` that needs no payload.
  ///   - write: the transaction.
  /// - Throws: what the database throws.
  /// - Complexity: two statements, each by an index.
  public func enqueueDaily(_ kind: String, in write: Write) throws {
    guard try newest([kind], limit: 1, in: write).first?.state != .waiting else { return }
    try enqueue(kind, payload: "", due: clock.now().adding(seconds: 86_400), in: write)
  }

  /// How a job stands; `nil` where there is none.
  ///
  /// The progress of a job of this process is the newest there is, even while the work holds the
  /// only writer.
  public func status(_ id: ID<Job>, in read: Read) throws -> JobStatus? {
    try read.first("SELECT \(JobStatus.columns) FROM job WHERE id = \(id)") { row in
      live.overlay(try JobStatus(row: &row))
    }
  }

  /// The newest jobs of some kinds, newest first.
  public func newest(_ kinds: [String], limit: Int = 20, in read: Read) throws -> [JobStatus] {
    try read.all(
      """
      SELECT \(JobStatus.columns) FROM job WHERE kind IN (\(list: kinds))
      ORDER BY id DESC LIMIT \(limit)
      """
    ) { row in live.overlay(try JobStatus(row: &row)) }
  }
}

extension JobQueue {
  /// The queue's schema.
  public static let migrations = [
    Migration(
      feature: "jobs", number: 1,
      text: """
        CREATE TABLE job (
          id {id},
          kind {text} NOT NULL,
          payload {text} NOT NULL,
          asked_by {i64},
          state {text} NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed')),
          done {i64} NOT NULL DEFAULT 0,
          total {i64} NOT NULL DEFAULT 0,
          note {text} NOT NULL DEFAULT '',
          result {text},
          failure {text},
          attempts {i64} NOT NULL DEFAULT 0,
          errors {i64} NOT NULL DEFAULT 0,
          holder {text},
          due_at {text} NOT NULL,
          created_at {text} NOT NULL,
          finished_at {text}
        ) {strict};
        CREATE INDEX job_open ON job (due_at) WHERE state IN ('waiting', 'running');
        CREATE INDEX job_kind ON job (kind, id);
        """)
  ]
}
