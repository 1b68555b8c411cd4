import Markup
import Testing

@testable import Design

@Suite("Axes")
struct AxisTests {
  @Test(
    "have three to five ticks of 1, 2, 2.5 or 5 times a power of ten",
    arguments: [
      ([0, 7], [0, 2, 4, 6, 8]), ([0, 41], [0, 20, 40, 60]),
      ([61, 80, 90, 100], [60, 70, 80, 90, 100]),
      ([225, 300], [220, 240, 260, 280, 300]), ([12, 1041], [0, 500, 1000, 1500]),
      ([5, 5], [4.5, 4.75, 5, 5.25, 5.5]), ([0, 0], [0, 0.25, 0.5, 0.75, 1]),
      ([-5, 12], [-5, 0, 5, 10, 15]),
      ([0.2, 0.9], [0, 0.25, 0.5, 0.75, 1]), ([], [0, 0.25, 0.5, 0.75, 1]),
      ([0, 1_200_000], [0, 500_000, 1_000_000, 1_500_000]),
    ] as [([Double], [Double])])
  func ticks(values: [Double], expected: [Double]) {
    #expect(Axis(values).ticks == expected)
  }

  @Test("of counts have whole steps")
  func whole() {
    #expect(Axis([0, 2], wholeSteps: true).ticks == [0, 1, 2])
    #expect(Axis([0, 9], wholeSteps: true).ticks == [0, 5, 10])
    #expect(Axis([0, 0], wholeSteps: true).ticks == [0, 1])
  }

  @Test("enclose whatever they are given with nice steps")
  func properties() {
    for low in stride(from: -50.0, through: 950, by: 13.7) {
      for width in [0.003, 0.7, 1, 3.3, 9.99, 47, 812, 120_000] {
        let axis = Axis([low, low + width])
        #expect(axis.low <= low + 1e-6 && axis.high >= low + width - 1e-6)
        #expect((3...5).contains(axis.ticks.count), "\(low) + \(width): \(axis.ticks)")
      }
    }
  }
}

@Suite("Lines")
struct RunTests {
  @Test(
    "are never joined across a gap or a break",
    arguments: [
      ([1, 2, 3], [], [[0, 1, 2]]), ([1, nil, 3], [], [[0], [2]]), ([nil, nil], [], []),
      ([1, 2, 3, 4], [2], [[0, 1], [2, 3]]), ([1, nil, 3, 4], [2], [[0], [2, 3]]),
      ([1, 2], [0], [[0, 1]]), ([1, 2, nil], [1, 2], [[0], [1]]),
    ] as [([Double?], [Int], [[Int]])])
  func gaps(values: [Double?], breaks: [Int], expected: [[Int]]) {
    #expect(runs(values, breaks: breaks.map { ChartBreak(before: $0, "New") }) == expected)
  }
}

@Suite("Charts")
struct ChartTests {
  private let months = ["Apr 25", "May 25", "Jun 25", "Jul 25", "Aug 25", "Sep 25"]

  private func points(_ values: [Double?]) -> [ChartPoint] {
    zip(months, values).map { ChartPoint($0, $1) }
  }

  @Test("a line has a headline, a sentence, a target, a gap and its table")
  func line() {
    let text = LineChart(
      title: "Fewer calls", about: "Calls a month.", points: points([61, 64, nil, 70, 75, 72]),
      target: .value(60, "Target"), breaks: [ChartBreak(before: 4, "New form")]
    ).renderedText()
    #expect(
      text.contains(
        "<b>Fewer calls</b> <span class=\"quiet\">Calls a month. The axis starts at 60.")
    )
    #expect(
      text.contains(
        "aria-label=\"Line chart from 61 in Apr 25 to 72 in Sep 25; lowest 61, highest 75. Target: 60.\""
      ))
    #expect(text.matches(of: /<polyline/).count == 2)
    #expect(text.matches(of: /<circle class="dot" cx="[^"]*%"/).count == 5)
    #expect(text.contains("Not supplied") && text.contains("New form"))
    #expect(text.contains("See the figures as a table"))
  }

  @Test("too few values are not drawn, and the frame says why")
  func empty() {
    let text = LineChart(
      title: "Burglary", about: "Offences.", points: points([1, 2, nil, nil, nil, nil]),
      next: "Next file due 28 November"
    ).renderedText()
    #expect(text.contains("Too few months to draw: 2 of 6"))
    #expect(text.contains("Next file due 28 November"))
    #expect(!text.contains("<polyline"))
  }

  @Test("a control chart marks signals as diamonds and in words, each phase under its own limits")
  func control() {
    let text = ControlChart(
      title: "Burglary rose", about: "Offences a month.", points: points([42, 45, 39, 60, 62, 61]),
      phases: [
        .init(mean: 42, lower: 33, upper: 50), .init(from: 3, mean: 61, lower: 55, upper: 67),
      ], signals: [1], breaks: [ChartBreak(before: 3, "Recounted")], minimum: 6
    ).renderedText()
    #expect(text.matches(of: /<path class="signal" d="M0-7/).count == 1)
    #expect(text.matches(of: /class="limit"/).count == 4)
    #expect(text.matches(of: /<polyline/).count == 2)
    #expect(
      text.contains(
        "Average 61, upper limit 67, lower limit 55. 1 month is a signal: look for what changed."))
    #expect(text.contains("Signal</span></td>"))
  }

  @Test("a control chart without limits says so")
  func limitless() {
    let chart = ControlChart(
      title: "Burglary", about: "Offences.", points: points([1, 2, 3]), phases: [], minimum: 3)
    #expect(chart.renderedText().contains("No limits have been worked out yet"))
    #expect(!chart.renderedText().contains("<polyline"))
  }

  @Test("bars start at nought and hold back small numbers")
  func bars() {
    let text = BarChart(
      title: "Wards", about: "Reports.",
      bars: [
        Bar("Millwharf", 40), Bar("Northgate", 20), .suppressed("Tannery"), Bar("Priory", nil),
      ]
    ).renderedText()
    #expect(text.contains(#"y="19" width="76%""#) && text.contains(#"y="63" width="38%""#))
    #expect(
      text.contains(
        "Bar chart: Millwharf 40; Northgate 20; Tannery 1 to 4: not shown; Priory Not supplied"))
  }

  @Test("a sparkline names its ends and keeps its gaps")
  func spark() {
    let text = Sparkline([1240, nil, 1356, 1161], "Calls to 101").renderedText()
    #expect(
      text.contains(
        "Calls to 101, 3 months, lowest 1,161, highest 1,356, latest 1,161"))
    #expect(text.contains("34.67,") == false)
    #expect(Sparkline([5, nil], "Calls").renderedText().contains("Too few months to draw"))
  }

  @Test(
    "ticks are written with the decimals of their step",
    arguments: [
      (0.25, 0.5, NumberStyle.decimal(1), "0.50"), (500, 1500, .whole, "1,500"),
      (20, 60, .percent(1), "60%"), (2.5, 5, .decimal(0), "5.0"),
    ])
  func tick(step: Double, value: Double, style: NumberStyle, text: String) {
    #expect(style.text(tick: value, step: step) == text)
  }
}

