internal import Access
internal import Design
internal import HTTP
internal import Kernel
internal import Markup

/// An action as the page of it needs it.
struct OpenedAction {
  let action: TaskedAction
  let meeting: Meeting
  /// The latest first.
  let changes: [ActionChange]
  let names: [ID<Account>: String]
  let options: ActionOptions
  let mayReport: Bool
  let mayChange: Bool

  func name(_ account: ID<Account>) -> String { names[account] ?? "An account since removed" }
}

/// One action: what it says, what came of it, and how it came to say so.
struct ActionPage: HTML {
  let opened: OpenedAction
  let report: FormState
  let change: FormState
  /// What was to be saved though somebody else had changed the action meanwhile.
  let conflict: ActionContent?
  let today: Day
  let csrf: String

  private var content: ActionContent { opened.action.content }

  var body: some HTML {
    Handling()
    PageHead(
      content.problem, kicker: "\(content.placeName), decided on \(opened.meeting.day.words)")
    if let conflict { ConflictNotice(opened: opened, yours: conflict) }
    Facts([
      Fact("Now", note: content.reason.isEmpty ? nil : content.reason) {
        content.state.mark(isLate: content.isLate(on: today))
      },
      Fact("Due", content.dueDay.words, note: "Review \(content.reviewDay.words)"),
      Fact(
        "Owned by", content.organisationName,
        note: content.personID.map(opened.name) ?? "Nobody named"),
      Fact("Stage", content.stage.title, note: content.stage.hint),
    ])
    Sheet("What is to be done") { p { content.task } }
    if opened.mayReport { ReportForm(opened: opened, state: report, csrf: csrf) }
    if opened.mayChange {
      Sheet("What it says") {
        Disclosure("Change what it says", isOpen: change.refusal != nil || isConflictOfChange) {
          PostForm(to: TaskingRoute.action(opened.action.id).path, csrf: csrf) {
            VersionField(action: opened.action)
            ActionFields(options: opened.options, state: change)
            SubmitButton("Save", style: .line, name: "act", value: "change")
          }
        }
      }
    }
    History(opened: opened)
  }

  private var isConflictOfChange: Bool {
    conflict.map { $0.state == content.state && $0.reason == content.reason } ?? false
  }
}

/// The version a form was drawn from; with the present one it is saved over what it shows.
private struct VersionField: HTML {
  let action: TaskedAction

  var body: some HTML {
    input(.type(.hidden), .name("version"), .value(String(action.version)))
  }
}

/// Says what came of an action.
private struct ReportForm: HTML {
  let opened: OpenedAction
  let state: FormState
  let csrf: String

  var body: some HTML {
    Sheet("What came of it", mark: .thread) {
      PostForm(to: TaskingRoute.action(opened.action.id).path, csrf: csrf) {
        VersionField(action: opened.action)
        RadioField(
          "state", legend: "How it stands",
          choices: ActionState.allCases.map { Choice($0.rawValue, $0.title, hint: $0.hint) },
          in: state)
        TextArea(
          "reason", label: "What came of it, or why not",
          hint: "Needed for “not done” and “not possible”. It names nobody", in: state, rows: 3)
        SubmitButton("Record", name: "act", value: "report")
      }
    }
  }
}

/// Both texts, where somebody changed the action while a form of it was open.
private struct ConflictNotice: HTML {
  let opened: OpenedAction
  let yours: ActionContent

  var body: some HTML {
    Notice(.bad) {
      p {
        strong { "Not saved: \(who) changed this action while you had it open." }
        " What you typed is still in the form. Compare, and send it again to save yours over theirs."
      }
      DataTable(
        caption: "Theirs and yours", columns: [.text("What"), .text("Now"), .text("Yours")],
        rows: differences.map { [.text($0.title), text($0.before), text($0.after)] },
        empty: "You both wrote the same.")
    }
  }

  private var who: String {
    opened.changes.first?.account.map(opened.name) ?? "somebody"
  }

  private var differences: [(title: String, before: String, after: String)] {
    yours.differences(from: opened.action.content, name: opened.name)
  }

  private func text(_ words: String) -> DataTable.Cell {
    words.isEmpty ? .missing("Nothing") : .text(words)
  }
}

/// Who changed what and when, the latest first.
private struct History: HTML {
  let opened: OpenedAction

  var body: some HTML {
    Sheet("History") {
      Timeline(
        opened.changes.enumerated().map { index, change in
          let before = opened.changes.dropFirst(index + 1).first
          let who = change.account.map(opened.name) ?? "The command line"
          return TimelineEntry(
            before == nil ? "Decided" : title(change, before), before == nil ? .happened : .done,
            meta: "\(who), \(London.words(change.madeAt))"
          ) {
            if let before { ChangeWords(opened: opened, before: before, change: change) }
          }
        }, style: .tight)
    }
  }

  private func title(_ change: ActionChange, _ before: ActionChange?) -> String {
    change.content.state == before?.content.state ? "Changed" : change.content.state.title
  }
}

private struct ChangeWords: HTML {
  let opened: OpenedAction
  let before: ActionChange
  let change: ActionChange

  var body: some HTML {
    ul {
      for one in change.content.differences(from: before.content, name: opened.name) {
        li {
          strong { one.title }
          ": "
          one.before.isEmpty ? one.after : "\(one.before) → \(one.after)"
        }
      }
    }
  }
}
