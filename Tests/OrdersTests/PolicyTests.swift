import Access
import Database
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Orders

@Suite("Who may do what with orders and the law", .database)
struct PolicyTests {
  /// One letter an action, in the order of the actions: y or n.
  static let table: [(Role, String)] = [
    (.administrator, "yynnn"), (.manager, "ynyyy"), (.officer, "ynyyn"), (.analyst, "ynnny"),
    (.coordinator, "ynyny"), (.partner, "ynynn"), (.councillor, "nnnny"), (.auditor, "ynyny"),
  ]

  @Test("is as the table says", arguments: table)
  func policy(role: Role, letters: String) {
    let actor = OrdersFixture.actor(role)
    let found = OrdersRight.allCases.map { OrdersPolicy.allows($0, actor) ? "y" : "n" }
    #expect(found.joined() == letters)
  }

  @Test("names every role")
  func roles() { #expect(Set(Self.table.map(\.0)) == Set(Role.all)) }

  @Test("gives whoever may not none of its pages", arguments: table)
  func pages(role: Role, letters: String) throws {
    let fixture = try OrdersFixture()
    let rights = letters.map { $0 == "y" }
    let pages: [(String, Int)] = [
      ("/orders/law", 0), ("/orders/law/local", 0), ("/orders/law/new", 1), ("/orders", 2),
      ("/orders?show=all", 2), ("/orders/diary", 2), ("/orders/new", 3),
      ("/orders/new/protection-notice", 3), ("/orders/equality", 4), ("/orders/equality.csv", 4),
      ("/orders/equality?power=injunction", 4),
    ]
    for (path, right) in pages {
      #expect(try fixture.status(path, as: role) == (rights[right] ? 200 : 404), "\(path)")
    }
    let forms: [(String, Int, Int)] = [
      ("/orders/new/warning", 3, 422), ("/orders/law/new", 1, 422), ("/orders", 2, 422),
    ]
    for (path, right, status) in forms {
      let found = try fixture.status(path, as: role, form: [("act", "x")])
      #expect(found == (rights[right] ? status : 404), "\(path)")
    }
  }
}

@Suite("Paths of orders")
struct RouteTests {
  private func parts(_ path: String) throws -> ([String], Fields) {
    let parts = path.split(separator: "?", maxSplits: 1).map(String.init)
    let query = parts.count == 2 ? try Fields(urlEncoded: Array(parts[1].utf8)[...]) : Fields()
    return (parts[0].split(separator: "/").map(String.init), query)
  }

  @Test("are read as they are written")
  func orders() throws {
    var generator = SeededGenerator(seed: 1)
    let routes: [OrdersRoute] = [
      .list(OrderFilter()), .list(OrderFilter(power: .injunction, isLive: false, page: 3)),
      .choose, .new(.protectionNotice), .diary(), .diary(page: 3),
      .show(Reference(letters: "TM", using: &generator)),
      .equality(nil), .equality(.injunction), .equalityFile(.dispersal),
    ]
    for route in routes {
      let (path, query) = try parts(route.path)
      #expect(OrdersRoute(.get, path, query) == route)
    }
  }

  @Test(
    "are read as they are written, of the law",
    arguments: [LawRoute.book(on: nil), .book(on: OrdersFixture.today), .new, .set("local")])
  func law(route: LawRoute) throws {
    let (path, query) = try parts(route.path)
    #expect(LawRoute(.get, path, query) == route)
  }

  @Test(
    "refuse others",
    arguments: [["orders", "new", "asbo"], ["orders", "TM-0000-0000x"], ["orders", "x", "y"]])
  func refused(path: [String]) { #expect(OrdersRoute(.get, path, Fields()) == nil) }
}
