package import Partnership

/// Plans, their indicators and figures: dashboards, targets, outturns, and the archive.
package enum Indicators {
  /// All that Application sees of the feature.
  package static let feature: Feature = {
    var feature = Feature(name: "indicators")
    feature.migrations = [.indicatorPlans, .indicatorFigures, .indicatorPublication]
    return feature
  }()
}
