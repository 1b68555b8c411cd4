internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Shows the register and the diary, and looks names up.
struct OrderHandlers {
  let visit: StaffVisit

  static let crumb = Crumb("Orders and warnings", OrdersRoute.list(OrderFilter()).path)
  static let diaryDays = 28

  /// The way back, for those who see the register.
  static func crumbs(for actor: Actor) -> [Crumb] {
    OrdersPolicy.allows(.see, actor) ? [crumb] : []
  }

  var store: OrderStore { OrderStore(visit.services) }
  var today: Day { London.day(visit.now) }
  var mayIssue: Bool { OrdersPolicy.allows(.issue, visit.actor) }
  /// A partner sees the orders of its own organisation alone.
  var scope: ID<Organisation>? { OrdersPolicy.scope(of: visit.actor) }

  func list(_ filter: OrderFilter) throws -> Response {
    try visit.read { read in try list(filter, FormState(), found: nil, read) }
  }

  /// Looks a name up; that somebody looked, and what was found, is recorded, the name is not.
  func find() throws -> Response {
    let fields = visit.request.form
    return try visit.read { read in
      let name = Sensitive(fields["wanted"] ?? "")
      guard !NameTokens.words(name).isEmpty else {
        let refusal = Refusal("wanted", "Enter a name of two letters or more")
        return try list(
          OrderFilter(), FormState(values: fields, refusal: refusal), found: nil, read)
      }
      let found = try store.named(name, of: scope, read)
      visit.shows(
        "orders.looked-up", "orders", ["found": found.map(\.reference).joined(separator: " ")])
      return try list(OrderFilter(), FormState(values: fields), found: found, read)
    }
  }

  private func list(
    _ filter: OrderFilter, _ state: FormState, found: [Order]?, _ read: Read
  ) throws -> Response {
    let (orders, hasMore) = try store.page(filter, of: scope, at: visit.now, read)
    let model = OrdersModel(
      filter: filter, orders: orders, hasMore: hasMore, found: found, now: visit.now,
      mayIssue: mayIssue, mayCompare: OrdersPolicy.allows(.compare, visit.actor), state: state,
      csrf: visit.frame.csrf)
    return .html(
      Page(frame: visit.frame, title: "Orders and warnings", refusal: state.refusal) {
        ErrorSummary(state.refusal)
        OrdersPage(model: model)
      }, status: state.refusal == nil ? 200 : 422)
  }

  func diary(_ page: Int) throws -> Response {
    try visit.read { read in
      let through = today.adding(days: Self.diaryDays)
      let (dues, hasMore) = try store.diary(page, through: through, of: scope, read)
      return visit.page("Diary of orders", crumbs: [Self.crumb]) {
        DiaryPage(
          dues: dues, page: page, hasMore: hasMore, through: through, today: today,
          mayIssue: mayIssue, csrf: visit.frame.csrf)
      }
    }
  }

  /// Takes a day out of the diary.
  func settle() throws -> Response? {
    let fields = visit.request.form
    guard let kind = OrderDue.Kind(rawValue: fields["settle"] ?? ""),
      let reference = Reference(fields["order"] ?? "")
    else { return nil }
    return try visit.write { write in
      guard let order = try store.find(reference, write) else { throw OrdersProblem.notFound }
      try visit.orders.settle(kind, of: order, due: Day(fields["due"] ?? ""), in: write)
      return visit.redirect(to: OrdersRoute.diary().path, saying: "Taken out of the diary")
    }
  }
}
