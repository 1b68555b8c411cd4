import Database
import Kernel

extension PlanEditor {
  /// Takes an indicator into a priority, after those of the plan: one that is there, or a new one
  /// of the plan's name.
  mutating func add(
    _ text: MemberText, to priority: ID<Priority>, as existing: ID<Indicator>? = nil,
    in write: Write
  ) throws -> PlanIndicator {
    let last = try MembershipStore.all(of: plan.id, in: write).map(\.position).max() ?? 0
    let indicator = try existing ?? IndicatorStore.add(text.title, in: write)
    let id = try MembershipStore.add(
      NewPlanIndicator(
        plan: plan.id, priority: priority, indicator: indicator, position: last + 1,
        title: text.title, section: text.section, code: text.code,
        annualReason: text.annualReason, baseline: text.baseline, basis: text.basis), in: write)
    _ = try note("Indicator added", of: id, nil, text.name, in: write)
    guard let member = try MembershipStore.find(id, in: write) else { throw DatabaseError.stale }
    return member
  }

  /// Changes what the plan calls an indicator and says of its targets.
  mutating func change(
    _ member: PlanIndicator, to text: MemberText, in write: Write
  ) throws {
    let now = member.text
    let noted = [
      try note("Name", of: member.id, now.title, text.title, in: write),
      try note("Code", of: member.id, now.code, text.code, in: write),
      try note("Table of the plan", of: member.id, now.section, text.section, in: write),
      try note(
        "Why there is only a yearly figure", of: member.id, now.annualReason, text.annualReason,
        in: write),
      try note("Baseline", of: member.id, now.baseline, text.baseline, in: write),
      try note("Basis of targets", of: member.id, now.basis.words, text.basis.words, in: write),
    ]
    if noted.contains(true) { try MembershipStore.change(member.id, to: text, in: write) }
  }

  /// Moves an indicator before the one above it in its priority; the first stays.
  mutating func raise(_ member: PlanIndicator, in write: Write) throws {
    let all = try MembershipStore.all(of: plan.id, in: write).filter {
      $0.priority == member.priority
    }
    guard let place = all.firstIndex(of: member), place > 0 else { return }
    _ = try note(
      "Order of indicators", of: member.id, "after \(all[place - 1].text.name)",
      "before \(all[place - 1].text.name)", in: write)
    try MembershipStore.swap(member, all[place - 1], in: write)
  }

  /// Adds another code or name an indicator goes by in this plan.
  mutating func addAlias(
    _ code: String, note: String, of member: PlanIndicator, in write: Write
  ) throws {
    let isKnown = try IndicatorStore.aliases(of: member.indicator, in: write).contains {
      $0.planSlug == plan.slug && $0.code == code && $0.section == member.section
    }
    guard !isKnown, try self.note("Also known as", of: member.id, nil, code, in: write) else {
      return
    }
    try IndicatorStore.addAlias(
      code, section: member.section, note: note, of: member.indicator, in: plan.id, write)
  }
}

extension MemberText {
  /// Its name with its code: "A1: Burglary".
  var name: String { code.isEmpty ? title : "\(code): \(title)" }
}
