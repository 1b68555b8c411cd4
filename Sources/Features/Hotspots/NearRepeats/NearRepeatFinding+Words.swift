internal import Design
internal import Kernel
internal import Statistics

extension NearRepeatFinding {
  /// Which bands of near repeats are worth telling, in a sentence.
  var headline: String { Self.sentence("Near repeats", table.near) }

  /// The same of repeats at one place; `nil` where no band is for one place alone.
  var samePlaceHeadline: String? {
    table.samePlace.isEmpty ? nil : Self.sentence("Repeats at the same place", table.samePlace)
  }

  /// The tables and what they were made by, for a terminal.
  var lines: [String] {
    var lines = [headline]
    if let samePlaceHeadline {
      lines += [samePlaceHeadline, "", "The same place"]
      lines += rows(table.samePlace)
    } else {
      lines += ["", "No band is for the same place alone: give a first distance of 1 m or less."]
    }
    lines += ["", "Near by"]
    lines += rows(table.near)
    lines.append("")
    lines += facts.map { "\($0.name): \($0.value)" }
    return lines
  }

  private static func sentence(_ name: String, _ rows: [NearRepeat.Row]) -> String {
    let bar =
      "a ratio of \(NumberText.decimal(NearRepeat.notableRatio, places: 1)) or more and "
      + "p under \(NumberText.decimal(NearRepeat.notableChance, places: 2))"
    let notable = rows.filter(\.isNotable)
    guard !notable.isEmpty else { return "\(name): no band has \(bar)." }
    let bands = notable.map { "\($0.place), \($0.apart)" }.joined(separator: "; ")
    let have = notable.count == 1 ? "has" : "have"
    return "\(name): \(notable.count) of \(rows.count) bands \(have) \(bar): \(bands)."
  }

  private func rows(_ rows: [NearRepeat.Row]) -> [String] {
    let places = parameters.permutations < 1_000 ? 3 : 4
    return Self.columns(
      [["Distance", "Apart", "Pairs", "Expected", "Ratio", "p", ""]]
        + rows.map { row in
          [
            row.place, row.apart, NumberText.whole(row.observed),
            NumberText.decimal(row.expected, places: 2),
            row.ratio.map { NumberText.decimal($0, places: 2) } ?? "none",
            NumberText.decimal(row.p, places: places), row.isNotable ? "*" : "",
          ]
        })
  }

  /// Rows as columns: two of words from the left, the others from the right.
  private static func columns(_ rows: [[String]]) -> [String] {
    let widths = (rows.first ?? []).indices.map { column in
      rows.map { $0[column].count }.max() ?? 0
    }
    return rows.map { row in
      let cells = row.enumerated().map { column, cell in
        let pad = String(repeating: " ", count: widths[column] - cell.count)
        return column < 2 ? cell + pad : pad + cell
      }
      var line = "  " + cells.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  /// What the test was made by and of.
  var facts: [(name: String, value: String)] {
    let bands = table.samePlace.count + table.near.count
    let shuffles = NumberText.whole(parameters.permutations)
    return [
      (
        "Events",
        "\(NumberText.whole(events)), \(days.lowerBound.words) to \(days.upperBound.words)"
      ),
      (
        "Distance",
        parameters.bands.metric == .manhattan
          ? "east-west and north-south added up" : "as the crow flies"
      ),
      ("Expected", "pairs if time had nothing to do with place, worked out exactly"),
      (
        "p",
        "how often \(shuffles) shuffles of the dates give as many pairs or more, "
          + "(times + 1) / (\(shuffles) + 1); state \(parameters.seed)"
      ),
      (
        "Corrected over all bands",
        "No: of \(bands) bands about 1 in 20 would come under 0.05 by chance alone"
      ),
      ("Version of the method", String(NearRepeatParameters.version)),
    ]
  }
}

extension NearRepeat.Row {
  /// The band of distance, with its ends.
  var place: String {
    let (from, below) = (Self.metres(distance.lowerBound), Self.metres(distance.upperBound))
    return distance.lowerBound == 0 ? "under \(below) m" : "\(from) to under \(below) m"
  }

  /// The band of days, with its ends.
  var apart: String {
    let (first, last) = (time.lowerBound, time.upperBound - 1)
    if last == 0 { return "the same day" }
    if first == last { return first == 1 ? "1 day" : "\(NumberText.whole(first)) days" }
    return "\(NumberText.whole(first)) to \(NumberText.whole(last)) days"
  }

  private static func metres(_ length: Double) -> String {
    Int(exactly: length).map { NumberText.whole($0) } ?? length.description
  }
}
