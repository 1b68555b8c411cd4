import Access
import Commands
import Database
import HTTP
package import Partnership

/// Plans, their indicators and figures: dashboards, targets, outturns, and the archive.
package enum Indicators {
  /// All that Application sees of the feature.
  package static let feature: Feature = {
    var feature = Feature(name: "indicators")
    feature.migrations = [.indicatorPlans, .indicatorFigures, .indicatorPublication]
    feature.staffSections = ["indicators", "plans"]
    feature.staffPages = { try IndicatorHandlers.answer($0) }
    feature.navigation = [
      NavigationEntry("Performance", path: "/indicators", roles: Set(Role.all)),
      NavigationEntry("Plans", path: "/plans", roles: Set(Role.all)),
    ]
    feature.commands = [.indicatorDashboard, .indicatorImport]
    feature.demonstrate = { try Demonstration.make($0, $1) }
    return feature
  }()
}
