import Database
import FoundationEssentials
import Glibc
import Kernel
import TestKit

/// The demonstration of one day, made once for each engine; a journey is given a copy of its own, since to
/// make it takes longer than most journeys.
enum Prepared {
  private static let onSQLite = Guarded<Program?>(nil)
  private static let onPostgres = Guarded<Program?>(nil)

  /// A place that holds the demonstration, and nothing else yet.
  static func program(_ engine: Engine) throws -> Program {
    let original = try (engine == .sqlite ? onSQLite : onPostgres).withLock { made in
      if let made { return made }
      let program = try make(engine)
      made = program
      return program
    }
    let folder = try TemporaryFolder.ofCase().path
    for name in try FileManager.default.contentsOfDirectory(atPath: original.folder) {
      try FileManager.default.copyItem(
        atPath: "\(original.folder)/\(name)", toPath: "\(folder)/\(name)")
    }
    return Program(
      at: try engine == .sqlite ? file(in: folder) : OwnDatabase.copy(of: original.address),
      in: folder)
  }

  private static func file(in folder: String) -> String { "sqlite:\(folder)/test.sqlite" }

  private static func make(_ engine: Engine) throws -> Program {
    let folder = try TemporaryFolder().path
    let address =
      try engine == .sqlite ? file(in: folder) : OwnDatabase.named("prepared")
    let program = Program(at: address, in: folder)
    // What is made here is for every journey: it goes with the tests.
    atexit {
      for made in [Prepared.onSQLite, Prepared.onPostgres].compactMap({ $0.withLock(\.self) }) {
        try? FileManager.default.removeItem(atPath: made.folder)
        if made.path == nil { OwnDatabase.drop(made.address) }
      }
    }
    try program.done("demo", "--prepare-only", "--day", Site.day)
    return program
  }
}
