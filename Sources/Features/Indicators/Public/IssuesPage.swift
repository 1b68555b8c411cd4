import Design
import Kernel
import Markup

/// Every issue of a plan, at an address of its own.
struct IssuesPage: HTML {
  let plan: Plan
  let issues: [Publication]

  var body: some HTML {
    Group {
      PageHead(
        "All issues", kicker: plan.title,
        lede: "Each stays as it was published. A corrected one says what was wrong before it.")
      Sheet {
        DataTable(
          caption: "Issues", hidesCaption: true,
          columns: [
            .text("Quarter"), .text("Issue"), .text("Published"), .text("What was corrected"),
          ],
          rows: issues.map { one in
            [
              .link(
                one.period.words,
                to: PerformanceRoute.issue(plan: plan.slug, slug: one.slug).path),
              .text("\(one.number)"), .text(London.day(one.madeAt).words),
              .text(one.note.isEmpty ? "Nothing: the first issue" : one.note),
            ]
          },
          empty: "Nothing has been published yet.")
      }
    }
  }
}

/// What is said before the first issue.
struct NothingPublishedPage: HTML {
  var body: some HTML {
    Group {
      PageHead(
        "How we are doing",
        lede: "Nothing has been published yet. This page will show whether we keep to our plan.")
      Sheet("What will be here") {
        ul {
          li { "The five biggest changes, each with the number before and what it is out of" }
          li { "Every number of each priority, against the same months a year before" }
          li { "Whether a change could be chance, and whether the two can be compared at all" }
          li { "The figures to take away, what each one counts, and every earlier issue" }
        }
      }
      Sheet("When") {
        p(.class("flush")) {
          "Four times a year, some weeks after a quarter ends and its figures are checked: April "
          "to June in August, July to September in November, October to December in February, and "
          "January to March in May."
        }
      }
    }
  }
}