@Suite("Charts as files of their own")
struct ChartDocumentTests {
  private let line = LineChart(
    title: "Burglary & robbery", about: "Thornmere, by month",
    points: [ChartPoint("Jan", 3), ChartPoint("Feb", 5), ChartPoint("Mar", 4)],
    breaks: [ChartBreak(before: 2, "New system")])

  @Test("carry their styles, headline, subject and source")
  func content() {
    let text = String(
      decoding: line.document(source: ["Source: <the police>."]).bytes, as: UTF8.self)
    #expect(text.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns="))
    #expect(text.contains("<style>text{font:400 12px/1"))
    #expect(text.contains(">Burglary &amp; robbery</text>"))
    #expect(text.contains(">Thornmere, by month. The axis starts at 3.</text>"))
    #expect(text.contains(">Source: &lt;the police"))
    #expect(text.contains(">Not comparable across this line</text>"))
    #expect(text.contains("<polyline class=\"line-1\""))
  }

  @Test("have every class they draw with in their styles")
  func classes() throws {
    let bars = BarChart(title: "Bars", about: "", bars: [Bar("One", 3), .suppressed("Two")])
    for text in [line.document(source: []), bars.document(source: [])].map({
      String(decoding: $0.bytes, as: UTF8.self)
    }) {
      let styles = text.split(separator: "</style>")[0]
      for piece in text.split(separator: "class=\"").dropFirst() {
        for name in piece.prefix(while: { $0 != "\"" }).split(separator: " ")
        where !["chart", "wide-only", "supp"].contains(name) {
          #expect(styles.contains(".\(name)"), "\(name)")
        }
      }
    }
  }

  @Test("break long words on what they are about into lines that fit")
  func lines() {
    let about = Array(repeating: "Anti-social behaviour", count: 12).joined(separator: ", ")
    let text = String(
      decoding: BarChart(title: "Bars", about: about, bars: [Bar("One", 3)])
        .document(source: []).bytes, as: UTF8.self)
    #expect(text.split(separator: "class=\"note\"").count - 1 == 3)
  }

  @Test("say why nothing is drawn")
  func empty() {
    let few = LineChart(title: "Few", about: "", points: [ChartPoint("Jan", 3)])
    let text = String(decoding: few.document(source: []).bytes, as: UTF8.self)
    #expect(text.contains("Too few months to draw: 1 of 3"))
  }
}

@Suite("A heat map")
struct HeatMapTests {
  private let map = HeatMap(
    title: "When it happens", about: "9 reports.", columns: ["Mon", "Tue"],
    rows: ["00 to 12", "12 to 24"], values: [[0, 1], [5, 3]], unit: "Hours")

  @Test("shades every cell by fifths of the largest and writes its value in it")
  func cells() {
    let text = String(decoding: map.rendered(), as: UTF8.self)
    for part in ["cell s0", "cell s1", "cell s4", "cell s3", "mid on-dark", "mid on-light"] {
      #expect(text.contains(part), "\(part)")
    }
    #expect(text.contains("When it happens. Most in Mon, 12 to 24: 5."))
    #expect(text.contains("<th scope=\"row\">12 to 24</th>"))
  }

  @Test(
    "steps at each fifth",
    arguments: [(0.0, 0), (0.1, 0), (1, 1), (1.9, 1), (2, 2), (4, 4), (5, 4)])
  func steps(value: Double, step: Int) { #expect(HeatCell.step(value, of: 5) == step) }

  @Test("is all light without a value")
  func empty() { #expect(HeatCell.step(0, of: 0) == 0) }
}
