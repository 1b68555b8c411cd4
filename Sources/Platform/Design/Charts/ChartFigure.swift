import Markup

/// What every chart has around its drawing: a headline that is its finding, what is counted, what
/// the marks mean, and the same in a table.
struct ChartFigure<Drawing: HTML>: HTML {
  let title: String
  let about: String
  /// One sentence for those who cannot see the drawing.
  let sentence: String
  let height: Double
  var legend: [LegendEntry] = []
  let table: DataTable?
  @HTMLBuilder let drawing: Drawing

  var body: some HTML {
    figure(.class("chart")) {
      figcaption {
        b { title }
        " "
        span(.class("quiet")) { about }
      }
      svg(.role("img"), .aria("label", sentence), .width(.percent(100)), .height(.px(height))) {
        drawing
      }
      if legend.count > 1 {
        ul(.class("legend"), .role("list")) { for entry in legend { entry } }
      }
      if let table { Disclosure("See the figures as a table") { table } }
    }
  }
}

/// What one mark of a chart means.
struct LegendEntry: HTML {
  enum Mark {
    case line, previous, target, band, signal, limit, broken
  }

  let mark: Mark
  let words: String

  init(_ mark: Mark, _ words: String) {
    self.mark = mark
    self.words = words
  }

  var body: some HTML {
    li {
      svg(.viewBox(0, 0, 24, 14), .width(.px(24)), .height(.px(14)), .aria("hidden", "true")) {
        sign
      }
      words
    }
  }

  /// The mark itself, 24 × 14 units.
  @HTMLBuilder var sign: some HTML {
    switch mark {
    case .line:
      path(.class("line-1"), .d("M0 7h24"))
      circle(.class("dot"), .cx(.px(12)), .cy(.px(7)), .r(.px(4)))
    case .previous: path(.class("line-2"), .d("M0 7h24"))
    case .target: path(.class("target"), .d("M0 7h24"))
    case .band: rect(.class("key band"), .width(.px(24)), .height(.px(14)))
    case .signal: path(.class("signal"), .d("M12 0l7 7-7 7-7-7Z"))
    case .limit: path(.class("key limit"), .d("M0 7h24"))
    case .broken: path(.class("break"), .d("M12 0v14"))
    }
  }
}

/// A frame that says why there is no chart, and when there will be.
struct EmptyDrawing: HTML {
  let reason: String
  let next: String?

  static let height = 110.0

  var body: some HTML {
    rect(.class("empty"), .x(.percent(0.5)), .y(.px(4)), .width(.percent(99)), .height(.px(100)))
    text_(.class("mid strong"), .x(.percent(50)), .y(.px(next == nil ? 58 : 50))) { reason }
    if let next { text_(.class("mid"), .x(.percent(50)), .y(.px(70))) { next } }
  }
}
