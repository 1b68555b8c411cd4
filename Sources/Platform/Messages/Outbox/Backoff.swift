/// How long a message waits after a try that failed.
enum Backoff {
  private static let minutes = [1.0, 5, 15, 60, 240, 720]

  /// Seconds until the next try after some that failed (≥ 1); `nil` where it is given up, which is
  /// after seven tries and some 17 hours.
  static func seconds(after tries: Int) -> Double? {
    minutes.indices.contains(tries - 1) ? minutes[tries - 1] * 60 : nil
  }
}
