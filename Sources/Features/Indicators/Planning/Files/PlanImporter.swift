import Commands
import Database
import Kernel
import Partnership

/// Stores a table of a plan whole, or refuses it whole, naming line and column.
///
/// What the plan has already is changed to what the table says; what the table leaves out stays.
struct PlanImporter {
  let plan: Plan
  let agencies: [Agency]
  let measures: [Measure]
  var editor: PlanEditor

  /// What an import did.
  struct Report: Hashable, Sendable {
    var rows = 0
    var added = 0
    var changed = 0
    var unchanged = 0
  }

  /// Checks and keeps every line; a refusal throws, so that the transaction keeps nothing.
  mutating func run(_ table: PlanTable, in write: Write) throws -> Report {
    var report = Report()
    var seen: Set<[String]> = []
    for line in table.lines {
      guard line[.plan].isEmpty || line[.plan] == plan.slug else {
        throw line.refused(.plan, "the line is of another plan, “\(line[.plan])”.")
      }
      let key = [line[.priority], line[.indicator], line[.section]]
      guard seen.insert(key).inserted else {
        throw line.refused(.indicator, "this indicator stands twice in the file.")
      }
      let before = editor.changes.count
      let isAdded = try keep(line, in: write)
      report.rows += 1
      if isAdded {
        report.added += 1
      } else if editor.changes.count > before {
        report.changed += 1
      } else {
        report.unchanged += 1
      }
    }
    return report
  }

  /// Keeps one line; whether it added an indicator.
  private mutating func keep(_ line: PlanTable.Line, in write: Write) throws -> Bool {
    let priority = try priority(of: line, in: write)
    guard !line[.indicator].isEmpty else {
      guard !line[.unmeasured].isEmpty else {
        throw line.refused(
          .indicator, "name the indicator, or say in “no indicator because” why there is none.")
      }
      return false
    }
    let (member, isAdded) = try member(of: line, priority, in: write)
    if line.hasDefinition { try define(member, line, in: write) }
    try want(member, line, in: write)
    for (year, words) in line.targets {
      guard plan.years.contains(year) else {
        throw line.refused(year, "the plan has no year \(year).")
      }
      try editor.setTarget(words, for: year, of: member, in: write)
    }
    for code in line[.aliases].split(separator: ";").map({ FieldFate.plain(String($0)) })
    where !code.isEmpty {
      try editor.addAlias(code, note: editor.reason, of: member, in: write)
    }
    return isAdded
  }

  /// The priority a line names, by code or else by name; a new one is added after the others.
  private mutating func priority(
    of line: PlanTable.Line, in write: Write
  ) throws -> Priority {
    let title = try line.required(.priority, "the priority is missing.")
    let code = try line.optional(.priorityCode, limit: 12) ?? ""
    let all = try PlanStore.priorities(of: plan.id, in: write)
    let found =
      all.first { !code.isEmpty && $0.code == code } ?? all.first { $0.title == title }
    let unmeasured = try line.optional(.unmeasured, limit: 500)
    guard let found else {
      let id = try editor.add(
        PriorityText(code: code, title: title, unmeasured: unmeasured), in: write)
      guard let added = try PlanStore.priorities(of: plan.id, in: write).last, added.id == id else {
        throw DatabaseError.stale
      }
      return added
    }
    var text = found.text
    text.title = title
    if !code.isEmpty { text.code = code }
    if let unmeasured { text.unmeasured = unmeasured }
    try editor.change(found, to: text, in: write)
    return found
  }

  /// The indicator a line names in the plan, changed to what the line says, or a new one.
  private mutating func member(
    of line: PlanTable.Line, _ priority: Priority, in write: Write
  ) throws -> (PlanIndicator, isAdded: Bool) {
    let title = try line.required(.indicator, "the indicator is missing.")
    let section = try line.optional(.section, limit: 100) ?? ""
    let all = try MembershipStore.all(of: plan.id, in: write)
    let found = all.first { $0.title == title && $0.section == section }
    var text = found?.text ?? MemberText(section: section, title: title)
    if let code = try line.optional(.code, limit: 20) { text.code = code }
    if let annual = try line.optional(.annual, limit: 500) { text.annualReason = annual }
    if let baseline = try line.optional(.baseline, limit: 100) { text.baseline = baseline }
    text.basis = try basis(of: line, now: found?.basis)
    guard let found else {
      let same = try sameAs(line, in: write)
      return (try editor.add(text, to: priority.id, as: same, in: write), true)
    }
    guard found.priority == priority.id else {
      throw line.refused(.priority, "the plan has this indicator under another priority.")
    }
    try editor.change(found, to: text, in: write)
    return (found, false)
  }

  private func basis(
    of line: PlanTable.Line, now: TargetBasis?
  ) throws(InputRefused) -> TargetBasis {
    let basis: TargetBasis = try line.choice(
      .basis, or: now ?? (line.targets.isEmpty ? .notStated : .absolute))
    if let message = BasisRule.refusal(basis, line.targets.map(\.words)) {
      let known = TargetBasis.allCases.map(\.rawValue).joined(separator: ", ")
      throw line.refused(.basis, "\(message). Known: \(known).")
    }
    return basis
  }

  /// The indicator of another plan that `same as` names: the plan's word, then code or name.
  private func sameAs(_ line: PlanTable.Line, in read: Read) throws -> ID<Indicator>? {
    let parts = line[.sameAs].split(separator: " ", maxSplits: 1).map(String.init)
    guard !parts.isEmpty else { return nil }
    guard parts.count == 2, let other = try PlanStore.find(parts[0], in: read) else {
      throw line.refused(
        .sameAs, "write the word of a plan and the code there, such as csp-2025-29 A1.")
    }
    let found = Set(
      try MembershipStore.find(naming: parts[1], in: other.id, read).map(\.indicator))
    guard let indicator = found.first, found.count == 1 else {
      throw line.refused(
        .sameAs,
        "“\(parts[1])” names \(found.isEmpty ? "no" : "more than one") indicator of that plan.")
    }
    return indicator
  }
}
