internal import Access
internal import Database
internal import Design
internal import Kernel
internal import Markup
internal import Partnership

/// Applications for case reviews with what is due next, for the worklist: the next day first, and
/// what no rule sets a day for last.
struct ReviewsDue {
  /// One of them.
  struct Line {
    let reference: Reference
    let applied: Day
    let step: ReviewStep
  }

  let lines: [Line]
  let today: Day

  init(on today: Day, _ services: Services, _ read: Read) throws {
    self.today = today
    let rules = try ReviewRules(read)
    let steps = try CaseReviewStore.open(read).compactMap { review in
      rules.next(review).map {
        Line(reference: review.reference, applied: review.appliedOn, step: $0)
      }
    }
    let answers = try RecommendationsDue.lines(services, read)
    lines = (steps + answers).sorted {
      ($0.order, $0.reference.description) < ($1.order, $1.reference.description)
    }
  }
}

extension ReviewsDue.Line {
  fileprivate var order: Int { step.by?.number ?? Int.max }
}

extension ReviewStep {
  /// How it stands on a day.
  func mark(on today: Day) -> MarkState {
    guard let by else { return .none }
    return by < today ? .bad : by == today ? .warn : .none
  }
}

/// Recommendations no body has answered yet, by the day they are due.
enum RecommendationsDue {
  static let query: SQL = """
    SELECT q.reference, v.applied_on, n.organisation, n.due_on FROM case_review_recommendation n
    JOIN case_review v ON v.request = n.request JOIN case_review_request q ON q.id = n.request
    WHERE n.answer IS NULL ORDER BY n.due_on, n.id LIMIT \(CaseReviewStore.onPage)
    """

  static func lines(_ services: Services, _ read: Read) throws -> [ReviewsDue.Line] {
    let agencies = try services.people.agencies(read)
    return try read.all(query) { row in
      let (reference, applied): (Reference, Day) = (try row.parsed(), try row.parsed())
      let organisation: ID<Organisation> = try row.id()
      let body = agencies.first { $0.id == organisation }?.name ?? "Another organisation"
      return ReviewsDue.Line(
        reference: reference, applied: applied,
        step: ReviewStep("Answer of \(body) to a recommendation", by: try row.optionalParsed()))
    }
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
            .link(line.reference.description, to: ReportsRoute.review(line.reference).path),
            .text(line.applied.words),
            .html {
              switch line.step.mark(on: due.today) {
              case .bad: StateMark(.bad, "Late")
              case .warn: StateMark(.warn, "Today")
              default: StateMark(.none, "To come")
              }
              br()
              line.step.words
            },
          ]
        })
    }
  }
}
