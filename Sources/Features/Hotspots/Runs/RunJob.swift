internal import Access
internal import FoundationEssentials
internal import Jobs
internal import Kernel
internal import Partnership

/// The drawing of a map to be kept, in the background.
///
/// Drawn again from the start after a crash, it gives the same map, which is kept once.
enum RunJob {
  static let name = "hotspots.draw"

  static let kind = JobKind<Services>(name: name) { run, services in
    let parameters = try JSONDecoder().decode(
      HotspotParameters.self, from: Data(run.payload.utf8))
    let keeper = RunKeeper(
      services: services, account: run.askedBy.map { ID<Account>($0) }, job: run.id)
    _ = try keeper.keep(
      parameters,
      progress: { done, total in
        try run.checkStopping()
        run.progress(done: done, total: total)
      }
    ) { write, kept in try run.complete(kept.id.description, in: write) }
  }

  /// The payload of a job.
  static func payload(_ parameters: HotspotParameters) throws -> String {
    String(decoding: try JSONEncoder().encode(parameters), as: UTF8.self)
  }
}
