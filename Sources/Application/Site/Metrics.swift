import Server

/// The server's counters in the text format of Prometheus.
enum Metrics {
  static func text(_ counters: ServerCounters) -> String {
    var lines: [String] = []
    func add(_ name: String, _ kind: String, _ help: String, _ samples: [(String, String)]) {
      lines.append("# HELP hamlet_\(name) \(help)")
      lines.append("# TYPE hamlet_\(name) \(kind)")
      lines += samples.map { "hamlet_\($0.0) \($0.1)" }
    }
    add(
      "http_requests_total", "counter", "Answers sent, by class of status.",
      (1...5).map { ("http_requests_total{class=\"\($0)xx\"}", "\(counters.classes[$0])") })
    add(
      "http_broken_total", "counter", "Connections that broke before the answer was sent.",
      [("http_broken_total", "\(counters.broken)")])
    add(
      "http_too_slow_total", "counter", "Connections closed because they were too slow.",
      [("http_too_slow_total", "\(counters.tooSlow)")])
    add(
      "http_sent_bytes_total", "counter", "Bytes of bodies sent.",
      [("http_sent_bytes_total", "\(counters.bytes)")])
    add(
      "http_in_flight", "gauge", "Requests being answered.",
      [("http_in_flight", "\(counters.inFlight)")])
    add(
      "http_queued", "gauge", "Requests waiting for a worker.",
      [("http_queued", "\(counters.queued)")])
    add(
      "http_connections", "gauge", "Open connections.",
      [("http_connections", "\(counters.connections)")])
    add(
      "http_duration_seconds", "histogram", "Time from the head of a request to its answer.",
      durations(counters))
    return lines.joined(separator: "\n") + "\n"
  }

  private static func durations(_ counters: ServerCounters) -> [(String, String)] {
    var sum = 0
    var samples: [(String, String)] = []
    for (index, count) in counters.durations.enumerated() {
      sum += count
      let bound = index < ServerCounters.bounds.count ? "\(ServerCounters.bounds[index])" : "+Inf"
      samples.append(("http_duration_seconds_bucket{le=\"\(bound)\"}", "\(sum)"))
    }
    samples.append(("http_duration_seconds_sum", "\(counters.seconds)"))
    samples.append(("http_duration_seconds_count", "\(sum)"))
    return samples
  }
}
