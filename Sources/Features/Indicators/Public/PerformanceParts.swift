import Design
import Kernel
import Markup

/// Whether it worked: computed states, people's judgements and chance, each counted apart.
struct Worked: HTML {
  let issue: PublicIssue

  var body: some HTML {
    li {
      h2 { "Did it work?" }
      p {
        "Of \(NumberText.whole(issue.rows.count)) numbers, "
        strong { "\(are(.green)) not worse" }
        " than a year before, \(are(.amber)) worse by up to \(tolerance), and \(are(.red)) worse "
        "by more. "
        "For \(NumberText.whole(issue.computed(.none))) no such answer can be given."
      }
      p {
        "People set a state of their own for \(NumberText.whole(issue.judged)); "
        "for \(NumberText.whole(issue.disputed)) of these it differs from the figures."
      }
      p {
        "Could it be chance? Of \(NumberText.whole(issue.tested)) changes that can be tested, "
        "\(Self.are(issue.beyondChance)) more than chance gives, allowing for how many were "
        "tested. That says nothing of why."
      }
    }
  }

  private func are(_ state: RatingState) -> String { Self.are(issue.computed(state)) }

  /// A count with its verb: "1 is", "0 are", "12 are".
  static func are(_ count: Int) -> String {
    "\(NumberText.whole(count)) \(count == 1 ? "is" : "are")"
  }

  private var tolerance: String {
    FigureText.value(Figure(issue.plan.tolerance) ?? .zero, .percentage)
  }
}

/// What the figures cannot say, each with its words.
struct CannotSay: HTML {
  let issue: PublicIssue

  var body: some HTML {
    li(.class("todo")) {
      h2 { "What we cannot say" }
      if found.isEmpty {
        p { "Every number of this quarter is there and can be compared." }
      } else {
        ul {
          for (title, words) in found {
            li {
              strong { title }
              ": \(words)"
            }
          }
        }
      }
    }
  }

  private var found: [(String, String)] {
    issue.rows.compactMap { row in
      if row.now.value.figure == nil {
        return (row.title, row.annualReason ?? row.now.value.missing ?? "Not supplied")
      }
      if row.now.previous.figure == nil {
        return (row.title, row.now.previous.missing ?? "Nothing to compare it with")
      }
      return row.now.isComparable ? nil : (row.title, row.now.comparability)
    }
  }
}

/// Beside the story: the files, the issues before, and how it is made.
struct Beside: HTML {
  let issue: PublicIssue
  let issues: [Publication]

  var body: some HTML {
    Group {
      h2 { "Take the figures" }
      ul(.class("rows"), .role("list")) {
        li { a(.href(file(.csv))) { "Figures as CSV" } }
        li { a(.href(file(.xlsx))) { "Figures as a spreadsheet (XLSX)" } }
        li { a(.href(file(.json))) { "Everything as JSON" } }
        li {
          a(.href(PerformanceRoute.print(plan: issue.plan.slug, slug: issue.slug).path)) {
            "To print: a page for each priority"
          }
        }
        li { a(.href("#definitions")) { "What each number counts" } }
      }
      p(.class("prov")) {
        "Issue \(issue.number), published \(issue.dayWords). It does not change: a mistake is "
        "mended by another issue."
      }
      if issue.plan.isSynthetic {
        Notice { p { "These figures are synthetic: made up for a demonstration." } }
      }
      h2 { "Other issues" }
      if others.isEmpty {
        p(.class("quiet")) { "There is no other." }
      } else {
        ul(.class("rows"), .role("list")) {
          for one in others.prefix(6) {
            li {
              a(.href(PerformanceRoute.issue(plan: issue.plan.slug, slug: one.slug).path)) {
                "\(one.period.words), issue \(one.number)"
              }
            }
          }
        }
        p(.class("mt2")) {
          a(.href(PerformanceRoute.issues(plan: issue.plan.slug).path)) { "All issues" }
        }
      }
      h2 { "Small numbers" }
      p(.class("small")) {
        "Where 1 to 4 people are counted we do not show how many, nor a number that would give it "
        "away. None is shown as 0."
      }
    }
  }

  private var others: [Publication] { issues.filter { $0.slug != issue.slug } }

  private func file(_ format: PerformanceRoute.Format) -> String {
    PerformanceRoute.file(plan: issue.plan.slug, slug: issue.slug, format).path
  }
}

/// What each number counts, from which source and by which version of its definition.
struct Definitions: HTML {
  let issue: PublicIssue

  var body: some HTML {
    Sheet("What each number counts", id: "definitions") {
      dl(.class("summary")) {
        for row in issue.rows {
          div(.id(row.anchor)) {
            dt { row.title }
            dd {
              p { "\(row.countsWords) (\(row.definition.unit), \(row.definition.frequency))." }
              p(.class("small quiet")) {
                "Source: \(row.definition.source). Answers for it: \(row.definition.owner). "
                "Definition \(row.definition.number)"
                since(row)
                ". Wanted: \(row.wanted)"
                row.wantedReason.isEmpty ? "." : ", because: \(row.wantedReason)."
                row.origins.isEmpty ? "" : " \(row.origins.joined(separator: "; "))."
              }
            }
          }
        }
      }
    }
  }

  private func since(_ row: PublicIssue.Row) -> String {
    Month(row.definition.from).map { ", in use since \($0.words)" } ?? ""
  }
}
