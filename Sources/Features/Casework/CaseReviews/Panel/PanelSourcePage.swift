internal import Design
internal import HTTP
internal import Kernel
internal import Markup

/// One page as the record has it and as the panel would read it: somebody chooses.
struct PanelSourcePage: HTML {
  let review: CaseReview
  let page: PanelPage
  let state: FormState
  let csrf: String

  var body: some HTML {
    Handling(note: "That you read this is recorded with your name.")
    PageHead(page.source.title, kicker: "Papers of case review \(review.reference)")
    Sheet("As the record has it") {
      PaperContent(lines: page.source.lines, table: page.source.table)
    }
    Sheet("As the panel would read it", mark: .river) {
      if page.treatment == .left {
        p { "It is left out." }
      } else {
        PaperContent(lines: page.page.lines, table: page.page.table)
        p(.class("small quiet")) { "\(page.page.struck) struck out." }
      }
    }
    Sheet("Choose", id: "choose") {
      PostForm(to: ReportsRoute.paper(review.reference, page.source.key).path, csrf: csrf) {
        input(.type(.hidden), .name("version"), .value(String(page.version)))
        RadioField(
          "treatment", legend: "What does the panel read of it?",
          choices: PanelChoice.Treatment.allCases.map { Choice($0.rawValue, $0.title) },
          in: state)
        TextArea(
          "passages", label: "What else is struck out (optional)",
          hint: "Words as they stand on the page that tell of a third party, one passage a line.",
          in: state, rows: 4)
        SubmitButton("Choose")
      }
    }
  }

  /// What the form shows before it is sent.
  static func values(_ page: PanelPage) -> Fields {
    Fields(
      [("passages", page.passages.joined(separator: "\n"))]
        + (page.waits ? [] : [("treatment", page.treatment.rawValue)]))
  }
}

/// What stands on a page, the same on screen and on paper.
struct PaperContent: HTML {
  let lines: [PanelPapers.Line]
  let table: PanelPapers.Table?

  var body: some HTML {
    if let table {
      DataTable(
        caption: "Reports", hidesCaption: true, columns: table.columns.map { .text($0) },
        rows: table.rows.map { .cells($0.map { .text($0) }) }, empty: "None is entered yet.")
    }
    SummaryList(lines.map { (key: $0.heading, value: $0.words, change: nil) })
  }
}
