internal import Database
internal import Glibc
internal import Jobs
internal import Kernel
internal import Messages
internal import Partnership
internal import Secrets

/// Seals the outbox under the newest version of the key, after a rotation.
enum LetterReseal {
  /// Seconds within which every process has taken up a new version of the key.
  private static let takenUpSeconds = 5.0

  static let job = JobKind<Services>(name: "letters.reseal", retries: 5) { run, services in
    while Clock.system.now().since(services.keyring.made) < takenUpSeconds {
      try run.checkStopping()
      usleep(100_000)
    }
    var last = ID<SentMessage>(0)
    while let next = try services.database.write({ write in
      try services.outbox.reseal(after: last, in: write)
    }) {
      try run.checkStopping()
      last = next
    }
    run.record("The outbox is sealed under version \(services.keyring.version)")
  }
}
