internal import HTTP
internal import Kernel

/// The pages of the restricted list; no mark ever stands in an address.
enum VehicleRoute: Route {
  /// The list; a POST proposes a vehicle or asks for one.
  case list
  /// Authorises or removes an entry; POST only.
  case entry(ID<VehicleEntry>)
  /// Who read and changed the list, before a row of the audit trail.
  case trail(before: Int?)

  init?(_ method: Method, _ path: [String], _ query: Fields) {
    guard path.starts(with: ["tasking", "vehicles"]) else { return nil }
    switch path.count {
    case 2: self = .list
    case 3 where path[2] == "trail": self = .trail(before: query["before"].flatMap { Int($0) })
    case 3:
      guard method == .post, let id = ID<VehicleEntry>(path[2]) else { return nil }
      self = .entry(id)
    default: return nil
    }
  }

  var path: String {
    switch self {
    case .list: Path("tasking", "vehicles").text
    case .entry(let id): Path("tasking", "vehicles", id.description).text
    case .trail(let before):
      Path("tasking", "vehicles", "trail").with(before.map { [("before", String($0))] } ?? []).text
    }
  }
}
