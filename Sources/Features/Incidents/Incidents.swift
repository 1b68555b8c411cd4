internal import Access
package import Partnership

/// Recorded crime and anti-social behaviour: import, counts, trends.
package enum Incidents {
  /// All that Application sees of the feature.
  package static let feature: Feature = {
    var feature = Feature(name: "incidents")
    feature.migrations = IncidentsSchema.migrations
    feature.commands =
      [
        ImportCommand.command, CountCommand.command, QualityCommand.command, AreaCommand.command,
      ] + MappingCommands.all
    feature.publicSections = ["performance"]
    feature.publicPages = { visit in try RecordedHandlers.answer(visit) }
    feature.staffSections = ["incidents"]
    feature.staffPages = { visit in try IncidentHandlers.answer(visit) }
    feature.navigation = [
      NavigationEntry(
        "Incidents", path: IncidentRoute.overview(IncidentFilter()).path, roles: Set(Role.all),
        group: .analysis)
    ]
    feature.jobs = [ImportJob.kind, ExtractJob.kind, CountingJob.kind, IncidentsReseal.job]
    feature.measures = IncidentMeasures.all
    feature.events = { read in try [IncidentEvents.policeUK] + ExtractEvents.sources(read) }
    feature.actions = [
      "incidents.area-set": "Area of the partnership set",
      "incidents.import-asked": "Import of files asked for",
      "incidents.imported": "Files imported",
      "incidents.shown-publicly": "Counts of incidents shown to the public",
      "incidents.hidden-publicly": "Counts of incidents taken from the public",
      "incidents.mapping-saved": "Mapping of a source of incidents saved",
      "incidents.refused-read": "Refused rows of an import saved as a file",
    ]
    feature.areasChanged = { services in try CountsUpkeep.run(services) }
    feature.demonstrate = { world, services in try Demonstration.make(world, services) }
    return feature
  }()
}
