internal import Design
internal import Kernel
internal import Markup

/// What the list of case reviews shows.
struct ReviewListModel {
  let page: Int
  let reviews: [CaseReview]
  let hasMore: Bool
  /// Every version of the rule: each application has that of its own day.
  let rules: ReviewRules
  let years: [ReviewYear]
  let today: Day
  /// Whether the reader works on applications; else they prepare papers alone.
  let mayOpen: Bool
  let mayConfigure: Bool
}

/// Applications with what is due next, and the four counts of each year.
struct ReviewListPage: HTML {
  let model: ReviewListModel

  var body: some HTML {
    PageHead("Case reviews", lede: "Applications, the latest first.") {
      if model.mayOpen {
        LinkButton("Take an application", to: ReportsRoute.takeReview.path)
      }
      LinkButton("Panels you sit on", to: ReportsRoute.panels.path)
      LinkButton("Law", to: ReportsRoute.reviewLaw.path)
      if model.mayConfigure {
        LinkButton("Local rule", to: ReportsRoute.reviewRule.path)
      }
    }
    if model.rules.on(model.today) == nil {
      Notice(.warn) {
        p {
          "No local rule is in force. Applications are tested by the floor of the law alone, and no "
          "step has a day by which it is due."
        }
      }
    }
    Sheet {
      DataTable(
        caption: "Applications", hidesCaption: true,
        columns: [.text("Reference"), .text("Applied"), .text("State"), .text("Next")],
        rows: model.reviews.map(row), empty: "Nobody has asked for one.")
      Turning(
        previous: model.page > 1 ? ReportsRoute.reviews(page: model.page - 1).path : nil,
        next: model.hasMore ? ReportsRoute.reviews(page: model.page + 1).path : nil)
    }
    Sheet("Year by year") { ReviewYearTable(years: model.years) }
  }

  private func path(_ reference: Reference) -> String {
    (model.mayOpen ? ReportsRoute.review(reference) : .papers(reference)).path
  }

  private func row(_ review: CaseReview) -> DataTable.Row {
    let next = model.rules.next(review)
    return [
      .link(review.reference.description, to: path(review.reference)),
      .text(review.appliedOn.words), .text(review.state),
      .html {
        if let next {
          StateMark(next.mark(on: model.today), next.words)
        } else {
          ""
        }
      },
    ]
  }
}

/// The four counts of each year, whole: section 104(9).
struct ReviewYearTable: HTML {
  let years: [ReviewYear]

  var body: some HTML {
    DataTable(
      caption: "Case reviews by financial year of the application", hidesCaption: true,
      columns: [
        .text("Year"), .number("Applications"), .number("Threshold not met"),
        .number("Reviews carried out"), .number("Reviews with recommendations"),
      ],
      rows: years.map { year in
        [
          .text(year.year.description), .text(NumberText.whole(year.applications)),
          .text(NumberText.whole(year.notMet)), .text(NumberText.whole(year.held)),
          .text(NumberText.whole(year.withRecommendations)),
        ]
      })
  }
}
