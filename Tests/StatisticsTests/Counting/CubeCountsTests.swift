import Testing

@testable import Statistics

@Suite("Counts of coded columns")
struct CubeCountsTests {
  private let months = ["2024-01", "2024-01", "2024-02", "2024-02", "2024-02"]
  private let areas = ["A", "B", "A", "A", "B"]

  private var cube: CubeCounts? {
    CubeCounts([CodedColumn.coding(months).column, CodedColumn.coding(areas).column])
  }

  @Test("hold every combination")
  func combinations() throws {
    let cube = try #require(cube)
    #expect(cube.sizes == [2, 2] && cube.groups == 4)
    #expect([cube[0, 0], cube[0, 1], cube[1, 0], cube[1, 1]] == [1, 1, 2, 1])
    var seen: [[Int]] = []
    cube.forEach { codes, count in seen.append(codes + [count]) }
    #expect(seen == [[0, 0, 1], [0, 1, 1], [1, 0, 2], [1, 1, 1]])
  }

  @Test("are 0 beyond the codes", arguments: [(2, 0), (0, 2), (-1, 0), (0, -1)])
  func beyond(_ month: Int, _ area: Int) throws {
    #expect(try #require(cube)[month, area] == 0)
    #expect(try #require(cube)[0] == 0)
  }

  @Test("add up over the columns left out")
  func totals() throws {
    let cube = try #require(cube)
    let byArea = try #require(cube.totals(by: [1]))
    #expect(byArea.sizes == [2] && byArea[0] == 3 && byArea[1] == 2)
    let turned = try #require(cube.totals(by: [1, 0]))
    #expect(turned[0, 1] == 2)
    #expect(cube.totals(by: []) == nil)
    #expect(cube.totals(by: [0, 0]) == nil)
    #expect(cube.totals(by: [2]) == nil)
  }

  @Test("are the same kept one by one or sorted", arguments: [1, 5, 4096, 4097, 20_000])
  func alike(_ rows: Int) throws {
    let sizes = [7, 300, 5]
    let codes = sizes.enumerated().map { column, size in
      (0..<rows).map { UInt32(($0 * 7919 + column * 31 + $0 / 13) % size) }
    }
    // The same codes in columns that have room for many more are kept sorted.
    let close = zip(codes, sizes).compactMap { CodedColumn(codes: $0, size: $1) }
    let wide = codes.compactMap { CodedColumn(codes: $0, size: 1_000_000) }
    let dense = try #require(CubeCounts(close))
    let sparse = try #require(CubeCounts(wide))
    #expect(dense.groups == sparse.groups)
    var (one, other, sum) = ([[Int]](), [[Int]](), 0)
    dense.forEach { one.append($0 + [$1]) }
    sparse.forEach { codes, count in
      other.append(codes + [count])
      sum += count
    }
    #expect(one == other && sum == rows)
    let (code, count) = (one[one.count / 2], one[one.count / 2][3])
    #expect(sparse[code[0], code[1], code[2]] == count)
    #expect(sparse[code[0], code[1], 999_999] == 0)
    let totals = (try #require(dense.totals(by: [2])), try #require(sparse.totals(by: [2])))
    for code in 0..<5 { #expect(totals.0[code] == totals.1[code]) }
  }

  @Test("of no rows are empty")
  func empty() throws {
    let none = try #require(CodedColumn(codes: [], size: 0))
    let cube = try #require(CubeCounts([none, none]))
    #expect(cube.groups == 0 && cube[0, 0] == 0)
    cube.forEach { _, _ in Issue.record("a group of nothing") }
    let room = try #require(CodedColumn(codes: [], size: 3))
    #expect(try #require(CubeCounts([room])).groups == 0)
  }

  @Test("are refused columns that do not go together")
  func refusals() throws {
    let one = try #require(CodedColumn(codes: [0], size: 1))
    let two = try #require(CodedColumn(codes: [0, 1], size: 2))
    let huge = try #require(CodedColumn(codes: [0], size: .max))
    #expect(CubeCounts([]) == nil)
    #expect(CubeCounts([one, two]) == nil)
    #expect(CubeCounts([huge, huge]) == nil)
    #expect(CodedColumn(codes: [0, 3], size: 3) == nil)
    #expect(CodedColumn(codes: [], size: -1) == nil)
  }

  @Test("code values in the order they appear, missing ones too")
  func coding() {
    let (column, dictionary) = CodedColumn.coding(["b", nil, "b", "a", nil, "a", "a"])
    #expect(column.codes == [0, 1, 0, 2, 1, 2, 2] && column.size == 3)
    #expect(dictionary == ["b", nil, "a"])
  }
}
