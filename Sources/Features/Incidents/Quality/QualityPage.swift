internal import Design
internal import HTTP
internal import Kernel
internal import Markup

/// What the page of the data's quality shows.
struct QualityModel {
  let forces: [String]
  /// Sources read by a mapping.
  let sources: [Mapping]
  /// The force, or the key of the source, looked at; empty where nothing has been imported.
  let chosen: String
  /// What is known of it; `nil` where nothing has been imported.
  let quality: ForceQuality?
  let page: Int
  let today: Day

  static let monthsOnPage = 12

  var pages: Int {
    max(1, ((quality?.months.count ?? 0) + Self.monthsOnPage - 1) / Self.monthsOnPage)
  }

  /// The months of the page, latest first.
  var lines: [ForceQuality.Line] {
    let first = (min(page, pages) - 1) * Self.monthsOnPage
    return Array((quality?.months.reversed() ?? []).dropFirst(first).prefix(Self.monthsOnPage))
  }

  /// Whether it is a force, whose rows have ids, streets and districts.
  var isForce: Bool { forces.contains(chosen) }

  /// What can be looked at.
  var choices: [Choice] {
    forces.map { Choice($0, $0) } + sources.map { Choice($0.key, $0.title) }
  }

  /// Months no trend is to be read from or to.
  var barred: Int { quality?.months.count { $0.bar != nil } ?? 0 }

  /// Months that bear a trend, but not without a look at what is wrong with them.
  var careful: Int { quality?.months.count { $0.bar == nil && $0.asksCare } ?? 0 }

  /// What each kind of finding on the page does to analysis, each once, the weightiest first.
  var effects: [(finding: String, effect: String)] {
    var seen: Set<String> = []
    return lines.flatMap(\.findings).sorted { $1.weight < $0.weight }
      .filter { seen.insert($0.key).inserted }
      .map { ($0.heading, $0.effect) }
  }
}

extension ForceQuality.Line {
  /// Whether something is wrong with the month that a reader of a trend has to know.
  fileprivate var asksCare: Bool { findings.contains { $0.weight == .care } }
}

extension QualityFinding {
  /// The kind of the finding as a heading.
  var heading: String {
    switch self {
    case .missing: "Month missing"
    case .unfinished: "So far"
    case .farFromUsual: "Far from usual"
    case .recordingChange: "Recording changed"
    case .unlocated: "Without a place"
    case .repeated: "Repeated ids"
    case .identical: "Identical rows"
    case .unnamed: "No street"
    case .outside: "Outside the force"
    case .otherCodes: "Codes of another edition"
    }
  }
}

/// What the data can and cannot bear, force by force and month by month.
struct QualityPage: HTML {
  let model: QualityModel

  var body: some HTML {
    PageHead("Quality of the data", lede: "What to know of each month before reading a trend.")
    if let latest = model.quality?.months.last { Facts([fact(latest)]) }
    if let quality = model.quality {
      if model.choices.count > 1 { filter }
      Sheet(headline) {
        DataTable(
          caption: "Months of \(quality.force)", hidesCaption: true, columns: columns,
          rows: model.lines.map(row),
          pager: Pager(page: min(model.page, model.pages), of: model.pages) { page in
            IncidentRoute.quality(force: model.chosen, page: page).path
          })
      }
      Sheet("What this does to analysis") {
        if model.effects.isEmpty { p { "Nothing was found in these months." } }
        SummaryList(model.effects.map { ($0.finding, $0.effect, nil) })
      }
    } else {
      Notice(.warn) { p { "No files have been imported yet." } }
    }
  }

  private func fact(_ latest: ForceQuality.Line) -> Fact {
    guard let day = latest.facts?.reachesTo else {
      let lag = SourceLag(of: latest.month, on: model.today)
      return Fact("Latest month", latest.month.words, note: lag.words)
    }
    return Fact("Latest day", day.words, note: SourceLag(ofDay: day, on: model.today).words)
  }

  private var headline: String {
    let all = model.quality?.months.count ?? 0
    return switch model.barred {
    case 0 where model.careful == 0: "Every month of \(all) bears a trend"
    case 0: "Every month of \(all) bears a trend, \(model.careful) with care"
    case 1: "1 month of \(all) bears no trend"
    case let barred: "\(barred) months of \(all) bear no trend"
    }
  }

  private var filter: some HTML {
    FilterForm(to: IncidentRoute.quality(force: "", page: 1).path) {
      SelectField(
        "force", label: "Source", choices: model.choices,
        in: FormState(values: Fields([("force", model.chosen)])))
      SubmitButton("Show", style: .line)
    }
  }

  private var columns: [DataTable.Column] {
    let all: [DataTable.Column] = [
      .text("Month"), .text("Trend"), .number("Rows"), .number("Without a place"),
      .number("Repeated ids"),
    ]
    let ofForces: [DataTable.Column] = [
      .number("Identical"), .number("No street"), .number("Outside the force"),
      .number("Codes of another edition"),
    ]
    return model.isForce ? all + ofForces : all
  }

  private func row(_ line: ForceQuality.Line) -> DataTable.Row {
    let state = DataTable.Cell.html {
      if let bar = line.bar {
        Tag(bar.heading, .bad)
      } else if line.asksCare {
        Tag("With care", .warn)
      } else {
        Tag("Bears one", .good)
      }
    }
    guard let facts = line.facts else {
      return .cells(
        [.text(line.month.words), state]
          + (2..<columns.count).map { _ in .missing("Not imported") })
    }
    let all: [DataTable.Cell] = [
      .text(NumberText.whole(facts.stored) + usual(line)),
      .text(share(facts.unlocated, of: facts.stored + facts.repeated)),
      .text(NumberText.whole(facts.repeated) + differing(facts)),
    ]
    let ofForces: [DataTable.Cell] = [
      .text(NumberText.whole(facts.identical)), .text(NumberText.whole(facts.unnamed)),
      .text(NumberText.whole(outside(line))), codes(facts),
    ]
    return .cells([.text(line.month.words), state] + (model.isForce ? all + ofForces : all))
  }

  /// How many rows are usual, where the month is far from it.
  private func usual(_ line: ForceQuality.Line) -> String {
    for case .farFromUsual(_, let usual) in line.findings {
      return ", usually \(NumberText.whole(usual))"
    }
    return ""
  }

  /// How many of the repeats said something else than the first.
  private func differing(_ facts: MonthQuality) -> String {
    facts.disagreements == 0 ? "" : ", \(NumberText.whole(facts.disagreements)) differ"
  }

  private func share(_ count: Int, of all: Int) -> String {
    guard count > 0, all > 0 else { return NumberText.whole(count) }
    let percent = NumberText.percent(100 * Double(count) / Double(all), places: 1)
    return "\(NumberText.whole(count)), \(percent)"
  }

  /// The share of codes that the latest boundaries do not have.
  private func codes(_ facts: MonthQuality) -> DataTable.Cell {
    guard let fit = facts.fits.first, let percent = fit.strangePercent else {
      return .missing("No boundaries")
    }
    return .text("\(NumberText.percent(percent, places: 1)) of \(fit.edition)")
  }

  private func outside(_ line: ForceQuality.Line) -> Int {
    for case .outside(let count, _, _) in line.findings { return count }
    return 0
  }
}
