internal import Access
internal import Commands
internal import Database
internal import HTTP
internal import Kernel
internal import Partnership
internal import Secrets

/// The commands `hamlet reviews count` and `take`.
enum ReviewCommand {
  static let all = [command, take] + ReviewLawCommands.all

  private static let take = Command<Services>(
    ["reviews", "take"],
    summary: "keep an application for a case review that was taken for somebody",
    details: """
      FILE holds one JSON object whose names are those of the fields of the page "Take an \
      application": channel, applied-day, applied-month, applied-year, for (me or other), victim, \
      agreed-day, agreed-month, agreed-year, agreed-how, story, references, name, phone, email, \
      address, safe as a list of email, phone and letter, times and safety. Give - to read standard \
      input, so that nothing about a person stays in the history of the shell. Prints the reference.
      """,
    arguments: [
      .file("FILE", "the application as JSON; - for standard input"),
      .flag("--json", "print one JSON value"),
    ]
  ) { invocation, services in
    let (file, now) = (invocation.value("FILE"), services.clock.now())
    let fields = try FieldsFile.read(file)
    let form = try FieldsFile.taken(from: file) {
      try TakenReviewForm(fields, today: services.clock.today)
    }
    let reference = try services.database.write { write in
      let (reference, _) = try CaseReviewStore(services).add(
        form.request, once: SecretToken.random(), applied: form.applied, by: form.channel, at: now,
        in: write)
      try services.audit.record(
        AuditEvent(
          actor: nil, action: "casework.review-taken", subject: "case-review/\(reference)", at: now),
        in: write)
      return reference
    }
    if invocation.flag("--json") {
      invocation.output.json(["reference": .string(reference.description)])
    } else {
      invocation.output.line("Reference  \(reference)")
    }
  }

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
  }

  private static func json(_ year: ReviewYear) -> JSON {
    [
      "year": .string(year.year.description), "applications": .integer(year.applications),
      "thresholdNotMet": .integer(year.notMet), "reviews": .integer(year.held),
      "withRecommendations": .integer(year.withRecommendations),
    ]
  }
}
