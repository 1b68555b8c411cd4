internal import Glibc
public import Kernel
internal import Secrets

/// Holds back whoever sends without end, and nobody who shares an address with others.
///
/// Counts are kept in memory alone, under hashes with a salt that ends with the process, so that no
/// address stays anywhere. A library, a hostel or a whole telephone network may share one address:
/// the limits are those of a busy hour there.
public final class VisitLimit: Sendable {
  /// What is counted, with the most of it in an hour from one address.
  public struct Act: Hashable, Sendable {
    /// The word it is counted under.
    public let name: String
    /// The most in an hour from one address.
    public let most: Int

    /// Something to be counted.
    public init(_ name: String, most: Int) { (self.name, self.most) = (name, most) }

    /// Opening something by its secret, and whatever is sent on the page of a link.
    public static let open = Act("open", most: 40)
  }

  private struct Count {
    var number = 0
    var since: Instant
  }

  /// The counts of some addresses, and of those counted before them.
  private struct Counts {
    var newer: [Int: Count] = [:]
    var older: [Int: Count] = [:]
  }

  private static let seconds = 3600.0

  private let salt = SecretToken.random()
  private let half: Int
  private let counts = Guarded(Counts())

  /// A limit that remembers so many counts at once; past that the oldest half is forgotten, so that
  /// memory is bounded and nobody is held back for what others did.
  public init(remembering most: Int = 10_000) { half = max(1, most / 2) }

  /// Counts one more; minutes to wait where there were too many, `nil` where it may be done.
  public func minutes(_ act: Act, from client: String, at now: Instant) -> Int? {
    let key = key(act, Self.network(of: client))
    return counts.withLock { counts in
      var count = counts.newer[key] ?? counts.older[key] ?? Count(since: now)
      if now.since(count.since) >= Self.seconds { count = Count(since: now) }
      count.number += 1
      if counts.newer[key] == nil, counts.newer.count >= half {
        (counts.older, counts.newer) = (counts.newer, [:])
      }
      counts.newer[key] = count
      guard count.number > act.most else { return nil }
      return max(1, Int(((Self.seconds - now.since(count.since)) / 60).rounded(.up)))
    }
  }

  private func key(_ act: Act, _ network: String) -> Int {
    var hasher = Hasher()
    hasher.combine(salt)
    hasher.combine(act.name)
    hasher.combine(network)
    return hasher.finalize()
  }

  /// What somebody is told who has to wait.
  public static func words(_ minutes: Int) -> String {
    let time = minutes == 1 ? "a minute" : "\(minutes) minutes"
    return "Very much was sent from your network in the last hour. Nothing you wrote is lost: wait "
      + "\(time) and send it again. In danger call 999"
  }

  /// The first half of an IPv6 address, which one household or office shares; any other as it is.
  private static func network(of client: String) -> String {
    var bytes = [UInt8](repeating: 0, count: 16)
    guard inet_pton(AF_INET6, client, &bytes) == 1 else { return client }
    return bytes.prefix(8).map { String($0, radix: 16) }.joined(separator: ".")
  }
}
