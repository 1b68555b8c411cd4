internal import Design
internal import HTTP
internal import Kernel
internal import Markup

/// One item as it is kept and as it would be given: somebody reads it and decides.
struct AccessItemPage: HTML {
  let request: AccessRequest
  let one: ReviewedItem
  let csrf: String
  let state: FormState

  var body: some HTML {
    Handling(note: "That you read this is recorded with your name.")
    PageHead(one.item.title, kicker: "\(one.item.source), data request \(request.reference)")
    Sheet("As it is kept") { SummaryList(rows(one.item.lines)) }
    Sheet("As they would read it", mark: .river) {
      SummaryList(rows(one.lines))
      p(.class("small quiet")) {
        "\(one.struckByRule) struck out by rule: names of others in the record, telephone numbers and email "
        "addresses that are not theirs. \(one.struckByChoice) struck out by choice. Now: \(one.outcome.words)."
      }
    }
    Sheet("Decide", id: "decide") {
      PostForm(to: AccessRoute.item(request.reference, key: one.item.key).path, csrf: csrf) {
        input(.type(.hidden), .name("key"), .value(one.item.key))
        RadioField(
          "give", legend: "Are they given it?",
          choices: [
            Choice("yes", "Yes, with what is struck out"), Choice("no", "No, it is left out"),
          ],
          in: state)
        SelectField(
          "reason", label: "Why it is left out",
          choices: LeavingReason.allCases.map { Choice($0.rawValue, "\($0.title) (\($0.law))") },
          empty: "Choose a reason", in: state)
        TextArea(
          "passages", label: "What else is struck out",
          hint: "Words as they stand above that tell of somebody else, one passage a line.",
          in: state,
          rows: 4)
        if let file = one.item.file {
          CheckboxField(
            "file", label: "The file itself goes along",
            hint: file.isOwn
              ? "They sent it. Its everyday copy goes into the ZIP."
              : "Only where nobody else can be seen, heard or read of in it. Else add a copy to the case in "
                + "which others are made unrecognisable, and give that one.", in: state)
          p { a(.href(EvidenceRoute.file(file.id).path)) { "Open the file" } }
        }
        SubmitButton("Decide")
      }
    }
  }

  private func rows(
    _ lines: [AccessItem.Line]
  ) -> [(key: String, value: String, change: String?)] {
    lines.map { (key: $0.heading, value: $0.words, change: nil) }
  }

  /// What the form shows before it is sent.
  static func values(_ one: ReviewedItem) -> Fields {
    var values = [("passages", one.passages.joined(separator: "\n"))]
    switch one.outcome {
    case .open: break
    case .given: values.append(("give", "yes"))
    case .left(let reason): values += [("give", "no"), ("reason", reason.rawValue)]
    }
    if one.file != nil { values.append(("file", "yes")) }
    return Fields(values)
  }
}
