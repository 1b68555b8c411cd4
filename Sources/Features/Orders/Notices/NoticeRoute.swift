internal import HTTP
internal import Kernel
internal import Partnership

/// The pages of notices and their wordings.
enum NoticeRoute: Route {
  /// Every wording in use.
  case all
  /// The versions of one power's wording; a POST adds one.
  case wording(Power)
  /// The notice of an order as a file.
  case file(Reference, PrintFormat)

  init?(_ method: Method, _ path: [String], _ query: Fields) {
    guard path.first == "orders" else { return nil }
    switch path.count {
    case 2 where path[1] == "wordings": self = .all
    case 3 where path[1] == "wordings":
      guard let power = Power(rawValue: path[2]), NoticeTemplate.powers.contains(power) else {
        return nil
      }
      self = .wording(power)
    case 3:
      guard let reference = Reference(path[1]),
        let format = PrintFormat.allCases.first(where: { path[2] == "notice.\($0.rawValue)" })
      else { return nil }
      self = .file(reference, format)
    default: return nil
    }
  }

  var path: String {
    switch self {
    case .all: Path("orders", "wordings").text
    case .wording(let power): Path("orders", "wordings", power.rawValue).text
    case .file(let reference, let format):
      Path("orders", reference.description, "notice.\(format.rawValue)").text
    }
  }
}
