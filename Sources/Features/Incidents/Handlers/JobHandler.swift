internal import Design
internal import HTTP
internal import Jobs
internal import Kernel
internal import Markup
internal import Partnership

/// Shows how far an import is.
enum JobHandler {
  static func answer(_ visit: StaffVisit, _ id: ID<Job>) throws -> Response {
    try IncidentPolicy.require(.see, visit.actor)
    let (status, run) = try visit.read { read in
      (try visit.services.jobs.status(id, in: read), try RunStore.run(ofJob: id, read))
    }
    guard let status, [ImportJob.name, ExtractJob.name].contains(status.kind) else {
      throw IncidentProblem.notFound
    }
    return visit.page("Import of files", crumbs: IncidentHandlers.crumbs) {
      JobPage(status: status, run: run)
    }
  }
}
