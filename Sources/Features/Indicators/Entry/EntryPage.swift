import Design
import HTTP
import Kernel
import Markup

/// The form for the figures and words of one priority.
struct EntryPage: HTML {
  let list: DueList
  let priority: DuePriority
  let rights: EntryRights
  let state: FormState
  let csrf: String

  var body: some HTML {
    Group {
      ErrorSummary(state.refusal)
      PageHead(
        priority.heading, kicker: list.period.words,
        lede: "A figure you leave as it is stays as it is. A changed one keeps the old beside it.")
      if priority.signOff != nil {
        Notice(.warn) {
          p { "This priority is signed off. Saving a change withdraws the sign-off." }
        }
      }
      PostForm(to: FiguresRoute.entry(list.place, priority.priority.id).path, csrf: csrf) {
        for indicator in priority.indicators {
          EntryIndicator(indicator: indicator, rights: rights, state: state)
        }
        SubmitButton("Save")
      }
    }
  }
}

/// The fields of one indicator.
private struct EntryIndicator: HTML {
  let indicator: DueIndicator
  let rights: EntryRights
  let state: FormState

  var body: some HTML {
    let names = EntryFields(indicator: indicator)
    Sheet(indicator.member.title) {
      p(.class("small quiet")) { facts }
      for (name, text) in names.current {
        input(
          .type(.hidden), .name(EntryFields.seen(name)), .value(Digest.mark(text)))
      }
      Disclosure(standing, isOpen: isOpen(names)) {
        div {
          EntryFigures(indicator: indicator, names: names, rights: rights, state: state)
          if rights.mayComment {
            TextArea(
              names.commentary, label: "Commentary",
              hint: "What lies behind the figures, in plain words; it is published. Name nobody.",
              in: state, rows: 4)
          }
          EntryState(indicator: indicator, names: names, rights: rights, state: state)
        }
      }
    }
  }

  /// What is held, which is all that most people look for.
  private var standing: String {
    let count = indicator.figures.count
    let held = NumberText.whole(count - indicator.missingFigures)
    let figures =
      count == 0 ? "No figure is due" : "\(held) of \(NumberText.whole(count)) figures held"
    let words = indicator.commentary == nil ? "no commentary yet" : "commentary written"
    return "\(figures), \(words)"
  }

  /// Whether there is something to do in it: a figure is missing, or something typed was refused.
  private func isOpen(_ names: EntryFields) -> Bool {
    let fields = Set(names.current.map(\.name) + [names.reason])
    let isRefused = state.refusal?.entries.contains { fields.contains($0.field) } ?? false
    return isRefused || indicator.missingFigures > 0
  }

  private var facts: String {
    guard let definition = indicator.definition else { return "It has no definition yet." }
    let base = definition.denominator.map { ", out of \($0)" } ?? ""
    return "What is counted: \(definition.numerator)\(base) (\(definition.unit), "
      + "\(definition.frequency.words)). Answers for it: \(definition.owner). "
      + "Definition \(definition.number)."
  }
}

/// The fields of the figures of one indicator, or the figures for those who do not enter them.
private struct EntryFigures: HTML {
  let indicator: DueIndicator
  let names: EntryFields
  let rights: EntryRights
  let state: FormState

  var body: some HTML {
    if indicator.figures.isEmpty {
      p { "No figure is due for this period." }
    } else if rights.mayEnter {
      for due in indicator.figures { EntryFigure(indicator: indicator, due: due, state: state) }
      if indicator.figures.contains(where: { $0.amount != nil }) {
        TextField(
          names.reason, label: "Why a figure changes",
          hint: "Only where you change one that is already held", in: state)
      }
    } else {
      HeldFigures(indicator: indicator)
    }
  }
}

/// The fields of one figure, with what is held and where it comes from.
private struct EntryFigure: HTML {
  let indicator: DueIndicator
  let due: DueFigure
  let state: FormState

  var body: some HTML {
    let names = EntryFields(indicator: indicator)
    if indicator.input.hasBase {
      fieldset(.class("field")) {
        legend { due.period.words }
        if let held { p(.class("hint")) { held } }
        div(.class("dates")) {
          field(names.figure(due.period, .numerator), "Number counted")
          field(names.figure(due.period, .denominator), "Out of")
          field(names.figure(due.period, .value), "Or the figure alone")
        }
      }
    } else {
      TextField(
        names.figure(due.period, .value), label: due.period.words, hint: held, in: state,
        width: .w8, autocomplete: "off", inputmode: "decimal")
    }
  }

  private func field(_ name: String, _ title: String) -> some HTML {
    TextField(
      name, label: title, in: state, width: .w8, autocomplete: "off", inputmode: "decimal")
  }

  /// What is held and where it comes from; a computed value is shown and stays unless corrected.
  private var held: String? {
    guard let amount = due.amount, let origin = due.origin else { return nil }
    let figure = FigureText.value(amount.value, indicator.kind)
    return due.standing == nil
      ? "\(figure). \(origin). Type another only to correct it, and say why."
      : "\(figure). \(origin)."
  }
}

/// The figures as they are held, for those who do not enter them.
private struct HeldFigures: HTML {
  let indicator: DueIndicator

  var body: some HTML {
    DataTable(
      caption: "Figures held", columns: [.text("For"), .number("Figure"), .text("Where from")],
      rows: indicator.figures.map { due in
        [
          .text(due.period.words),
          due.amount.map { .text(FigureText.value($0.value, indicator.kind)) }
            ?? .missing("Not supplied"),
          .text(due.origin ?? ""),
        ]
      })
  }
}

/// The computed state, and the one a person may set beside it.
private struct EntryState: HTML {
  let indicator: DueIndicator
  let names: EntryFields
  let rights: EntryRights
  let state: FormState

  var body: some HTML {
    p {
      "Computed: "
      RatingMark(state: indicator.row.computed, words: indicator.row.now.direction.reason)
    }
    if let judged = indicator.judgement {
      p {
        "Set by a person: "
        RatingMark(state: judged.state)
        span(.class("quiet")) { " \(judged.author): \(judged.reason)" }
      }
    }
    if rights.mayJudge {
      SelectField(
        names.state, label: "State you set",
        choices: RatingState.allCases.map { Choice($0.rawValue, $0.words) },
        hint: "Only where you judge it yourself; it stands beside the computed one",
        empty: "Leave to the figures", in: state)
      TextField(names.stateReason, label: "Reason for the state you set", in: state)
    }
  }
}
