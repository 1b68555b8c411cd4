import Database
import Glibc
import Kernel
import Secrets

/// Failures to sign in, counted before the password is checked so that guesses sent at the same
/// time all count.
struct ThrottleStore: Sendable {
  /// What is counted, by a keyed hash: neither addresses nor names are kept.
  struct Key: Sendable {
    let hash: [UInt8]
    let rule: ThrottleRule

    static func email(_ email: EmailAddress, _ keyring: Keyring) -> Key {
      Key(
        hash: keyring.token(email.text.reveal(for: "throttle"), for: "throttle.email"),
        rule: .account)
    }

    static func address(_ client: String, _ keyring: Keyring) -> Key {
      Key(hash: keyring.token(network(of: client), for: "throttle.address"), rule: .address)
    }

    /// The first half of an IPv6 address: whoever has one of them has all that share it.
    ///
    /// An IPv4 address stays whole, also where a proxy writes it as IPv6.
    static func network(of client: String) -> String {
      var bytes = [UInt8](repeating: 0, count: 16)
      guard inet_pton(AF_INET6, client, &bytes) == 1 else { return client }
      let isMapped = bytes[..<10].allSatisfy { $0 == 0 } && bytes[10] == 0xFF && bytes[11] == 0xFF
      if isMapped { return bytes[12...].map { String($0) }.joined(separator: ".") }
      return bytes.prefix(8).map { String($0, radix: 16) }.joined(separator: ".")
    }

    static func code(_ account: String, _ keyring: Keyring) -> Key {
      Key(hash: keyring.token(account, for: "throttle.code"), rule: .account)
    }
  }

  private static let keptSeconds = 86_400.0

  /// Removes what is a day old; to be called before anything is counted.
  func prune(at now: Instant, in write: Write) throws {
    try write.run("DELETE FROM throttle WHERE last < \(now.adding(seconds: -Self.keptSeconds))")
  }

  /// Counts one more try; the moment to wait for where it is refused.
  func attempt(_ key: Key, at now: Instant, in write: Write) throws -> Instant? {
    let state = try claim(key, at: now, in: write)
    if let until = state.blockedUntil, until > now { return until }
    let forgotten = now.since(state.last) >= Double(ThrottleRule.forgottenSeconds)
    let failures = (forgotten ? 0 : state.failures) + 1
    let wait = key.rule.wait(after: failures)
    let until = wait > 0 ? now.adding(seconds: Double(wait)) : nil
    try write.run(
      """
      UPDATE throttle SET failures = \(failures), last = \(now), blocked_until = \(until)
      WHERE key = \(key.hash)
      """)
    return nil
  }

  /// Forgets every failure: the person proved to be who they are.
  func clear(_ key: Key, in write: Write) throws {
    try write.run("DELETE FROM throttle WHERE key = \(key.hash)")
  }

  /// Takes back one count, of a try that succeeded, and leaves the failures of others.
  func takeBack(_ key: Key, in write: Write) throws {
    try write.run(
      """
      UPDATE throttle SET failures = failures - 1,
        blocked_until = CASE WHEN failures <= \(key.rule.free) THEN NULL ELSE blocked_until END
      WHERE key = \(key.hash) AND failures > 0
      """)
  }

  private struct State {
    let failures: Int
    let last: Instant
    let blockedUntil: Instant?
  }

  /// Reads the row under its lock, made where it was not there.
  private func claim(_ key: Key, at now: Instant, in write: Write) throws -> State {
    try write.run(
      """
      INSERT INTO throttle (key, failures, last) VALUES (\(key.hash), 0, \(now))
      ON CONFLICT (key) DO NOTHING
      """)
    let state = try write.first(
      """
      UPDATE throttle SET failures = failures WHERE key = \(key.hash)
      RETURNING failures, last, blocked_until
      """
    ) { row in
      State(
        failures: try row.int(), last: try row.parsed(), blockedUntil: try row.optionalParsed())
    }
    return state ?? State(failures: 0, last: now, blockedUntil: nil)
  }
}
