internal import Design
internal import Kernel
internal import Markup
internal import Partnership
internal import Statistics

/// Areas beside each other, who lies outside the limits, and what that can and cannot mean.
struct ComparisonPage: HTML {
  let model: ComparisonModel

  var body: some HTML {
    PageHead(
      "Comparison", lede: "Areas of different sizes beside each other, allowing for chance.")
    FilterForm(to: ComparisonRoute.compare(ComparisonFilter()).path) {
      SelectField(
        "source", label: "Source", choices: model.sources.map { Choice($0.key, $0.title) },
        in: model.state)
      SelectField(
        "category", label: "Kind", choices: model.categories.map { Choice($0, $0) },
        empty: "All kinds", in: model.state)
      SubmitButton("Compare the wards", style: .line)
    }
    if let problem = model.problem { Notice(.warn) { p { problem } } }
    if let comparison = model.comparison {
      Sheet {
        ComparisonChart(comparison: comparison)
      }
      ComparisonMeaning(comparison: comparison)
    }
    Sheet("Compare with other areas") {
      p {
        "Boroughs of London, or the areas most similar to yours: a CSV file with the columns code, "
        "name, events and people. It is compared and not kept."
      }
      PostForm(
        to: ComparisonRoute.compare(ComparisonFilter()).path, csrf: model.csrf, upload: true
      ) {
        FileField("file", label: "File of areas", accept: ".csv", in: model.state)
        SubmitButton("Compare these", style: .line)
      }
    }
  }
}

/// The funnel with its table.
private struct ComparisonChart: HTML {
  let comparison: Comparison

  private static let steps = 60

  var body: some HTML {
    FunnelChart(
      title: comparison.headline, about: comparison.about, across: "People",
      areas: comparison.lines.compactMap { line in
        line.rate.map {
          FunnelChart.Area(
            line.area.name, size: Double(line.area.people), value: $0,
            isOutside: line.standing == .farAbove || line.standing == .farBelow)
        }
      }, limits: limits, centre: comparison.funnel.centre * Comparison.thousand,
      style: .decimal(1), table: table)
  }

  private var limits: [FunnelChart.Limits] {
    let sizes = comparison.areas.map { Double($0.people) }.filter { $0 > 0 }
    let (least, most) = ((sizes.min() ?? 1) * 0.8, sizes.max() ?? 1)
    return (0...Self.steps).map { step in
      let size = least + (most - least) * Double(step) / Double(Self.steps)
      func range(_ confidence: Confidence) -> ClosedRange<Double> {
        let limits = comparison.funnel.limits(at: size, confidence)
          .scaled(by: Comparison.thousand)
        return limits.lower...max(limits.lower, limits.upper)
      }
      return FunnelChart.Limits(size: size, inner: range(.p95), outer: range(.p998))
    }
  }

  private var table: DataTable {
    DataTable(
      caption: "Areas by name", hidesCaption: true,
      columns: [
        .text("Area"), .number("Events"), .number("People"), .number("A thousand people"),
        .text("Limits, 99.8 in 100"), .text("Standing"),
      ],
      rows: comparison.lines.map { line in
        [
          .text(line.area.name), .text(NumberText.whole(line.area.events)),
          .text(NumberText.whole(line.area.people)),
          line.rate.map { .text(NumberText.decimal($0)) } ?? .missing("No people"),
          line.limits.map {
            .text("\(NumberText.decimal($0.lower)) to \(NumberText.decimal($0.upper))")
          } ?? .missing("None"),
          line.standing.map { .text($0.words) } ?? .missing("Not compared"),
        ]
      })
  }
}

/// What may be read out of it.
private struct ComparisonMeaning: HTML {
  let comparison: Comparison

  var body: some HTML {
    Sheet("What this can and cannot mean") {
      ul {
        li { "An area beyond the limits differs by more than chance and more than such areas do." }
        li { "Inside the limits nobody is better or worse: there is no ranking." }
        li {
          "Residents are a poor base where people come to work, shop or go out: a town centre lies "
          "above the limits for that alone."
        }
        li { "More reports can mean more people reporting." }
      }
      SummaryList([
        (
          "All areas together",
          "\(NumberText.decimal(comparison.funnel.centre * Comparison.thousand)) a thousand", nil
        ),
        (
          "Limits",
          "Exact Poisson, widened by what these areas differ by (additive, Spiegelhalter 2005)",
          nil
        ),
        (
          "Spread beyond chance",
          "\(NumberText.decimal(comparison.funnel.dispersion)) times that of chance alone",
          nil
        ),
      ])
    }
  }
}
