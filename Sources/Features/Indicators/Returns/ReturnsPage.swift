import Design
import Kernel
import Markup
import Partnership

/// The returns of a period: who owes what, who is late, and when to ask again.
struct ReturnsPage: HTML {
  let list: DueList
  let returns: [ExpectedReturn]
  let rule: ReturnRule
  let today: Day
  let maySetDays: Bool
  let state: FormState
  let csrf: String

  var body: some HTML {
    let late = returns.filter { $0.isLate(on: today) }
    Group {
      ErrorSummary(state.refusal)
      PageHead(
        "Returns for \(list.period.words)", kicker: list.plan.title,
        lede: "Due \(rule.days) calendar days after the quarter ends.")
      Facts([
        Fact("Late", NumberText.whole(late.count), isBig: true),
        Fact(
          "Received", NumberText.whole(returns.count(where: \.isReceived)),
          note: "of \(NumberText.whole(returns.count))", isBig: true),
        Fact(
          "Figures missing", NumberText.whole(returns.reduce(0) { $0 + $1.missing }),
          isBig: true),
      ])
      Sheet("Agencies, the latest first") {
        DataTable(
          caption: "Agencies, the latest first", hidesCaption: true,
          columns: [
            .text("Agency"), .text("Due"), .text("State"), .number("Missing"), .text("Last asked"),
            .text("Ask next"),
          ],
          rows: returns.sorted(by: ReturnsPage.order).map { .cells(cells($0)) },
          empty: "No agency owes figures for this quarter.")
      }
      if maySetDays { days }
    }
  }

  /// Late and unanswered first, by the day they were due, then by name.
  private static func order(_ left: ExpectedReturn, _ right: ExpectedReturn) -> Bool {
    let one = (left.nextChase == nil ? 1 : 0, left.dueDay.number, left.agency.name)
    let other = (right.nextChase == nil ? 1 : 0, right.dueDay.number, right.agency.name)
    return one < other
  }

  private func cells(_ one: ExpectedReturn) -> [DataTable.Cell] {
    [
      .link(one.agency.name, to: FiguresRoute.agency(one.place, one.agency.key).path),
      .text(one.dueDay.words), .html { ReturnTag(expected: one, today: today) },
      .text("\(NumberText.whole(one.missing)) of \(NumberText.whole(one.lines.count))"),
      one.chases.first.map { .text(London.day($0.madeAt).words) } ?? .missing("Not asked"),
      one.nextChase.map { .text($0 > today ? $0.words : "Now") } ?? .missing("Nothing to ask"),
    ]
  }

  private var days: some HTML {
    Sheet("When returns are due") {
      PostForm(to: FiguresRoute.returns(list.place).path, csrf: csrf) {
        input(.type(.hidden), .name("version"), .value(String(rule.version)))
        TextField(
          "days", label: "Calendar days after the quarter ends",
          hint:
            "From 1 to 120; weekends and holidays count. Returns already asked for keep their day.",
          in: state, width: .w4, inputmode: "numeric")
        SubmitButton("Save", style: .line)
      }
    }
  }
}

/// How a return stands.
struct ReturnTag: HTML {
  let expected: ExpectedReturn
  let today: Day

  var body: some HTML {
    if expected.isReceived {
      Tag("Received", .good)
    } else if expected.missing == 0 {
      Tag("All figures held", .good)
    } else if expected.isLate(on: today) {
      let days = expected.daysLate(on: today)
      Tag("\(NumberText.whole(days)) \(days == 1 ? "day" : "days") late", .bad)
    } else {
      Tag("Not due yet", .none)
    }
  }
}
