import Design
import HTTP
import Kernel
import Markup

/// Everything a plan says of one indicator, each part with the way to change it.
struct PlanMemberPage: HTML {
  let model: PlanMember
  let mayChange: Bool
  let csrf: String

  var body: some HTML {
    Group {
      PageHead(
        model.member.title, kicker: "\(model.plan.title) · \(model.priority.heading)"
      ) {
        LinkButton(
          "Figures",
          to: IndicatorRoute.indicator(
            model.member.indicator, IndicatorView(plan: model.plan.slug)
          ).path)
      }
      if mayChange, !model.missing.isEmpty { MissingNotice(model: model) }
      Sheet("What the plan says") {
        SummaryList(said)
        if mayChange {
          PostForm(
            to: PlanRoute.raiseIndicator(model.plan.slug, model.member.id).path, csrf: csrf
          ) { SubmitButton("Move it up in its priority", style: .small) }
        }
      }
      Sheet("What is counted") {
        if model.isShared {
          p(.class("quiet")) {
            "Another plan holds this indicator too: definition and breaks are the same in all."
          }
        }
        SummaryList(counted)
      }
      Sheet("What was changed") { ChangeTable(changes: model.changes, showsIndicator: false) }
    }
  }

  private typealias Row = (key: String, value: String, change: String?)

  private func change(_ task: PlanTask) -> String? {
    mayChange ? PlanRoute.form(model.plan.slug, task).path : nil
  }

  private var said: [Row] {
    let member = model.member
    let targets = model.plan.allYears.map { year -> Row in
      let fact = model.targets.first { $0.target.period == .year(year) }
      return (
        "Target for \(year)", fact?.words(model.kind) ?? "None given", change(.targets(member.id))
      )
    }
    let code = [member.code, member.section].filter { !$0.isEmpty }.joined(separator: ", ")
    return [
      ("Name", member.title, change(.names(member.id))),
      ("Code", code.isEmpty ? "None" : code, change(.names(member.id))),
      (
        "Also known as", model.aliases.isEmpty ? "Nothing else" : aliases,
        change(.alias(member.id))
      ),
      ("Wanted", wanted, change(.wanted(member.id))),
      ("Baseline", member.baseline?.words ?? "None given", change(.targets(member.id))),
      ("Basis", member.basis.words, change(.targets(member.id))),
    ] + targets + [
      (
        "Told once a year only", member.annualReason ?? "No: by the frequency of its figures",
        change(.names(member.id))
      )
    ]
  }

  private var aliases: String {
    model.aliases.map { $0.note.isEmpty ? $0.code : "\($0.code) (\($0.note))" }
      .joined(separator: "; ")
  }

  /// Every version of what is wanted, the first first.
  private var wanted: String {
    guard !model.polarities.isEmpty else { return "Not stated" }
    return model.polarities.map { one in
      "\(one.polarity.words) from \(one.validFrom.words): \(one.reason)"
    }.joined(separator: "; then ")
  }

  private var counted: [Row] {
    let task = PlanTask.definition(model.member.id)
    guard let now = model.definition else {
      return [("Definition", "Not defined yet", change(task)), breaks]
    }
    let measure = now.measure == nil ? nil : model.measureTitle ?? "No longer offered"
    let facts: [(String, String?)] = [
      ("Definition", "\(now.number), from \(now.validFrom.words)"),
      ("Kind of number", now.kind.words), ("Counts", now.unit),
      ("What is counted", now.numerator), ("Out of", now.denominator),
      ("Comes from", "\(now.source), \(now.frequency.words)"), ("Answers for it", now.owner),
      ("Records that count it", measure),
    ]
    let rows = facts.compactMap { name, value in value.map { (name, $0, change(task)) as Row } }
    return rows + [breaks]
  }

  private var breaks: Row {
    let words = model.breaks.map(\.words).joined(separator: "; ")
    return (
      "Breaks in the series", words.isEmpty ? "None marked" : words,
      change(.breaks(model.member.id))
    )
  }
}

/// What has to be said before the indicator can be used, with the way to it.
private struct MissingNotice: HTML {
  let model: PlanMember

  var body: some HTML {
    Notice(.warn) {
      p { "Still to do:" }
      ul {
        for task in model.missing {
          li { a(.href(PlanRoute.form(model.plan.slug, task).path)) { words(task) } }
        }
      }
    }
  }

  private func words(_ task: PlanTask) -> String {
    switch task {
    case .definition: "Say what is counted"
    case .wanted: "Say what the plan wants"
    default: "Set the targets"
    }
  }
}
