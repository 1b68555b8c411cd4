internal import Access
package import Partnership

/// From a resident's report to an outcome: reporting, the diary, and the work on it.
package enum Casework {
  /// All that Application sees of the feature.
  package static let feature: Feature = {
    var feature = Feature(name: "casework")
    feature.migrations = CaseworkSchema.migrations
    feature.actions = CaseworkActions.words
    feature.publicSections = ["report"]
    let desk = ReportDesk()
    feature.publicPages = { visit in try desk.answer(visit) }
    feature.jobs = [DraftPurge.job]
    return feature
  }()
}
