internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// What the page of places shows.
struct OverviewModel {
  let files: [BoundaryFile]
  let counts: PlaceCounts
  let mayImport: Bool

  /// The files of each edition, in the order of kinds.
  var editions: [[BoundaryFile]] {
    AreaKind.allCases.flatMap { kind in
      Dictionary(grouping: files.filter { $0.kind == kind }, by: \.edition)
        .sorted { $0.key > $1.key }.map(\.value)
    }
  }
}

/// The editions of areas there are, and what else is known of places.
struct OverviewPage: HTML {
  let model: OverviewModel

  var body: some HTML {
    PageHead(
      "Places", lede: "Areas and their editions, who lives in them, streets and postcodes."
    ) {
      if model.mayImport { LinkButton("Import a file", to: PlaceRoute.add.path, style: .main) }
    }
    Facts([
      Fact("Areas", NumberText.whole(model.files.reduce(0) { $0 + $1.areas })),
      Fact(
        "Estimates of people", NumberText.whole(model.counts.people),
        note: model.counts.latestPeople.map { "The latest of \($0)" } ?? "None imported"),
      Fact("Streets", NumberText.whole(model.counts.streets)),
      Fact("Postcodes", NumberText.whole(model.counts.postcodes)),
    ])
    SearchForm(text: "")
    Sheet("Areas by kind and edition") {
      DataTable(
        caption: "Areas by kind and edition", hidesCaption: true,
        columns: [
          .text("Kind"), .text("Edition"), .number("Areas"), .number("Mended"), .text("In force"),
          .text("From"), .text("Imported"),
        ],
        rows: model.editions.map { files in .cells(cells(files)) },
        empty: "No boundaries have been imported.")
    }
  }

  private func cells(_ files: [BoundaryFile]) -> [DataTable.Cell] {
    guard let first = files.first else { return [] }
    let names = files.count == 1 ? first.name : "\(files.count) files"
    let last = files.map(\.importedAt).max() ?? first.importedAt
    return [
      .text(first.kind.plural),
      .link(
        String(first.edition),
        to: PlaceRoute.edition(first.kind, first.edition, page: 1).path),
      .text(NumberText.whole(files.reduce(0) { $0 + $1.areas })),
      .text(NumberText.whole(files.reduce(0) { $0 + $1.mended })),
      inForce(first), .text(names), .text(London.day(last).words),
    ]
  }

  private func inForce(_ file: BoundaryFile) -> DataTable.Cell {
    switch (file.validFrom, file.validTo) {
    case (nil, nil): .missing("Not said")
    case (let from?, nil): .text("From \(from.words)")
    case (nil, let to?): .text("Until \(to.words)")
    case (let from?, let to?): .text("\(from.words) to \(to.words)")
    }
  }
}

/// The form streets and postcodes are looked for with.
struct SearchForm: HTML {
  let text: String

  var body: some HTML {
    FilterForm(to: PlaceRoute.search("").path) {
      TextField(
        "q", label: "Find a street or postcode", hint: "The first letters are enough",
        in: FormState(values: Fields([("q", text)])), width: .w20)
      SubmitButton("Find", style: .line)
    }
  }
}
