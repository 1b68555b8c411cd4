import Kernel

/// What a return would change: new figures, changed ones, and those held already.
struct ReturnChanges: Sendable {
  private(set) var added: [Change] = []
  private(set) var changed: [Change] = []
  private(set) var unchanged: [Change] = []
  /// Rows left empty though nothing is held.
  private(set) var missing: [ReturnLine] = []
  /// Rows left empty where a figure is held, which stays.
  private(set) var emptied: [ReturnLine] = []

  struct Change: Sendable {
    let line: ReturnLine
    let amount: Amount
  }

  init(_ answers: [ReturnAnswer], _ expected: ExpectedReturn) {
    let given = Dictionary(answers.map { ($0.row, $0) }) { first, _ in first }
    for line in expected.lines {
      guard let amount = given[line.row]?.amount else {
        if line.standing == nil { missing.append(line) } else { emptied.append(line) }
        continue
      }
      let change = Change(line: line, amount: amount)
      switch line.standing?.amount {
      case nil: added.append(change)
      case amount?: unchanged.append(change)
      default: changed.append(change)
      }
    }
  }

  /// A mark of what is held now, to tell whether it still is when the file is confirmed.
  var mark: String {
    let held = (added + changed + unchanged).map {
      "\($0.line.row) \($0.line.standing?.id.description ?? "none") \($0.amount.value)"
    }
    let left = emptied.map { "\($0.row) \($0.standing?.id.description ?? "none") left" }
    return Digest.mark((held + left).joined(separator: "\n"))
  }
}
