internal import Access
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Answers the worklist.
struct WorklistHandlers {
  let visit: StaffVisit

  func show(_ filter: WorkFilter) throws -> Response {
    try CasePolicy.require(.list, visit.actor)
    let account = visit.actor.account
    let model = try visit.read { read -> WorklistModel in
      let (items, hasMore) = try WorkStore.page(filter, of: account, at: visit.now, read)
      var owners: [ID<Account>: String] = [:]
      for id in Set(items.compactMap(\.owner)) {
        let name = try visit.services.people.name(of: id, in: read)
        owners[id] = name?.reveal(for: "owner of a case")
      }
      return WorklistModel(
        filter: filter, items: items, hasMore: hasMore,
        counts: try WorkStore.counts(mine: filter.isMine, of: account, at: visit.now, read),
        owners: owners,
        risks: try RiskStore.standing(of: items.compactMap(\.file), read),
        marked: try MarkerStore.marked(items, on: London.day(visit.now), read),
        started: try StartedInTime.month(of: visit.now, read), now: visit.now,
        mayOpen: CasePolicy.allows(.open, visit.actor))
    }
    return visit.page("Work") { WorklistPage(model: model) }
  }
}
