internal import Design
internal import Kernel
internal import Markup
internal import Partnership

/// The papers on screen, for those who sit on the panel.
struct PanelReadingPage: HTML {
  let review: CaseReview
  let issue: PanelStore.Issue
  let reader: String
  let now: Instant
  let canPrint: Bool

  var body: some HTML {
    Handling(note: "Read by \(PanelPaper.mark(reader, now))")
    PageHead("Papers of the panel", kicker: "Case review \(review.reference)") {
      if canPrint {
        LinkButton("Save as PDF", to: ReportsRoute.printPapers(review.reference).path)
      }
    }
    PapersContent(issue: issue)
    p(.class("watermark")) { PanelPaper.mark(reader, now) }
  }
}

/// The papers as a document of its own, for the printer.
struct PanelPaper: HTML {
  let review: CaseReview
  let issue: PanelStore.Issue
  let reader: String
  let partnership: String
  let now: Instant

  static func mark(_ reader: String, _ now: Instant) -> String {
    "\(reader), \(London.words(now)). Do not copy or forward. Destroy it when the review is over."
  }

  var body: some HTML {
    MarkedPaper(
      "Papers of case review \(review.reference)", by: partnership, reader: reader,
      mark: Self.mark(reader, now)
    ) { PapersContent(issue: issue) }
  }
}

private struct PapersContent: HTML {
  let issue: PanelStore.Issue

  var body: some HTML {
    let papers = issue.papers.reveal(for: "the papers of a panel")
    p(.class("quiet")) {
      "Issued \(London.words(issue.at)). \(Self.left(papers.leftOut))"
      "\(Striking.mark) stands where a third party was named."
    }
    for (number, page) in papers.pages.enumerated() {
      Sheet("\(number + 1). \(page.title)") {
        PaperContent(lines: page.lines, table: page.table)
        if page.struck > 0 { p(.class("small quiet")) { "\(page.struck) struck out." } }
      }
    }
  }

  private static func left(_ count: Int) -> String {
    count == 0 ? "" : count == 1 ? "1 page is left out. " : "\(count) pages are left out. "
  }
}
