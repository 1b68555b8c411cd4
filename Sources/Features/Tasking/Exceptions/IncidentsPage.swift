internal import Design
internal import Kernel
internal import Markup
internal import Partnership

/// The incidents behind one line of a report.
struct IncidentsPage: HTML {
  let model: IncidentsModel

  var body: some HTML {
    let line = model.line
    return Group {
      Handling(note: "That you read these incidents is recorded, with this question.")
      PageHead(
        "\(line.ward): \(line.category)",
        kicker: "\(model.kept.report.at): \(model.kept.report.at.words)",
        lede: "\(NumberText.whole(line.observed)) were counted. Usual: \(line.usualWords).")
      if let difference {
        Notice(.warn) {
          p {
            "\(NumberText.whole(model.found)) are shown, \(NumberText.whole(line.observed)) were "
            "counted: \(difference)."
          }
        }
      }
      Sheet {
        DataTable(
          caption: "Incidents, the latest first", columns: columns,
          rows: model.records.map { .cells(cells($0)) },
          empty: "There are none now. The source was brought up to date since the test.",
          pager: Pager(page: model.page, of: model.pages) { page in
            ExceptionRoute.incidents(model.kept.id, line: model.number, page: page).path
          })
      }
    }
  }

  /// Why fewer or more are shown than were counted; `nil` where as many are.
  private var difference: String? {
    if model.isCut { return "there are more than one page looks through, and the latest are shown" }
    return model.found == model.line.observed ? nil : "the source was brought up to date since"
  }

  private var columns: [DataTable.Column] {
    [.text("When"), .text("Where"), .text("Outcome"), .text("Reference")]
  }

  private func cells(_ record: EventRecord) -> [DataTable.Cell] {
    [
      .text(when(record)),
      record.place.isEmpty ? .missing("Not given") : .text(record.place),
      record.outcome.isEmpty ? .missing("None given") : .text(record.outcome),
      record.reference.isEmpty ? .missing("None") : .text(String(record.reference.prefix(16))),
    ]
  }

  private func when(_ record: EventRecord) -> String {
    guard model.knowsDays, let span = record.span else { return record.month.words }
    let (from, to) = (span.lowerBound, span.upperBound)
    if from == to { return London.words(from) }
    let first = London.day(from)
    if from == London.start(of: first), to == London.start(of: first.adding(days: 1)) {
      return first.words
    }
    return "\(London.words(from)) to \(London.words(to))"
  }
}
