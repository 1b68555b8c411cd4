import Access
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Tasking

@Suite("Who may do what with tasking")
struct PolicyTests {
  /// One letter an action, in the order of the actions: y or n.
  static let tasking: [(Role, String)] = [
    (.administrator, "nnnnnn"), (.manager, "yyyyyy"), (.officer, "ynynyy"),
    (.analyst, "yyyyyy"), (.coordinator, "yyyyyy"), (.partner, "ynnnyy"),
    (.councillor, "nnnnnn"), (.auditor, "ynnnnn"),
  ]
  static let vehicles: [(Role, String)] = [
    (.administrator, "nnnnn"), (.manager, "yyyyy"), (.officer, "yynnn"),
    (.analyst, "yynyn"), (.coordinator, "nnnnn"), (.partner, "nnnnn"),
    (.councillor, "nnnnn"), (.auditor, "nnnny"),
  ]

  @Test("is as the table says", arguments: tasking)
  func ofTasking(role: Role, letters: String) {
    let actor = TaskingFixture.actor(role)
    let found = TaskingRight.allCases.map { TaskingPolicy.allows($0, actor) ? "y" : "n" }
    #expect(found.joined() == letters)
  }

  @Test("is as the table says, of vehicles", arguments: vehicles)
  func ofVehicles(role: Role, letters: String) {
    let actor = TaskingFixture.actor(role)
    let found = VehicleRight.allCases.map { VehiclePolicy.allows($0, actor) ? "y" : "n" }
    #expect(found.joined() == letters)
  }

  @Test("names every role")
  func roles() {
    #expect(Set(Self.tasking.map(\.0)) == Set(Role.all))
    #expect(Set(Self.vehicles.map(\.0)) == Set(Role.all))
  }

  @Test(
    "gives whoever may not see tasking none of its pages", .database,
    arguments: [.administrator, .councillor] as [Role])
  func strangers(role: Role) throws {
    let fixture = try TaskingFixture()
    for path in [
      "/tasking", "/tasking/exceptions", "/tasking/vehicles", "/tasking/comparison",
      "/tasking/actions", "/tasking/2026-W47", "/tasking/2026-W47/pack",
    ] { #expect(try fixture.status(path, as: role) == 404) }
    #expect(try fixture.actions().isEmpty)
  }
}

@Suite("Paths of tasking")
struct RouteTests {
  private static let week = TaskingFixture.week

  private func parts(_ path: String) throws -> ([String], Fields) {
    let parts = path.split(separator: "?", maxSplits: 1).map(String.init)
    let query = parts.count == 2 ? try Fields(urlEncoded: Array(parts[1].utf8)[...]) : Fields()
    return (parts[0].split(separator: "/").map(String.init), query)
  }

  static let tasking: [TaskingRoute] = [
    .meetings(page: 1), .meetings(page: 3), .meeting(week), .newAction(week), .prepare(week),
    .close(week), .pack(week), .pdf(week), .actions(.notPossible, page: 1),
    .actions(.toDo, page: 2), .action(ID(7)),
  ]

  @Test("are read as they are written", arguments: tasking)
  func ofTasking(route: TaskingRoute) throws {
    let (path, query) = try parts(route.path)
    #expect(TaskingRoute(.post, path, query) == route)
  }

  static let exceptions: [ExceptionRoute] = [
    .report(ExceptionFilter()), .report(ExceptionFilter(source: "council", period: "2026-W46")),
    .incidents(ID(3), line: 2, page: 1), .incidents(ID(3), line: 2, page: 4),
  ]

  @Test("are read as they are written, of exceptions", arguments: exceptions)
  func ofExceptions(route: ExceptionRoute) throws {
    let (path, query) = try parts(route.path)
    #expect(ExceptionRoute(.get, path, query) == route)
  }

  static let vehicles: [VehicleRoute] = [
    .list, .entry(ID(4)), .trail(before: nil), .trail(before: 90),
  ]

  @Test("are read as they are written, of vehicles", arguments: vehicles)
  func ofVehicles(route: VehicleRoute) throws {
    let (path, query) = try parts(route.path)
    #expect(VehicleRoute(.post, path, query) == route)
  }

  @Test("are read as they are written, of comparisons")
  func comparison() throws {
    var filter = ComparisonFilter()
    filter.category = "Noise"
    for route in [ComparisonRoute.compare(filter), .compare(ComparisonFilter())] {
      let (path, query) = try parts(route.path)
      #expect(ComparisonRoute(.get, path, query) == route)
    }
  }

  @Test(
    "refuse others, and what is only sent by forms",
    arguments: [
      ["tasking", "2026-W60"], ["tasking", "2026-W47", "prepare"],
      ["tasking", "2026-W47", "close"],
      ["tasking", "2026-W47", "pack.pdf"], ["tasking", "actions", "x"], ["tasking", "x", "y", "z"],
    ])
  func refused(path: [String]) { #expect(TaskingRoute(.get, path, Fields()) == nil) }
}
