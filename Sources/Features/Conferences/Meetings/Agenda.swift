internal import Kernel

/// The agenda of a meeting in its order: parts, and the cases of each.
struct Agenda {
  typealias Entry = (item: AgendaItem, referral: Referral)

  let parts: [(part: AgendaPart, cases: [Entry])]

  /// Urgent cases first within a part, then as they were put on it.
  ///
  /// A case whose part is not in the order comes at the end: whatever the order says, none is lost.
  init(_ order: [AgendaPart], _ entries: [Entry]) {
    let others = AgendaPart.allCases.filter { part in
      !order.contains(part) && entries.contains { $0.item.part == part }
    }
    parts = (order + others).map { part in
      (part, entries.filter { $0.item.part == part }.sorted(by: Self.comesFirst))
    }
  }

  var cases: [Entry] { parts.flatMap(\.cases) }

  /// The case being heard; else the one asked for, if it is on the agenda.
  func present(_ asked: ID<AgendaItem>?) -> Entry? {
    if let asked { return cases.first { $0.item.id == asked } }
    return cases.first { $0.item.isNow }
  }

  /// The first case that was not opened yet.
  var next: Entry? { cases.first { $0.item.startedAt == nil } }

  private static func comesFirst(_ one: Entry, _ other: Entry) -> Bool {
    let (first, second) = (one.referral.isUrgent ? 0 : 1, other.referral.isUrgent ? 0 : 1)
    return (first, one.item.id.rawValue) < (second, other.item.id.rawValue)
  }
}
