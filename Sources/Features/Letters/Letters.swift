internal import Access
internal import Jobs
internal import Kernel
internal import Messages
package import Partnership

/// The outbox as people see it: what waits, what went, and what somebody has to do by hand.
package enum Letters {
  /// All that Application sees of the feature.
  package static let feature: Feature = {
    var feature = Feature(name: "letters")
    feature.staffSections = ["outbox"]
    feature.staffPages = { try LettersHandlers(visit: $0).respond() }
    feature.navigation = [
      NavigationEntry("Outbox", path: LettersRoute.first.path, roles: LettersPolicy.readers)
    ]
    feature.record = { path, _, _ in
      path.count > 1 ? ID<SentMessage>(path[1]).map { "message/\($0)" } : nil
    }
    feature.commands = OutboxCommands.all
    feature.jobs = [sending, LetterReseal.job]
    feature.actions = LettersActions.words
    return feature
  }()

  /// Hands one message over; tried again where the carrier has to be asked what became of it.
  private static let sending = JobKind<Services>(
    name: Outbox.jobName, retries: 2 * Outbox.mostQuestions
  ) { run, services in
    try services.outbox.send(run, services.database, services.clock)
  }
}
