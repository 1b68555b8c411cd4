internal import Design
internal import Kernel
internal import Markup
internal import Partnership

/// One application: what the law and the local rule say of it, what was decided, and what came of it.
struct ReviewPage: HTML {
  let model: ReviewModel

  private var review: CaseReview { model.review }

  var body: some HTML {
    Handling(note: "That you opened this review is recorded with your name.")
    PageHead(
      "Case review", kicker: "\(review.reference), applied \(review.appliedOn.weekdayWords)"
    ) {
      if model.mayPrepare {
        LinkButton("Panel and papers", to: ReportsRoute.papers(review.reference).path)
      }
    }
    Facts([
      Fact("State", review.state),
      Fact(
        "Next", next?.title ?? "Nothing", note: next?.by.map { "By \($0.weekdayWords)" }),
      Fact("Asked for", review.channel.title, note: onBehalf),
    ])
    if model.rule == nil {
      Notice(.warn) {
        p {
          "No rule of the partnership's own was in force on that day, so no step has a day by which it "
          "is due. The floor of the law holds all the same."
        }
      }
    }
    ReviewVerdicts(model: model)
    ReviewComplaintsSheet(model: model)
    ReviewOwnReportsSheet(model: model)
    ReviewLinkedSheet(linked: model.linked)
    Sheet("What was asked", id: "asked") { SummaryList(rows) }
    if review.acknowledgedAt == nil {
      Sheet("Tell the applicant that we have it", id: "acknowledge") {
        p {
          "They get a letter by the first way that is safe: an email, a letter to print and post, or a "
          "call to make, which wait in the outbox."
        }
        ReviewForm(model, .acknowledge) { SubmitButton("Acknowledge it", style: .line) }
      }
    }
    ReviewDecisionSheet(model: model)
    ReviewEvidenceSheet(model: model)
    ReviewPanelSheet(model: model)
    PanelSharesSheet(shares: model.shares, agencies: model.agencies, now: model.now)
    if !model.records.isEmpty { ReviewRecordsSheet(records: model.records) }
    ReviewAppealSheet(model: model)
  }

  private var next: ReviewStep? { ReviewStep(review, model.clocks) }

  private var onBehalf: String {
    let request = model.request.reveal(for: "the page of the review")
    guard request.isOnBehalf else { return "For themselves" }
    return request.victim.map { "For \($0.name)" } ?? "For somebody else, who agrees"
  }

  private var rows: [ReportRows.Row] {
    let request = model.request.reveal(for: "the page of the review")
    return [
      ("In their words", request.story, nil),
      ("References", request.references.isEmpty ? "Not given" : request.references, nil),
      ("Name", request.name, nil),
    ]
      + (request.victim.map { victim in
        [("For whom", victim.name, nil), ("Consent", victim.words, nil)]
      } ?? []) + [
        ("Telephone", request.phone.isEmpty ? "Not given" : request.phone, nil),
        ("Email", request.email.isEmpty ? "Not given" : request.email, nil),
        ("Postal address", request.address ?? "Not given", nil),
        ("Safe to reach", request.contact?.summary ?? "Not asked", nil),
      ]
  }
}

/// Who worked the cases it is about.
private struct ReviewLinkedSheet: HTML {
  let linked: LinkedCases

  var body: some HTML {
    if !linked.cases.isEmpty {
      Sheet("Cases it is about", id: "cases") {
        ul {
          for reference in linked.cases {
            li { a(.href(WorkRoute.file(reference).path)) { reference.description } }
          }
        }
        if !linked.workers.isEmpty {
          p {
            strong { "May not decide or chair, since they worked them: " }
            linked.workers.map { $0.name.reveal(for: "who may not decide") }
              .joined(separator: ", ")
          }
        }
      }
    }
  }
}

/// What was written down at each step.
private struct ReviewRecordsSheet: HTML {
  let records: [ReviewRecord]

  var body: some HTML {
    Sheet("On record", id: "record") {
      for record in records {
        h3 { "\(record.kind.title), \(London.words(record.at))" }
        SummaryList(
          record.content.reveal(for: "the page of the review").lines.map {
            ($0.heading, $0.words, nil)
          })
      }
    }
  }
}
