internal import Kernel
internal import Partnership
internal import Statistics

/// Tests every ward and kind of some counts, and holds them all under one false-discovery rate.
struct ExceptionTesting {
  let counts: EventCounts
  /// Which stretches were counted in a way that compares with the last.
  let known: [Bool]
  let change: EventBreak?

  /// The stretches a line shows.
  private static let shown = 26

  func report(
    source: EventSource, at period: CountPeriod, lastDay: Day, edition: Int?, unlocated: Int,
    repeats: RepeatLocations
  ) -> ExceptionReport {
    let test = SeriesTest(step: period.step, isBroken: change != nil)
    var findings: [(key: EventCounts.Key, series: [Int?], finding: SeriesTest.Finding)] = []
    var untested: [String: Int] = [:]
    for key in keys {
      let series = comparable(counts.series[key] ?? [])
      switch test.judge(series) {
      case .success(let finding): findings.append((key, series, finding))
      case .failure(let unfit): untested[unfit.reason.rawValue, default: 0] += 1
      }
    }
    let adjusted = FalseDiscovery.adjusted(findings.map(\.finding.now.tail))
    let lines = zip(findings, adjusted).filter { one, adjusted in
      adjusted <= ExceptionReport.falseDiscoveryRate
        && Double(one.finding.now.observed) > one.finding.now.expected
    }.map { one, adjusted in
      line(one.key, one.series, one.finding, adjusted, at: period)
    }.sorted {
      ($0.adjusted, $0.chance, $0.ward, $0.category)
        < ($1.adjusted, $1.chance, $1.ward, $1.category)
    }
    return ExceptionReport(
      version: ExceptionReport.version, source: source.key, title: source.title,
      period: period.description, lastDay: lastDay.description, edition: edition,
      tested: findings.count, untested: untested, unlocated: unlocated,
      outside: last { $0.ward < 0 }, undated: counts.undated,
      change: change.map { "Since \($0.day.words) \($0.change)" }, whole: whole(test),
      lines: lines, repeats: repeats, hash: hash(period))
  }

  /// By ward and kind, so that the same counts are always gone through in the same order.
  private var keys: [EventCounts.Key] {
    counts.series.keys.sorted { ($0.ward, $0.category) < ($1.ward, $1.category) }
  }

  private func comparable(_ series: [Int]) -> [Int?] {
    zip(series, known).map { $1 ? $0 : nil }
  }

  private func last(where isWanted: (EventCounts.Key) -> Bool) -> Int {
    counts.series.reduce(0) { $0 + (isWanted($1.key) ? $1.value.last ?? 0 : 0) }
  }

  private func whole(_ test: SeriesTest) -> ExceptionReport.Whole? {
    var sums = Array(repeating: 0, count: counts.count)
    for series in counts.series.values {
      for (place, count) in series.enumerated() { sums[place] += count }
    }
    guard case .success(let finding) = test.judge(comparable(sums)) else { return nil }
    return ExceptionReport.Whole(
      observed: finding.now.observed, expected: finding.now.expected, upper: finding.now.upper)
  }

  private func line(
    _ key: EventCounts.Key, _ series: [Int?], _ finding: SeriesTest.Finding, _ adjusted: Double,
    at period: CountPeriod
  ) -> ExceptionReport.Line {
    let ward = key.ward >= 0 ? counts.wards[key.ward] : nil
    return ExceptionReport.Line(
      code: ward?.code ?? "", ward: ward?.name ?? ExceptionReport.outsideWords,
      category: key.category, observed: finding.now.observed, expected: finding.now.expected,
      upper: finding.now.upper, chance: finding.now.tail, adjusted: adjusted,
      method: finding.method, since: period.adding(1 - finding.run).description,
      run: finding.run, recent: series.suffix(Self.shown))
  }

  /// A mark of everything the report is made from.
  private func hash(_ period: CountPeriod) -> String {
    var lines = ["\(period) \(counts.first) \(change?.day.description ?? "")"]
    lines.append(String(known.map { $0 ? "1" : "0" }))
    for key in keys {
      let ward = key.ward >= 0 ? counts.wards[key.ward].code : ""
      let series = (counts.series[key] ?? []).map(String.init).joined(separator: ",")
      lines.append("\(ward)|\(key.category)|\(series)")
    }
    return Frozen.sha256(lines.joined(separator: "\n"))
  }
}

extension ExceptionReport {
  /// What stands for a ward where there is none.
  static let outsideWords = "Outside every ward"
}
