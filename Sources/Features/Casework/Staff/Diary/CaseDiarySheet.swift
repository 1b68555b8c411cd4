internal import Design
internal import Kernel
internal import Markup

/// When it happened and what, over all the reports of a case, and where to write one more down.
struct CaseDiarySheet: HTML {
  /// How many lines stand unfolded.
  private static let shown = 8

  let model: CaseModel

  private var diary: CaseDiary { model.diary }

  var body: some HTML {
    Sheet("Incident diary", id: "diary") {
      if model.file.state != .closed { form }
      if !diary.lines.isEmpty { p(.class("quiet")) { counted } }
      table(Array(diary.lines.prefix(Self.shown)))
      let earlier = diary.lines.dropFirst(Self.shown)
      if !earlier.isEmpty {
        details(.class("printed")) {
          summary { earlier.count == 1 ? "1 earlier time" : "\(earlier.count) earlier times" }
          table(Array(earlier))
        }
      }
      if diary.hasMore {
        p { "Only the latest \(CaseDiary.most) times are shown; each report shows its own." }
      }
    }
  }

  @HTMLBuilder
  private var form: some HTML {
    let state = model.state(of: .incident)
    Disclosure("Write an incident down", isOpen: model.isOpen(.incident)) {
      CaseForm(model, .incident) {
        OccasionFields(state: state, legend: "When did it happen?")
        TextArea(
          "incident", label: "What happened, and who saw or told it",
          hint: "What was assessed of the risk is then looked at anew.", in: state, rows: 3)
        CheckboxField(
          "incident-kept", label: "Keep this incident to ourselves",
          hint: "Organisations that are parties to the case do not read it.", in: state)
        SubmitButton("Write it down", style: .line)
      }
    }
  }

  private var counted: String {
    let count = diary.lines.count
    let times = count == 1 ? "Told of once" : "Told of \(count) times"
    guard diary.atNight > 0 else { return "\(times)." }
    return "\(times), \(diary.atNight) of them at night (11pm to 7am)."
  }

  private func table(_ lines: [CaseDiary.Line]) -> some HTML {
    DataTable(
      caption: "Incident diary", hidesCaption: true,
      columns: [.text("When"), .text("What"), .text("Told by")],
      rows: lines.map { line in
        let words = line.words.reveal(for: "page of the case")
        return [
          .text(line.occasion.words),
          words.isEmpty ? .text("As the report tells") : .text(words),
          line.report.map { .link("Report \($0)", to: ReportsRoute.report($0).path) }
            ?? .text(line.account.flatMap { model.names[$0] } ?? "Somebody who worked on it"),
        ]
      }, empty: "No time is written down yet.")
  }
}
