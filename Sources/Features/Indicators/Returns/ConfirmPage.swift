import Design
import Kernel
import Markup
import Partnership

/// What a return that was read would change; nothing counts before it is confirmed.
struct ConfirmPage: HTML {
  let expected: ExpectedReturn
  let draft: ReturnDraft
  let changes: ReturnChanges
  let state: FormState
  let csrf: String

  var body: some HTML {
    Group {
      ErrorSummary(state.refusal)
      PageHead(
        "Check the return of \(expected.agency.name)", kicker: expected.period.words,
        lede: "Nothing is kept yet.")
      Facts([
        Fact("New", NumberText.whole(changes.added.count), isBig: true),
        Fact(
          "Changed", NumberText.whole(changes.changed.count), note: "The old ones are kept",
          isBig: true),
        Fact("Unchanged", NumberText.whole(changes.unchanged.count), isBig: true),
        Fact(
          "Left empty, held before", NumberText.whole(changes.emptied.count),
          note: "What is held stays", isBig: true),
        Fact("Left empty, and missing", NumberText.whole(changes.missing.count), isBig: true),
      ])
      if !changes.emptied.isEmpty { emptied }
      Sheet("What it changes") {
        DataTable(
          caption: "What it changes", hidesCaption: true,
          columns: [.text("Indicator"), .text("For"), .number("Held now"), .number("In the form")],
          rows: (changes.changed + changes.added).map(row),
          empty: "It changes nothing.")
        p(.class("prov")) { "File \(draft.file), SHA-256 \(draft.sha256)." }
      }
      PostForm(
        to: FiguresRoute.confirm(expected.place, expected.agency.key).path, csrf: csrf
      ) {
        input(.type(.hidden), .name("draft"), .value(draft.id.description))
        input(.type(.hidden), .name("mark"), .value(changes.mark))
        if !changes.changed.isEmpty {
          TextField(
            "reason", label: "Why figures change", hint: "Kept with each changed figure", in: state)
        }
        div(.class("row tight")) {
          SubmitButton("Keep these figures")
          LinkButton(
            "Go back", to: FiguresRoute.agency(expected.place, expected.agency.key).path,
            style: .line)
        }
      }
    }
  }

  /// Says of emptied cells that they take nothing away.
  private var emptied: some HTML {
    Notice(.warn) {
      p {
        "A cell left empty takes no figure away: these stay as they are held. To change one, enter "
        "the right figure; if it should not be held at all, tell the analyst."
      }
      ul {
        for line in changes.emptied {
          li {
            "\(line.member.title), \(line.period.words): "
            if let amount = line.standing?.amount {
              AmountText(amount: amount, kind: line.definition.kind)
            }
          }
        }
      }
    }
  }

  private func row(_ change: ReturnChanges.Change) -> DataTable.Row {
    let kind = change.line.definition.kind
    return [
      .text(change.line.member.title), .text(change.line.period.words),
      change.line.standing.map { held in
        .html { AmountText(amount: held.amount, kind: kind) }
      } ?? .missing("Nothing"),
      .html { AmountText(amount: change.amount, kind: kind) },
    ]
  }
}
