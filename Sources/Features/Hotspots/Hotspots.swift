internal import Access
internal import Commands
internal import Database
package import Partnership

/// Maps of places that stand out, and their track record.
package enum Hotspots {
  /// All that Application sees of the feature beside ``directory``.
  package static let feature: Feature = {
    var feature = Feature(name: "hotspots")
    feature.migrations = HotspotsSchema.migrations
    feature.commands = [
      HotspotsCommand.command, RunCommands.list, RunCommands.monthly, WardCommand.command,
      HarmCommands.show, HarmCommands.replace, TimeCommands.hours, TimeCommands.repeats,
      NamedCommands.name, NamedCommands.list, InterventionCommands.show,
      InterventionCommands.state, NearRepeatCommand.command.adapted { _, _ in },
    ]
    feature.staffSections = ["hotspots"]
    feature.staffPages = { visit in try HotspotHandlers.answer(visit) }
    feature.navigation = [
      NavigationEntry(
        "Hotspots", path: HotspotRoute.map(HotspotFilter()).path,
        roles: HotspotPolicy.readers, group: .analysis)
    ]
    feature.jobs = [RunJob.kind]
    feature.actions = [
      "hotspots.harm-replaced": "Weights of harm replaced",
      "hotspots.intervention-stated": "Intervention stated",
      "hotspots.map-asked": "Map of hotspots asked for",
      "hotspots.map-kept": "Map of hotspots kept",
    ]
    feature.demonstrate = { world, services in try Demonstration.make(world, services) }
    return feature
  }()

  /// The kept maps, for features that act on them.
  package static let directory = HotspotDirectory { limit, read in
    try RunStore.latest(limit, read).map(HotspotSummary.init)
  }
}
