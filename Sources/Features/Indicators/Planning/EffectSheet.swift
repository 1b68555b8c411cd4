import Design
import Kernel
import Markup

/// What changes in a plan, and what that does to the dashboard.
struct EffectSheet: HTML {
  let changes: [PlanChange]
  let effect: PlanEffect
  /// The plan's names of its indicators, where more than one changes.
  var titles: [ID<PlanIndicator>: String] = [:]

  /// More would not be read; the page of changes lists them all.
  private static let most = 100

  var body: some HTML {
    Group {
      DataTable(
        caption: "What changes in the plan",
        columns: (titles.isEmpty ? [] : [.text("Indicator")]) + [
          .text("What"), .text("Now"), .text("Then"),
        ],
        rows: changes.prefix(EffectSheet.most).map { .cells(cells($0)) },
        empty: "Nothing: the plan says all of it already.")
      if changes.count > EffectSheet.most {
        p { "And \(NumberText.whole(changes.count - EffectSheet.most)) more." }
      }
      EffectTable(effect: effect)
    }
  }

  private func cells(_ one: PlanChange) -> [DataTable.Cell] {
    let title = one.member.map { titles[$0] ?? "A new indicator" } ?? "The plan"
    return (titles.isEmpty ? [] : [.text(title)]) + [
      .text(one.what), .text(one.earlier), .text(one.later),
    ]
  }
}

/// The states and targets a change moves.
private struct EffectTable: HTML {
  let effect: PlanEffect

  /// More would not be read; the dashboard shows them all.
  private static let most = 40

  var body: some HTML {
    if effect.changed.isEmpty {
      p(.class("mt3")) { "No state and no target that is shown now changes." }
    } else {
      DataTable(
        caption: "What changes on the dashboard",
        columns: [.text("Indicator"), .text("What"), .text("Now"), .text("Then")],
        rows: effect.changed.prefix(EffectTable.most).map { cells($0, after: $0.after) })
      if effect.changed.count > EffectTable.most {
        p { "And \(NumberText.whole(effect.changed.count - EffectTable.most)) more." }
      }
    }
    if !effect.staying.isEmpty {
      DataTable(
        caption: "States that stay as they were",
        columns: [.text("Indicator"), .text("What"), .text("Now"), .text("Then")],
        rows: effect.staying.map { cells($0, after: "Stays") })
    } else if effect.same > 0, !effect.changed.isEmpty {
      p(.class("mt3")) {
        "\(NumberText.whole(effect.same)) other states and targets of the last "
        "\(NumberText.whole(PlanOutlook.quarters)) quarters stay as they are."
      }
    }
  }

  private func cells(_ one: PlanEffect.Difference, after: String) -> DataTable.Row {
    [
      .text(one.line.title), .text(one.line.place.words),
      one.before.map { .text($0) } ?? .missing("Not there"), .text(after),
    ]
  }
}
