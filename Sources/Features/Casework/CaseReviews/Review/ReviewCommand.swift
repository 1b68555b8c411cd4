internal import Commands
internal import Database
internal import Kernel
internal import Partnership

/// The command `hamlet reviews count`.
enum ReviewCommand {
  static let command = Command<Services>(
    ["reviews", "count"], summary: "the four counts of case reviews, year by year",
    details: """
      Applications, those whose threshold was not met, reviews carried out and reviews with \
      recommendations, by financial year of the application: what section 104(9) of the Anti-social \
      Behaviour, Crime and Policing Act 2014 asks to be published. Nothing is held back.
      """,
    arguments: [.flag("--json", "print one JSON value")]
  ) { invocation, services in
    let years = try services.database.read { read in
      try ReviewYear.all(through: services.clock.today, read)
    }
    if invocation.flag("--json") {
      invocation.output.json(["years": .array(years.map(json))])
      return
    }
    for year in years {
      invocation.output.line(
        "\(year.year)  applications \(year.applications), threshold not met \(year.notMet), "
          + "reviews \(year.held), with recommendations \(year.withRecommendations)")
    }
    if years.isEmpty { invocation.output.line("Nobody has asked for a case review.") }
  }

  private static func json(_ year: ReviewYear) -> JSON {
    [
      "year": .string(year.year.description), "applications": .integer(year.applications),
      "thresholdNotMet": .integer(year.notMet), "reviews": .integer(year.held),
      "withRecommendations": .integer(year.withRecommendations),
    ]
  }
}
