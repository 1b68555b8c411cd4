import Testing

@testable import Statistics

@Suite("STL")
struct STLTests {
  private let season = [4.0, -1, -5, 2]

  /// Five cycles of four along a straight line.
  private var straight: [Double] {
    (0..<20).map { 50 + 0.5 * Double($0) + season[$0 % 4] }
  }

  @Test("gives back a line and a season that do not change", arguments: [false, true])
  func straightLine(isRobust: Bool) throws {
    let found = try STL(straight, period: 4, seasonalWindow: 7, isRobust: isRobust)
    for index in straight.indices {
      #expect(abs(found.trend[index] - (50 + 0.5 * Double(index))) < 0.02)
      #expect(abs(found.seasonal[index] - season[index % 4]) < 0.02)
    }
  }

  @Test("adds up to the values", arguments: [false, true])
  func sum(isRobust: Bool) throws {
    let values = (0..<36).map { Double(($0 * 7919) % 31) }
    let found = try STL(values, period: 12, isRobust: isRobust)
    for index in values.indices {
      let remainder = try #require(found.remainder[index])
      #expect(abs(found.trend[index] + found.seasonal[index] + remainder - values[index]) < 1e-9)
    }
  }

  @Test("of equal values is that value and nothing else", arguments: [0.0, 7], [false, true])
  func constant(_ value: Double, _ isRobust: Bool) throws {
    let found = try STL([Double](repeating: value, count: 24), period: 12, isRobust: isRobust)
    #expect(found.trend.allSatisfy { abs($0 - value) < 1e-9 })
    #expect(found.seasonal.allSatisfy { abs($0) < 1e-9 })
    #expect(found.weights.allSatisfy { $0 == 1 })
  }

  @Test("keeps one huge outlier in the remainder when robust")
  func outlier() throws {
    var values = straight
    values[9] += 1_000_000
    let found = try STL(values, period: 4, seasonalWindow: 7, isRobust: true)
    #expect(found.weights[9] == 0)
    #expect(abs((found.remainder[9] ?? 0) - 1_000_000) < 1)
    for index in values.indices where index != 9 {
      #expect(abs(found.remainder[index] ?? .infinity) < 0.1)
    }
  }

  @Test("bridges missing periods", arguments: [false, true])
  func missing(isRobust: Bool) throws {
    var values: [Double?] = straight
    for index in [3, 8, 9, 19] { values[index] = nil }
    let found = try STL(values, period: 4, seasonalWindow: 7, isRobust: isRobust)
    for index in values.indices {
      #expect((found.remainder[index] == nil) == (values[index] == nil))
      #expect(found.weights[index] == 0 || values[index] != nil)
      #expect(abs(found.trend[index] + found.seasonal[index] - straight[index]) < 0.3)
    }
  }

  private static let impossible: [(Int, Int, Int, Int?, SeriesProblem)] = [
    (23, 12, 13, nil, .tooShort(needed: 24, given: 23)),
    (0, 2, 13, nil, .tooShort(needed: 4, given: 0)),
    (24, 1, 13, nil, .setting("A cycle has at least two periods.")),
    (24, .max, 13, nil, .tooShort(needed: .max, given: 24)),
    (24, 12, .max, nil, .setting("The seasonal window is an odd number of at least 3.")),
    (24, 12, 12, nil, .setting("The seasonal window is an odd number of at least 3.")),
    (24, 12, 1, nil, .setting("The seasonal window is an odd number of at least 3.")),
    (24, 12, 13, 11, .setting("The trend window is an odd number of more than the period.")),
  ]

  @Test("is refused where it cannot be", arguments: impossible)
  func refusal(
    _ count: Int, _ period: Int, _ window: Int, _ trend: Int?, _ problem: SeriesProblem
  ) {
    let values = [Double](repeating: 1, count: count)
    #expect(throws: problem) {
      try STL(values, period: period, seasonalWindow: window, trendWindow: trend)
    }
  }

  @Test("is refused with a season known once or values that are not numbers")
  func unknown() {
    #expect(throws: SeriesProblem.gaps(known: 1, needed: 2)) {
      try STL([1, 2, nil, 2], period: 2)
    }
    #expect(throws: SeriesProblem.unusable(at: 1)) {
      try STL([1, .infinity, 3, 2], period: 2)
    }
  }
}

@Suite("The classical decomposition")
struct ClassicalDecompositionTests {
  @Test("of an odd cycle averages without halves")
  func odd() throws {
    let found = try ClassicalDecomposition([1, 2, 6, 4, 5, 9], period: 3)
    #expect(found.trend == [nil, 3, 4, 5, 6, nil])
    #expect(found.seasonal == [-1, -1, 2, -1, -1, 2])
    #expect(found.remainder[0] == nil)
  }

  @Test("is refused under two cycles")
  func refusal() {
    #expect(throws: SeriesProblem.tooShort(needed: 24, given: 23)) {
      try ClassicalDecomposition([Double](repeating: 1, count: 23), period: 12)
    }
  }
}
