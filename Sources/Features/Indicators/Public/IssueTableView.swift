import Design
import Kernel
import Markup

/// The table of one priority as published, drawn from the frozen issue alone.
struct IssueTableView: HTML {
  let issue: PublicIssue
  let priority: PublicIssue.PriorityIssue
  /// The level of its heading.
  var level = Level.second
  /// Whether what each number counts stands on the same page, to be linked to.
  var hasDefinitions = true

  enum Level: Sendable { case second, third }

  var body: some HTML {
    Group {
      if level == .second { h2 { priority.heading } } else { h3 { priority.heading } }
      DataTable(
        caption: "\(priority.heading), \(issue.months) against \(issue.before)",
        hidesCaption: true, columns: columns, rows: priority.rows.map(row))
      p(.class("prov")) {
        priority.signedOff.map { "Signed off: \($0)." } ?? "Published before it was signed off."
      }
    }
  }

  private var columns: [DataTable.Column] {
    [
      .text("Indicator"), .number(issue.shortMonths), .number(issue.shortBefore), .number("Change"),
      .text("Direction of travel"), .text("Set by a person"), .number("Year to date"),
      .text("Target for the year"),
    ]
  }

  private func row(_ row: PublicIssue.Row) -> DataTable.Row {
    let cells: [DataTable.Cell] = [
      .html {
        row.title
        if row.isProvisional {
          " "
          Tag("Provisional", .claim)
        }
        br()
        span(.class("xs quiet")) { "counts: \(row.definition.unit)" }
      },
      figure(row, row.now.value), figure(row, row.now.previous),
      row.change(row.now).map { .text($0) } ?? .missing(row.stateWords ?? "No change shown"),
      .html { RatingMark(state: row.now.rating, words: row.stateWords) },
      row.judged.map { state in .html { RatingMark(state: state) } } ?? .missing("Not set"),
      row.yearToDate.map { figure(row, $0.value) } ?? .missing("The same months"),
      .html {
        row.target ?? "No target for the year"
        if let gap = row.gap ?? (row.target == nil ? nil : issue.yearNotOver) {
          br()
          span(.class("xs quiet")) { gap }
        }
      },
    ]
    return .noted(cells) {
      IssueNote(row: row, chance: issue.chance(row), hasDefinition: hasDefinitions)
    }
  }

  private func figure(_ row: PublicIssue.Row, _ shown: PublicIssue.Shown) -> DataTable.Cell {
    guard shown.figure != nil else { return .missing(row.short(shown)) }
    return .html {
      row.text(shown)
      if let base = row.base(shown) {
        br()
        span(.class("xs quiet")) { base }
      }
    }
  }
}

/// Below a row: whether it could be chance, whether it can be compared, and what people say of it.
struct IssueNote: HTML {
  let row: PublicIssue.Row
  let chance: String
  let hasDefinition: Bool

  var body: some HTML {
    if let commentary = row.commentary { p { commentary.words } }
    if let judgement = row.judgement {
      p { "State set by a person (\(judgement.author)): \(judgement.words)" }
    }
    if row.stateWords == "Not shown" { p { SmallCounts.words } }
    if let reason = row.annualReason { p { "Once a year only: \(reason)" } }
    p(.class("real")) {
      Icon(.dice)
      span {
        strong { "Chance. " }
        span(.class("quiet")) { chance }
      }
    }
    p(.class("real")) {
      Icon(.link)
      span {
        strong { "Comparability. " }
        span(.class("quiet")) { row.now.comparability }
      }
    }
    p(.class("prov")) {
      "Wanted: \(row.wanted). "
      if row.isProvisional { "Provisional: it may still change. " }
      if hasDefinition {
        a(.href("#\(row.anchor)")) {
          "What it counts and where it comes from"
          span(.class("hide")) { ": \(row.title)" }
        }
      }
    }
  }
}

extension PublicIssue.Row {
  /// Where its definition stands on the page.
  var anchor: String { "definition-\(Digest.mark("\(code) \(title)").prefix(8))" }
}
