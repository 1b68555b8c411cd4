import Markup

/// Every kind of chart, the empty one among them.
struct ChartGuide: HTML {
  var body: some HTML {
    Sheet("Charts", id: "charts") {
      p {
        "Places are in per cent of the width, so lines stretch and type never does. Each chart "
        "has a headline that is its finding, one sentence for those who cannot see it, and its "
        "table. The monthly figures here are made up."
      }
      div(.class("halves")) {
        div {
          line
          empty
        }
        div {
          control
          bars
        }
      }
      p(.class("row flush")) {
        span(.class("small")) { "Sparkline: the last point marked, the ends in its label." }
        Sparkline([1240, 1338, 1204, nil, 1250, 1228, 1356, 1205, 1161], "Calls to 101")
      }
    }
  }

  private var line: some HTML {
    LineChart(
      title: "More reports are started in time",
      about: "Per cent of reports, April 2025 to March 2026.",
      points: zip(
        ChartGuide.months, [61, 64, 58, 70, 75, nil, 66, 69, 74, 78, 77, 80] as [Double?]
      ).map { ChartPoint($0, $1) },
      previous: [55, 57, 60, 58, 62, 61, 59, 63, 60, 64, 62, 63],
      target: .band(90, 100, "Target"), breaks: [ChartBreak(before: 7, "New form")],
      style: .percent(0))
  }

  private var control: some HTML {
    let values: [Double] = [42, 45, 39, 41, 44, 40, 43, 38, 41, 44, 42, 40, 52, 50, 49, 51, 48, 50]
    return ControlChart(
      title: "Calls to one block rose in April 2025",
      about: "Calls a month. Average and limits from the first 12 months.",
      points: zip(ChartGuide.yearBefore + ChartGuide.months, values).map { ChartPoint($0, $1) },
      mean: 41.6, lower: 32.9, upper: 50.3, signals: [12, 15])
  }

  private var bars: some HTML {
    BarChart(
      title: "Most reports came from Millwharf",
      about: "Reports, July to September 2026.",
      bars: [
        Bar("Millwharf", 41), Bar("Northgate", 27), .suppressed("Tannery"), Bar("Southmead", 0),
        Bar("Priory", nil),
      ], names: ("Ward", "Reports"))
  }

  private var empty: some HTML {
    LineChart(
      title: "Burglary", about: "Offences a month.",
      points: zip(ChartGuide.months, [210, 198] + Array(repeating: nil, count: 10)).map {
        ChartPoint($0, $1)
      }, next: "Next file due 28 November")
  }

  private static let yearBefore = [
    "Apr 24", "May 24", "Jun 24", "Jul 24", "Aug 24", "Sep 24", "Oct 24", "Nov 24", "Dec 24",
    "Jan 25", "Feb 25", "Mar 25",
  ]

  private static let months = [
    "Apr 25", "May 25", "Jun 25", "Jul 25", "Aug 25", "Sep 25", "Oct 25", "Nov 25", "Dec 25",
    "Jan 26", "Feb 26", "Mar 26",
  ]
}
