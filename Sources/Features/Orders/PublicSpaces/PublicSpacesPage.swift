internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// The public page of orders that bind everybody in an area, with their dates.
enum PublicSpaces {
  static let section = "public-spaces"
  static let path = Path(section).text

  static func answer(_ visit: PublicVisit) throws -> Response? {
    guard visit.request.path == [section], visit.request.method != .post else { return nil }
    return try visit.read { read in
      let orders = try OrderStore(visit.services).publicOrders(at: visit.now, read)
      let places = try OrderPlaces(of: orders, visit.services, read)
      let law = try LawStore.book(read).law(on: London.day(visit.now))
      return .html(
        Page(frame: visit.frame, title: "Public spaces protection orders") {
          PublicSpacesPage(orders: orders, places: places, law: law, now: visit.now)
        })
    }
  }
}

extension OrderStore {
  private static let mostPublic = 100

  /// The orders of areas that are in force or to begin, the first to end first.
  func publicOrders(at now: Instant, _ read: Read) throws -> [Order] {
    try [Power.publicSpaces, .expeditedPublicSpaces].flatMap { power in
      try read.all(Self.publicQuery(power, at: now)) { row in try Order(row: &row, keyring) }
    }
  }

  static func publicQuery(_ power: Power, at now: Instant) -> SQL {
    """
    SELECT \(Order.columns) FROM orders_order o
    WHERE o.power = \(power.rawValue) AND o.ends_at > \(now)
    ORDER BY o.ends_at, o.id LIMIT \(mostPublic)
    """
  }
}

struct PublicSpacesPage: HTML {
  let orders: [Order]
  let places: OrderPlaces
  /// What is law today: a penalty is held against the law of the day it is given, not of the order's.
  let law: LawOfDay
  let now: Instant

  var body: some HTML {
    PageHead(
      "Public spaces protection orders",
      lede: "Rules for everybody in a public place, made by the council for a time.")
    if orders.isEmpty {
      Sheet { p { "No order is in force or to begin." } }
    }
    places.map(numbering: orders)
    for (number, order) in orders.enumerated() {
      PublicOrder(
        number: number + 1, order: order, penalty: law[order.power, .penaltyPounds], now: now)
    }
  }
}

/// One order as the public sees it.
private struct PublicOrder: HTML {
  /// Where it stands in the list and on the map.
  let number: Int
  let order: Order
  /// The highest fixed penalty today.
  let penalty: LawFinding?
  let now: Instant

  private var content: OrderContent { order.content.reveal(for: "published order of an area") }

  var body: some HTML {
    Sheet("\(number). \(content.name)") { SummaryList(rows) }
  }

  private var rows: [(key: String, value: String, change: String?)] {
    let all: [(String, String)] = [
      ("Where", order.placeName), ("State", order.standing(at: now).title),
      ("From", order.term.startWords), ("Last day", order.term.endWords),
      ("What it forbids", content.prohibitions), ("What it requires", content.requirements),
      ("Highest fixed penalty", penalty?.length ?? ""),
    ]
    return all.filter { !$0.1.isEmpty }.map { (key: $0.0, value: $0.1, change: nil) }
  }
}
