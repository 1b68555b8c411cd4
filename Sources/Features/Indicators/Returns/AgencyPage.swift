import Design
import Kernel
import Markup
import Partnership

/// One agency's return: take the form, send it back, and, for those who gather it, ask for it.
struct AgencyPage: HTML {
  let expected: ExpectedReturn
  let today: Day
  let mayChase: Bool
  /// The names of those who asked, as the chases go.
  let askers: [String]
  let state: FormState
  let csrf: String

  var body: some HTML {
    Group {
      ErrorSummary(state.refusal)
      PageHead(
        "Return of \(expected.agency.name)", kicker: expected.period.words,
        lede: expected.planTitle)
      Facts([
        Fact("State") { ReturnTag(expected: expected, today: today) },
        Fact("Due", expected.dueDay.words),
        Fact(
          "Figures missing", NumberText.whole(expected.missing),
          note: "of \(NumberText.whole(expected.lines.count))", isBig: true),
      ])
      if let record = expected.record, let at = record.receivedAt, let file = record.file {
        p(.class("prov")) {
          "Received \(London.day(at).words) from the file \(file) "
          "(SHA-256 \((record.sha256 ?? "").prefix(12))…)."
        }
      }
      Sheet("1. Take the form") {
        p { "It holds a row for each figure, with what we have already. Fill in the light cells." }
        LinkButton(
          "Download the form (XLSX)",
          to: FiguresRoute.form(expected.place, expected.agency.key).path, style: .line)
      }
      Sheet("2. Send it back", mark: .thread) {
        PostForm(
          to: FiguresRoute.agency(expected.place, expected.agency.key).path, csrf: csrf,
          upload: true
        ) {
          FileField(
            "file", label: "The form, filled in", hint: "You see what it changes before it counts",
            accept: ".xlsx,.ods", in: state)
          SubmitButton("Read the form")
        }
      }
      HeldTable(expected: expected)
      if mayChase {
        ChaseSheet(expected: expected, askers: askers, state: state, csrf: csrf)
      }
    }
  }
}

/// The figures of the agency as they are held.
private struct HeldTable: HTML {
  let expected: ExpectedReturn

  var body: some HTML {
    Sheet("What we hold") {
      DataTable(
        caption: "What we hold", hidesCaption: true,
        columns: [.text("Indicator"), .text("For"), .number("Figure"), .text("Where from")],
        rows: expected.lines.map { line in
          [
            .text(line.member.title), .text(line.period.words),
            line.standing.map {
              .text(FigureText.value($0.amount.value, line.definition.kind))
            } ?? .missing("Not supplied"),
            line.standing.map { .text($0.provenance.words) } ?? .missing("Nobody yet"),
          ]
        })
    }
  }
}

/// Asking for a return: the text to send, and a record that it was asked for.
private struct ChaseSheet: HTML {
  let expected: ExpectedReturn
  let askers: [String]
  let state: FormState
  let csrf: String

  var body: some HTML {
    Sheet("Ask for it") {
      if expected.nextChase == nil {
        p { "There is nothing to ask for." }
      } else {
        Notice {
          p { "No mail is sent from here. Copy the text, send it yourself, then record it." }
        }
        PostForm(
          to: FiguresRoute.chase(expected.place, expected.agency.key).path, csrf: csrf
        ) {
          TextArea("words", label: "Text to send", in: state, rows: 12)
          DateField(
            "next", legend: "Ask again on", hint: "If it has not come by then", in: state)
          SubmitButton("Record that I asked", style: .line)
        }
      }
      DataTable(
        caption: "Asked so far",
        columns: [.text("When"), .text("Who"), .text("Ask again on")],
        rows: zip(expected.chases, askers).map { chase, name in
          [.text(London.day(chase.madeAt).words), .text(name), .text(chase.nextDay.words)]
        },
        empty: "Nobody has asked yet.")
    }
  }
}
