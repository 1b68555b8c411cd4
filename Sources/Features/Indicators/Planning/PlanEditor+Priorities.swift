import Database
import Kernel

extension PlanEditor {
  /// Adds a priority after the others.
  @discardableResult
  mutating func add(_ text: PriorityText, in write: Write) throws -> ID<Priority> {
    let last = try PlanStore.priorities(of: plan.id, in: write).last?.position ?? 0
    let id = try PlanStore.addPriority(
      text.title, code: text.code, position: last + 1, to: plan.id, in: write)
    if text.unmeasured != nil { try PlanStore.change(id, to: text, in: write) }
    _ = try note("Priority added", nil, text.heading, in: write)
    return id
  }

  /// Changes code, name, and why it has no indicator.
  mutating func change(
    _ priority: Priority, to text: PriorityText, in write: Write
  ) throws {
    let noted = [
      try note("Name of \(priority.heading)", priority.title, text.title, in: write),
      try note("Code of \(priority.heading)", priority.code, text.code, in: write),
      try note(
        "Why \(priority.heading) has no indicator", priority.unmeasured, text.unmeasured,
        in: write),
    ]
    if noted.contains(true) { try PlanStore.change(priority.id, to: text, in: write) }
  }

  /// Moves a priority before the one above it; the first stays.
  mutating func raise(_ priority: Priority, in write: Write) throws {
    let all = try PlanStore.priorities(of: plan.id, in: write)
    guard let place = all.firstIndex(of: priority), place > 0 else { return }
    _ = try note(
      "Order of priorities", "\(all[place - 1].heading), then \(priority.heading)",
      "\(priority.heading), then \(all[place - 1].heading)", in: write)
    try PlanStore.swap(priority, all[place - 1], in: write)
  }
}

extension PriorityText {
  /// Its name with its code, as ``Priority/heading``.
  var heading: String { code.isEmpty ? title : "Priority \(code): \(title)" }
}
