import Access
import HTTP
import Kernel

/// The administrator's pages.
enum AdminRoute: Route {
  case accounts(page: Int, AccountOrder)
  case add
  case account(ID<Account>)
  /// Only by POST.
  case change(ID<Account>)
  /// Only by POST.
  case state(ID<Account>)
  /// Only by POST.
  case link(ID<Account>)
  /// Only by POST.
  case removeSecondFactor(ID<Account>)
  case organisations
  case audit(AuditQuery)

  static let first = AdminRoute.accounts(page: 1, .newest)

  init?(_ method: Method, _ path: [String], _ query: Fields) {
    guard path.first == "admin" else { return nil }
    switch Array(path.dropFirst()) {
    case []:
      let page = query["page"].flatMap { Int($0) } ?? 1
      let order = query["sort"].flatMap { AccountOrder(rawValue: $0) } ?? .newest
      self = .accounts(page: min(max(page, 1), 100_000), order)
    case ["organisations"]: self = .organisations
    case ["audit"]: self = .audit(AuditQuery(query))
    case ["accounts", "add"]: self = .add
    case let parts:
      guard (2...3).contains(parts.count), parts[0] == "accounts", let id = ID<Account>(parts[1])
      else { return nil }
      switch parts.dropFirst(2).first {
      case nil: self = .account(id)
      case "change": self = .change(id)
      case "state": self = .state(id)
      case "link": self = .link(id)
      case "second-factor": self = .removeSecondFactor(id)
      default: return nil
      }
    }
  }

  var path: String {
    switch self {
    case .accounts(let page, let order):
      var query: [(String, String)] = []
      if order != .newest { query.append(("sort", order.rawValue)) }
      if page > 1 { query.append(("page", String(page))) }
      return Path("admin").with(query).text
    case .add: return Path("admin", "accounts", "add").text
    case .account(let id): return Path("admin", "accounts", id.description).text
    case .change(let id): return Path("admin", "accounts", id.description, "change").text
    case .state(let id): return Path("admin", "accounts", id.description, "state").text
    case .link(let id): return Path("admin", "accounts", id.description, "link").text
    case .removeSecondFactor(let id):
      return Path("admin", "accounts", id.description, "second-factor").text
    case .organisations: return Path("admin", "organisations").text
    case .audit(let query): return Path("admin", "audit").with(query.fields).text
    }
  }
}
