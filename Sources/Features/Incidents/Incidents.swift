package import Partnership

/// Recorded crime and anti-social behaviour: import, counts, trends.
package enum Incidents {
  /// All that Application sees of the feature.
  package static let feature: Feature = {
    var feature = Feature(name: "incidents")
    feature.migrations = IncidentsSchema.migrations
    feature.commands = [ImportCommand.command, CountCommand.command]
    return feature
  }()
}
