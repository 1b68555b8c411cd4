internal import Design
internal import HTTP
internal import Kernel
internal import Markup

/// Counts by month and by kind, anti-social behaviour apart from crime.
struct OverviewPage: HTML {
  let model: OverviewModel

  var body: some HTML {
    PageHead("Incidents", lede: "Crime and anti-social behaviour recorded by the police.") {
      LinkButton("Counts", to: IncidentRoute.counts(CountsFilter()).path)
      LinkButton("Quality of the data", to: IncidentRoute.quality(force: "", page: 1).path)
      if model.maySeePublicLog {
        LinkButton(
          "What the public is shown",
          to: IncidentRoute.publicLog(source: nil, month: nil, page: 1).path)
      }
      LinkButton("Other sources", to: SourceRoute.list.path)
      LinkButton("Imports", to: IncidentRoute.imports(page: 1).path)
      if model.mayImport {
        LinkButton("Import files", to: IncidentRoute.add.path, style: .main)
      }
    }
    SourceLine(model: model)
    FilterFields(model: model)
    if model.lines.isEmpty {
      Notice {
        p { "No month of this force and these dates has been imported." }
      }
    } else {
      IncidentCharts(model: model)
      MonthTable(model: model)
      KindTable(model: model)
    }
  }
}

/// Where the figures come from and how late they are.
private struct SourceLine: HTML {
  let model: OverviewModel

  var body: some HTML {
    if let latest = model.latest {
      Facts([
        Fact(
          "Latest month", latest.month.words,
          note: SourceLag(of: latest.month, on: model.today).words),
        Fact(
          "Source", "data.police.uk",
          note: "\(latest.fileWords), as of \(latest.asOf.words)",
          path: IncidentRoute.months(page: 1).path),
        Fact("Counted", model.areaWords.isEmpty ? "Every force" : model.areaWords),
        Fact(
          "Without a place", NumberText.whole(latest.unlocated), note: "in \(latest.month.words)"),
      ])
      p(.class("quiet")) {
        "Provisional: the police publish each month about two months later and correct it "
        "afterwards. A row has a month but no day, and its place is moved to a point nearby."
      }
    }
  }
}

private struct FilterFields: HTML {
  let model: OverviewModel

  var body: some HTML {
    FilterForm(to: IncidentRoute.overview(IncidentFilter()).path) {
      SelectField(
        "force", label: "Force", choices: model.forces.map { Choice($0, $0) },
        empty: "The partnership's area", in: model.state)
      SelectField(
        "category", label: "Kind", choices: model.categories.map { Choice($0, $0) },
        empty: "All kinds", in: model.state)
      TextField("from", label: "From, such as 2026-01", in: model.state, width: .w8)
      TextField("to", label: "To, that month included", in: model.state, width: .w8)
      SubmitButton("Show", style: .line)
    }
  }
}

private struct IncidentCharts: HTML {
  let model: OverviewModel

  var body: some HTML {
    if model.filter.category.isEmpty {
      chart("Anti-social behaviour", "ASB incidents recorded") { $0.antisocial }
      chart("Crime", "crimes recorded, without anti-social behaviour") { $0.crime }
    } else {
      chart(model.filter.category, "incidents recorded") { $0.chosen }
    }
  }

  private func chart(
    _ title: String, _ counted: String, _ count: (MonthLine) -> Int?
  ) -> some HTML {
    let span = [model.lines.first?.month.words, model.lines.last?.month.words].compactMap(\.self)
    return Sheet {
      LineChart(
        title: "\(title) by month",
        about: "Monthly count of \(counted), \(span.joined(separator: " to "))",
        points: model.lines.map { ChartPoint($0.month.short, count($0).map(Double.init)) },
        names: .init(values: title))
    }
  }
}
