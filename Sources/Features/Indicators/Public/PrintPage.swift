import Design
import Kernel
import Markup

/// An issue for paper: one A4 page for each priority, by the print stylesheet.
struct PrintPage: HTML {
  let issue: PublicIssue

  var body: some HTML {
    Group {
      p(.class("no-print")) {
        "Print this page: each priority takes one sheet of A4. "
        a(.href(PerformanceRoute.issue(plan: issue.plan.slug, slug: issue.slug).path)) {
          "Back to the issue"
        }
      }
      for priority in issue.priorities where !priority.rows.isEmpty {
        PrintedPriority(issue: issue, priority: priority, isFirst: priority == first)
      }
    }
  }

  private var first: PublicIssue.PriorityIssue? { issue.priorities.first { !$0.rows.isEmpty } }
}

/// One priority on its sheet.
private struct PrintedPriority: HTML {
  let issue: PublicIssue
  let priority: PublicIssue.PriorityIssue
  let isFirst: Bool

  var body: some HTML {
    section(.class("paper contain")) {
      div(.class("pagehead")) {
        heading
        p(.class("small flush")) {
          "\(issue.plan.title). \(issue.months) against \(issue.before). Issue \(issue.number), "
          "published \(issue.dayWords)."
          issue.note.isEmpty ? "" : " Corrected: \(issue.note)"
          issue.plan.isSynthetic ? " Synthetic figures, for a demonstration." : ""
        }
      }
      table(.class("ledger fold dash")) {
        caption(.class("hide")) { priority.heading }
        thead { tr { for title in titles { th(.scope(.col)) { title } } } }
        tbody {
          for row in priority.rows {
            PrintedRow(row: row, chance: issue.chance(row), titles: titles)
          }
        }
      }
      p(.class("xs")) {
        priority.signedOff.map { "Signed off: \($0). " } ?? "Published before it was signed off. "
        "Direction of travel is computed; a state set by a person stands beside it. Chance: the "
        "range in which two counts of one level differ 95 times in 100."
      }
    }
  }

  @HTMLBuilder private var heading: some HTML {
    if isFirst {
      h1(.class("flush")) { priority.heading }
    } else {
      h2(.class("flush as-h1")) { priority.heading }
    }
  }

  private var titles: [String] {
    [
      "Indicator", issue.shortMonths, issue.shortBefore, "Change", "Direction of travel",
      "Set by a person",
      "Year to date", "Target",
    ]
  }
}

private struct PrintedRow: HTML {
  let row: PublicIssue.Row
  let chance: String
  let titles: [String]

  var body: some HTML {
    tr(.class("has-note")) {
      th(.scope(.row)) { row.isProvisional ? "\(row.title) (provisional)" : row.title }
      td(.class("n"), .data("l", titles[1])) { row.short(row.now.value) }
      td(.class("n"), .data("l", titles[2])) { row.short(row.now.previous) }
      td(.class("n"), .data("l", titles[3])) {
        row.change(row.now) ?? row.stateWords ?? "None shown"
      }
      td(.data("l", titles[4])) { RatingMark(state: row.now.rating, words: row.stateWords) }
      td(.data("l", titles[5])) {
        if let judged = row.judged { RatingMark(state: judged) } else { "Not set" }
      }
      td(.class("n"), .data("l", titles[6])) {
        row.yearToDate.map { row.short($0.value) } ?? "The same months"
      }
      td(.class("n"), .data("l", titles[7])) { row.target ?? "None" }
    }
    tr(.class("note")) {
      td(.colspan(titles.count)) {
        "Counts: \(row.definition.unit). Wanted: \(row.wanted). \(chance). \(row.now.comparability). "
        row.commentary?.words ?? ""
        row.judgement.map { " \($0.author): \($0.words)" } ?? ""
      }
    }
  }
}
