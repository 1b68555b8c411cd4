internal import Design
internal import HTTP
internal import Kernel
internal import Markup

/// What the page of the data's quality shows.
struct QualityModel {
  let forces: [String]
  /// The force looked at; `nil` where nothing has been imported.
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

  /// Months no trend is to be read from or to.
  var barred: Int { quality?.months.count { $0.bar != nil } ?? 0 }

  /// What each kind of finding on the page does to analysis, each once, the weightiest first.
  var effects: [(finding: String, effect: String)] {
    var seen: Set<String> = []
    return lines.flatMap(\.findings).sorted { $1.weight < $0.weight }
      .filter { seen.insert($0.key).inserted }
      .map { ($0.heading, $0.effect) }
  }
}

extension QualityFinding {
  /// The kind of the finding as a heading.
  var heading: String {
    switch self {
    case .missing: "Month missing"
    case .farFromUsual: "Far from usual"
    case .recordingChange: "Recording changed"
    case .unlocated: "Without a place"
    case .repeated: "Repeated ids"
    case .identical: "Identical rows"
    case .unnamed: "No street"
    case .outside: "Outside the force"
    }
  }
}

/// What the data can and cannot bear, force by force and month by month.
struct QualityPage: HTML {
  let model: QualityModel

  var body: some HTML {
    PageHead("Quality of the data", lede: "What to know of each month before reading a trend.")
    if let latest = model.quality?.months.last?.month {
      Facts([
        Fact(
          "Latest month", latest.words, note: SourceLag(of: latest, on: model.today).words)
      ])
    }
    if let quality = model.quality {
      if model.forces.count > 1 { forceFilter(quality.force) }
      Sheet(headline) {
        DataTable(
          caption: "Months of \(quality.force)", hidesCaption: true, columns: Self.columns,
          rows: model.lines.map(row),
          pager: Pager(page: min(model.page, model.pages), of: model.pages) { page in
            IncidentRoute.quality(force: quality.force, page: page).path
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

  private var headline: String {
    let all = model.quality?.months.count ?? 0
    return switch model.barred {
    case 0: "Every month of \(all) bears a trend"
    case 1: "1 month of \(all) bears no trend"
    case let barred: "\(barred) months of \(all) bear no trend"
    }
  }

  private func forceFilter(_ force: String) -> some HTML {
    FilterForm(to: IncidentRoute.quality(force: "", page: 1).path) {
      SelectField(
        "force", label: "Force", choices: model.forces.map { Choice($0, $0) },
        in: FormState(values: Fields([("force", force)])))
      SubmitButton("Show", style: .line)
    }
  }

  private static var columns: [DataTable.Column] {
    [
      .text("Month"), .text("Trend"), .number("Rows"), .number("Without a place"),
      .number("Repeated ids"), .number("Identical"), .number("No street"),
      .number("Outside the force"),
    ]
  }

  private func row(_ line: ForceQuality.Line) -> DataTable.Row {
    let state = DataTable.Cell.html {
      if let bar = line.bar {
        Tag(bar.heading, .bad)
      } else if line.findings.contains(where: { $0.weight == .care }) {
        Tag("With care", .warn)
      } else {
        Tag("Bears one", .good)
      }
    }
    guard let facts = line.facts else {
      return .cells(
        [.text(line.month.words), state]
          + (0..<6).map { _ in .missing("Not imported") })
    }
    return .cells([
      .text(line.month.words), state, .text(NumberText.whole(facts.stored)),
      .text(NumberText.whole(facts.unlocated)), .text(NumberText.whole(facts.repeated)),
      .text(NumberText.whole(facts.identical)), .text(NumberText.whole(facts.unnamed)),
      .text(NumberText.whole(outside(line))),
    ])
  }

  private func outside(_ line: ForceQuality.Line) -> Int {
    for case .outside(let count, _, _) in line.findings { return count }
    return 0
  }
}
