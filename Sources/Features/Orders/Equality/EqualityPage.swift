internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Statistics

/// Who receives orders, by age, sex, ethnic group and ward, beside how many people live here.
struct EqualityPage: HTML {
  let reading: EqualityReading

  var body: some HTML {
    PageHead(
      "Who receives orders",
      kicker: "\(reading.power?.title ?? "All against people"), \(reading.years.words)",
      lede:
        "For the equality analysis: orders and steps against people by group, beside the people who "
        + "live here."
    ) {
      LinkButton("Save as CSV", to: OrdersRoute.equalityFile(reading.power).path)
    }
    FilterForm(to: OrdersRoute.equality(nil).path) {
      SelectField(
        "power", label: "Power", choices: Power.personal.map { Choice($0.rawValue, $0.title) },
        empty: "All against people",
        in: FormState(values: Fields([("power", reading.power?.rawValue ?? "")])))
      SubmitButton("Show", style: .line)
    }
    for table in reading.tables { EqualitySheetOf(table: table) }
    Sheet("How to read this") {
      p {
        "They count orders, not people: somebody with three is counted three times. The next three years are "
        "shown together once they are over, since years that overlap would show small counts. Counts of 1 to 4 are hidden, and others where a hidden one could be worked out. "
        "A rate needs 20 orders."
      }
      p {
        "Shares have 95 % intervals after Wilson, rates after Byar. “Times” compares the rate with that of "
        "everybody else whose group is known; an interval on one side of 1 is more than chance would give. A "
        "difference is a question, not an answer: ask what was reported, by whom, and how it was decided."
      }
    }
  }
}

private struct EqualitySheetOf: HTML {
  let table: EqualityTable

  var body: some HTML {
    Sheet(table.dimension.title, id: table.dimension.rawValue, mark: .river) {
      if table.isWithheld {
        p {
          "Too few orders were made: a small count could be worked out from this table. Look at all powers "
          "together."
        }
      } else {
        p(.class("small quiet")) {
          table.source.map { "People: \($0)." }
            ?? "How many people live here by \(table.dimension.title.lowercased()) is not held, so only "
            + "shares are shown."
        }
        DataTable(
          caption: "Orders by \(table.dimension.title.lowercased())", hidesCaption: true,
          columns: columns, rows: table.lines.map(row))
      }
    }
  }

  private var columns: [DataTable.Column] {
    [.text("Group"), .number("Orders"), .number("Share")]
      + (table.dimension.hasSource
        ? [.number("Self-described"), .number("Perceived by an officer")] : [])
      + (table.source == nil
        ? []
        : [.number("People"), .number("Per 10,000 in three years"), .number("Times others’ rate")])
  }

  private func row(_ line: EqualityTable.Line) -> DataTable.Row {
    var cells: [DataTable.Cell] = [.text(line.title), Self.count(line.count), share(line)]
    if table.dimension.hasSource {
      let isTold = line.key != EqualityDimension.unknown
      cells += [line.said, line.perceived].map { isTold ? Self.count($0) : .text("") }
    }
    if table.source != nil {
      cells.append(line.people.map { .text(NumberText.whole($0)) } ?? .text(""))
      cells += Self.rate(line.rate)
    }
    return .cells(cells)
  }

  private static func count(_ count: Int?) -> DataTable.Cell {
    count.map { .text(NumberText.whole($0)) } ?? .missing("hidden")
  }

  private func share(_ line: EqualityTable.Line) -> DataTable.Cell {
    guard let share = table.share(of: line) else {
      return line.count == 0 ? .text("0 %") : .missing("hidden")
    }
    func percent(_ value: Double) -> String { NumberText.decimal(value * 100) }
    return Self.told(
      "\(percent(share.value)) %",
      "\(percent(share.interval.lower)) to \(percent(share.interval.upper))")
  }

  private static func rate(_ rate: EqualityRate) -> [DataTable.Cell] {
    guard case .told(let value, let interval, let ratio, let times) = rate else {
      return rate == .noBase ? [.text(""), .text("")] : [.missing(rate.reason), .text("")]
    }
    func one(_ value: Double) -> String { NumberText.decimal(value) }
    func two(_ value: Double) -> String { NumberText.decimal(value, places: 2) }
    let compared = ratio.map { ratio in
      told(two(ratio), times.map { "\(two($0.lower)) to \(two($0.upper))" } ?? "")
    }
    return [
      told(one(value), "\(one(interval.lower)) to \(one(interval.upper))"), compared ?? .text(""),
    ]
  }

  private static func told(_ value: String, _ interval: String) -> DataTable.Cell {
    .html {
      value
      br()
      span(.class("small quiet")) { interval }
    }
  }
}
