internal import HTTP
internal import Partnership

/// The page on which somebody without an account answers what a conference asks.
enum AskedRoute: Route {
  case asked(token: String)

  static let section = "asked"

  init?(_ method: Method, _ path: [String], _ query: Fields) {
    guard path.count == 2, path[0] == Self.section, path[1].utf8.count == 43 else { return nil }
    self = .asked(token: path[1])
  }

  var path: String {
    switch self {
    case .asked(let token): Path(Self.section, token).text
    }
  }

  /// Answers a public request.
  static func answer(_ visit: PublicVisit, _ limit: VisitLimit) throws -> Response? {
    let request = visit.request
    guard case .asked(let token) = Self(request.method, request.path, request.query) else {
      return nil
    }
    let source = ResearchLinkSource(services: visit.services, now: visit.now)
    return try LinkPages(source, visit, limit).respond(token)
  }
}
