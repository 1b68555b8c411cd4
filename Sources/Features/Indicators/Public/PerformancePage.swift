import Design
import Kernel
import Markup

/// A published issue as a story: what we set out to do, what changed, and what we cannot say.
struct PerformancePage: HTML {
  let issue: PublicIssue
  /// Every issue of the plan, the latest first.
  let issues: [Publication]

  var body: some HTML {
    Group {
      PageHead(
        "How we are doing", kicker: "\(issue.plan.title), \(issue.months)",
        lede: "What we set out to change, what the numbers say, and what they cannot say.")
      if let later { Later(issue: issue, later: later) }
      if !issue.note.isEmpty {
        Notice {
          p {
            strong { "Corrected issue \(issue.number). " }
            issue.note
          }
        }
      }
      div(.class("split")) {
        ol(.class("thread wide")) {
          SetOut(issue: issue)
          Moves(issue: issue, changes: BiggestChanges(issue))
          Worked(issue: issue)
          CannotSay(issue: issue)
        }
        aside(.aria("label", "More about these figures")) { Beside(issue: issue, issues: issues) }
      }
      for priority in issue.priorities where !priority.rows.isEmpty {
        section(.class("sheet")) { IssueTableView(issue: issue, priority: priority) }
      }
      Definitions(issue: issue)
    }
  }

  /// The latest issue of the same period, where this is not it.
  private var later: Publication? {
    issues.first { $0.period.description == issue.period && $0.number > issue.number }
  }
}

private struct Later: HTML {
  let issue: PublicIssue
  let later: Publication

  var body: some HTML {
    Notice(.warn) {
      p {
        strong { "This issue has been corrected. " }
        later.note
        " "
        a(.href(PerformanceRoute.issue(plan: issue.plan.slug, slug: later.slug).path)) {
          "Read issue \(later.number)"
        }
      }
    }
  }
}

private struct SetOut: HTML {
  let issue: PublicIssue

  var body: some HTML {
    li(.class("key")) {
      h2 { "What we set out to do" }
      p { "The partnership's plan for \(issue.plan.years) has these priorities:" }
      ul {
        for priority in issue.priorities {
          li {
            strong { priority.title }
            ": \(count(priority.rows.count))"
          }
        }
      }
    }
  }

  private func count(_ rows: Int) -> String {
    rows == 0 ? "no number yet" : rows == 1 ? "1 number" : "\(NumberText.whole(rows)) numbers"
  }
}

/// The five biggest changes, each with its base.
private struct Moves: HTML {
  let issue: PublicIssue
  let changes: BiggestChanges

  var body: some HTML {
    li(.class("key")) {
      h2 { changes.rows.isEmpty ? "What changed" : "The biggest changes" }
      p(.class("small quiet")) { "\(issue.before), then \(issue.months)." }
      if changes.rows.isEmpty {
        p { "No figure of this quarter can be set beside one of the year before." }
      }
      ul(.class("moves"), .role("list")) {
        for row in changes.rows { Move(issue: issue, row: row) }
      }
      p(.class("mt2 prov")) { BiggestChanges.rule }
    }
  }
}

private struct Move: HTML {
  let issue: PublicIssue
  let row: PublicIssue.Row

  var body: some HTML {
    li {
      h3(.class("flush")) { row.title }
      p(.class("from")) {
        span(.class("quiet")) {
          "\(row.text(row.now.previous)) "
          span(.aria("hidden", "true")) { "→" }
          span(.class("hide")) { "then" }
          " "
        }
        strong { row.text(row.now.value) }
      }
      p(.class("small")) {
        RatingMark(state: row.now.rating, words: row.stateWords.map { _ in "No rating" })
        " \(row.change(row.now) ?? ""). \(row.direction) \(issue.chanceSentence(row)) "
        bases
        if row.isProvisional { " Provisional: it may still change." }
      }
    }
  }

  private var bases: String {
    guard let before = row.base(row.now.previous), let now = row.base(row.now.value) else {
      return row.kind == .count ? "Each is one \(row.definition.unit)." : ""
    }
    return "\(before), then \(now)."
  }
}
