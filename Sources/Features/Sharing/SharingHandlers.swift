internal import Design
internal import HTTP
internal import Markup
internal import Partnership

/// Answers the pages of sharing, for those the policy names.
struct SharingHandlers {
  let visit: StaffVisit

  func respond() throws -> Response? {
    let isForm = visit.request.method == .post
    guard
      let route = SharingRoute(visit.request.method, visit.request.path, visit.request.query),
      !isForm || route.takesForms
    else { return nil }
    try SharingPolicy.require(route.right(isForm: isForm), visit.actor)
    let (shares, agreements) = (ShareHandlers(visit: visit), AgreementHandlers(visit: visit))
    let (requests, sets) = (RequestHandlers(visit: visit), SetHandlers(visit: visit))
    let grounds = GroundHandlers(visit: visit)
    switch route {
    case .shares(let filter): return try shares.list(filter)
    case .sharesFile(let filter): return try shares.file(filter)
    case .record(let about):
      return try isForm ? shares.add(about: about) : shares.blank(about: about)
    case .share(let reference):
      return try isForm ? shares.revoke(reference) : shares.show(reference)
    case .shareFile(let reference, let format): return try shares.print(reference, format)
    case .agreements: return try isForm ? agreements.rule() : agreements.list()
    case .newAgreement: return try isForm ? agreements.add() : agreements.blank()
    case .agreement(let id): return try isForm ? agreements.change(id) : agreements.show(id)
    case .requests(let isOpen, let page): return try requests.list(isOpen: isOpen, page: page)
    case .newRequest: return try isForm ? requests.add() : requests.blank()
    case .request(let reference):
      return try isForm ? requests.answer(reference) : requests.show(reference)
    case .sets: return try isForm ? sets.sent() : sets.list()
    case .setFile(let quarter, let source): return try sets.file(quarter, source)
    case .keeping:
      let keeping = KeepingHandlers(visit: visit)
      return try isForm ? keeping.act() : keeping.list()
    case .grounds: return try grounds.list()
    case .newGround: return try isForm ? grounds.add() : grounds.blank()
    case .ground(let part, let key):
      return try isForm ? grounds.date(part, key) : grounds.show(part, key)
    }
  }

  static let crumb = Crumb("Sharing", SharingRoute.shares(ShareFilter()).path)
}

extension StaffVisit {
  /// A page with a form that may have been refused.
  func framed(
    _ title: String, crumbs: [Crumb] = [SharingHandlers.crumb], _ refusal: Refusal?,
    status: Int = 422, @HTMLBuilder content: () -> some HTML
  ) -> Response {
    .html(
      Page(frame: frame, title: title, crumbs: crumbs, refusal: refusal) {
        ErrorSummary(refusal)
        content()
      }, status: refusal == nil ? 200 : status)
  }
}
