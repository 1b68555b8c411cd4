import Design
import Kernel
import Markup
import Partnership

/// Signing one priority of a period off.
struct SignOffPage: HTML {
  let list: DueList
  let due: DuePriority
  let rights: EntryRights
  let leads: [String]
  /// Who may be made its lead; empty for those who do not decide it.
  let candidates: [Person]
  let state: FormState
  let csrf: String

  var body: some HTML {
    Group {
      ErrorSummary(state.refusal)
      PageHead(
        "Sign off \(due.heading)", kicker: list.period.words,
        lede: "By signing, its lead says that the figures and words are right and complete.")
      SignOffLine(due: due, leads: leads)
      Sheet("What is signed") {
        DataTable(
          caption: "What is signed", hidesCaption: true,
          columns: [
            .text("Indicator"), .number("Figure"), .number("Year before"), .text("Computed"),
            .text("Set by a person"), .text("Commentary"),
          ],
          rows: due.indicators.map { .cells(cells($0)) })
      }
      if due.signOff == nil, rights.maySign { form }
      if !candidates.isEmpty {
        LeadForm(list: list, due: due, candidates: candidates, state: state, csrf: csrf)
      }
    }
  }

  private var form: some HTML {
    Sheet("Sign off", mark: .thread) {
      if due.missing > 0 {
        Notice(.warn) {
          p { "\(SignOffRule.missingWords(due)). It can be signed all the same, with the reason." }
        }
      }
      PostForm(to: FiguresRoute.signOff(list.place, due.priority.id).path, csrf: csrf) {
        if due.missing > 0 {
          TextArea(
            "reason", label: "Why it is signed though something is missing",
            hint: "It is published with the sign-off", in: state, rows: 3)
        }
        SubmitButton("Sign off", name: "act", value: "sign")
      }
    }
  }

  private func cells(_ one: DueIndicator) -> [DataTable.Cell] {
    let now = one.row.now
    return [
      .text(one.member.title),
      .html { AmountText(amount: now.value, kind: now.kind) },
      .html { AmountText(amount: now.previous, kind: now.kind, missing: "No comparison") },
      .html { RatingMark(state: one.row.computed, words: now.direction.shortReason) },
      one.judgement.map { judged in .html { RatingMark(state: judged.state) } }
        ?? .missing("Not set"),
      one.commentary.map { .text($0.words) } ?? .missing("None written"),
    ]
  }
}

/// Gives a priority its lead.
private struct LeadForm: HTML {
  let list: DueList
  let due: DuePriority
  let candidates: [Person]
  let state: FormState
  let csrf: String

  var body: some HTML {
    Sheet("Who leads it") {
      PostForm(to: FiguresRoute.signOff(list.place, due.priority.id).path, csrf: csrf) {
        SelectField(
          "lead", label: "Make somebody its lead",
          choices: candidates.map {
            Choice($0.id.description, $0.name.reveal(for: "choice of a priority's lead"))
          }, empty: "Choose a person", in: state)
        SubmitButton("Make lead", style: .line, name: "act", value: "lead")
      }
    }
  }
}

/// When a priority may be signed off.
enum SignOffRule {
  /// What is missing, in words.
  static func missingWords(_ due: DuePriority) -> String {
    let figures = due.indicators.reduce(0) { $0 + $1.missingFigures }
    let words = due.indicators.count(where: \.lacksWords)
    let parts = [
      figures == 0 ? nil : "\(figures) \(figures == 1 ? "figure is" : "figures are") missing",
      words == 0 ? nil : "\(words) \(words == 1 ? "commentary is" : "commentaries are") missing",
    ].compactMap(\.self)
    return parts.isEmpty ? "Nothing is missing" : parts.joined(separator: " and ")
  }

  /// Why it may not be signed with this reason; `nil` where it may.
  static func refusal(_ due: DuePriority, reason: String) -> String? {
    if due.indicators.isEmpty { return "There is nothing to sign: it has no indicators" }
    if due.signOff != nil { return "It is signed off already" }
    if due.missing > 0, reason.isEmpty {
      return "\(missingWords(due)): enter them first, or give the reason"
    }
    return nil
  }
}
