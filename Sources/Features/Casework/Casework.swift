internal import Access
internal import Commands
package import Partnership

/// From a resident's report to an outcome: reporting, the diary, and the work on it.
package enum Casework {
  /// All that Application sees of the feature.
  package static let feature: Feature = {
    var feature = Feature(name: "casework")
    feature.migrations = CaseworkSchema.migrations
    feature.actions = CaseworkActions.words
    feature.publicSections = ["report", "case-review"]
    let desk = ReportDesk()
    feature.publicPages = { visit in try desk.answer(visit) }
    feature.staffSections = ["reports"]
    feature.staffPages = { visit in try ReportsHandlers(visit: visit, desk: desk).respond() }
    feature.navigation = [
      NavigationEntry(
        "Reports", path: ReportsRoute.list(.new, page: 1).path,
        roles: CaseworkPolicy.roles(.list).union(CaseworkPolicy.roles(.take))
          .union(CaseworkPolicy.roles(.configure)))
    ]
    feature.commands = ReportsCommands.all
    feature.jobs = [DraftPurge.job, ReportReseal.job]
    feature.events = ReportEventSource.sources
    feature.demonstrate = { world, services in try Demonstration.make(world, services) }
    return feature
  }()
}
