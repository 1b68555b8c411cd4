internal import Design
internal import Kernel
internal import Markup

/// What the list of reports shows.
struct InboxModel {
  let filter: InboxFilter
  let page: Int
  let reports: [Report]
  let hasMore: Bool
  /// The longest waiting of the flagged ones, for the top of the page.
  let flagged: [Report]
  let counts: InboxCounts
  /// Those with a visiting risk at their place.
  let marked: Set<Reference>
  let now: Instant
  let mayOpen: Bool
  let mayListReviews: Bool
  let mayTake: Bool
  let mayConfigure: Bool
}

/// Reports in a list: flagged first; it names nobody.
struct InboxPage: HTML {
  let model: InboxModel

  var body: some HTML {
    PageHead("Reports", lede: "What residents reported, and what was taken for them.") {
      if model.mayTake { LinkButton("Take a report", to: ReportsRoute.take.path) }
      if model.mayListReviews {
        LinkButton("Case reviews", to: ReportsRoute.reviews(page: 1).path)
      }
      LinkButton("Satisfaction", to: ReportsRoute.satisfaction.path)
      if model.mayConfigure {
        LinkButton("Telephone lines and contacts", to: ReportsRoute.service.path)
        LinkButton("Repeat callers", to: ReportsRoute.repeatRule.path)
      }
    }
    FlaggedSheet(
      reports: model.flagged, count: model.counts.flagged, mayOpen: model.mayOpen)
    Facts([
      Fact(
        "New", NumberText.whole(model.counts.new),
        path: ReportsRoute.list(.new, page: 1).path, isBig: true),
      Fact(
        "Flagged: act at once", NumberText.whole(model.counts.flagged),
        path: ReportsRoute.list(.flagged, page: 1).path, isBig: true),
      Fact(
        "Doubtful", NumberText.whole(model.counts.doubtful),
        path: ReportsRoute.list(.doubtful, page: 1).path, isBig: true),
    ])
    nav(.aria("label", "Which reports")) {
      p(.class("row")) {
        for filter in InboxFilter.allCases {
          a(
            .href(ReportsRoute.list(filter, page: 1).path),
            .aria("current", "page").when(filter == model.filter)
          ) { filter.title }
        }
      }
    }
    Sheet {
      DataTable(
        caption: "\(model.filter.title) reports",
        columns: [
          .text("Reference"), .text("What"), .text("Where"), .text("Received"), .text("Begin by"),
          .text("Marks"),
        ],
        rows: model.reports.map(row), empty: "There are none.")
      Turning(
        previous: model.page > 1 ? ReportsRoute.list(model.filter, page: model.page - 1).path : nil,
        next: model.hasMore ? ReportsRoute.list(model.filter, page: model.page + 1).path : nil)
    }
  }

  private func row(_ report: Report) -> DataTable.Row {
    let isLate = report.state == .new && report.dueAt < model.now
    return [
      .html { ReportReference(report: report, mayOpen: model.mayOpen) },
      .text(report.kind.title),
      .html {
        VisitingRiskTag(model.marked.contains(report.reference))
        report.place?.name ?? "In words only"
      },
      .text("\(London.words(report.receivedAt)), \(report.channel.words)"),
      .html {
        "\(report.priority.code), \(London.words(report.dueAt))"
        if isLate {
          " "
          Tag("Late", .bad)
        }
      },
      .html {
        if report.isFlagged { Tag("Flagged", .bad) }
        if report.isDoubtful { Tag("Doubtful", .warn) }
        if !report.isFlagged, !report.isDoubtful { "None" }
      },
    ]
  }
}
