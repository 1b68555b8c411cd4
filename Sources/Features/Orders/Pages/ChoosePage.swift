internal import Design
internal import Kernel
internal import Markup

/// Which power or step it is, each with what the law of the day says.
struct ChoosePage: HTML {
  let law: LawOfDay

  var body: some HTML {
    PageHead(
      "What was issued, made or agreed?",
      lede:
        "Only what a rule in force allows today is offered; older dates are entered on its form.")
    Sheet("Steps without a court") { table(.step) }
    Sheet("Powers", mark: .river) { table(.order) }
  }

  private func table(_ kind: Power.Kind) -> DataTable {
    DataTable(
      caption: "Powers", hidesCaption: true,
      columns: [.text("Power"), .text("Its limits today")],
      rows: Power.allCases.filter { $0.kind == kind && law.has($0) }.map { power in
        [
          .link(power.title, to: OrdersRoute.new(power).path),
          .html {
            ul {
              for finding in law.rules(of: power) {
                li { "\(finding.rule.words) (\(finding.rule.section))" }
              }
            }
          },
        ]
      }, empty: "No rule in force allows one.")
  }
}
