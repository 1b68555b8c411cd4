/// What a server has done since it was started, for `/metrics`.
public struct ServerCounters: Sendable {
  /// Upper bounds of the buckets of durations, in seconds; the last bucket has none.
  public static let bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]

  /// Answers by the hundred of their status: `classes[2]` are those of 200 to 299.
  public internal(set) var classes = [Int](repeating: 0, count: 6)
  /// Requests that ended without a whole answer, such as by a lost connection.
  public internal(set) var broken = 0
  /// Requests being read, handled or answered now.
  public internal(set) var inFlight = 0
  /// Requests waiting for a worker now.
  public internal(set) var queued = 0
  /// Connections open now.
  public internal(set) var connections = 0
  /// Connections closed because they were too slow.
  public internal(set) var tooSlow = 0
  /// Bytes of the bodies of answers.
  public internal(set) var bytes = 0
  /// Answers by duration, as many as ``bounds`` and one more; each counted in one bucket only.
  public internal(set) var durations = [Int](repeating: 0, count: bounds.count + 1)
  /// The sum of all durations in seconds.
  public internal(set) var seconds = 0.0

  mutating func count(status: Int, bytes: Int, seconds: Double) {
    classes[min(max(status / 100, 0), 5)] += 1
    self.bytes += bytes
    durations[Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count] += 1
    self.seconds += seconds
  }
}
