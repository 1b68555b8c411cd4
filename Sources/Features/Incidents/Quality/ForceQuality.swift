internal import Kernel

/// The months of one force with what there is to know of each.
struct ForceQuality: Equatable, Sendable {
  let force: String
  /// The force whose records they are, of a source of its own; else the same.
  let recorder: String
  /// Earliest first, without gaps.
  let months: [Line]

  /// One month; `facts` is `nil` where it has not been imported.
  struct Line: Equatable, Sendable {
    let month: Month
    let facts: MonthQuality?
    /// The weightiest first.
    let findings: [QualityFinding]

    /// What keeps a trend from being read from or to the month.
    var bar: QualityFinding? { findings.first { $0.weight == .bars } }
  }

  /// Months on either side that tell what is usual.
  static let around = 12
  /// The fewest of these that can tell it.
  static let fewestAround = 6

  /// Looks through the months of a force, or of a source whose records are a force's, from the first
  /// to the last it has.
  init(_ force: String, _ facts: [MonthQuality], recorder: String? = nil) {
    self.force = force
    let recorder = recorder ?? force
    self.recorder = recorder
    guard let first = facts.first?.month, let last = facts.last?.month else {
      months = []
      return
    }
    let byMonth = Dictionary(facts.map { ($0.month, $0) }) { _, later in later }
    let inside = Self.districts(facts)
    months = (first...last).map { month in
      let facts = byMonth[month]
      var findings = RecordingBreak.known.filter { $0.force == recorder && $0.month == month }
        .map(QualityFinding.recordingChange)
      if let facts {
        findings += Self.findings(facts, usual: Self.usual(around: month, byMonth), inside)
      } else {
        findings.append(.missing)
      }
      return Line(
        month: month, facts: facts,
        findings: findings.enumerated().sorted { left, right in
          (right.element.weight, left.offset) < (left.element.weight, right.offset)
        }.map(\.element))
    }
  }

  /// The line of a month, if the force reaches there.
  func line(_ month: Month) -> Line? {
    guard let first = months.first?.month, month >= first,
      month <= first.adding(months: months.count - 1)
    else { return nil }
    return months[month.index - first.index]
  }

  /// The median of the whole months around one, without itself; `nil` where too few are there.
  static func usual(around month: Month, _ facts: [Month: MonthQuality]) -> Int? {
    let counts = (-around...around).filter { $0 != 0 }
      .compactMap { facts[month.adding(months: $0)] }.filter { $0.reachesTo == nil }
      .map(\.stored).sorted()
    guard counts.count >= fewestAround else { return nil }
    let middle = counts.count / 2
    return counts.count.isMultiple(of: 2)
      ? (counts[middle - 1] + counts[middle]) / 2 : counts[middle]
  }

  /// A month is far from usual where it has under two thirds or over one and a half times as many
  /// rows as usual.
  static func isFar(_ count: Int, from usual: Int) -> Bool {
    count * 3 < usual * 2 || count * 2 > usual * 3
  }

  /// The districts that are the force's, by their rows of all its months.
  ///
  /// The files do not say which districts a force polices, but a stranger has far fewer rows than
  /// the smallest of them: the districts are parted where the next has the smallest share of the one
  /// before it, a fifth at most, once nine rows in ten are inside. A guess: the finding says “hardly”.
  static func districts(_ facts: [MonthQuality]) -> Set<String> {
    var counts: [String: Int] = [:]
    for month in facts {
      for district in month.districts { counts[district.name, default: 0] += district.count }
    }
    let ordered = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let all = ordered.reduce(0) { $0 + $1.value }
    var (inside, last, smallest) = (0, ordered.count, 0.2)
    for (index, pair) in zip(ordered, ordered.dropFirst()).enumerated() {
      inside += pair.0.value
      let share = Double(pair.1.value) / Double(pair.0.value)
      guard inside * 10 >= all * 9, share <= smallest else { continue }
      (last, smallest) = (index + 1, share.nextDown)
    }
    return Set(ordered.prefix(last).map(\.key))
  }

  private static func findings(
    _ facts: MonthQuality, usual: Int?, _ inside: Set<String>
  ) -> [QualityFinding] {
    var found: [QualityFinding] = []
    if let day = facts.reachesTo {
      found.append(.unfinished(day))
    } else if let usual, isFar(facts.stored, from: usual) {
      found.append(.farFromUsual(count: facts.stored, usual: usual))
    }
    if facts.unlocated > 0 {
      found.append(.unlocated(facts.unlocated, of: facts.stored + facts.repeated))
    }
    if facts.repeated > 0 {
      found.append(.repeated(facts.repeated, disagreements: facts.disagreements))
    }
    if facts.identical > 0 { found.append(.identical(facts.identical, of: facts.stored)) }
    if facts.unnamed > 0 { found.append(.unnamed(facts.unnamed, of: facts.stored)) }
    if let latest = facts.fits.first(where: { $0.inside > 0 }),
      let percent = latest.strangePercent, percent >= CodeFit.toldPercent
    {
      let better = facts.fits.filter { $0.inside > 0 }
        .min { ($0.strangePercent ?? 100) < ($1.strangePercent ?? 100) }
      found.append(.otherCodes(latest, better: better == latest ? nil : better))
    }
    let strangers = facts.districts.filter { !inside.contains($0.name) }
    if !strangers.isEmpty {
      found.append(
        .outside(
          strangers.reduce(0) { $0 + $1.count }, of: facts.stored,
          districts: strangers.map(\.name)))
    }
    return found
  }
}
