internal import Access
internal import Commands
package import Partnership

/// Maps of places that stand out, and their track record.
package enum Hotspots {
  /// All that Application sees of the feature.
  package static let feature: Feature = {
    var feature = Feature(name: "hotspots")
    feature.commands = [
      HotspotsCommand.command, NearRepeatCommand.command.adapted { _, _ in },
    ]
    feature.staffSections = ["hotspots"]
    feature.staffPages = { visit in try HotspotHandlers.answer(visit) }
    feature.navigation = [
      NavigationEntry(
        "Hotspots", path: HotspotRoute.map(HotspotFilter()).path,
        roles: HotspotPolicy.readers)
    ]
    return feature
  }()
}
