internal import Database
internal import Jobs
internal import Kernel
internal import Partnership

/// The counting by areas somebody asked for before they were counted, in the background.
enum CountingJob {
  static let name = "incidents.count-areas"

  static let kind = JobKind<Services>(name: name) { run, services in
    try DivisionCounting(services).run(run.payload == Parting.codes.key.kind ? .codes : nil)
    try PublicCounts(services).refresh()
  }

  /// Asks for it, unless it was asked for already.
  static func ask(for parting: Parting, _ services: Services, in write: Write) throws {
    let isOpen = try services.jobs.newest([name], in: write).contains {
      $0.state == .waiting || $0.state == .running
    }
    if !isOpen { try services.jobs.enqueue(name, payload: parting.key.kind, in: write) }
  }
}
