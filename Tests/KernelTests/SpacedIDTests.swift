import Testing

@testable import Kernel

@Suite("Ids that tell nothing of how many there are")
struct SpacedIDTests {
  @Test("grow, within a millisecond and from one to the next")
  func grow() {
    var ids = SpacedIDs()
    let moments = [1_000, 1_000, 1_000, 1_001, 1_002, 999, 2_000]
    let drawn = moments.map { ids.next(at: Instant(milliseconds: Int64($0))) }
    #expect(drawn == drawn.sorted() && Set(drawn).count == drawn.count)
    let given = (0..<1_000).map { _ in ID<Int>.spaced() }
    #expect(given == given.sorted() && Set(given).count == given.count)
  }

  @Test(
    "lie as far apart as their moments, however many were given between", arguments: [0, 1, 50])
  func apart(between: Int) {
    var ids = SpacedIDs()
    let first = ids.next(at: Instant(milliseconds: 1_000))
    for number in 0..<between { _ = ids.next(at: Instant(milliseconds: Int64(1_100 + number))) }
    let second = ids.next(at: Instant(milliseconds: 2_000))
    #expect(abs(second - first - 1_000 << SpacedIDs.chanceBits) < 1 << SpacedIDs.chanceBits)
  }

  @Test("are read from a path as any other id, to the year 3084")
  func written() throws {
    var ids = SpacedIDs()
    let last = try #require(Instant("3084-01-01T00:00:00Z"))
    let id = ID<Int>(ids.next(at: last))
    #expect(id.rawValue > 0 && ID(id.description) == id)
  }
}
