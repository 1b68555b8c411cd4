internal import Geography
internal import Partnership

/// One area as the pages show it.
struct AreaLine {
  let shaped: ShapedArea
  /// The latest estimate; `nil` where there is none.
  let people: AreaPeople?

  var squareKilometres: Double { shaped.shape.area / 1_000_000 }
  /// People to the square kilometre; `nil` without an estimate.
  var density: Double? {
    guard let people, squareKilometres > 0 else { return nil }
    return Double(people.people) / squareKilometres
  }
}

/// Five steps from the fewest people to the square kilometre to the most.
struct DensitySteps {
  /// The densities at which steps 1 to 4 begin; none where too few areas have an estimate.
  let starts: [Double]

  init(_ lines: [AreaLine]) {
    let sorted = lines.compactMap(\.density).sorted()
    starts = sorted.count < 5 ? [] : (1...4).map { sorted[sorted.count * $0 / 5] }
  }

  /// The step of an area, 0 to 4; `nil` without an estimate or steps.
  func step(_ line: AreaLine) -> Int? {
    guard !starts.isEmpty, let density = line.density else { return nil }
    return starts.count { $0 <= density }
  }
}
