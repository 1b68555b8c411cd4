import Design
import Markup

/// How the targets of one priority ended: judgement, figures and whether the two agree, apart.
struct OutturnTable: HTML {
  let group: PlanModel.Group
  /// Every judgement of the plan, to set this one beside.
  let judged: [(status: OutturnStatus, parts: [OutturnProgress])]

  var body: some HTML {
    Sheet(group.priority.title) {
      DataTable(
        caption: "\(group.priority.title): outturn", hidesCaption: true,
        columns: [
          .text("Target"), .number("Number"), .text("Asked for"), .text("Outturn"),
          .text("Way gone"), .text("Status as judged"), .text("Figures and judgement"),
        ],
        rows: group.rows.compactMap { row in row.outturn.map { cells(row, $0) } })
    }
  }

  private func cells(_ row: PlanModel.Row, _ outturn: Outturn) -> DataTable.Row {
    [
      .text(row.member.title), .text(outturn.number),
      .html { PartLines(lines: outturn.parts.map(OutturnTable.asked)) },
      .html { PartLines(lines: outturn.parts.map(OutturnTable.reached)) },
      .html { PartLines(lines: outturn.parts.map(OutturnTable.share)) },
      .html {
        StateMark(outturn.status.mark, "\(outturn.status.rawValue) \(outturn.status.words)")
      },
      .text(agreement(outturn)),
    ]
  }

  private func agreement(_ outturn: Outturn) -> String {
    var words =
      switch outturn.agreement {
      case .agrees: "They agree."
      case .differs: "They differ."
      case .untested: "The figures cannot tell."
      }
    let behind = OutturnOrder.better(
      than: (outturn.status, outturn.parts.map(\.progress)), among: judged)
    if behind > 0 {
      words += " It went further than \(NumberText.whole(behind)) judged good progress."
    }
    guard outturn.reason != Archive.author, let first = outturn.reason.first else { return words }
    return "\(words) \(first.uppercased())\(outturn.reason.dropFirst())."
  }

  private static func label(_ part: Outturn.Part) -> String {
    part.label.isEmpty ? "" : "\(part.label) \(part.measure): "
  }

  private static func asked(_ part: Outturn.Part) -> String {
    let figure = part.progress.target.map { unit($0, part) } ?? "no number stated"
    return label(part) + "\(part.progress.sense.word) \(figure)"
  }

  private static func reached(_ part: Outturn.Part) -> String {
    label(part) + (part.progress.outturn.map { unit($0, part) } ?? "not given")
  }

  private static func share(_ part: Outturn.Part) -> String {
    label(part)
      + (part.progress.share.map { "\(NumberText.percent($0.rounded(to: 0).double))" }
        ?? "not to be said")
  }

  private static func unit(_ figure: Figure, _ part: Outturn.Part) -> String {
    let places = figure.whole == nil ? figure.description.split(separator: ".")[1].count : 0
    let number = NumberText.decimal(figure.double, places: places)
    switch part.unit {
    case "%": return number + "%"
    case "count": return number
    default: return "\(number) \(part.unit)"
    }
  }
}

/// One line for each measure of a target.
private struct PartLines: HTML {
  let lines: [String]

  var body: some HTML {
    for (index, text) in lines.enumerated() {
      if index > 0 { br() }
      text
    }
  }
}

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
