internal import HTTP
internal import Partnership

/// Answers the pages of the register and of the law.
struct OrdersHandlers {
  let visit: StaffVisit

  func respond() throws -> Response? {
    let request = visit.request
    if let route = LawRoute(request.method, request.path, request.query) {
      return try LawHandlers(visit: visit).respond(route)
    }
    if let route = NoticeRoute(request.method, request.path, request.query) {
      return try NoticeHandlers(visit: visit).respond(route)
    }
    let isForm = request.method == .post
    let found = OrdersRoute(request.method, request.path, request.query)
    switch found {
    case .equality(let power) where !isForm: return try EqualityHandlers(visit: visit).show(power)
    case .equalityFile(let power) where !isForm:
      return try EqualityHandlers(visit: visit).file(power)
    default: try OrdersPolicy.require(.see, visit.actor)
    }
    guard let route = found, !isForm || route.takesForms else { return nil }
    let (orders, issue) = (OrderHandlers(visit: visit), IssueHandlers(visit: visit))
    let changes = ChangeHandlers(visit: visit)
    switch route {
    case .list(let filter): return try isForm ? orders.find() : orders.list(filter)
    case .choose: return try issue.choose()
    case .new(let power): return try isForm ? issue.add(power) : issue.blank(power)
    case .show(let reference):
      return try isForm ? changes.change(reference) : changes.show(reference)
    case .breaches(let reference): return try changes.breach(reference)
    case .facts(let reference): return try EqualityHandlers(visit: visit).describe(reference)
    case .equality, .equalityFile: return nil
    case .diary(let page):
      guard isForm else { return try orders.diary(page) }
      try OrdersPolicy.require(.issue, visit.actor)
      return try orders.settle()
    }
  }
}
