internal import Database
internal import Design
internal import Kernel
internal import Markup

/// Applications for case reviews with what is due next, for the worklist: the next day first.
struct ReviewsDue {
  /// One of them.
  struct Line {
    let review: CaseReview
    let step: String
    let by: Day
  }

  let lines: [Line]
  let today: Day

  init(on today: Day, _ read: Read) throws {
    self.today = today
    guard let rule = try ReviewRule.on(today, read) else {
      lines = []
      return
    }
    lines = try CaseReviewStore.open(read).compactMap { review in
      ReviewClocks(rule, applied: review.appliedOn).next(review).map {
        Line(review: review, step: $0.step, by: $0.by)
      }
    }.sorted { ($0.by, $0.review.id) < ($1.by, $1.review.id) }
  }
}

extension ReviewClocks {
  /// How a step stands on a day.
  static func mark(_ by: Day, on today: Day) -> MarkState {
    by < today ? .bad : by == today ? .warn : .none
  }
}

/// The case reviews below the worklist.
struct ReviewsDueSheet: HTML {
  let due: ReviewsDue

  var body: some HTML {
    Sheet("Case reviews") {
      DataTable(
        caption: "Case reviews", hidesCaption: true,
        columns: [.text("Reference"), .text("Applied"), .text("Next")],
        rows: due.lines.map { line in
          [
            .link(
              line.review.reference.description, to: ReportsRoute.review(line.review.reference).path
            ),
            .text(line.review.appliedOn.words),
            .html {
              StateMark(
                ReviewClocks.mark(line.by, on: due.today), "\(line.step) by \(line.by.words)")
            },
          ]
        })
    }
  }
}
