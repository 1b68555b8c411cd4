import Database
import Kernel

/// A driver that counts the transactions it passes on to another.
final class CountingDriver: Driver {
  struct Counts: Equatable, Sendable {
    var reads = 0
    var writes = 0
  }

  private let driver: any Driver
  private let state = Guarded(Counts())

  init(_ driver: any Driver) { self.driver = driver }

  var engine: Engine { driver.engine }

  /// How many there were since the last time this was asked.
  func taken() -> Counts {
    state.withLock { counts in
      defer { counts = Counts() }
      return counts
    }
  }

  func read(_ body: (any Connection) throws -> Void) throws {
    state.withLock { $0.reads += 1 }
    try driver.read(body)
  }

  func write(shared: Bool, _ body: (any Connection) throws -> Void) throws {
    state.withLock { $0.writes += 1 }
    try driver.write(shared: shared, body)
  }

  func changeMark() throws -> String { try driver.changeMark() }
  func close() { driver.close() }
}
