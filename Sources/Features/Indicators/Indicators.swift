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
    feature.migrations = [
      .indicatorPlans, .indicatorFigures, .indicatorPublication, .indicatorReturns,
      .indicatorSignOffs, .indicatorPlanChanges,
    ]
    feature.publicSections = ["performance"]
    feature.publicPages = { try PerformanceHandlers(visit: $0).respond() }
    feature.staffSections = ["indicators", "plans"]
    feature.staffPages = {
      try FiguresHandlers(visit: $0).respond() ?? PlanHandlers(visit: $0).respond()
        ?? IndicatorHandlers.answer($0)
    }
    feature.navigation = [
      NavigationEntry("Performance", path: "/indicators", roles: Set(Role.all), group: .plan),
      NavigationEntry("Plans", path: "/plans", roles: Set(Role.all), group: .plan),
      NavigationEntry(
        "Figures", path: FiguresRoute.start.path,
        others: ["/indicators/returns", "/indicators/publications"],
        roles: [.administrator, .manager, .officer, .analyst, .coordinator], group: .plan),
      NavigationEntry(
        "Your return", path: FiguresRoute.returnsStart.path, roles: [.partner],
        group: .plan),
    ]
    feature.commands = [
      .indicatorDashboard, .indicatorImport, .planList, .planShow, .planAdd, .planTitle,
      .planTolerance, .planBreak, .planClose, .planImport, .planExport,
    ]
    feature.actions = IndicatorActions.words
    feature.demonstrate = {
      try Demonstration.make($0, $1)
      try FirstIssue(world: $0, services: $1).publish()
    }
    return feature
  }()
}
