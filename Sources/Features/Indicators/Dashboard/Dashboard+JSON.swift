import Commands
import Kernel

extension Dashboard {
  /// The dashboard as other programs read it: one object with plan, period and rows; where the
  /// period is not over, with the last month counted too.
  var json: JSON {
    let cut =
      spans.isPartial ? [JSON.Member("through", .string(spans.now.upperBound.description))] : []
    return .object(
      [
        JSON.Member("plan", .string(plan.slug)),
        JSON.Member("period", .string(period.description)),
      ] + cut + [
        JSON.Member(
          "rows",
          .array(groups.flatMap { group in group.rows.map { $0.json(group.priority.title) } }))
      ])
  }
}

extension DashboardRow {
  /// Percentages as 69; changes rounded to two decimals; a state is `none` where there is none.
  fileprivate func json(_ priority: String) -> JSON {
    let change = now.direction.change
    return .object([
      JSON.Member("priority", .string(priority)),
      JSON.Member("indicator", .string(member.title)),
      JSON.Member("value", .figure(now.value?.value)),
      JSON.Member("previous", .figure(now.previous?.value)),
      JSON.Member("changePercent", .figure(change?.percent?.rounded(to: 2))),
      JSON.Member("changePoints", .figure(change?.points?.rounded(to: 2))),
      JSON.Member("computed", .string(computed.rawValue)),
      JSON.Member("judgement", .string(judged.rawValue)),
      JSON.Member("shown", .string(shown.rawValue)),
    ])
  }
}

extension JSON {
  fileprivate static func figure(_ figure: Figure?) -> JSON {
    guard let figure else { return .null }
    return figure.whole.map(JSON.integer) ?? .number(figure.double)
  }
}
