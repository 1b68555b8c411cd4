internal import Design
internal import HTTP
internal import Kernel
internal import Markup

/// One paper as it is kept and as the court would read it: somebody reads it and strikes.
struct PaperPage: HTML {
  let reference: Reference
  let number: Int
  let one: ReviewedPaper
  let csrf: String
  let state: FormState

  var body: some HTML {
    Handling(note: "That you read this is recorded with your name.")
    PageHead(one.paper.title, kicker: "\(one.paper.source), bundle \(number)")
    Sheet("As it is kept") { SummaryList(rows(one.paper.lines)) }
    Sheet("As the court would read it", mark: .river) {
      SummaryList(rows(one.lines))
      p(.class("small quiet")) {
        "\(one.struck) struck out: names of those who are not named, telephone numbers, email addresses, "
        "and what you chose."
      }
      if let file = one.paper.file {
        p { a(.href(EvidenceRoute.file(file.id).path)) { "Open the file" } }
        p(.class("small quiet")) {
          "Nothing is struck out of a photo or document. Where somebody must not be seen in it, add a "
          "copy to the case in which they are made unrecognisable, and choose that one."
        }
      }
    }
    Sheet("Decide", id: "decide") {
      PostForm(to: BundleRoute.paper(reference, number, key: one.paper.key).path, csrf: csrf) {
        input(.type(.hidden), .name("key"), .value(one.paper.key))
        RadioField(
          "in", legend: "Does it go in?", choices: [Choice("yes", "Yes"), Choice("no", "No")],
          in: state)
        TextArea(
          "passages", label: "What else is struck out (optional)",
          hint: "Words as they stand above, such as a house number, one passage a line.", in: state,
          rows: 4)
        SubmitButton("Keep it")
      }
    }
  }

  private func rows(
    _ lines: [AccessItem.Line]
  ) -> [(key: String, value: String, change: String?)] {
    lines.map { (key: $0.heading, value: $0.words, change: nil) }
  }

  /// What the form shows before it is sent.
  static func values(_ one: ReviewedPaper) -> Fields {
    Fields([
      ("in", one.standing == .left ? "" : "yes"),
      ("passages", one.passages.joined(separator: "\n")),
    ])
  }
}
