internal import Access
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Shows how satisfied those are whose reports were dealt with; nobody is named.
struct SatisfactionHandlers {
  static let monthsShown = 12
  let visit: StaffVisit

  func show() throws -> Response {
    try CaseworkPolicy.require(.list, visit.actor)
    let last = London.day(visit.now).month
    let months = try visit.read { read in
      try SatisfactionFigures.months(last.adding(months: 1 - Self.monthsShown)...last, read)
    }
    return visit.page(SatisfactionPage.title, crumbs: ReportsHandlers.crumbs) {
      SatisfactionPage(months: months)
    }
  }
}

/// Satisfaction with the share that answered beside it.
struct SatisfactionPage: HTML {
  static let title = "Satisfaction"
  let months: [(month: Month, figures: SatisfactionFigures)]

  private var total: SatisfactionFigures {
    months.reduce(into: SatisfactionFigures()) { $0.add($1.figures) }
  }

  var body: some HTML {
    PageHead(
      Self.title,
      lede: "What people say once the work on their report has ended, the last 12 months.")
    Facts([
      Fact("Satisfied", total.satisfiedWords ?? "Nobody has answered", isBig: true),
      Fact("Answered", total.asked == 0 ? "Nobody was asked" : total.responseWords),
      Fact("Say that it still goes on", "\(total.goingOn) of \(total.answered)"),
    ])
    Sheet("By the month the work ended") {
      DataTable(
        caption: "Satisfaction by month", hidesCaption: true,
        columns: [
          .text("Month"), .number("Asked"), .number("Answered"), .text("Satisfied"),
          .number("Still goes on"),
        ],
        rows: months.reversed().map { month, figures in
          [
            .text(month.words), .text(NumberText.whole(figures.asked)),
            .text(NumberText.whole(figures.answered)),
            figures.satisfiedWords.map { .text($0) } ?? .missing("Nobody answered"),
            .text(NumberText.whole(figures.goingOn)),
          ]
        }, empty: "Nobody was asked yet.")
    }
    Sheet("By answer") {
      DataTable(
        caption: "Answers", hidesCaption: true, columns: [.text("Answer"), .number("People")],
        rows: Satisfaction.allCases.reversed().map { answer in
          [.text(answer.title), .text(NumberText.whole(total.answers[answer] ?? 0))]
        })
    }
    Sheet("About these figures") {
      p {
        "Everybody whose report belongs to a case is asked when it is closed: beside the report, and by "
        "letter where they chose a way. They need not answer. “Satisfied” is “satisfied” or “very "
        "satisfied”, out of those who answered. Those who answer may differ from those who do not."
      }
    }
  }
}
