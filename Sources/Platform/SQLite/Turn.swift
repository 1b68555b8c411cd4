import Database
import Kernel

/// One writer's turn at the connection; it ends by a commit or by handing the group on.
final class Turn {
  private let line: WriteLine
  private let group: CommitGroup
  private let isFirst: Bool
  private let shared: Bool
  private var isOver = false

  init(line: WriteLine, group: CommitGroup, isFirst: Bool, shared: Bool) {
    self.line = line
    self.group = group
    self.isFirst = isFirst
    self.shared = shared
  }

  /// Runs `body` in the group's transaction; returns when it is durable.
  ///
  /// The first of a group needs no savepoint: where it fails nobody else is hurt by a ROLLBACK.
  func run(on connection: SQLiteConnection, _ body: (any Connection) throws -> Void) throws {
    var refusal: (any Error)?
    do {
      if isFirst { try connection.makeRoom(forMuch: !shared) }
      try connection.control(isFirst ? "BEGIN IMMEDIATE" : "SAVEPOINT member")
      try body(connection)
      guard connection.isInTransaction else { throw Self.lost }
      if !isFirst { try connection.control("RELEASE member") }
      group.join()
    } catch {
      guard undo(on: connection, because: error) else { throw error }
      refusal = error
    }
    if !shared || !line.handOver(group) { commit(connection) }
    isOver = true
    try group.waitForCommit()
    if let refusal { throw refusal }
  }

  /// Ends a turn that could not begin.
  func abandon() {
    guard !isOver else { return }
    isOver = true
    if isFirst { line.release() } else { group.resolve(.failure(Self.lost)); line.release() }
  }

  /// Takes back what this writer did; false where nothing is left of the group's transaction.
  private func undo(on connection: SQLiteConnection, because error: any Error) -> Bool {
    if !isFirst, connection.isInTransaction {
      do {
        try connection.control("ROLLBACK TO member")
        try connection.control("RELEASE member")
        return true
      } catch {}
    }
    if connection.isInTransaction { try? connection.control("ROLLBACK") }
    let cause = (error as? DatabaseError) ?? Self.lost
    end(.failure(cause))
    return false
  }

  private func commit(_ connection: SQLiteConnection) {
    FaultPoint.reach("database.before-commit")
    do {
      try connection.control("COMMIT")
      FaultPoint.reach("database.after-commit")
      end(.success(()))
    } catch {
      if connection.isInTransaction { try? connection.control("ROLLBACK") }
      end(.failure(error))
    }
  }

  private func end(_ result: Result<Void, any Error>) {
    isOver = true
    group.resolve(result)
    line.release()
  }

  private static let lost = DatabaseError.failed(
    code: "group", message: "the transaction it shared was rolled back")
}
