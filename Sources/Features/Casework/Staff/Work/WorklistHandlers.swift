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
    let model = try visit.read { read -> WorklistModel in
      let scope = try WorkScope(
        filter.whose, of: visit.actor, at: visit.now, visit.services.people, read)
      let left = try LeftOwners.of(visit.services.people, read)
      let (items, hasMore) = try WorkStore.page(
        filter, of: scope, at: visit.now, left: left, read)
      return WorklistModel(
        filter: filter, leftOut: scope.leftOut, items: items, marks: try marks(items, read),
        hasMore: hasMore,
        counts: try WorkStore.counts(of: scope, at: visit.now, left: left, read),
        owners: try owners(items, read), left: left,
        risks: try RiskStore.standing(of: items.compactMap(\.file), read),
        marked: try MarkerStore.marked(
          cases: items.filter { !$0.isReport }.map(\.reference),
          reports: items.filter(\.isReport).map(\.reference), on: London.day(visit.now), read),
        reviews: CaseworkPolicy.allows(.review, visit.actor)
          ? try ReviewsDue(on: London.day(visit.now), visit.services, read) : nil,
        alsoDue: try visit.dueWork(read),
        flagged: CaseworkPolicy.allows(.clear, visit.actor)
          ? try InboxStore.page(.flagged, 1, read).reports : [],
        flaggedCount: try InboxStore.flaggedCount(read), now: visit.now,
        mayOpen: CasePolicy.allows(.open, visit.actor),
        knownWaiting: KnownPolicy.allows(.decide, visit.actor)
          ? try KnownRequestStore.waitingCount(read) : 0)
    }
    return visit.page("Work") { WorklistPage(model: model) }
  }

  /// Who works on each, with who covers them today.
  private func owners(_ items: [WorkItem], _ read: Read) throws -> [ID<Account>: String] {
    let ids = Set(items.compactMap(\.owner))
    let covers = try CoverStore.covers(of: ids, on: London.day(visit.now), read)
    let people = visit.services.people
    var owners: [ID<Account>: String] = [:]
    for id in ids {
      let name = try people.name(of: id, in: read)?.reveal(for: "owner of a case")
      let cover = try covers[id].flatMap { try people.name(of: $0, in: read) }
      owners[id] = name.map { name in
        cover.map { "\(name), covered by \($0.reveal(for: "cover of a case"))" } ?? name
      }
    }
    return owners
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
