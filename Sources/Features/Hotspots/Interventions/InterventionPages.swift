internal import Design
internal import Kernel
internal import Markup
internal import Partnership
internal import Statistics

/// The interventions that were stated, the last first.
struct InterventionsPage: HTML {
  let interventions: [(id: ID<InterventionTag>, one: Intervention)]
  let page: Int
  let pages: Int
  let mayState: Bool

  var body: some HTML {
    PageHead(
      "Interventions", lede: "What was done where, and whether it moved or spread."
    ) {
      if mayState {
        LinkButton("State an intervention", to: HotspotRoute.newIntervention.path, style: .main)
      }
    }
    HotspotLinks()
    Sheet {
      DataTable(
        caption: "Interventions", hidesCaption: true,
        columns: [.text("Intervention"), .text("Months"), .text("Target"), .text("Judged by")],
        rows: interventions.map { id, one in
          [
            .link(one.name, to: HotspotRoute.intervention(id).path), .text(one.months.words),
            .text(one.target.name), .text(one.category ?? "All kinds"),
          ]
        }, empty: "None has been stated yet.",
        pager: Pager(page: page, of: pages) { HotspotRoute.interventions(page: $0).path })
    }
  }
}

/// What the page of an intervention shows.
struct InterventionModel {
  let intervention: Intervention
  /// The title of its source; `nil` where the source is gone.
  let source: String?
  let finding: InterventionFinding?
  /// Who stated it; `nil` for a command.
  let by: Sensitive<String>?
  /// Whether its months are over in the source.
  let isWhole: Bool
}

/// An intervention, what happened in and around it, and how far that can be believed.
struct InterventionPage: HTML {
  let model: InterventionModel

  private var one: Intervention { model.intervention }

  var body: some HTML {
    PageHead(one.name, kicker: "Intervention", lede: one.months.words)
    HotspotLinks()
    Facts([
      Fact("Stated", London.words(one.statedAt), note: author),
      Fact("Judged by", one.category ?? "All kinds", note: model.source ?? "A source that is gone"),
      Fact("Buffer", "\(NumberText.whole(Int(one.buffer))) m", note: "round the target"),
    ])
    if !one.isStatedBefore {
      Notice(.warn) {
        p {
          "Buffer and control were stated after it began. What is chosen with the result in sight "
          "proves less."
        }
      }
    }
    if !model.isWhole {
      Notice { p { "The source does not yet have all of its months: the result will change." } }
    }
    if let finding = model.finding { FindingSheet(intervention: one, finding: finding) }
    Sheet("What this rests on") {
      SummaryList([
        ("Target", one.target.name, nil),
        ("Buffer", "Within \(NumberText.whole(Int(one.buffer))) m of the target, outside it", nil),
        ("Control", one.control.name, nil),
        ("After", one.months.words, nil),
        ("Before", "\(one.before.words): the same months, so that seasons are alike", nil),
        (
          "Months missing",
          model.finding.map {
            $0.missing.isEmpty ? "None" : $0.missing.map(\.words).joined(separator: ", ")
          }
            ?? "Not known", nil
        ),
        (
          "Method",
          "Weighted displacement quotient (Bowers & Johnson 2003); changes beside the control as "
            + "relative rate ratios (Wilson 2022)", nil
        ),
      ])
    }
  }

  private var author: String {
    model.by.map { "by \($0.reveal(for: "who stated an intervention"))" } ?? "by a command"
  }
}

private struct FindingSheet: HTML {
  let intervention: Intervention
  let finding: InterventionFinding

  var body: some HTML {
    Sheet(finding.headline) {
      DataTable(
        caption: "Before and after", hidesCaption: true,
        columns: [.text("Area"), .number("Before"), .number("After"), .number("Change")],
        rows: [
          row("Target", finding.target), row("Buffer", finding.buffer),
          row("Control", finding.control),
        ])
      ul { for sentence in finding.sentences { li { sentence } } }
      p { "In target and buffer together: \(finding.net)." }
    }
  }

  private func row(_ name: String, _ area: Displacement.Area) -> DataTable.Row {
    [
      .text(name), .text(NumberText.whole(area.before)), .text(NumberText.whole(area.after)),
      .text(NumberText.change(area.change)),
    ]
  }
}
