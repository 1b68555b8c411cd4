internal import HTTP
internal import Kernel

/// The pages of the register; no name ever stands in an address.
enum OrdersRoute: Route {
  /// The register; a POST looks a name up.
  case list(OrderFilter)
  /// Which power it is.
  case choose
  /// The form of one power.
  case new(Power)
  /// One order; a POST serves, varies or discharges it.
  case show(Reference)
  /// Writes a breach down or decides on one; POST only.
  case breaches(Reference)
  /// Says what is known of a subject for the equality analysis; POST only.
  case facts(Reference)
  /// Who receives orders, by group.
  case equality(Power?)
  /// The same as CSV.
  case equalityFile(Power?)
  /// What asks for attention, by page.
  case diary(page: Int = 1)

  init?(_ method: Method, _ path: [String], _ query: Fields) {
    guard path.first == "orders" else { return nil }
    switch path.count {
    case 1: self = .list(OrderFilter(query))
    case 2 where path[1] == "new": self = .choose
    case 2 where path[1] == "diary": self = .diary(page: OrderFilter.page(query))
    case 2 where path[1] == "equality": self = .equality(Self.power(query))
    case 2 where path[1] == "equality.csv": self = .equalityFile(Self.power(query))
    case 2:
      guard let reference = Reference(path[1]) else { return nil }
      self = .show(reference)
    case 3 where path[1] == "new":
      guard let power = Power(rawValue: path[2]), power.kind != .legacy else { return nil }
      self = .new(power)
    case 3 where path[2] == "breaches" && method == .post:
      guard let reference = Reference(path[1]) else { return nil }
      self = .breaches(reference)
    case 3 where path[2] == "facts" && method == .post:
      guard let reference = Reference(path[1]) else { return nil }
      self = .facts(reference)
    default: return nil
    }
  }

  private static func power(_ query: Fields) -> Power? {
    query["power"].flatMap { Power(rawValue: $0) }.flatMap {
      Power.personal.contains($0) ? $0 : nil
    }
  }

  /// Whether a form may be sent to it.
  var takesForms: Bool {
    switch self {
    case .choose, .equality, .equalityFile: false
    case .list, .new, .show, .breaches, .facts, .diary: true
    }
  }

  var path: String {
    switch self {
    case .list(let filter): Path("orders").with(filter.query).text
    case .choose: Path("orders", "new").text
    case .new(let power): Path("orders", "new", power.rawValue).text
    case .show(let reference): Path("orders", reference.description).text
    case .breaches(let reference): Path("orders", reference.description, "breaches").text
    case .facts(let reference): Path("orders", reference.description, "facts").text
    case .equality(let power): Path("orders", "equality").with(Self.query(power)).text
    case .equalityFile(let power): Path("orders", "equality.csv").with(Self.query(power)).text
    case .diary(let page):
      Path("orders", "diary").with(page > 1 ? [("page", String(page))] : []).text
    }
  }
}

extension OrdersRoute {
  private static func query(_ power: Power?) -> [(String, String)] {
    power.map { [("power", $0.rawValue)] } ?? []
  }
}

extension OrderFilter {
  init(_ query: Fields) {
    power = query["power"].flatMap { Power(rawValue: $0) }
    isLive = query["show"] != "all"
    page = Self.page(query)
  }

  /// The page an address asks for; the first for anything else.
  static func page(_ query: Fields) -> Int {
    query["page"].flatMap { Int($0) }.flatMap { (1...10_000).contains($0) ? $0 : nil } ?? 1
  }

  var query: [(String, String)] {
    var query: [(String, String)] = []
    if let power { query.append(("power", power.rawValue)) }
    if !isLive { query.append(("show", "all")) }
    if page > 1 { query.append(("page", String(page))) }
    return query
  }
}
