internal import Design
internal import Kernel
internal import Markup
internal import Partnership

/// Every set of rules, and what is law on a day.
struct LawBookPage: HTML {
  let book: LawBook
  let law: LawOfDay
  let mayChange: Bool
  /// Where other law is kept that the reader may read.
  let others: [NavigationEntry]

  var body: some HTML {
    PageHead(
      "Law and local rules",
      lede: "An order is held against the rules in force on the day it was made, and keeps them."
    ) {
      if mayChange { LinkButton("Add a set of rules", to: LawRoute.new.path) }
      LinkButton("Wordings of notices", to: NoticeRoute.all.path)
    }
    if !others.isEmpty {
      p {
        "Other law, kept where it is used: "
        for (number, other) in others.enumerated() {
          if number > 0 { ", " }
          a(.href(other.path)) { other.title }
        }
        "."
      }
    }
    if book.sets.contains(where: { $0.from == nil }) {
      Notice(.warn) {
        p {
          "Some sets have no date yet and are not applied. Check commencement on legislation.gov.uk;"
          " an administrator then enters the date."
        }
      }
    }
    Sheet("Sets of rules", mark: .river) {
      DataTable(
        caption: "Sets of rules", hidesCaption: true,
        columns: [.text("Set"), .text("Source"), .text("In force"), .text("State")],
        rows: book.sets.map { set in
          [
            .link(set.title, to: LawRoute.set(set.key).path), .text(set.source),
            .text(set.from == nil ? "Not known" : set.datesInWords),
            .html { set.mark(on: law.day) },
          ]
        })
    }
    Sheet("Rules on \(law.day.words)") {
      DataTable(
        caption: "Rules on the day", hidesCaption: true,
        columns: [.text("Limit"), .text("Value"), .text("Section"), .text("Source")],
        rows: Power.allCases.flatMap { power -> [DataTable.Row] in
          let rules = law.rules(of: power)
          guard !rules.isEmpty else { return [] }
          return [.group(power.title)] + rules.map(LawTable.row)
        }, empty: "No rule is in force on that day.")
    }
  }
}

private enum LawTable {
  static func row(_ finding: LawFinding) -> DataTable.Row {
    [
      .text(finding.rule.limit.title), .text(finding.length), .text(finding.rule.section),
      .text(finding.source),
    ]
  }
}

/// One set with its rules, and the forms that date it and add to it.
struct LawSetPage: HTML {
  let set: LawSet
  let today: Day
  /// Its rules that are not applied, since an Act is stricter.
  let passedOver: [(rule: LawRule, act: LawFinding)]
  let mayChange: Bool
  let dates: FormState
  let rule: FormState
  let csrf: String

  var body: some HTML {
    PageHead(set.title, kicker: set.source)
    Facts([
      Fact("State") { set.mark(on: today) }, Fact("In force", set.datesInWords),
      Fact("Applies in", set.territory),
      Fact("Kind", set.isLaw ? "Law" : "Your own"),
    ])
    if !set.note.isEmpty { Notice(set.from == nil ? .warn : .plain) { p { set.note } } }
    for (rule, act) in passedOver {
      Notice(.warn) {
        p {
          "Not applied: \(rule.power.title), \(rule.words). \(rule.limit.allowance(act.value)) "
          "(\(act.citation))."
        }
      }
    }
    Sheet("Rules", mark: .river) {
      DataTable(
        caption: "Rules", hidesCaption: true,
        columns: [.text("Power"), .text("Limit"), .text("Value"), .text("Section")],
        rows: set.rules.map { rule in
          [
            .text(rule.power.title), .text(rule.limit.title), .text(rule.limit.words(rule.value)),
            .text(rule.section),
          ]
        }, empty: "It has no rule yet.")
    }
    if mayChange {
      DatesForm(set: set, state: dates, csrf: csrf)
      if set.takesRules { RuleForm(set: set, state: rule, csrf: csrf) }
    }
  }
}

extension LawSet {
  /// Whether rules can be added: one of the partnership's own that has no date yet.
  var takesRules: Bool { !isShipped && from == nil }
}

private struct DatesForm: HTML {
  let set: LawSet
  let state: FormState
  let csrf: String

  var body: some HTML {
    Sheet("When it is in force") {
      p { "Orders already made keep the rules they were made under." }
      PostForm(to: LawRoute.set(set.key).path, csrf: csrf) {
        input(.type(.hidden), .name("version"), .value(String(set.version)))
        DateField("from", legend: "First day in force", in: state)
        DateField(
          "through", legend: "Last day in force", hint: "Leave empty where there is no end",
          in: state)
        SubmitButton("Save the dates", name: "act", value: "date")
      }
    }
  }
}

private struct RuleForm: HTML {
  let set: LawSet
  let state: FormState
  let csrf: String

  var body: some HTML {
    Sheet("Add a rule") {
      p { "Rules are added before the set has a date, and do not change after it." }
      PostForm(to: LawRoute.set(set.key).path, csrf: csrf) {
        input(.type(.hidden), .name("version"), .value(String(set.version)))
        SelectField(
          "power", label: "Power",
          choices: Power.allCases.filter { $0.kind != .legacy }.map {
            Choice($0.rawValue, $0.title)
          },
          empty: "Choose a power", in: state)
        SelectField(
          "limit", label: "What is limited",
          choices: LawLimit.allCases.map { Choice($0.rawValue, "\($0.title) (\($0.unitInWords))") },
          empty: "Choose a limit", in: state)
        TextField(
          "value", label: "Number", hint: "Of a duty, 1 for yes and 0 for no", in: state,
          width: .w4,
          inputmode: "numeric")
        TextField("section", label: "Section or paragraph", in: state)
        SubmitButton("Add the rule", style: .line, name: "act", value: "rule")
      }
    }
  }
}

extension LawLimit {
  fileprivate var unitInWords: String {
    switch unit {
    case .years: "years"
    case .hours: "hours"
    case .months: "months"
    case .days: "days"
    case .pounds: "pounds"
    case .duty: "yes or no"
    }
  }
}
