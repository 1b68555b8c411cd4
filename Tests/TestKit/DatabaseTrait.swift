import Database
import Kernel
public import Testing

/// Gives each test case databases of its own and takes them away afterwards.
///
///     @Suite("Plan store") struct PlanStoreTests {
///       @Test("keeps a plan", .database, arguments: Engine.tested)
///       func keeps(engine: Engine) throws {
///         let database = try TestDatabase(engine, migrations: Plans.migrations)
///         try database.write { write in … }
///       }
///     }
public struct DatabaseTrait: TestTrait, SuiteTrait, TestScoping {
  /// Also for the tests of a suite that carries it.
  public var isRecursive: Bool { true }

  /// Runs one case with a place for its databases.
  public func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    guard testCase != nil else { return try await function() }
    let scope = TestScope()
    defer { scope.end() }
    try await TestScope.$current.withValue(scope) { try await function() }
  }
}

extension Trait where Self == DatabaseTrait {
  /// Databases of its own for each case.
  public static var database: Self { DatabaseTrait() }
}

/// What one test case leaves to be cleared away.
final class TestScope: Sendable {
  @TaskLocal static var current: TestScope?

  private let endings = Guarded<[@Sendable () -> Void]>([])

  func atEnd(_ ending: @escaping @Sendable () -> Void) { endings.withLock { $0.append(ending) } }

  func end() {
    let endings = endings.withLock { endings in
      defer { endings = [] }
      return endings
    }
    for ending in endings.reversed() { ending() }
  }
}
