import Testing

/// Expects two lists to be alike: as long, not a number in the same places, and else as close as
/// `relative` or `absolute` allow.
func expectClose(
  _ actual: [Double], _ expected: [Double?], relative: Double = 0, absolute: Double = 0,
  _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(actual.count == expected.count, "\(name)", sourceLocation: sourceLocation)
  let far = zip(actual, expected).enumerated().filter { _, pair in
    guard let wanted = pair.1 else { return !pair.0.isNaN }
    let allowed = max(absolute, relative * max(abs(pair.0), abs(wanted)))
    return !(abs(pair.0 - wanted) <= allowed)
  }
  #expect(
    far.isEmpty,
    "\(name): \(far.count) of \(actual.count) differ, the first at \(far.first.map { "\($0)" } ?? "")",
    sourceLocation: sourceLocation)
}

/// How much two groupings agree beyond chance: 1 for the same, 0 for chance (Hubert & Arabie 1985).
func adjustedRandIndex(_ a: [Int], _ b: [Int]) -> Double {
  func pairs(_ counts: some Sequence<Int>) -> Double {
    counts.reduce(0) { $0 + Double($1) * Double($1 - 1) / 2 }
  }
  var (both, first, second): ([[Int]: Int], [Int: Int], [Int: Int]) = ([:], [:], [:])
  for (one, other) in zip(a, b) {
    both[[one, other], default: 0] += 1
    first[one, default: 0] += 1
    second[other, default: 0] += 1
  }
  let (inFirst, inSecond) = (pairs(first.values), pairs(second.values))
  let expected = inFirst * inSecond / pairs([a.count])
  let most = (inFirst + inSecond) / 2
  return most == expected ? 1 : (pairs(both.values) - expected) / (most - expected)
}
