import Kernel

/// The changes the public page leads with, and the rule by which they are chosen.
struct BiggestChanges: Sendable {
  static let most = 5
  /// A count below this a year ago is left out: a few more or less would look large.
  static let leastBase = Figure(20)

  let rows: [PublicIssue.Row]

  /// The rule in words, printed beside the list.
  static let rule = """
    The largest changes, in per cent of the figure a year before. Left out are figures that \
    cannot be compared, and counts below 20 a year before.
    """

  init(_ issue: PublicIssue) {
    let sized = issue.rows.enumerated().compactMap { index, row in
      BiggestChanges.size(row).map { (row: row, size: $0, index: index) }
    }
    let ordered = sized.sorted { left, right in
      left.size == right.size ? left.index < right.index : left.size > right.size
    }
    rows = ordered.prefix(BiggestChanges.most).map(\.row)
  }

  private static func size(_ row: PublicIssue.Row) -> Ratio? {
    guard row.now.isComparable, row.now.value.figure != nil, let before = row.now.previous.figure,
      row.kind != .count || before >= leastBase,
      let change = row.now.changePercent.flatMap({ Figure($0) }), change != .zero
    else { return nil }
    return change.ratio.magnitude
  }
}
