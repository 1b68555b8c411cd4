internal import Commands
package import Database
package import Kernel
package import Partnership

/// Conferences: bodies that sit together over people at risk, and what each is to do.
package enum Conferences {
  /// All that Application sees of the feature.
  package static let feature: Feature = {
    var feature = Feature(name: "conferences")
    feature.migrations = ConferencesSchema.migrations
    feature.publicSections = [AskedRoute.section]
    let limit = VisitLimit()
    feature.publicPages = { visit in try AskedRoute.answer(visit, limit) }
    feature.staffSections = ["conferences"]
    feature.staffPages = { try ConferencesHandlers(visit: $0).respond() }
    feature.record = { path, _, read in
      guard path.count > 1 else { return nil }
      return try KindStore.find(path[1], read)?.subject
    }
    feature.navigation = [
      NavigationEntry(
        "Conferences", path: ConferencesRoute.index.path, roles: ConferencePolicy.sitting)
    ]
    feature.commands = ConferencesCommands.all
    feature.jobs = [ConferencesReseal.job]
    feature.personalData = [ConferencePersonalData.source]
    feature.measures = ConferenceMeasures.all
    feature.actions = ConferencesActions.words
    feature.dueWork = { try OwnActions($1).dueWork($0, $2) }
    feature.demonstrate = { try Demonstration.make($0, $1) }
    return feature
  }()

  /// What those who lead conferences that stand apart decided about a request for one's own data.
  package static func apartAnswer(
    to request: Reference, _ services: Services, _ read: Read
  ) throws -> ApartAnswer { try DisclosureStore(services).answer(request, read) }

  /// Deletes what was decided about requests that are deleted.
  package static func forgetApart(_ requests: [Reference], in write: Write) throws {
    try DisclosureStore.forget(requests, in: write)
  }
}
