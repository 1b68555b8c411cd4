internal import Commands
internal import Kernel
package import Partnership

/// Powers against anti-social behaviour: what was issued or made, under which law, and what came of it.
package enum Orders {
  /// All that Application sees of the feature.
  package static let feature: Feature = {
    var feature = Feature(name: "orders")
    feature.migrations = OrdersSchema.migrations
    feature.publicSections = [PublicSpaces.section]
    feature.publicPages = { try PublicSpaces.answer($0) }
    feature.staffSections = ["orders"]
    feature.staffPages = { try OrdersHandlers(visit: $0).respond() }
    feature.record = { path, _, _ in
      path.count > 1 ? Reference(path[1]).map { "order/\($0)" } : nil
    }
    feature.navigation = [
      NavigationEntry(
        "Orders", path: OrdersRoute.list(OrderFilter()).path, roles: OrdersPolicy.roles(.see)),
      NavigationEntry(
        "Law", path: LawRoute.book(on: nil).path,
        roles: OrdersPolicy.roles(.readLaw).subtracting(OrdersPolicy.roles(.see))),
      NavigationEntry(
        "Who receives orders", path: OrdersRoute.equality(nil).path,
        roles: OrdersPolicy.roles(.compare).subtracting(OrdersPolicy.roles(.see))),
    ]
    feature.commands =
      LawCommands.all + OrdersCommands.all + IssueCommands.all + OrderChangeCommands.all + [
        DescribeCommand.command
      ]
      + BreachCommands.all + NoticeCommands.all + EqualityCommands.all
    feature.jobs = [OrdersReseal.job]
    feature.measures = OrderMeasures.all
    feature.actions = OrdersActions.words
    feature.dueWork = OrderDueWork.of
    feature.related = OrdersOfCase.related
    feature.demonstratesAfter = "casework"
    feature.holds = { try OrderHolds.of($0, at: $1, $2) }
    feature.personalData = [OrderPersonalData.source]
    feature.demonstrate = { try Demonstration.make($0, $1) }
    return feature
  }()
}
