internal import Glibc
internal import Kernel
internal import Secrets

/// Holds back whoever sends without end, and nobody who shares an address with others.
///
/// Counts are kept in memory alone, under hashes with a salt that ends with the process, so that no
/// address stays anywhere. A library, a hostel or a whole telephone network may share one address:
/// the limits are those of a busy hour there.
final class VisitLimit: Sendable {
  /// What is counted, with the most of it in an hour from one address.
  enum Act: Int, Sendable {
    case begin = 300
    case send = 120
    case open = 40
    case review = 30
    case prove = 20
    case code = 60
    case answer = 50
    case file = 200
  }

  private struct Count {
    var number: Int
    var since: Instant
  }

  private static let seconds = 3600.0
  /// Addresses that are remembered at once; past that those whose hour is over are forgotten.
  private static let most = 20_000

  private let salt = SecretToken.random()
  private let counts = Guarded<[[UInt8]: Count]>([:])

  /// Counts one more; minutes to wait where there were too many, `nil` where it may be done.
  func minutes(_ act: Act, from client: String, at now: Instant) -> Int? {
    let key = SecretToken.hash("\(salt) \(act.rawValue) \(Self.network(of: client))")
    return counts.withLock { counts in
      if counts.count >= Self.most {
        counts = counts.filter { now.since($0.value.since) < Self.seconds }
      }
      var count = counts[key] ?? Count(number: 0, since: now)
      if now.since(count.since) >= Self.seconds { count = Count(number: 0, since: now) }
      count.number += 1
      counts[key] = count
      guard count.number > act.rawValue else { return nil }
      return max(1, Int(((Self.seconds - now.since(count.since)) / 60).rounded(.up)))
    }
  }

  /// What somebody is told who has to wait.
  static func words(_ minutes: Int) -> String {
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
