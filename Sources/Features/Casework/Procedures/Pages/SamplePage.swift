internal import Design
internal import Kernel
internal import Markup
internal import Partnership

/// What the page of a sample shows.
struct SampleModel {
  let sample: ProcedureSample
  let cases: [CheckedCase]
  let mayAudit: Bool
}

/// The drawn cases, what the record says of each, and what was found.
struct SamplePage: HTML {
  let model: SampleModel

  private var sample: ProcedureSample { model.sample }

  var body: some HTML {
    PageHead("Sample of \(sample.month.words)", kicker: "Procedures")
    Facts([
      Fact("Followed", sample.followedWords, isBig: true),
      Fact("Scored", "\(sample.scored) of \(sample.drawn.count)"),
      Fact(
        "Seed", String(sample.seed), note: "Drawn \(London.day(sample.drawnAt).words)"),
    ])
    Sheet("The cases", mark: .river) {
      DataTable(
        caption: "Cases of the sample", hidesCaption: true,
        columns: [.text("Case"), .text("Priority"), .text("The record says"), .text("Score")],
        rows: model.cases.map(row))
    }
    Sheet("How it was drawn") {
      p {
        "\(sample.drawn.count) of the \(sample.members.count) cases closed in the month: \(shares). "
        "Within each priority the cases stand in the order of their numbers and are shuffled by SplitMix64 "
        "from the seed."
      }
      p {
        StateMark(
          sample.isDrawnAgain ? .good : .bad,
          sample.isDrawnAgain ? "The same cases" : "Other cases")
        " when it is drawn again from the same list by its seed, as it is each time this page is shown."
      }
    }
  }

  private var shares: String {
    Priority.allCases.compactMap { priority in
      let all = sample.members.filter { $0.priority == priority }
      guard !all.isEmpty else { return nil }
      let drawn = all.count { sample.drawn.contains($0.file) }
      return "\(drawn) of \(all.count) \(priority.code)"
    }.joined(separator: ", ")
  }

  private func row(_ checked: CheckedCase) -> DataTable.Row {
    let file = checked.record.file
    let score = sample.scores[file.id]?.first
    return [
      model.mayAudit
        ? .link(
          file.reference.description,
          to: ProcedureRoute.score(sample.month, file.reference).path)
        : .text(file.reference.description),
      .text(file.priority.code), .text(checked.words),
      .html {
        switch score?.verdict {
        case .followed: StateMark(.good, "Followed")
        case .notFollowed: StateMark(.bad, "Not followed")
        case nil: StateMark(.none, "Not scored")
        }
      },
    ]
  }
}
