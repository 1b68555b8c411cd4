import Access
import Accounts
import Database
import Design
import Glibc
import HTTP
import Jobs
import Kernel
import Partnership
import Server

/// The site being served: the server, the background work, and their orderly end.
struct Serving {
  private let house: House
  private let address: ListenAddress

  init(_ house: House, _ address: ListenAddress) {
    self.house = house
    self.address = address
  }

  /// Serves until SIGTERM or SIGINT, then finishes what is in flight.
  func run(_ started: (String) -> Void) throws {
    Termination.prepare()
    let running = try start()
    started(address.url(port: running.server.port))
    _ = Termination.wait()
    running.stop()
  }

  /// Starts the server and the background work; for journeys, which stop it themselves.
  func start() throws -> Running {
    let services = house.services
    let live = Guarded<Server?>(nil)
    let kept = Kept()
    let facts = try services.database.read(SiteFacts.init)
    let machines = Machines(services: services) {
      live.withLock { $0 }.map { Metrics.text($0.counters) } ?? ""
    }
    let notes = SessionNotes()
    let site = Site(
      services: services, kept: kept, latest: Guarded(facts), notes: notes, machines: machines)
    for asset in facts.publicFrame().assets.all {
      kept.keepForever(.bytes(asset.bytes, type: asset.contentType), at: asset.path)
    }
    let server = Server(configuration: configuration(site), kept: kept) { site.respond($0) }
    live.withLock { $0 = server }
    let runner = JobRunner(
      queue: services.jobs, kinds: features.flatMap(\.jobs), context: services,
      report: Fault.report)
    try server.start()
    runner.start()
    services.audit.views.start(services.audit, services.database)
    notes.start(services, report: Fault.report(note:))
    return Running(server: server, live: live, runner: runner, notes: notes, services: services)
  }

  private func configuration(_ site: Site) -> ServerConfiguration {
    let settings = house.environment.settings
    mkdir(settings.uploads, 0o700)
    SpoolFolder.clear(settings.uploads)
    var configuration = ServerConfiguration()
    configuration.host = address.host
    configuration.port = address.port
    configuration.trustedProxies = settings.trustedProxies
    configuration.headers =
      SecurityHeaders(
        isSecure: settings.isSecure, images: settings.tiles.map { [$0.origin] } ?? []
      ).fields
    configuration.sections = Sections.logged
    configuration.spoolFolder = settings.uploads
    configuration.uploadBytes = { site.uploadBytes($0) }
    configuration.isSlow = SlowWork.isSlow
    configuration.refusal = { status, reference in
      var frame = site.latest.withLock { $0.publicFrame() }
      // Which page it was is not known here: it may be one that has to be left at once.
      frame.quickExit = Sections.exits.values.min()
      return site.problemPage(
        status, Refusals.message(of: status), frame, reference: reference)
    }
    return configuration
  }
}

/// What runs while the site is served.
struct Running {
  let server: Server
  /// The server as its own metrics page sees it; let go of at the end.
  fileprivate let live: Guarded<Server?>
  fileprivate let runner: JobRunner<Services>
  fileprivate let notes: SessionNotes
  fileprivate let services: Services

  fileprivate init(
    server: Server, live: Guarded<Server?>, runner: JobRunner<Services>, notes: SessionNotes,
    services: Services
  ) {
    self.server = server
    self.live = live
    self.runner = runner
    self.notes = notes
    self.services = services
  }

  /// Finishes what is in flight and ends every thread.
  func stop() {
    server.stop()
    runner.stop()
    notes.stop()
    services.audit.views.stop()
    live.withLock { $0 = nil }
  }
}
