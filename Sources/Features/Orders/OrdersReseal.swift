internal import Database
internal import Glibc
internal import Jobs
internal import Kernel
internal import Partnership
internal import Secrets

/// Seals the register under the newest version of the key, after a rotation.
enum OrdersReseal {
  /// Seconds within which every process has taken up a new version of the key.
  private static let takenUpSeconds = 5.0

  static let job = JobKind<Services>(name: "orders.reseal", retries: 5) { run, services in
    while Clock.system.now().since(services.keyring.made) < takenUpSeconds {
      try run.checkStopping()
      usleep(100_000)
    }
    let count = try services.database.write { try OrderStore(services).sealAnew(in: $0) }
    run.record("\(count) orders are sealed under version \(services.keyring.version)")
  }
}
