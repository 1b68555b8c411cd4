import Commands
import Database
import Geography
import HTTP
import Kernel
import Partnership
import Statistics
import TestKit
import Testing

@testable import Hotspots

@Suite("A map of hotspots", .database)
struct HotspotMapTests {
  @Test("says that no area stands out where all is even", arguments: HotspotMethod.allCases)
  func even(method: HotspotMethod) throws {
    let map = try HotspotFixture(.sqlite, HotspotFixture.even).map { $0.method = method }
    switch method {
    case .gi: #expect(map.headline == "No area stands out in these months")
    case .kde: #expect(map.headline.hasPrefix("The densest 1 in 100 of the area holds"))
    case .clusters: #expect(map.headline == "No cluster of incidents was found")
    }
    #expect(map.hotspots.isEmpty == (method != .kde))
  }

  @Test("says so of one month too")
  func evenMonth() throws {
    let map = try HotspotFixture(.sqlite, HotspotFixture.even).map {
      $0.months = HotspotFixture.last...HotspotFixture.last
    }
    #expect(map.headline == "No area stands out this month")
  }

  @Test("finds the one crowded place, its ward and how it was before")
  func crowded() throws {
    let map = try HotspotFixture(.sqlite, HotspotFixture.crowded).map()
    #expect(map.headline == "1 area stands out from the rest")
    let spot = try #require(map.hotspots.first)
    #expect(spot.letter == "A" && spot.wards == ["Eastcroft"])
    #expect(spot.count >= 273 && spot.before == spot.count)
    #expect(spot.chanceWords(of: 999) == "1 time in 1,000 or less")
    #expect(spot.cells.count { map.counts[$0] >= 30 } == 9)
    #expect(map.events == 570 && map.unlocated == 3 && map.outside == 0 && map.missing == [])
    #expect(map.grid.studied == 400)
  }

  @Test("finds a crowded place as a cluster and as the densest part")
  func others() throws {
    let fixture = try HotspotFixture(.sqlite, HotspotFixture.crowded)
    let clusters = try fixture.map {
      $0.method = .clusters
      $0.reach = 600
    }
    // The nine places, and the four of the even ones that lie within reach of them.
    #expect(clusters.headline == "1 cluster holds 285 of 570 incidents")
    #expect(clusters.hotspots[0].centre == HotspotFixture.spot(7_400, 6_400).point)
    let density = try fixture.map { $0.method = .kde }
    #expect(density.hotspots[0].wards == ["Eastcroft"])
    #expect(density.hotspots.flatMap(\.cells).count == 4)
  }

  @Test("is the same to the last byte when it is drawn again")
  func repeatable() throws {
    for method in HotspotMethod.allCases {
      let maps = try (0..<2).map { _ in
        try HotspotFixture(.sqlite, HotspotFixture.crowded).map { $0.method = method }
      }
      #expect(maps[0].json.description == maps[1].json.description)
      #expect(try maps[0].geoJSON() == maps[1].geoJSON())
    }
  }

  @Test("leaves out what lies outside the borough, and says how much")
  func outside() throws {
    let far = HotspotFixture.spot(-900, 100, count: 7)
    let map = try HotspotFixture(.sqlite, HotspotFixture.crowded + [far]).map()
    #expect(map.outside == 7 && map.events == 570)
  }

  @Test("names the months that are not there")
  func missing() throws {
    let gone = HotspotFixture.last.adding(months: -1)
    let map = try HotspotFixture(
      .sqlite, HotspotFixture.crowded.filter { $0.month != gone }
    ).map()
    #expect(map.missing == [gone])
    #expect(map.facts.contains { $0.name == "Months missing" && $0.value == "August 2026" })
  }

  @Test("is not drawn of fewer than ten incidents", arguments: [9, 10])
  func few(count: Int) throws {
    let fixture = try HotspotFixture(.sqlite, [HotspotFixture.spot(100, 100, count: count)])
    if count < 10 {
      #expect(throws: HotspotProblem.tooFew(9)) { try fixture.map() }
    } else {
      #expect(try fixture.map().events == 10)
    }
  }

  @Test("holds each month's incidents against the squares marked before it")
  func track() throws {
    let map = try HotspotFixture(.sqlite, HotspotFixture.crowded).map()
    let track = try #require(map.track)
    #expect(track.months.count == 12 && track.months.last == HotspotFixture.last)
    #expect(track.lines.map { $0.shares.map(\.percent) } == [[1, 2, 5, 10], [1, 2, 5, 10]])
    for line in track.lines {
      let best = line.shares[0]
      // 1 % of 400 squares is four: one with 11 incidents a month and three with ten.
      #expect(best.events == 12 * 190)
      #expect(best.hits == 12 * 41)
      #expect(line.shares.map(\.hitRate) == line.shares.map(\.hitRate).sorted())
    }
    let young = HotspotFixture.crowded.filter {
      $0.month > HotspotFixture.last.adding(months: -12)
    }
    #expect(try HotspotFixture(.sqlite, young).map().track == nil)
  }

