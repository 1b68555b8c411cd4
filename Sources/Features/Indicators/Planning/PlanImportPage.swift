import Design
import Kernel
import Markup

/// Takes the file of a plan, shows what it does, and reads it in.
struct PlanImportPage: HTML {
  let plan: Plan
  let seen: Seen?
  let state: FormState
  let csrf: String

  /// A file that was looked at.
  struct Seen: Sendable {
    /// The table, as it waits in the page.
    let table: String
    let reading: PlanReading
    let titles: [ID<PlanIndicator>: String]
  }

  var body: some HTML {
    Group {
      ErrorSummary(state.refusal)
      PageHead(
        "Read the plan from a file", kicker: plan.title,
        lede: "Nothing is kept before you have seen what it does.")
      if let seen { found(seen) }
      Sheet(seen == nil ? nil : "Choose another file") {
        PostForm(to: PlanRoute.importing(plan.slug).path, csrf: csrf, upload: true) {
          FileField(
            "file", label: "The file of the plan",
            hint: "CSV, XLSX or ODS, with the columns that Save as XLSX writes; priority and "
              + "indicator are needed", accept: ".csv,.xlsx,.ods", in: state)
          SubmitButton("Show what it does", style: seen == nil ? .main : .line)
        }
      }
    }
  }

  private func found(_ seen: Seen) -> some HTML {
    let report = seen.reading.report
    return Sheet("What this does", mark: .thread) {
      p {
        "\(NumberText.whole(report.rows)) rows: \(NumberText.whole(report.added)) indicators added, "
        "\(NumberText.whole(report.changed)) rows changed, "
        "\(NumberText.whole(report.unchanged)) as they are."
      }
      EffectSheet(
        changes: seen.reading.changes, effect: seen.reading.effect, titles: seen.titles)
      if !seen.reading.changes.isEmpty {
        PostForm(to: PlanRoute.importing(plan.slug).path, csrf: csrf) {
          input(.type(.hidden), .name("table"), .value(seen.table))
          SubmitButton("Read it in", name: "act", value: "save")
        }
      }
    }
  }
}
