import Design
import Markup

/// The roll-up counted from the rows, beside the summary the document prints.
struct RollUpSheet: HTML {
  let rollUp: OutturnRollUp
  let published: PublishedSummary?

  var body: some HTML {
    Sheet("How the targets ended", mark: mismatches.isEmpty ? .river : .warn) {
      DataTable(
        caption: "Counted from the rows, beside the published summary", hidesCaption: true,
        columns: [.text("Status"), .number("Counted"), .number("Published"), .text("Agree?")],
        rows: rows)
      if let published, !mismatches.isEmpty {
        p(.class("flush")) {
          strong { "The published summary does not agree with its own table. " }
          "It speaks of \(NumberText.whole(published.total)) targets; "
          "the table has \(NumberText.whole(rollUp.total)). Both are kept as printed."
        }
      }
    }
  }

  private var mismatches: [OutturnRollUp.Mismatch] {
    published.map { rollUp.mismatches(with: $0) } ?? []
  }

  private var rows: [DataTable.Row] {
    OutturnStatus.allCases.map { status in
      row("\(status.rawValue) \(status.words)", rollUp[status], published?[status])
    } + [row("All targets", rollUp.total, published?.total)]
  }

  private func row(_ name: String, _ counted: Int, _ printed: Int?) -> DataTable.Row {
    let share = printed.flatMap { printed in
      published.map { " (\(FigureText.value($0.percent(printed), .percentage)))" }
    }
    return [
      .text(name), .text(NumberText.whole(counted)),
      printed.map { .text(NumberText.whole($0) + (share ?? "")) } ?? .missing("Not printed"),
      printed.map { .text($0 == counted ? "Yes" : "No") } ?? .missing("Not printed"),
    ]
  }
}

extension OutturnStatus {
  /// The mark that stands for the status.
  var mark: MarkState {
    switch self {
    case .met: .good
    case .progress, .partly: .warn
    case .missed: .bad
    case .noData: .none
    }
  }
}

extension PublishedSummary {
  /// The printed number of a status; `nil` where the summary has none.
  subscript(status: OutturnStatus) -> Int? {
    switch status {
    case .met: met
    case .progress: progress
    case .missed: missed
    case .partly, .noData: nil
    }
  }
}
