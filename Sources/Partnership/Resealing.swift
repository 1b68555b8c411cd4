public import Database
internal import Glibc
public import Jobs
internal import Kernel
internal import Secrets

extension JobKind where Context == Services {
  /// Seals the next records after an id under the newest version of the key; their ids in order,
  /// none where there are no more.
  public typealias Sealing = @Sendable (Services, _ after: Int64, Write) throws -> [Int64]

  /// The work that seals a feature's records anew, in the background after a rotation of the key.
  ///
  /// It begins once every process has taken the new version up, and goes in short transactions, so
  /// that others can write between. It may be begun again at any time.
  ///
  /// - Parameters:
  ///   - feature: the first word of its name, `feature.reseal`.
  ///   - records: what is sealed, in words for the job's note: "accounts".
  ///   - sealings: one for each table, in turn.
  /// - Returns: the work, which says at its end how many records there were.
  public static func resealing(
    _ feature: String, _ records: String, _ sealings: [Sealing]
  ) -> JobKind {
    JobKind(name: feature + suffix, retries: 5) { run, services in
      try waitUntilTakenUp(run, services)
      var count = 0
      for sealing in sealings {
        var last: Int64 = 0
        while let end = try services.database.write({ write in
          let ids = try sealing(services, last, write)
          count += ids.count
          return ids.last
        }) {
          try run.checkStopping()
          last = end
          run.progress(done: count, total: 0, note: "Sealing \(records) anew")
        }
      }
      run.record("\(count) \(records) are sealed under version \(services.keyring.version)")
    }
  }

  /// Whether this is work of that kind.
  public var isResealing: Bool { name.hasSuffix(Self.suffix) }

  private static var suffix: String { ".reseal" }

  /// Every process looks for a new version of the key within five seconds.
  private static func waitUntilTakenUp(_ run: JobRun, _ services: Services) throws {
    while Clock.system.now().since(services.keyring.made) < 5 {
      try run.checkStopping()
      usleep(100_000)
    }
  }
}
