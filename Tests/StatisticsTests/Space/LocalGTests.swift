import Testing

@testable import Statistics

@Suite("Local statistics of cells")
struct LocalGTests {
  @Test("leave cells that are not studied out of mean, number and neighbours")
  func mask() throws {
    // The middle column is water: its absurd values change nothing.
    let mask = [true, true, false, true, true, true, true, false, true, true]
    let grid = try Grid(west: 0, south: 0, cell: 1, columns: 5, rows: 2, mask: mask)
    let values: [Double] = [4, 1, 900, 0, 2, 6, 1, .nan, 3, 1]
    let masked = try LocalG(of: values, on: grid)
    let lists = try Neighbours(on: grid, within: 1.5)
    let byLists = try LocalG(of: values, neighbours: lists)
    // By hand for the first cell: n = 8, mean 18/8, Σx² = 68, sum 4+1+6+1 = 12, W = S = 4.
    let spread = (68.0 / 8 - (18.0 / 8) * (18.0 / 8)).squareRoot()
    let z = (12 - 4 * 18.0 / 8) / (spread * ((8.0 * 4 - 16) / 7).squareRoot())
    #expect(isClose(masked.z[0], z))
    #expect(masked.z[2].isNaN && masked.z[7].isNaN && masked.p[2].isNaN && masked.q[7].isNaN)
    expectClose(masked.z, byLists.z.map { $0.isNaN ? nil : $0 }, relative: 1e-12, "lists")
    let plain = try LocalG(of: values, on: grid, isStarred: false)
    let plainByLists = try LocalG(of: values, neighbours: lists, isStarred: false)
    expectClose(plain.z, plainByLists.z.map { $0.isNaN ? nil : $0 }, relative: 1e-12, "plain")
  }

  @Test(
    "say nothing where all values are alike or all cells are neighbours",
    arguments: [(5, 5, [Double](repeating: 3.1, count: 25)), (2, 2, [1, 2, 3, 9]), (1, 1, [4])])
  func nothing(_ columns: Int, _ rows: Int, _ values: [Double]) throws {
    let grid = try Grid(west: 0, south: 0, cell: 1, columns: columns, rows: rows)
    for isStarred in [true, false] {
      let found = try LocalG(of: values, on: grid, isStarred: isStarred)
      #expect(found.z.allSatisfy { $0.isNaN })
      #expect(found.q.allSatisfy { $0.isNaN })
    }
  }

  @Test("do not change with the scale of a cell's weights, nor with that of the values")
  func scale() throws {
    let lists = [[1, 2], [0], [0, 3], [2], []]
    let one = try Neighbours(lists: lists)
    let many = try Neighbours(
      lists: lists, weights: lists.map { $0.map { _ in 7 } }, own: lists.map { _ in 7 })
    let values: [Double] = [1, 5, 2, 8, 0]
    let plain = try LocalG(of: values, neighbours: one).z
    let heavy = try LocalG(of: values, neighbours: many).z
    let large = try LocalG(of: values.map { 1e9 + $0 }, neighbours: one).z
    expectClose(heavy, plain, relative: 1e-12, "weights")
    expectClose(large, plain, relative: 1e-6, "values")
  }

  @Test("are refused values that do not fit")
  func refused() throws {
    let grid = try Grid(west: 0, south: 0, cell: 1, columns: 2, rows: 2)
    #expect(throws: SpaceProblem.unequal(4, 3)) { try LocalG(of: [1, 2, 3], on: grid) }
    #expect(throws: SpaceProblem.notFinite(point: 1)) { try LocalG(of: [1, .nan, 3, 4], on: grid) }
    #expect(throws: SpaceProblem.reach) { try Neighbours(on: grid, within: 0) }
    #expect(throws: SpaceProblem.weights) { try Neighbours(lists: [[0]]) }
    #expect(throws: SpaceProblem.unequal(3, 2)) { try Neighbours(lists: [[3], []]) }
  }
}

@Suite("Conditional permutation of counts")
struct LocalGPermutationTests {
  private let counts = [0, 3, 0, 1, 9, 8, 0, 0, 7, 9, 0, 2]

