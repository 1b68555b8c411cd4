import Design
import Kernel
import Markup

/// What was changed of a plan, the latest first.
struct PlanChangesPage: HTML {
  let plan: Plan
  let changes: [ListedChange]
  let page: Int
  let pages: Int

  var body: some HTML {
    Group {
      PageHead(
        "Changes of the plan", kicker: plan.title,
        lede: "What was changed since the plan was made, with what stood before.")
      Sheet {
        ChangeTable(
          changes: changes, showsIndicator: true,
          pager: Pager(page: page, of: pages) { PlanRoute.changes(plan.slug, page: $0).path })
      }
    }
  }
}

/// Changes with what stood before, who changed it in which office, when and why.
struct ChangeTable: HTML {
  let changes: [ListedChange]
  let showsIndicator: Bool
  var pager: Pager?

  var body: some HTML {
    DataTable(
      caption: "Changes, the latest first", hidesCaption: true,
      columns: (showsIndicator ? [.text("Indicator")] : []) + [
        .text("What"), .text("Before"), .text("After"), .text("Why"), .text("By and when"),
      ],
      rows: changes.map { .cells(cells($0)) }, empty: "Nothing was changed yet.", pager: pager)
  }

  private func cells(_ listed: ListedChange) -> [DataTable.Cell] {
    let one = listed.change
    return (showsIndicator ? [.text(listed.title ?? "The plan")] : []) + [
      .text(one.what), .text(one.earlier), .text(one.later), .text(one.reason),
      .text("\(one.author), \(London.day(one.madeAt).words)"),
    ]
  }
}
