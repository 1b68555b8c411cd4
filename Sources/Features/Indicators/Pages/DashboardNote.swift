import Design
import Kernel
import Markup

/// Below a dashboard's row: chance, comparability, words, and where the figures come from.
struct DashboardNote: HTML {
  let row: DashboardRow
  let columns: Int
  let path: String
  /// What chance says of the change.
  let chance: String

  var body: some HTML {
    tr(.class("note")) {
      td(.colspan(columns)) {
        WordsOnRow(row: row)
        if row.now.direction.change != nil {
          FactLine(icon: .dice, name: "Chance. ", words: chance)
          FactLine(icon: .link, name: "Comparability. ", words: row.now.comparability.words)
        }
        OriginLine(row: row, path: path)
      }
    }
  }
}

/// What people wrote of a figure.
private struct WordsOnRow: HTML {
  let row: DashboardRow

  var body: some HTML {
    if let commentary = row.commentary { p { commentary.words } }
    if let reason = row.member.annualReason { p { "Once a year only: \(reason)" } }
    if let judgement = row.judgement { p { "\(judgedBy(judgement)): \(judgement.reason)" } }
  }

  private func judgedBy(_ judgement: Judgement) -> String {
    judgement.author == Archive.author ? "State as published" : "State set by a person"
  }
}

/// A fact about a change, in words.
private struct FactLine: HTML {
  let icon: Icon.Name
  let name: String
  let words: String

  var body: some HTML {
    p(.class("real")) {
      Icon(icon)
      span {
        strong { name }
        span(.class("quiet")) { words }
      }
    }
  }
}

/// What is counted and wanted, and the way to where it comes from.
private struct OriginLine: HTML {
  let row: DashboardRow
  let path: String

  var body: some HTML {
    p(.class("prov")) {
      facts
      a(.href(path)) {
        "Where this comes from"
        span(.class("hide")) { ": \(row.member.title)" }
      }
    }
  }

  @HTMLBuilder private var facts: some HTML {
    "Wanted: "
    row.wanted?.polarity.words ?? "not stated"
    " · "
    if let definition = row.definition {
      "counts: "
      definition.unit
      " · definition "
      NumberText.whole(definition.number)
      " · "
    }
    if row.measured?.isProvisional == true { "provisional · " }
    let origins = row.originWords
    if !origins.isEmpty {
      origins
      " · "
    }
  }
}

/// A target as stated and worked out, and how far off the figure of the year is.
struct TargetCell: HTML {
  let fact: TargetFact?
  let kind: FigureKind

  var body: some HTML {
    if let fact {
      TargetLevel(fact: fact, kind: kind)
      if let gap = fact.gap {
        br()
        span(.class("xs quiet")) {
          "\(FigureText.difference(gap.difference)) from it"
          if let isMet = gap.isMet { isMet ? ", met" : ", not met" }
        }
      }
      if fact.gap == nil, fact.standing == .yearNotOver {
        br()
        span(.class("xs quiet")) { "Year not over" }
      }
      for warning in fact.warnings {
        br()
        span(.class("xs")) { warning.words }
      }
    } else {
      span(.class("quiet")) { "No target for the year" }
    }
  }
}

/// The level a target works out to, or why there is none.
struct TargetLevel: HTML {
  let fact: TargetFact
  let kind: FigureKind

  var body: some HTML {
    let words = fact.target.statement.words
    switch fact.resolution {
    case .level(let level):
      FigureText.level(level, kind)
      if fact.target.statement.level == nil { span(.class("xs quiet")) { " (\(words))" } }
    case .unresolved(let chained, let fixed):
      "\(words): basis not stated"
      br()
      span(.class("xs quiet")) {
        "\(FigureText.level(chained, kind)) on the year before, "
        "or \(FigureText.level(fixed, kind)) on the baseline"
      }
    case .needsBaseline: "\(words) of a baseline not yet known"
    case .state(let state): span(.class("quiet")) { state.words }
    case .unknown: "\(words) (not understood)"
    }
  }
}

/// The course of the last twelve months, marked where its months are synthetic.
struct TraceCell: HTML {
  let row: DashboardRow

  var body: some HTML {
    let values = row.trace.map { $0.amount?.value.double }
    if values.contains(where: { $0 != nil }) {
      Sparkline(values, row.member.title, style: row.now.kind.style)
      if row.hasSyntheticMonths { span(.class("xs quiet")) { "Synthetic months" } }
    } else {
      span(.class("quiet xs")) { "No monthly figures" }
    }
  }
}

extension FigureKind {
  /// How charts write figures of the kind.
  var style: NumberStyle {
    switch self {
    case .count, .level: .whole
    case .percentage: .percent(1)
    case .rate, .average: .decimal(2)
    }
  }
}