  @Test("is the same with any number of threads and for the same seed only")
  func repeatable() throws {
    let grid = try Grid(west: 0, south: 0, cell: 1, columns: 4, rows: 3)
    let one = try LocalGPermutation(of: counts, on: grid, permutations: 99, seed: 1, threads: 1)
    let two = try LocalGPermutation(of: counts, on: grid, permutations: 99, seed: 1, threads: 2)
    let other = try LocalGPermutation(of: counts, on: grid, permutations: 99, seed: 2)
    #expect(one == two)
    #expect(one != other)
    #expect(zip(one.greaterOrEqual, one.lessOrEqual).allSatisfy { $0 + $1 >= 99 })
  }

  @Test("counts a sum that is always the same on both sides")
  func ties() throws {
    let grid = try Grid(west: 0, south: 0, cell: 1, columns: 3, rows: 3)
    let test = try LocalGPermutation(
      of: [Int](repeating: 4, count: 9), on: grid, permutations: 19, seed: 5)
    #expect(test.pUpper == [Double](repeating: 1, count: 9))
    #expect(test.pTwoSided == test.pUpper && test.pLower == test.pUpper)
  }

  @Test("ended early is the same for what chance seldom gives, and never far off")
  func early() throws {
    let grid = try Grid(west: 0, south: 0, cell: 1, columns: 4, rows: 3)
    let whole = try LocalGPermutation(of: counts, on: grid, permutations: 4_999, seed: 1)
    let early = try LocalGPermutation(
      of: counts, on: grid, permutations: 4_999, enough: 200, seed: 1)
    for cell in counts.indices {
      if whole.greaterOrEqual[cell] < 200 {
        #expect(early.pUpper[cell] == whole.pUpper[cell] && early.draws[cell] == 4_999)
      } else {
        #expect(early.greaterOrEqual[cell] == 200 && early.draws[cell] < 4_999)
        #expect(abs(early.pUpper[cell] / whole.pUpper[cell] - 1) < 0.3)
      }
    }
    #expect(early.draws.contains(4_999) && early.draws.contains { $0 < 1_000 })
  }

  @Test("neither tests nor draws cells that are not studied")
  func mask() throws {
    let mask = [true, true, false, true]
    let grid = try Grid(west: 0, south: 0, cell: 1, columns: 2, rows: 2, mask: mask)
    let test = try LocalGPermutation(of: [1, 1, 50, 1], on: grid, permutations: 9, seed: 3)
    #expect(test.pUpper[2].isNaN && test.greaterOrEqual[2] == 0)
    #expect(test.meanSums == [3, 3, 0, 3])
  }

  @Test("is refused counts it cannot draw")
  func refused() throws {
    let grid = try Grid(west: 0, south: 0, cell: 1, columns: 2, rows: 1)
    #expect(throws: SpaceProblem.count) { try LocalGPermutation(of: [1, -1], on: grid, seed: 1) }
    #expect(throws: SpaceProblem.count) { try LocalGPermutation(of: [1, .max], on: grid, seed: 1) }
    #expect(throws: SpaceProblem.tooFew(0, atLeast: 1)) {
      try LocalGPermutation(of: [1, 1], on: grid, permutations: 0, seed: 1)
    }
    #expect(throws: SpaceProblem.tooFew(0, atLeast: 1)) {
      try LocalGPermutation(of: [1, 1], on: grid, enough: 0, seed: 1)
    }
    let uneven = try Neighbours(lists: [[1], [0]], weights: [[2], [1]])
    #expect(throws: SpaceProblem.weights) {
      try LocalGPermutation(of: [1, 1], neighbours: uneven, seed: 1)
    }
    let lone = try Grid(west: 0, south: 0, cell: 1, columns: 1, rows: 1)
    #expect(throws: SpaceProblem.tooFew(1, atLeast: 2)) {
      try LocalGPermutation(of: [1], on: lone, seed: 1)
    }
  }
}

@Suite("False discoveries")
struct FalseDiscoveryTests {
  @Test("are held down over all tests made")
  func adjusted() {
    let q = FalseDiscovery.adjusted([0.01, 0.04, .nan, 0.03, 0.5])
    expectClose(q, [0.04, 0.16 / 3, nil, 0.16 / 3, 0.5], relative: 1e-12, "q")
    #expect(FalseDiscovery.adjusted([]) == [])
    #expect(FalseDiscovery.adjusted([1, 0.9]) == [1, 1])
  }
}
