internal import Design
internal import Kernel
internal import Statistics

extension HotspotMap {
  /// The finding in a sentence; only what survives the correction over all cells is counted.
  var headline: String {
    switch (parameters.method, hotspots.count) {
    case (.gi, 0):
      "No area stands out " + (parameters.months.count == 1 ? "this month" : "in these months")
    case (.gi, 1): "1 area stands out from the rest"
    case (.gi, let count): "\(count) areas stand out from the rest"
    case (.kde, _): "The densest 1 in 100 of the area holds \(held(of: events))"
    case (.clusters, 0): "No cluster of incidents was found"
    case (.clusters, 1): "1 cluster holds \(held(of: events + outside))"
    case (.clusters, let count): "\(count) clusters hold \(held(of: events + outside))"
    }
  }

  private func held(of all: Int) -> String {
    let held = hotspots.reduce(0) { $0 + $1.count }
    return "\(NumberText.whole(held)) of \(NumberText.whole(all)) incidents"
  }

  /// How it was made, in a sentence.
  var methodSentence: String {
    switch parameters.method {
    case .gi:
      "Getis-Ord Gi* on squares of \(metres(parameters.cell)), held against "
        + "up to \(NumberText.whole(parameters.permutations)) draws a square and corrected over all squares"
    case .kde:
      "Density with a reach of \(metres(parameters.reach)) on squares of "
        + "\(metres(parameters.cell)), the densest 1 in 100 marked; not held against chance"
    case .clusters:
      "Clusters within a reach of \(metres(parameters.reach)); not held against chance"
    }
  }

  /// What the map was made by and of, for the page and the command line.
  var facts: [(name: String, value: String)] {
    var facts = [
      ("Method", parameters.method.title),
      ("Cells", "Squares of \(metres(parameters.cell)); \(NumberText.whole(grid.studied)) of them"),
    ]
    switch parameters.method {
    case .gi:
      facts += [
        ("Neighbours", "The eight cells around, and the cell itself"),
        (
          "Test",
          "Up to \(NumberText.whole(parameters.permutations)) draws a cell, fewer once "
            + "\(HotspotParameters.enoughDraws) of them were as high; state \(HotspotParameters.seed)"
        ),
        ("Corrected over all cells", "Yes: of the cells marked, about 1 in 20 may be by chance"),
      ]
    case .kde:
      facts += [
        ("Reach", metres(parameters.reach)), ("Marked", "The densest 1 in 100 of the land"),
        ("Tested against chance", "No: something is always densest"),
      ]
    case .clusters:
      let minimum = HotspotParameters.clusterMinimum(of: events + outside)
      facts += [
        ("Reach", metres(parameters.reach)),
        ("A cluster", "\(NumberText.whole(minimum)) incidents or more within reach of one"),
        ("Tested against chance", "No: busy places always have clusters"),
      ]
    }
    return facts + [
      ("Without a place", "\(NumberText.whole(unlocated)), on no map"),
      ("Outside the land studied", NumberText.whole(outside)),
      (
        "Months missing",
        missing.isEmpty ? "None" : missing.map(\.words).joined(separator: ", ")
      ),
      ("Version of the method", String(version)),
      ("Drawn from", "Events with the hash \(hash.prefix(12))…"),
    ]
  }

  /// The months in words, such as "July 2026 to September 2026".
  var monthsWords: String { parameters.months.words }

  private func metres(_ length: Double) -> String { "\(NumberText.whole(Int(length))) m" }
}

extension ClosedRange<Month> {
  /// The months in words, such as "July 2026 to September 2026".
  var words: String {
    count == 1 ? lowerBound.words : "\(lowerBound.words) to \(upperBound.words)"
  }
}

extension Hotspot {
  /// How often as much would come about by chance in one cell, of so many draws; `nil` where the
  /// method has no test.
  func chanceWords(of permutations: Int) -> String? {
    guard let chance else { return nil }
    // A chance that no draw reached is only known to be smaller than one in all of them.
    let isLeast = chance * Double(permutations + 1) < 1.5
    let inThousand = chance * 1000
    if isLeast { return "1 time in \(NumberText.whole(permutations + 1)) or less" }
    if inThousand < 1 { return "less than 1 time in 1,000" }
    let times = Int(inThousand.rounded())
    return "about \(NumberText.whole(times)) \(times == 1 ? "time" : "times") in 1,000"
  }

  /// The wards it lies in.
  var place: String { wards.isEmpty ? "Outside every ward" : wards.joined(separator: ", ") }
}

extension LifeCycle {
  /// The stage, and in how many of the periods it stood out.
  var words: String {
    let periods = stood.count == 1 ? "period" : "periods"
    return "\(life?.title ?? "None") (\(times) of \(stood.count) \(periods))"
  }
}
