internal import Kernel

/// What was told in a report, as questions and answers; what was not told says so.
enum ReportRows {
  typealias Row = (key: String, value: String, change: String?)

  static func story(_ details: ReportDetails) -> [Row] {
    let story = details.story.reveal(for: "the page of the report")
    let report = details.report
    var rows = [
      row("In their words", story.narrative),
      row(
        "Where",
        [report.place?.name ?? "", story.placeWords == report.place?.name ? "" : story.placeWords]
          .present),
      row("When", details.occasions.map(\.words).present),
      row("Is it still going on?", report.course?.title ?? ""),
      row("Effect", ([story.effect] + story.circumstances.map(\.title)).present),
      row(
        "Because of who they are", (details.strands.map(\.title) + [story.strandWords]).present),
      row("Landlord", story.landlord), row("Whom they told before", story.told),
    ]
    if let exception = report.kind.exception, let answer = story.exception {
      let words =
        answer == .applies ? exception.yes : "It is not, and they want to report it all the same"
      rows.append(row(exception.question ?? "Is it anti-social behaviour?", words))
    }
    return rows
  }

  static func subject(_ details: ReportDetails) -> [Row] {
    let subject = details.subject.reveal(for: "the page of the report")
    let known = ["yes": "The reporter knows them", "no": "The reporter does not know them"]
    return [
      row("Name", subject.name), row("Flat or house", subject.address),
      row("Looks", subject.description), row("Vehicle", subject.vehicle),
      row("Known?", known[subject.isKnown] ?? ""),
    ]
  }

  static func reporter(_ details: ReportDetails) -> [Row] {
    guard details.report.identity != .anonymous else {
      return [row("Name", "Anonymous: they look here with their reference and secret")]
    }
    let reporter = details.reporter.reveal(for: "the page of the report")
    return [
      row("When and how it is safe", reporter.safety),
      row("Way they chose", reporter.way?.title ?? ""),
      row("Pages were read in", reporter.language ?? "English"),
      row("Name", reporter.name), row("Telephone", reporter.phone), row("Email", reporter.email),
    ]
  }

  private static func row(_ key: String, _ value: String) -> Row {
    (key, value.isEmpty ? "Not given" : value, nil)
  }
}

extension [String] {
  /// Those that are not empty, in one sentence.
  fileprivate var present: String { filter { !$0.isEmpty }.joined(separator: "; ") }
}
