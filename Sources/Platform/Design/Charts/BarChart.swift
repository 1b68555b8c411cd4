public import Markup

/// Values side by side as bars from nought, in the order given.
public struct BarChart: HTML {
  private let title: String
  private let about: String
  private let bars: [Bar]
  private let style: NumberStyle
  private let names: (label: String, value: String)

  /// Bars under a headline; `names` head the table's two columns.
  public init(
    title: String, about: String, bars: [Bar], style: NumberStyle = .whole,
    names: (label: String, value: String) = ("Name", "Number")
  ) {
    self.title = title
    self.about = about
    self.bars = bars
    self.style = style
    self.names = names
  }

  /// The chart with its table.
  public var body: some HTML {
    ChartFigure(
      title: title, about: about, sentence: sentence, height: height, table: table
    ) { drawing }
  }

  /// The chart as a file of its own; `source` is what stands below it, a line each.
  public func document(source: [String]) -> ChartDocument {
    ChartDocument(
      title: title, about: about, sentence: sentence, height: height, source: source,
      drawing: drawing)
  }

  private var height: Double { Double(bars.count) * Bar.height + 4 }

  @HTMLBuilder private var drawing: some HTML {
    let largest = bars.map(\.length).max() ?? 0
    for (index, bar) in bars.enumerated() {
      BarDrawing(
        bar: bar, y: Double(index) * Bar.height,
        share: largest > 0 ? bar.length / largest : 0, style: style)
    }
  }

  private var sentence: String {
    let parts = bars.map { "\($0.label) \($0.words(style))" }
    return "Bar chart: \(parts.joined(separator: "; "))"
  }

  private var table: DataTable {
    DataTable(
      caption: title, hidesCaption: true, columns: [.text(names.label), .number(names.value)],
      rows: bars.map { [.text($0.label), .text($0.words(style))] })
  }
}

/// One bar with its label.
public struct Bar: Sendable {
  enum Value: Equatable {
    case number(Double)
    case suppressed
    case missing
  }

  static let height = 44.0

  let label: String
  let value: Value

  /// A bar, at least nought long; without a value it says "Not supplied".
  public init(_ label: String, _ value: Double?) {
    self.label = label
    self.value = value.map { .number($0) } ?? .missing
  }

  private init(label: String, value: Value) {
    self.label = label
    self.value = value
  }

  /// A bar that is held back because the number is small.
  public static func suppressed(_ label: String) -> Bar { Bar(label: label, value: .suppressed) }

  var length: Double {
    if case .number(let number) = value, number.isFinite { max(0, number) } else { 0 }
  }

  func words(_ style: NumberStyle) -> String {
    switch value {
    case .number(let number): style.text(number)
    case .suppressed: "1 to 4: not shown"
    case .missing: "Not supplied"
    }
  }
}

private struct BarDrawing: HTML {
  let bar: Bar
  let y: Double
  let share: Double
  let style: NumberStyle

  /// The longest bar, in per cent; the figure beside it needs the rest.
  private static let widest = 76.0

  var body: some HTML {
    text_(.class("strong"), .x(.px(0)), .y(.px(y + 13))) { bar.label }
    switch bar.value {
    case .number:
      rect(.class("bar"), .x(.px(0)), .y(.px(y + 19)), .width(.percent(width)), .height(.px(16)))
      text_(.class("strong"), .x(.percent(width + 1.2)), .y(.px(y + 31))) { bar.words(style) }
    case .suppressed:
      rect(
        .class("empty supp"), .x(.px(0)), .y(.px(y + 19)), .width(.percent(20)), .height(.px(15)))
      text_(.x(.percent(21.5)), .y(.px(y + 31))) { bar.words(style) }
    case .missing:
      text_(.x(.px(0)), .y(.px(y + 31))) { bar.words(style) }
    }
  }

  private var width: Double { share * BarDrawing.widest }
}
