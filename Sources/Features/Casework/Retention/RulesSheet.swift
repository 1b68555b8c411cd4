internal import Design
internal import HTTP
internal import Kernel
internal import Markup

/// The rules, those that begin later, the times no rule changes, and the form that sets one.
struct RulesSheet: HTML {
  let model: RetentionModel

  var body: some HTML {
    Sheet("How long records are kept", id: "rules") {
      DataTable(
        caption: "Times", hidesCaption: true,
        columns: [.text("Record"), .text("Time"), .text("Deleted"), .text("Who says so")],
        rows: model.rules.map(row)
          + FixedPeriod.all.map { fixed in
            [
              .text(fixed.title), .text(fixed.time),
              .text(fixed.time == "Kept" ? "Never" : "By itself"), .text(fixed.source),
            ]
          })
      if !model.later.isEmpty {
        h3 { "From a later day" }
        ul {
          for rule in model.later {
            li {
              "\(rule.kind.title): \(rule.months) months from \(rule.validFrom.words). \(rule.source)"
            }
          }
        }
      }
      if model.maySet { setting }
    }
  }

  private func row(_ rule: RetentionRule) -> DataTable.Row {
    [
      .text(rule.kind.title), .text("\(rule.months) months, \(rule.kind.start)"),
      .text(rule.kind.isReviewed ? "After somebody looked" : "By itself"),
      .text("\(rule.source) (version \(rule.version))"),
    ]
  }

  private var setting: some HTML {
    Disclosure("Set a time", isOpen: isRefused) {
      PostForm(to: RetentionRoute.overview.path, csrf: model.csrf) {
        for (kind, version) in model.versions.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
          input(.type(.hidden), .name("\(kind.rawValue)-version"), .value(String(version)))
        }
        SelectField(
          "kind", label: "Kind of record",
          choices: RetentionKind.allCases.map { Choice($0.rawValue, $0.title) },
          empty: "Choose a kind", in: model.state)
        TextField("months", label: "Months", in: model.state, width: .w4, inputmode: "numeric")
        TextField(
          "source", label: "Who says so", hint: "Such as the policy and its date.", in: model.state)
        DateField(
          "from", legend: "First day", hint: "Leave it empty for today.", in: model.state)
        SubmitButton("Set it", style: .line)
      }
    }
  }

  private var isRefused: Bool {
    ["kind", "months", "source", "from-day", "from-month", "from-year"].contains {
      model.state.refusal?.message(for: $0) != nil
    }
  }
}
