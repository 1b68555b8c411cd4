internal import Design
internal import Kernel
internal import Markup
internal import Partnership

/// Recorded incidents for the public: all wards together or one of them.
struct RecordedPage: HTML {
  let model: RecordedModel

  var body: some HTML {
    PageHead(
      model.title,
      lede: model.source.mapping == nil
        ? "What the police recorded, month by month. Small counts are not shown."
        : "What was reported, month by month. Small counts are not shown.")
    if let latest = model.latest {
      RecordedFacts(model: model, latest: latest)
      for count in model.counts { Sheet { chart(count) } }
      if model.ward == nil {
        RecordedWards(model: model, month: latest.month)
        if !model.shapes.isEmpty {
          for count in model.counts {
            Sheet { RecordedMap(model: model, count: count, month: latest.month) }
          }
        }
      }
      RecordedKinds(model: model)
      AboutRecorded(model: model)
    } else {
      Notice { p { "No month can be shown now without giving small counts away." } }
    }
    OtherSources(sources: model.others)
  }

  private func chart(_ count: RecordedCount) -> LineChart {
    LineChart(
      title: "\(count.title) by month", about: "\(model.ward?.name ?? "All wards"): \(count.about)",
      points: model.months.map { month in
        ChartPoint(month.month.short, model.value(count, in: month.month).map(Double.init))
      },
      names: .init(values: count.title))
  }
}

/// There is nothing to show yet.
struct NothingRecorded: HTML {
  let others: [CountSource]

  var body: some HTML {
    PageHead("Recorded crime and anti-social behaviour")
    Notice { p { "No counts have been published yet." } }
    OtherSources(sources: others)
  }
}

/// The ways to the other sources that are shown.
private struct OtherSources: HTML {
  let sources: [CountSource]

  var body: some HTML {
    if !sources.isEmpty {
      Sheet("Other figures") {
        ul {
          for source in sources {
            li {
              a(.href(RecordedRoute.all(source: source.mapping.map { _ in source.key }).path)) {
                source.mapping == nil ? "Recorded crime and anti-social behaviour" : source.title
              }
            }
          }
        }
      }
    }
  }
}

private struct RecordedFacts: HTML {
  let model: RecordedModel
  let latest: PublicMonth

  var body: some HTML {
    let counts = model.counts.map { count in
      Fact(
        count.title,
        model.value(count, in: latest.month).map { NumberText.whole($0) } ?? "Not shown",
        note: latest.month.words, isBig: true)
    }
    Facts(
      counts + [
        Fact(
          "Latest month", latest.month.words,
          note: SourceLag(of: latest.month, on: model.today).datedWords),
        Fact("Source", model.source.title, note: "as of \(latest.asOf.words)"),
      ])
  }
}

/// The wards with their counts of the latest month.
private struct RecordedWards: HTML {
  let model: RecordedModel
  let month: Month

  var body: some HTML {
    Sheet("By ward, \(month.words)") {
      DataTable(
        caption: "Counts by ward, \(month.words)", hidesCaption: true,
        columns: [.text("Ward")] + model.counts.map { .number($0.title) },
        rows: model.wards.map { ward, cells in
          .cells(
            [.link(ward.name, to: RecordedRoute.ward(ward.code, source: model.sourceKey).path)]
              + model.counts.map { PublicCell.cell($0.value(cells)) })
        })
    }
  }
}

/// The kinds in the latest months.
private struct RecordedKinds: HTML {
  let model: RecordedModel

  var body: some HTML {
    Sheet("By kind, the latest months") {
      DataTable(
        caption: "Counts by kind", hidesCaption: true,
        columns: [.text("Kind")] + model.recent.map { .number($0.month.words) },
        rows: model.kinds.map { kind in
          .cells(
            [.text(kind)]
              + model.recent.map { PublicCell.cell(model.cell(kind, in: $0.month)?.count) })
        })
    }
  }
}

private struct AboutRecorded: HTML {
  let model: RecordedModel

  var body: some HTML {
    Sheet("About these figures") {
      p {
        "Counts of 1 to 4 are not shown, since so few can point to a person. Where a total would give "
        "one away another count is withheld too, so “not shown” may stand for a larger one. Nought is "
        "shown as nought."
      }
      p {
        "Each incident is counted in the ward it lies in. "
        if model.source.mapping == nil { "The police move every point to a place nearby. " }
        "Incidents without a place are in no ward and not in these totals."
      }
      p {
        if model.source.mapping == nil {
          "Anti-social behaviour is counted in incidents, which are no crimes: the two are not added "
          "up. A month comes about two months late and is corrected afterwards. "
        }
        "A rise can mean that more was reported, not that more happened."
      }
      p {
        a(.href(RecordedRoute.csv(source: model.sourceKey).path)) {
          "Save every month, ward and kind (CSV)"
        }
      }
    }
  }
}

extension PublicCell {
  /// A count as a cell of a table.
  fileprivate static func cell(_ count: Int?) -> DataTable.Cell {
    count.map { .text(NumberText.whole($0)) } ?? .missing("Not shown")
  }
}
