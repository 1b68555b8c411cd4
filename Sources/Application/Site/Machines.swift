import Database
import HTTP
import Kernel
import Partnership

/// The paths for machines: is it up, is it fit to serve, and its counters.
struct Machines: Sendable {
  let services: Services
  /// The counters in the text format of Prometheus.
  let metrics: @Sendable () -> String

  func respond(_ request: Request) -> Response? {
    switch request.path {
    case ["healthz"]: .text("ok\n")
    case ["readyz"]: readiness()
    case ["metrics"]: mayReadMetrics(request) ? .text(metrics()) : nil
    default: nil
    }
  }

  private func readiness() -> Response {
    do {
      _ = try services.database.read { read in try read.count("SELECT 1") }
      return .text("ready\n")
    } catch {
      return .text("the database does not answer\n", status: 503)
    }
  }

  private func mayReadMetrics(_ request: Request) -> Bool {
    let readers = services.settings.metricsReaders
    guard readers.isEmpty else { return readers.contains(request.client) }
    // A proxy of this machine that was not named as trusted speaks for strangers.
    return ["127.0.0.1", "::1"].contains(request.client)
      && request.headers["x-forwarded-for"] == nil
  }
}
