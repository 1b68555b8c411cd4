internal import Design
internal import Kernel
internal import Markup
internal import Partnership

/// The sources read by a mapping.
struct SourcesPage: HTML {
  let lines: [(saved: SavedMapping, facts: ExtractFacts.Summary)]
  let today: Day
  let maySave: Bool

  var body: some HTML {
    PageHead(
      "Other sources",
      lede: "Files of the council, the police, the fire service and others, each read by a mapping "
        + "that says which column says what."
    ) {
      if maySave { LinkButton("New source", to: SourceRoute.new.path, style: .main) }
    }
    Sheet {
      DataTable(
        caption: "Other sources", hidesCaption: true,
        columns: [
          .text("Source"), .text("Where"), .text("When"), .number("Incidents"), .text("Latest"),
          .text("Behind"), .number("Version"),
        ],
        rows: lines.map { saved, facts in
          [
            .link(saved.mapping.title, to: SourceRoute.show(saved.mapping.key, page: 1).path),
            .text(saved.mapping.place.title), .text(saved.mapping.time.title),
            .text(NumberText.whole(facts.events)), latest(saved.mapping, facts),
            facts.lastDay.map { .text(SourceLag.words(of: $0, saved.mapping.time, on: today)) }
              ?? .missing("Nothing imported"),
            .text(NumberText.whole(saved.version)),
          ]
        },
        empty: "No source has a mapping yet.")
    }
  }

  private func latest(_ mapping: Mapping, _ facts: ExtractFacts.Summary) -> DataTable.Cell {
    guard let day = facts.lastDay else { return .missing("Nothing imported") }
    return .text(mapping.time == .month ? day.month.words : day.words)
  }
}

extension SourcePrecision.Place {
  /// How exactly places are given, in few words.
  var title: String {
    switch self {
    case .exact: "Exact"
    case .snapped: "A point nearby"
    case .area: "An area"
    }
  }
}

extension SourcePrecision.Time {
  /// How exactly times are given, in few words.
  var title: String {
    switch self {
    case .minute: "To the minute"
    case .day: "The day"
    case .month: "The month"
    }
  }
}
