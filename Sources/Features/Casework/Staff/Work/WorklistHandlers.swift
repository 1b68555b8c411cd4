internal import Access
internal import Database
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
        filter: filter, items: items, marks: try marks(items, read), hasMore: hasMore,
        counts: try WorkStore.counts(mine: filter.isMine, of: account, at: visit.now, read),
        owners: owners,
        risks: try RiskStore.standing(of: items.compactMap(\.file), read),
        marked: try MarkerStore.marked(items, on: London.day(visit.now), read),
        started: try StartedInTime.month(of: visit.now, read), now: visit.now,
        mayOpen: CasePolicy.allows(.open, visit.actor),
        knownWaiting: KnownPolicy.allows(.decide, visit.actor)
          ? try KnownRequestStore.waitingCount(read) : 0)
    }
    return visit.page("Work") { WorklistPage(model: model) }
  }

  /// The marks of repeat callers by reference; none until a rule is chosen.
  private func marks(_ items: [WorkItem], _ read: Read) throws -> [Reference: RepeatMark] {
    guard let rule = try RepeatRules.current(read) else { return [:] }
    let callers = RepeatCallers(rule: rule)
    let reports = try callers.marks(items.filter(\.isReport).map { ID($0.number) }, read)
    let cases = try callers.marks(
      ofCases: items.filter { !$0.isReport }.map { ID($0.number) }, read)
    let marks = items.compactMap { item in
      (item.isReport ? reports[ID(item.number)] : cases[ID(item.number)]).map {
        (item.reference, $0)
      }
    }
    return Dictionary(marks) { first, _ in first }
  }
}
