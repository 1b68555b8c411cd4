internal import Kernel
internal import Partnership

/// A question with where its answer comes from.
struct CountsQuestion: Equatable {
  let query: CountQuery
  /// What rates are over.
  var per = RateBasis.people
  let latest: SourceFacts
  let today: Day

  /// How an outcome that is not recorded reads.
  static let noOutcome = "None recorded"

  /// The months counted, both ends included.
  var months: ClosedRange<Month> {
    let last = query.to ?? latest.month
    return min(query.from ?? last, last)...last
  }

  /// The months in words.
  var monthWords: String {
    months.count == 1
      ? months.lowerBound.words : "\(months.lowerBound.words) to \(months.upperBound.words)"
  }

  /// Whose incidents are counted, in words.
  var areaWords: String {
    guard query.source.mapping == nil else { return query.source.title }
    guard let area = query.area else { return "Every force" }
    return query.edition == nil ? area.words : area.forces.joined(separator: ", ")
  }

  /// What is counted, in words.
  var kindWords: String {
    query.category
      ?? (query.source.mapping == nil ? "Crime and anti-social behaviour" : "Every kind")
  }

  /// The outcome counted, in words; `nil` for every one.
  var outcomeWords: String? { query.outcome.map { $0.isEmpty ? Self.noOutcome : $0 } }

  /// The only area counted, in words; `nil` for every one.
  var onlyWords: String? { query.only.map { "\($0.name) (\($0.code))" } }

  /// What is counted in one sentence.
  var words: String {
    [kindWords, outcomeWords.map { "outcome “\($0)”" }, onlyWords.map { "in \($0)" }]
      .compactMap(\.self).joined(separator: ", ")
  }

  /// Whether the answer can be drawn as a map: a count for each area and nothing else.
  var isMap: Bool {
    query.edition.map { query.by == [CountDimension($0.kind)] } ?? false
  }

  /// Whether incidents without a place stand in no row of the answer.
  var leavesOutUnlocated: Bool { query.edition != nil || query.readsCodes }

  /// The source's lag behind today.
  var lag: SourceLag {
    latest.lastDay.map { SourceLag(ofDay: $0, on: today) }
      ?? SourceLag(of: latest.month, on: today)
  }

  /// How far the source reaches into its latest month; `nil` for a source of months.
  var soFar: SoFar? { latest.lastDay.map(SoFar.init) }

  /// Said of an answer whose last month is not over.
  var soFarWords: String? {
    soFar.flatMap { $0.isUnfinished(months.upperBound) ? $0.words : nil }
  }

  /// The months from which a force counted records otherwise, within the months counted.
  ///
  /// Of a source of its own it is the force named with it.
  func breaks(_ forces: [String]) -> [RecordingBreak] {
    let source = query.source
    let counted =
      source.mapping == nil ? query.area?.forces ?? forces : [source.force].compactMap(\.self)
    return RecordingBreak.between(months.lowerBound, months.upperBound, of: counted)
  }
}
