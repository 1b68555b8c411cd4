/// How long to wait after failures to sign in.
///
/// Nothing at first; then a delay that doubles with each failure up to a quarter of an hour. An
/// hour without a failure forgets them. The same for accounts that exist and those that do not.
struct ThrottleRule: Sendable, Equatable {
  /// Failures that cost nothing.
  let free: Int

  /// For one account's address or its codes.
  static let account = ThrottleRule(free: 5)
  /// For one network address, which a whole office may share.
  static let address = ThrottleRule(free: 30)

  static let firstSeconds = 30
  static let longestSeconds = 900
  static let forgottenSeconds = 3600

  /// Seconds to wait after so many failures in a row.
  func wait(after failures: Int) -> Int {
    guard failures >= free else { return 0 }
    let doublings = min(failures - free, 10)
    return min(Self.firstSeconds << doublings, Self.longestSeconds)
  }
}
