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
      let page = OrderFilter.page(visit.request.query)
      let (orders, hasMore) = try OrderStore(visit.services).publicOrders(
        page, at: visit.now, read)
      let places = try OrderPlaces(of: orders, visit.services, read)
      let law = try LawStore.book(read).law(on: London.day(visit.now))
      return .html(
        Page(frame: visit.frame, title: "Public spaces protection orders") {
          PublicSpacesPage(
            orders: orders, places: places, law: law, now: visit.now, page: page, hasMore: hasMore)
        })
    }
  }
}

extension OrderStore {
  /// A page of the orders of areas that are in force or to begin, the first to end first.
  func publicOrders(
    _ page: Int, at now: Instant, _ read: Read
  ) throws -> (orders: [Order], hasMore: Bool) {
    let found = try read.all(Self.publicQuery(page, at: now)) { row in try Order(row: &row, keyring)
    }
    return (Array(found.prefix(Self.onPage)), found.count > Self.onPage)
  }

  static func publicQuery(_ page: Int, at now: Instant) -> SQL {
    let powers = [Power.publicSpaces, .expeditedPublicSpaces].map(\.rawValue)
    return """
      SELECT \(Order.columns) FROM orders_order o
      WHERE o.power IN (\(list: powers)) AND o.ends_at > \(now)
      ORDER BY o.ends_at, o.id LIMIT \(onPage + 1) OFFSET \((page - 1) * onPage)
      """
  }
}

struct PublicSpacesPage: HTML {
  let orders: [Order]
  let places: OrderPlaces
  /// What is law today: a penalty is held against the law of the day it is given, not of the order's.
  let law: LawOfDay
  let now: Instant
  let page: Int
  let hasMore: Bool
  /// The number of the first of them, which go on from page to page.
  private var first: Int { (page - 1) * OrderStore.onPage + 1 }

  var body: some HTML {
    PageHead(
      "Public spaces protection orders",
      lede: "Rules for everybody in a public place, made by the council for a time.")
    if orders.isEmpty {
      Sheet { p { page > 1 ? "There are no more." : "No order is in force or to begin." } }
    }
    places.map(numbering: orders, from: first)
    for (number, order) in orders.enumerated() {
      PublicOrder(
        number: first + number, order: order, penalty: law[order.power, .penaltyPounds], now: now)
    }
    Turning(page: page, hasMore: hasMore) { page in
      Path(PublicSpaces.section).with(page > 1 ? [("page", String(page))] : []).text
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
