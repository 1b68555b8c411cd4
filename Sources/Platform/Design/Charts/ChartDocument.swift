public import Markup

/// A chart as a document of its own: one SVG file that carries its styles, its headline, what it is
/// about and where it comes from.
///
/// It is 800 units wide and drawn on white; its words are of whatever sans-serif face the reader
/// has. It has no script, no link and no image, so it may be opened, printed and placed anywhere.
public struct ChartDocument: HTML {
  private let title: String
  private let about: [String]
  private let sentence: String
  private let height: Double
  private let legend: [LegendEntry]
  private let notes: [String]
  private let drawing: Raw

  private static let width = 800.0
  private static let margin = 24.0
  /// The width of the drawing itself.
  static let drawn = width - 2 * margin
  /// Letters of 13 units that fit a line.
  private static let letters = 112
  private static let line = 18.0

  init(
    title: String, about: String, sentence: String, height: Double, legend: [LegendEntry] = [],
    source: [String], drawing: some HTML
  ) {
    self.title = title
    self.about = Self.lines(about)
    self.sentence = sentence
    self.height = height
    self.legend = legend.count > 1 ? legend : []
    notes = source.flatMap(Self.lines)
    // What the chart's own pieces wrote is escaped already.
    self.drawing = Raw(trusted: drawing.renderedText())
  }

  /// The document from its first byte on.
  public var bytes: [UInt8] {
    Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8) + rendered()
  }

  private var top: Double { 56 + Self.line * Double(about.count) }
  private var foot: Double { top + height + (legend.isEmpty ? 12 : 40) }
  private var whole: Double { foot + Self.line * Double(notes.count) + 12 }

  /// The drawing with its words above and below.
  public var body: some HTML {
    svg(
      .xmlns, .viewBox(0, 0, Self.width, whole), .width(.px(Self.width)), .height(.px(whole)),
      .role("img"), .aria("label", sentence)
    ) {
      title_ { title }
      style_(Self.styles)
      rect(.class("ground"), .width(.percent(100)), .height(.percent(100)))
      text_(.class("title"), .x(.px(Self.margin)), .y(.px(32))) { title }
      for (index, words) in about.enumerated() {
        text_(
          .class("note"), .x(.px(Self.margin)), .y(.px(52 + Self.line * Double(index)))
        ) { words }
      }
      svg(
        .class("chart"), .x(.px(Self.margin)), .y(.px(top)),
        .width(.px(Self.drawn)), .height(.px(height)), .overflow("visible")
      ) { drawing }
      for (index, entry) in legend.enumerated() {
        LegendMark(
          entry: entry, x: Self.margin + 170 * Double(index), y: top + height + 8)
      }
      for (index, words) in notes.enumerated() {
        text_(
          .class("note"), .x(.px(Self.margin)), .y(.px(foot + Self.line * Double(index)))
        ) { words }
      }
    }
  }

  /// A text in lines that fit the drawing, broken at spaces.
  private static func lines(_ text: String) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= letters {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }

  /// The rules of the stylesheet that charts need, with the colours of light paper in place.
  private static let styles: StaticString = """
    text{font:400 12px/1 Inter,"DejaVu Sans",system-ui,sans-serif;fill:#47585f}\
    text.title{font-size:18px;font-weight:600;fill:#14242b}\
    text.note{font-size:13px}\
    text.strong{fill:#14242b;font-weight:600}\
    text.halo{paint-order:stroke;stroke:#fff;stroke-width:4px;stroke-linejoin:round}\
    text.end{text-anchor:end}text.mid{text-anchor:middle}text.goal{fill:#6f4c00}\
    .ground{fill:#fff}.grid{stroke:#d8e0e1}.axis{stroke:#6d8087}.tband{fill:#f3e4bd}\
    .target{fill:none;stroke:#a87400;stroke-width:2;stroke-dasharray:7 4}\
    .limit{stroke:#6d8087;stroke-dasharray:3 4;stroke-width:1.5}\
    .mean{stroke:#47585f;stroke-width:1.5}\
    .line-1{fill:none;stroke:#0b5873;stroke-width:2.25;stroke-linejoin:round;\
    vector-effect:non-scaling-stroke}\
    .line-2{fill:none;stroke:#71878e;stroke-width:2;stroke-dasharray:2 3;\
    vector-effect:non-scaling-stroke}\
    .dot{fill:#fff;stroke:#0b5873;stroke-width:2}\
    .signal{fill:#a1161f;stroke:#fff;stroke-width:1.5}.bar{fill:#0b5873}\
    .break{stroke:#a1161f;stroke-width:1.5;stroke-dasharray:1 3}\
    .key{stroke:#6d8087}.key.band{fill:#f3e4bd}\
    .empty{fill:none;stroke:#6d8087;stroke-dasharray:4 4}
    """
}

/// An entry of the legend as a part of the drawing.
private struct LegendMark: HTML {
  let entry: LegendEntry
  let x: Double
  let y: Double

  var body: some HTML {
    svg(.x(.px(x)), .y(.px(y)), .width(.px(24)), .height(.px(14)), .overflow("visible")) {
      entry.sign
    }
    text_(.class("note"), .x(.px(x + 32)), .y(.px(y + 12))) { entry.words }
  }
}
