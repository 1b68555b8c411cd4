internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Answers the page of counts and its files.
enum CountsHandler {
  static func page(_ visit: StaffVisit, _ filter: CountsFilter) throws -> Response {
    let model = try whenCounted(visit) {
      try visit.read { read in
        try CountsReader(services: visit.services, today: London.day(visit.now), read: read)
          .model(filter)
      }
    }
    let refusal = model.state.refusal
    let page = Page(
      frame: visit.frame, title: "Counts", crumbs: IncidentHandlers.crumbs, refusal: refusal
    ) {
      ErrorSummary(refusal)
      CountsPage(model: model)
    }
    return .html(page, status: refusal == nil ? 200 : 422)
  }

  /// The same answer as a file; a question that is refused gets the page that says why.
  static func download(
    _ visit: StaffVisit, _ filter: CountsFilter, _ format: CountsFormat
  ) throws -> Response {
    do {
      let file = try whenCounted(visit) {
        try visit.read { read in
          let reader = CountsReader(
            services: visit.services, today: London.day(visit.now), read: read)
          guard let question = try reader.question(filter) else {
            throw IncidentProblem.notFound
          }
          return try CountsFile(question, format, reader)
        }
      }
      return .download(try file.finished(), type: format.type, name: file.name)
    } catch is Refusal {
      return try page(visit, filter)
    }
  }

  /// Has areas counted that are asked for and not counted yet.
  private static func whenCounted<Result>(
    _ visit: StaffVisit, _ body: () throws -> Result
  ) throws -> Result {
    do { return try body() } catch let problem as NotCounted {
      try visit.write { write in
        try CountingJob.ask(for: problem.parting, visit.services, in: write)
      }
      throw problem
    }
  }
}
