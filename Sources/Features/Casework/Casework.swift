internal import Access
internal import Commands
package import Partnership

/// From a resident's report to an outcome: reporting, the diary, and the work on it.
package enum Casework {
  /// All that Application sees of the feature.
  package static let feature: Feature = {
    var feature = Feature(name: "casework")
    feature.migrations =
      CaseworkSchema.migrations + CaseSchema.migrations + FollowSchema.migrations
      + RiskSchema.migrations
    feature.actions = CaseworkActions.words.merging(CaseActions.words) { first, _ in first }
      .merging(RiskActions.words) { first, _ in first }
    feature.publicSections = ["report", "case-review"]
    let desk = ReportDesk()
    feature.publicPages = { visit in try desk.answer(visit) }
    feature.staffSections = ["reports", "work", "cases"]
    feature.staffPages = { visit in
      try ReportsHandlers(visit: visit, desk: desk).respond()
        ?? WorkHandlers(visit: visit).respond()
    }
    feature.navigation = [
      NavigationEntry(
        "Work", path: WorkRoute.work(WorkFilter()).path, others: ["/cases"],
        roles: CasePolicy.roles(.list)),
      NavigationEntry(
        "Reports", path: ReportsRoute.list(.new, page: 1).path,
        roles: CaseworkPolicy.roles(.list).union(CaseworkPolicy.roles(.take))
          .union(CaseworkPolicy.roles(.configure))),
      NavigationEntry("Risk", path: RiskRoute.instruments.path, roles: [.administrator]),
    ]
    feature.commands = ReportsCommands.all + CaseCommands.all + RiskCommands.all
    feature.jobs = [
      DraftPurge.job, ReportReseal.job, CaseReseal.job, CodeSending.job, ReviewLetter.job,
    ]
    feature.measures = [
      StartedInTime.measure, SatisfactionFigures.measure, ReferralCounts.measure,
      SupportStore.measure,
    ]
    feature.events = ReportEventSource.sources
    feature.demonstrate = { world, services in
      try Demonstration.make(world, services)
      try CaseDemonstration.make(world, services)
      try FollowDemonstration.make(world, services)
      try RiskDemonstration.make(world, services)
      try MarkerDemonstration.make(world, services)
      try ReferralDemonstration.make(world, services)
    }
    return feature
  }()
}