  @Test(
    "words chance by how often it gives as much, never as certainty",
    arguments: [
      (0.0001, "1 time in 10,000 or less"), (0.0002, "less than 1 time in 1,000"),
      (0.001, "about 1 time in 1,000"), (0.0024, "about 2 times in 1,000"),
      (0.05, "about 50 times in 1,000"),
    ])
  func chance(chance: Double, words: String) {
    let spot = Hotspot(
      letter: "A", cells: [], centre: HotspotFixture.origin, radius: 1, count: 1, before: nil,
      peak: nil, chance: chance, wards: [])
    #expect(spot.chanceWords(of: 9_999) == words)
  }

  @Test(
    "letters its places as a spreadsheet its columns",
    arguments: [(0, "A"), (1, "B"), (25, "Z"), (26, "AA"), (27, "AB"), (701, "ZZ"), (702, "AAA")])
  func letters(index: Int, letter: String) { #expect(Hotspot.letter(index) == letter) }

  @Test("joins cells that touch at a side or a corner, and no others")
  func touching() throws {
    let grid = try Grid(west: 0, south: 0, cell: 1, columns: 4, rows: 3)
    // 8 . . 11 / . 5 . . / 0 . . 3
    #expect(grid.touching([0, 5, 8, 3, 11]) == [[0, 5, 8], [3], [11]])
    #expect(grid.touching([3, 4]) == [[3], [4]])
    #expect(grid.touching([]) == [])
  }

  @Test(
    "shades a count by the average",
    arguments: [(0, 0), (1, 1), (2, 1), (3, 2), (4, 2), (5, 3), (8, 3), (9, 4)])
  func shades(count: Int, step: Int) { #expect(CellSquare.step(count, mean: 2) == step) }
}

@Suite("The parameters of a map")
struct HotspotParameterTests {
  private func refused(
    _ precision: SourcePrecision = .policeUK, _ change: (inout HotspotParameters) -> Void
  ) -> [String] {
    let source = HotspotFixture.source([], precision)
    var parameters = HotspotParameters(source, latest: HotspotFixture.last)
    change(&parameters)
    do {
      try parameters.check(
        source, span: HotspotFixture.last.adding(months: -23)...HotspotFixture.last)
      return []
    } catch { return error.entries.map { "\($0.field): \($0.message)" } }
  }

  @Test("are right as they are where nobody chose any")
  func usual() {
    #expect(refused { _ in } == [])
    #expect(refused(SourcePrecision(place: .exact, time: .minute)) { _ in } == [])
  }

  @Test("are refused where the source cannot bear them, with the reason")
  func precision() {
    let moved = "The source's places are moved to points nearby"
    #expect(refused { $0.cell = 499 } == ["cell: \(moved): cells must be 500 m or more"])
    #expect(
      refused {
        $0.method = .kde
        $0.reach = 299
      } == ["reach: \(moved): the reach must be 300 m or more"])
    #expect(refused { $0.reach = 299 } == [])
    let exact = SourcePrecision(place: .exact, time: .minute)
    #expect(refused(exact) { $0.cell = 50 } == [])
    let area = SourcePrecision(place: .area, time: .month)
    #expect(refused(area) { _ in } == ["cell: The source gives areas, not points"])
  }

  @Test("are refused beyond their bounds", arguments: [0, 49, 5_001, -1, .infinity])
  func bounds(metres: Double) {
    #expect(
      refused { $0.cell = metres } == ["cell: Enter a cell size from 50 to 5000 metres"])
    #expect(refused { $0.reach = metres } == ["reach: Enter a reach from 50 to 5000 metres"])
  }

  @Test("hold three years at most")
  func months() {
    let last = HotspotFixture.last
    #expect(refused { $0.months = last.adding(months: -35)...last } == [])
    #expect(
      refused { $0.months = last.adding(months: -36)...last }
        == ["from: Choose 36 months or fewer"])
  }

  @Test("must be of months the source reaches to, one of them at least")
  func beyond() {
    let last = HotspotFixture.last
    let words = "to: The source has October 2024 to September 2026: choose some of those"
    let (before, after) = (last.adding(months: -24), last.adding(months: 1))
    #expect(refused { $0.months = before...before } == [words])
    #expect(refused { $0.months = after...after } == [words])
    #expect(refused { $0.months = before...before.adding(months: 1) } == [])
    #expect(refused { $0.months = last...after } == [])
  }
}
