/// How many targets ended how, always counted from the rows.
struct OutturnRollUp: Hashable, Sendable {
  private let counts: [OutturnStatus: Int]

  /// Counts the statuses of a plan's targets; a target with sub-targets has one status.
  init(_ statuses: [OutturnStatus]) {
    counts = statuses.reduce(into: [:]) { counts, status in counts[status, default: 0] += 1 }
  }

  subscript(status: OutturnStatus) -> Int { counts[status] ?? 0 }

  /// How many targets there are.
  var total: Int { counts.values.reduce(0, +) }

  /// Where a published summary says something else than its own table.
  func mismatches(with published: PublishedSummary) -> [Mismatch] {
    [
      Mismatch(what: "Targets", published: published.total, counted: total),
      Mismatch(what: OutturnStatus.met.words, published: published.met, counted: self[.met]),
      Mismatch(
        what: OutturnStatus.progress.words, published: published.progress,
        counted: self[.progress]),
      Mismatch(
        what: OutturnStatus.missed.words, published: published.missed, counted: self[.missed]),
    ].filter { $0.published != $0.counted }
  }

  /// One number that does not agree.
  struct Mismatch: Hashable, Sendable {
    let what: String
    let published: Int
    let counted: Int
  }
}

/// The summary a document prints above its table.
struct PublishedSummary: Hashable, Sendable {
  let total: Int
  let met: Int
  let progress: Int
  let missed: Int

  /// A count as a share of the total, in whole %.
  func percent(_ count: Int) -> Figure {
    guard total > 0 else { return .zero }
    return Ratio(Int128(count) * 100, over: Int128(total)).rounded(to: 0)
  }
}
