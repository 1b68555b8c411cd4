internal import Access
internal import Commands
package import Partnership

/// The weekly tasking: what stands out, what was decided about it, and what came of that.
package enum Tasking {
  /// All that Application sees of the feature.
  package static let feature: Feature = {
    var feature = Feature(name: "tasking")
    feature.migrations = TaskingSchema.migrations
    feature.staffSections = ["tasking"]
    feature.staffPages = { try TaskingHandlers(visit: $0).respond() }
    feature.navigation = [
      NavigationEntry(
        "Tasking", path: TaskingRoute.meetings(page: 1).path, roles: TaskingPolicy.readers,
        group: .analysis),
      NavigationEntry(
        "Exceptions", path: ExceptionRoute.report(ExceptionFilter()).path,
        roles: TaskingPolicy.readers, group: .analysis),
    ]
    feature.commands =
      [
        ExceptionsCommand.command, PackCommand.command, ActionsCommand.command,
        ComparisonCommand.command,
      ] + MeetingCommands.all + ActionCommands.all + VehicleCommands.all
    feature.jobs = [VehicleReseal.job]
    feature.actions = TaskingActions.words
    feature.demonstrate = { try Demonstration.make($0, $1) }
    return feature
  }()
}
