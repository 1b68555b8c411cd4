internal import Access
internal import Design
internal import Kernel
internal import Markup
internal import Partnership

/// What the page shows on which a case of a sample is scored.
struct ScoreModel {
  let month: Month
  let checked: CheckedCase
  /// The latest first.
  let scores: [ProcedureScore]
  let names: [ID<Account>: String]
  let state: FormState
  let csrf: String
}

/// The steps of a case as the record has them, and a manager's judgement beside them.
struct ScorePage: HTML {
  let model: ScoreModel

  private var file: CaseFile { model.checked.record.file }

  var body: some HTML {
    PageHead(
      "Score case \(file.reference)", kicker: file.title,
      lede: "Read the case, then say whether the procedure was followed."
    ) { LinkButton("Open the case", to: WorkRoute.file(file.reference).path) }
    Sheet(model.checked.procedure.words, mark: .river) { StepTable(steps: model.checked.steps) }
    Sheet("Your judgement") {
      p {
        model.checked.isFollowed
          ? "By the record it was followed: \(model.checked.words)."
          : "By the record it was not followed: \(model.checked.words)."
      }
      PostForm(to: ProcedureRoute.score(model.month, file.reference).path, csrf: model.csrf) {
        RadioField(
          "verdict", legend: "Was the procedure followed?",
          choices: ProcedureScore.Verdict.allCases.map { Choice($0.rawValue, $0.title) },
          in: model.state)
        TextArea(
          "note", label: "Notes",
          hint: "Needed where you judge it otherwise than the record does.", in: model.state,
          rows: 4)
        SubmitButton("Keep the score")
      }
    }
    Sheet("Scores so far") {
      DataTable(
        caption: "Scores so far", hidesCaption: true,
        columns: [.text("When"), .text("Who"), .text("Score"), .text("Notes")],
        rows: model.scores.map { score in
          let note = score.note.reveal(for: "page of a sampled case")
          return [
            .text(London.words(score.at)),
            .text(score.account.flatMap { model.names[$0] } ?? "The shell"),
            .text(score.verdict.title), note.isEmpty ? .missing("None") : .text(note),
          ]
        }, empty: "Nobody has scored it yet. The latest score counts.")
    }
  }
}

/// The steps of a checklist with what the record says of each.
struct StepTable: HTML {
  let steps: [CheckedStep]

  var body: some HTML {
    DataTable(
      caption: "Steps", hidesCaption: true,
      columns: [.text("Step"), .text("Result"), .text("Evidence")],
      rows: steps.map { step in
        [
          .text(step.step.words),
          .html { StateMark(step.finding.result.mark, step.finding.result.title) },
          .text(step.finding.words),
        ]
      })
  }
}

extension StepFinding.Result {
  fileprivate var mark: MarkState {
    switch self {
    case .met: .good
    case .missed: .bad
    case .waiting, .inapplicable: .none
    }
  }
}
