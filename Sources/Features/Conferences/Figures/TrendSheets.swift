internal import Design
internal import HTTP
internal import Kernel
internal import Markup

/// Grounds quarter by quarter; of tensions their classes.
struct GroundSheet: HTML {
  let kind: ConferenceKind
  let figures: ConferenceFigures
  let trends: GroundTrends

  /// Those of today, and those that ended as far as they are counted.
  private var grounds: [Criterion] {
    kind.criteria
      + kind.earlierCriteria.filter { ground in
        figures.criteria[ground.key] != nil || trends.counts(of: ground.key).contains { $0 > 0 }
      }
  }

  var body: some HTML {
    Sheet("By ground") {
      DataTable(
        caption: "By ground", hidesCaption: true,
        columns: [.text("Ground"), .number("Cases")]
          + trends.quarters.map { .number($0.description) } + [.text("Last quarter")],
        rows: grounds.map { ground in
          let counts = trends.counts(of: ground.key)
          let cells: [DataTable.Cell] =
            [.text(ground.title), .text(String(figures.criteria[ground.key] ?? 0))]
            + counts.map { .text(String($0)) } + [.text(GroundTrends.trend(counts))]
          return .cells(cells)
        })
      p(.class("small quiet")) {
        "The last quarters that are over, beside the days asked for. A difference that chance gives one "
        "time in twenty is no trend."
      }
    }
  }
}

/// Sessions by month, and the form that counts them.
struct SessionsSheet: HTML {
  let kind: ConferenceKind
  let counts: [SessionCount]
  let path: String
  let csrf: String
  let state: FormState

  var body: some HTML {
    Sheet(kind.sessionsTitle, id: "session-counts") {
      p { "Counts alone: nobody who came, and nobody who was spoken of, is written down here." }
      DataTable(
        caption: kind.sessionsTitle, hidesCaption: true,
        columns: [.text("Month"), .text("For"), .number("Sessions"), .number("People")],
        rows: counts.map {
          [
            .text($0.month.words), .text($0.audience.title), .text(String($0.sessions)),
            .text(String($0.people)),
          ]
        }, empty: "None was counted in these days.")
      PostForm(to: path, csrf: csrf) {
        TextField("month", label: "Month", hint: "Such as 2026-01", in: state, width: .w8)
        RadioField(
          "audience", legend: "For whom",
          choices: SessionAudience.allCases.map { Choice($0.rawValue, $0.title) }, in: state)
        TextField(
          "sessions", label: "Sessions held", in: state, width: .w4, inputmode: "numeric")
        TextField("people", label: "People who came", in: state, width: .w4, inputmode: "numeric")
        SubmitButton("Keep the count", style: .line)
      }
    }
  }
}
